"""Where an amendment's edit stands: in the text in force, and in the text that results."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from palermo.corpus.amendments import Edit
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["Landing", "covered"]


class Landing:
    """Finds the words of single instructions in `text`, which `edits` (disjoint, in order) made."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        self._text = text
        self._edits = edits
        self._starts = [edit.base.start for edit in edits]
        grown = (len(edit.insert) - (edit.base.end - edit.base.start) for edit in edits)
        self._shifts = list(accumulate(grown, initial=0))

    def span(self, edit: Edit) -> Span:
        """Where what one instruction brought is now; empty, at its place, where it brought nothing.

        Where a later instruction changed it again, all that came in its place.
        """
        index = bisect_right(self._starts, edit.base.start)
        if index == 0 or self._edits[index - 1].base.end < edit.base.start:
            at = edit.base.start + self._shifts[index]
            return Span(at, at)
        made = self._edits[index - 1]
        start = made.base.start + self._shifts[index - 1]
        end = start + len(made.insert)
        if not edit.insert:
            return Span(start, start)
        found = self._text.find(edit.insert, start, end)
        return Span(start, end) if found < 0 else Span(found, found + len(edit.insert))


def covered(version: Version, span: Span) -> tuple[Provision, tuple[Provision, ...]]:
    """The innermost provision around `span`, and those that lie in it whole (the outermost of them, side by side)."""
    words = version.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = max(start, span.end - len(words) + len(words.rstrip()))
    node = version.root
    while True:
        inside = tuple(c for c in node.children if start <= c.span.start and c.span.end <= end)
        if inside:
            return node, inside
        around = next((c for c in node.children if c.span.start <= start and end <= c.span.end), None)
        if around is None:
            return node, ()
        node = around
