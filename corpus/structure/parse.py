"""Parses a text into a tree of provisions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.structure.body.build import build
from palermo.corpus.structure.body.context import ParseContext
from palermo.corpus.structure.body.unit_tree import Node, finish
from palermo.corpus.structure.lines.lines import Line, Lines, in_lower_case, view
from palermo.corpus.structure.lines.markers import at_line_start
from palermo.corpus.structure.outline.choose_tradition import choose
from palermo.corpus.structure.outline.find_outline import outline
from palermo.corpus.structure.outline.marginal_notes import read_margins
from palermo.corpus.structure.outline.opening_model import Habits
from palermo.corpus.text.reflow import WIDEST, line_width

__all__ = ["Structure", "parse"]


@dataclass(frozen=True, slots=True)
class Structure:
    """The tree of a text and the spans (of the text, in order) that it could not place."""

    root: Provision
    unplaced: tuple[Span, ...]


def parse(  # noqa: PLR0913 - what a format can say of its lines
    text: str,
    marks: Sequence[tuple[int, int]],
    lang: str,
    *,
    headings: Sequence[tuple[Span, int]] = (),
    blocks: Sequence[Span] = (),
    footnotes: Sequence[Span] = (),
) -> Structure:
    """The provisions of `text`, found from numbers and typography.

    Never fails: what has no number stays in its parent.

    `marks` are sorted, disjoint spans of code points that no person reads; `lang` is ISO 639-1 or `und`; `headings` are
    the lines that the format marks as headings, with their level from 1, `blocks` those that stand apart like
    paragraphs, `footnotes` those of a footnote's text.
    """
    seen = view(text, marks)
    _mark(seen, headings, blocks, footnotes)
    wrapped = _part(seen)
    read_margins(seen, text)
    chosen = choose(seen, lang)
    plan = outline(seen, chosen, Habits(wrapped=wrapped, loose=_loose(seen)))
    reading = ParseContext(seen, chosen, plan.habits, plan.quotes, plan.inner)
    root = build(reading, plan)
    tree = finish(root, seen)
    return Structure(tree, _unplaced(seen, root))


def _mark(seen: Lines, headings: Sequence[tuple[Span, int]], blocks: Sequence[Span], footnotes: Sequence[Span]) -> None:
    """Tell the lines what the format says of them; all spans stand in order and hold whole lines."""
    if not blocks and not headings and not footnotes:
        return
    starts = [seen.source(line.start, line.end).start for line in seen.lines]
    for span in blocks:
        first = bisect_left(starts, span.start)
        if first < len(starts) and starts[first] < span.end:
            seen.lines[first].first = True
    for span, level in headings:
        for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            seen.lines[index].heading = level
    for span in footnotes:
        for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            seen.lines[index].footnote = True


_COLUMN, _PAGE = 45, 120  # code points: lines that all are shorter were not broken, nor those that are longer
_WRAPPED = 0.3  # of the lines inside blocks: with more that were broken at the width a text is hard-wrapped
_SLACK = 8  # code points: a line may have lost as many, of markup, that were there when it was broken
_FEW = 3  # pairs of lines: fewer say nothing
_STOP = re.compile(r"[.,;:)!?»”]|\d+ [a-zà-ÿа-яё]")  # no paragraph begins with a stop, or with "2 of that Act"


def _part(seen: Lines) -> bool:
    """Whether the text's lines are broken, at a width (inside blocks many are full) or by hand.

    Each line is told whether it is, and that it begins a paragraph where the one above is not: a line that goes on in
    lower case, without a number, does not. In a text broken by hand that cannot be told.
    """
    width = line_width(seen.text)
    pairs = [(a, b) for a, b in pairwise(seen.lines) if not b.first]
    full = [_full(seen, a, b, width) for a, b in pairs]
    at_width = width <= _PAGE and len(pairs) >= _FEW and sum(full) >= _WRAPPED * len(pairs)
    if not at_width and _broken(seen):
        return True
    for (before, line), at_end in zip(pairs, full, strict=True):
        before.broken = at_width and (at_end or (None if _full(seen, before, line, width - _SLACK) else False))
        if not (at_width and at_end) and not _goes_on(seen, line):
            line.first = line.parted = True
    return at_width


def _goes_on(seen: Lines, line: Line) -> bool:
    """Whether a line hardly begins a paragraph: it begins with a stop, or in lower case without an item's number."""
    if _STOP.match(seen.text, line.start, line.end):
        return True
    return in_lower_case(seen.text[line.start]) and not at_line_start(seen.text, line.start, line.end)


def _full(seen: Lines, before: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line would not have fitted into the line above."""
    word = seen.text[line.start : line.end].split(None, 1)[0]
    return _COLUMN - _SLACK <= width <= WIDEST and before.indent + before.end - before.start + 1 + len(word) > width


def _broken(seen: Lines) -> bool:
    """Whether a hand broke the lines: inside blocks most stop in mid-sentence near one length."""
    inside = [(a.end - a.start, seen.text[a.end - 1], b) for a, b in pairwise(seen.lines) if not b.first]
    broken = sum(
        1
        for length, char, after in inside
        if 30 <= length <= 110
        and char not in ".;:"
        and seen.text[after.start] != "("
        and not at_line_start(seen.text, after.start, after.end)
    )
    return len(inside) >= _FEW and broken >= 0.5 * len(inside)


def _loose(seen: Lines) -> bool:
    """Whether blank lines stand inside sentences: often a block stops in lower case and the next goes on so."""
    pairs = [(a, b) for a, b in pairwise(seen.lines) if b.first and not b.parted and not a.heading]
    running = sum(1 for a, b in pairs if in_lower_case(seen.text[a.end - 1]) and in_lower_case(seen.text[b.start]))
    return len(pairs) >= 10 and running >= 0.15 * len(pairs)


def _unplaced(seen: Lines, root: Node) -> tuple[Span, ...]:
    """Blocks that stand directly below the root: what is before the first unit and begins in mid-text, or all of it."""
    out: list[Span] = []
    edges = [(c.start, c.end) for c in root.children] + [(len(seen.text), len(seen.text))]
    at, index = 0, 0
    for start, end in edges:
        while index < len(seen.lines) and seen.lines[index].start < end:
            line = seen.lines[index]
            if line.start >= at and line.end <= start:
                out.append(seen.source(line.start, line.end))
            index += 1
        at = max(at, end)
    return tuple(out)
