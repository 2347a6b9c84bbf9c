"""What every stage below the outline needs to know about the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.grammar import Tradition
from corpus.structure.opening import Opening
from corpus.structure.view import View

__all__ = ["Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its traditions (the likeliest first), its quoted provisions and the openings inside them.

    `wrapped` says that lines are broken at a fixed width, so that a line end means nothing; `loose` that even blank lines
    stand inside sentences; `doubles` that articles say their number twice, `stops` that
    headings end with a full stop.
    """

    view: View
    chosen: Sequence[Tradition]
    wrapped: bool
    loose: bool = False
    doubles: bool = False
    stops: bool = False
    quotes: Sequence[tuple[int, int]] = ()
    inner: Sequence[Opening] = ()

    @property
    def tradition(self) -> Tradition:
        return self.chosen[0]

    def quotes_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quotations that begin between `start` and `end`."""
        at = bisect_left(self.quotes, (start, 0))
        out = []
        while at < len(self.quotes) and self.quotes[at][0] < end:
            out.append(self.quotes[at])
            at += 1
        return out

    def quote_at(self, at: int) -> tuple[int, int] | None:
        """The quotation that covers `at`."""
        index = bisect_left(self.quotes, (at + 1, 0)) - 1
        if index >= 0 and self.quotes[index][0] <= at < self.quotes[index][1]:
            return self.quotes[index]
        return None

    def lines_in(self, start: int, end: int) -> tuple[int, int]:
        """The lines (first, last exclusive) that lie between `start` and `end`, the one `start` falls into included."""
        lines = self.view.lines
        first = bisect_left(lines, start, key=lambda line: line.end - 1)
        last = first
        while last < len(lines) and lines[last].start < end:
            last += 1
        return first, last
