"""Context of a text that every stage below the outline needs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from palermo.corpus.structure.lines.lines import Lines
from palermo.corpus.structure.outline.opening_model import Habits, Opening
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = ["ArticleStretch", "ParseContext"]


class ArticleStretch(NamedTuple):
    """Part of a text: the lines `first` to `last` (exclusive) of the view, from `start` to `end`."""

    first: int
    last: int
    start: int
    end: int

    @property
    def lines(self) -> range:
        return range(self.first, self.last)


@dataclass(frozen=True, slots=True)
class ParseContext:
    """A text with its traditions (the likeliest first), habits, quoted provisions and the openings inside them."""

    view: Lines
    chosen: Sequence[NumberingRules]
    habits: Habits
    quotes: Sequence[tuple[int, int]] = ()
    inner: Sequence[Opening] = ()

    @property
    def tradition(self) -> NumberingRules:
        return self.chosen[0]

    def quotes_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quotations that begin between `start` and `end`."""
        at = bisect_left(self.quotes, (start, 0))
        out = []
        while at < len(self.quotes) and self.quotes[at][0] < end:
            out.append(self.quotes[at])
            at += 1
        return out

    def quote_at(self, position: int) -> tuple[int, int] | None:
        """The quotation that covers `position`."""
        index = bisect_left(self.quotes, (position + 1, 0)) - 1
        if index >= 0 and self.quotes[index][0] <= position < self.quotes[index][1]:
            return self.quotes[index]
        return None

    def stretch(self, start: int, end: int) -> ArticleStretch:
        """The part of the text between `start` and `end` of the view."""
        return ArticleStretch(*self.lines_in(start, end), start, end)

    def lines_in(self, start: int, end: int) -> tuple[int, int]:
        """The lines (first, last exclusive) that lie between `start` and `end`, the one `start` falls into included."""
        lines = self.view.lines
        first = bisect_left(lines, start, key=lambda line: line.end - 1)
        last = first
        while last < len(lines) and lines[last].start < end:
            last += 1
        return first, last
