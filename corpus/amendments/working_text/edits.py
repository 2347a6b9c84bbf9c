"""Edits made one after the other on an evolving text, kept as disjoint edits of the text it began as."""

from __future__ import annotations

from palermo.corpus.amendments.model import Edit
from palermo.corpus.model.text_model import Span

__all__ = ["TextChanges"]


class TextChanges:
    """`edits` turn `base` into `text`: sorted, disjoint, never adjacent, in code points of `base`."""

    __slots__ = ("base", "edits", "text")

    def __init__(self, base: str) -> None:
        self.base = base
        self.text = base
        self.edits: list[Edit] = []

    def replace(self, start: int, end: int, insert: str) -> Edit:
        """Put `insert` in the place of `start` to `end` of the evolving text; returns this edit in the base's terms.

        Where it changes what an earlier one brought, its span is that one's; in `edits` the two become one.
        """
        before: list[tuple[Edit, int, int]] = []
        touched: list[tuple[Edit, int, int]] = []
        after: list[tuple[Edit, int, int]] = []
        shifts = [0]  # evolving text less base, behind each edit up to the new one's end
        for edit in self.edits:
            a = edit.base.start + shifts[-1]
            b = a + len(edit.insert)
            (before if b < start else after if a > end else touched).append((edit, a, b))
            if a <= end:
                shifts.append(shifts[-1] + len(edit.insert) - (edit.base.end - edit.base.start))
        first, last, head, tail = start - shifts[len(before)], end - shifts[-1], "", ""
        if touched:
            edit, a, _ = touched[0]
            if a <= start:
                first, head = edit.base.start, edit.insert[: start - a]
            edit, a, b = touched[-1]
            if b >= end:
                last, tail = edit.base.end, edit.insert[end - a :]
        made = Edit(Span(first, last), head + insert + tail)
        self.text = self.text[:start] + insert + self.text[end:]
        self.edits = [*(e for e, _, _ in before), made, *(e for e, _, _ in after)]
        return Edit(made.base, insert)
