"""Where in the result each instruction that was carried out has its words, and what the official text has there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.alignment.compare.model import Pair, WordOp
from palermo.corpus.amendments import Amendment, Edit
from palermo.corpus.model.text_model import Span

__all__ = ["Region", "answer", "regions"]


@dataclass(frozen=True, slots=True)
class Region:
    """`span` of the result is what outcome number `outcome` brought (empty where it only took words out); `base` is
    what stood there in the base."""

    outcome: int
    span: Span
    base: Span


def regions(amendment: Amendment) -> list[Region]:
    """Of every outcome with an edit. Several instructions on the same words share what came of all of them."""
    placed = list(_placed(amendment.edits))
    found = []
    for number, outcome in enumerate(amendment.outcomes):
        if outcome.edit is None:
            continue
        made = outcome.edit
        around = [(edit, start) for edit, start in placed if edit.base.covers(made.base)]
        exact = [(edit, start) for edit, start in around if made.insert and edit.insert.count(made.insert) == 1]
        if exact:
            edit, start = exact[0]
            start += edit.insert.index(made.insert)
            whole = made.insert == edit.insert
            span = Span(start, start + len(made.insert))
            found.append(Region(number, span.trimmed(amendment.text), edit.base if whole else made.base))
        elif around:
            edit, start = around[0]
            span = Span(start, start + len(edit.insert))
            found.append(Region(number, span.trimmed(amendment.text), edit.base))
    return found


def answer(pair: Pair, span: Span) -> Span | None:
    """Span of the right side of the pair in the place of `span` of the left; None where the pair does not hold it."""
    start = end = None
    touched = False
    for edit in pair.edits:
        a, b = edit.left
        if edit.op is WordOp.EQUAL:
            touched = False
            low, high = max(a, span.start), min(b, span.end)
            if low < high or (low == high == span.start):
                shift = edit.right.start - a
                start = low + shift if start is None else start
                end = high + shift
        elif edit.op is WordOp.DELETE:
            touched = a < span.end and span.start < b
            if touched:
                start = edit.right.start if start is None else start
                end = max(end or 0, edit.right.end)
        elif touched or span.start < a < span.end or (span.start == span.end == a):
            start = edit.right.start if start is None else start
            end = edit.right.end
    return None if start is None or end is None else Span(start, max(start, end))


def _placed(edits: Sequence[Edit]) -> Iterator[tuple[Edit, int]]:
    """Each edit with where its words begin in the result."""
    shift = 0
    for edit in edits:
        yield edit, edit.base.start + shift
        shift += len(edit.insert) - (edit.base.end - edit.base.start)
