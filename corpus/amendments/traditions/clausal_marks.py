"""Numbers of provisions in texts that leave some out, where others were repealed before."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.amendments.markers import Marker, Marks
from corpus.structure.numbers import step

__all__ = ["GappedMarks"]

_GAP = 6  # how far a number may lie behind the one before it


class GappedMarks(Marks):
    """Marks that need not count up by one where each begins a line, so that it is a number for certain."""

    def _choose(
        self, marker: Marker, later: Sequence[Marker], counts: dict[int, str], text: str, top: int
    ) -> int | None:
        rung = super()._choose(marker, later, counts, text, top)
        if rung is not None or "\n" not in text:
            return rung
        behind = (r for r in marker.rungs if r in counts and self._gap(r, counts[r], marker.num))
        return max(behind, default=None)

    def _gap(self, rung: int, before: str, after: str) -> bool:
        return 1 < (step(self.rungs[rung].kind, before, after) or 0) <= _GAP
