"""The differences of a pair of sections as stretches of words, each with the provisions that it lies in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.alignment.compare.model import Alignment, Pair, WordEdit, WordOp
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["CheckedStretch", "outermost", "stretches"]


@dataclass(frozen=True, slots=True)
class CheckedStretch:
    """Edits that make one difference. `left` and `right` are from their first to their last word on each side, empty
    where there is none (then: where it would stand); `was` and `now` are those words as a person reads them.
    """

    pair: Pair
    edits: tuple[WordEdit, ...]
    left: Span
    right: Span
    was: str
    now: str


def stretches(pair: Pair, alignment: Alignment) -> Iterator[CheckedStretch]:
    """The pair's differences in order; those with no unchanged word between them are one."""
    left = None if pair.left_source is None else alignment.left[pair.left_source]
    right = None if pair.right_source is None else alignment.right[pair.right_source]
    run: list[WordEdit] = []
    between: list[WordEdit] = []
    for edit in pair.edits:
        if edit.real:
            run += [*between, edit] if run else [edit]
            between = []
        elif edit.op is WordOp.EQUAL and left is not None and left.reading(edit.left).text.strip():
            if run:
                yield _stretch(pair, run, left, right)
            run, between = [], []
        else:
            between.append(edit)
    if run:
        yield _stretch(pair, run, left, right)


def outermost(version: Version, span: Span) -> tuple[Provision, ...]:
    """The provisions that begin in the span and end there, the outermost of them; else the innermost that holds it."""
    inside = tuple(_inside(version.root, span))
    return inside or (version.at(span.start),)


def _inside(node: Provision, span: Span) -> Iterator[Provision]:
    for child in node.children:
        if span.covers(child.span):
            yield child
        elif child.span.overlaps(span):
            yield from _inside(child, span)


def _stretch(pair: Pair, edits: Sequence[WordEdit], left: Version | None, right: Version | None) -> CheckedStretch:
    was, before = _words(left, [e.left for e in edits if e.op is not WordOp.INSERT], edits[0].left.start)
    now, after = _words(right, [e.right for e in edits if e.op is not WordOp.DELETE], edits[0].right.start)
    return CheckedStretch(pair, tuple(edits), before, after, was, now)


def _words(version: Version | None, spans: Sequence[Span], position: int) -> tuple[str, Span]:
    """What is read in the spans, and from where to where words stand in them; an empty span at `position` where none
    do."""
    read = [version.reading(span) for span in spans] if version is not None else []
    there = [mapped for mapped in read if mapped.text.strip()]
    if not there:
        return "", Span(position, position)
    span = Span(there[0].offsets[0], there[-1].offsets[-1] + 1)
    return " ".join(mapped.text.strip() for mapped in there), span
