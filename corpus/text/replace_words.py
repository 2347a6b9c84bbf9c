"""A version with some of its words changed: the structure stays, every span moves with the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["replace_words"]


def replace_words(version: Version, changes: Sequence[tuple[Span, str]]) -> Version:
    """The version with the words at each span (sorted, disjoint, of the old text) replaced by the string beside it.

    Provisions keep their ids, numbers and headings; what is put in at the end of a provision belongs to it. A border
    inside a replaced span moves to the end of the new words.
    """
    ends = [span.end for span, _ in changes]
    starts = [span.start for span, _ in changes]
    shifts = [0, *accumulate(len(new) - (span.end - span.start) for span, new in changes)]

    def place(position: int) -> int:
        done = bisect_right(ends, position)
        if done < len(changes) and starts[done] < position:
            return starts[done] + shifts[done] + len(changes[done][1])
        return position + shifts[done] if position else 0

    def moved(span: Span) -> Span:
        return Span(place(span.start), place(span.end))

    def tree(p: Provision) -> Provision:
        return replace(
            p,
            span=moved(p.span),
            children=tuple(tree(c) for c in p.children),
            num_span=moved(p.num_span) if p.num_span else None,
            heading_span=moved(p.heading_span) if p.heading_span else None,
        )

    pieces, at = [], 0
    for span, new in changes:
        pieces += [version.text[at : span.start], new]
        at = span.end
    return replace(
        version,
        text="".join([*pieces, version.text[at:]]),
        root=tree(version.root),
        unplaced=tuple(moved(s) for s in version.unplaced),
        marks=tuple(m for m in map(moved, version.marks) if m.end > m.start),
    )
