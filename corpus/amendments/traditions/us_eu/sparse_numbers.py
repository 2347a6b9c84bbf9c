"""Numbers of provisions in texts that leave some out, where others were repealed before."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.corpus.amendments.reading.inline_numbers import InlineNumber, InlineNumbers
from palermo.corpus.structure.lines.numbers import step

__all__ = ["GappedMarks"]

_GAP, _GAP_INLINE = 6, 3  # how far a number may lie behind the one before it, in texts with line breaks and without


class GappedMarks(InlineNumbers):
    """Marks that need not count up by one where each begins a line, or follows the end of a sentence or an item."""

    def _choose(
        self, marker: InlineNumber, later: Sequence[InlineNumber], counts: dict[int, str], text: str, top: int
    ) -> int | None:
        rung = super()._choose(marker, later, counts, text, top)
        if rung is not None or ("\n" not in text and text[: marker.start].rstrip()[-1:] not in (".", ";")):
            return rung
        limit = _GAP if "\n" in text else _GAP_INLINE
        behind = (r for r in marker.rungs if r in counts and self._gap(r, counts[r], marker.num) <= limit)
        return max(behind, default=None)

    def _gap(self, rung: int, before: str, after: str) -> int:
        """The distance of the number from the one before; too great where it does not lie behind it."""
        return step(self.rungs[rung].kind, before, after) or _GAP + 1
