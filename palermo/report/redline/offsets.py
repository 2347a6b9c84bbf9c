"""From the offsets of an act in force to those of the amended text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from palermo.corpus.amendments import Edit
from palermo.corpus.model.text_model import Span

__all__ = ["Moves"]


class Moves:
    """Where things stand in the amended text. The edits are in order; several may insert at one place."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.base.start for edit in edits]
        self._ends = [edit.base.end for edit in edits]
        grown = (len(edit.insert) - (edit.base.end - edit.base.start) for edit in edits)
        self._shifts = list(accumulate(grown, initial=0))
        self._brought = [start + shift for start, shift in zip(self._starts, self._shifts, strict=False)]

    def before(self, position: int) -> int | None:
        """The new place of the boundary before offset `position`, which what is inserted there follows; None: it
        went."""
        n = bisect_left(self._starts, position)
        return None if n and self._ends[n - 1] > position else position + self._shifts[n]

    def after(self, position: int) -> int | None:
        """The new place of the character at `position`, which follows what is inserted before it; None: it went."""
        n = bisect_right(self._starts, position)
        return None if n and self._ends[n - 1] > position else position + self._shifts[n]

    def untouched(self, span: Span) -> bool:
        """True if no edit changes anything inside the span."""
        n = bisect_right(self._ends, span.start)
        return n == len(self._edits) or self._starts[n] >= span.end

    def brought(self, n: int) -> Span:
        """Where what edit `n` inserts stands in the amended text."""
        return Span(self._brought[n], self._brought[n] + len(self._edits[n].insert))

    def origin(self, position: int) -> int:
        """Behind what of the act in force the edit works that brought what is at `position` of the amended text."""
        n = bisect_right(self._brought, position) - 1
        return self._ends[n] if n >= 0 else 0

    def inserts(self) -> list[Span]:
        """Where what each edit inserts stands in the amended text."""
        return [self.brought(n) for n in range(len(self._edits))]
