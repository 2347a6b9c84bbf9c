"""From text to tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model import Provision, Span
from corpus.structure.body import fill
from corpus.structure.chain import outer
from corpus.structure.grammar import Tradition
from corpus.structure.numbers import clean
from corpus.structure.openings import HEADING_LIMIT, Opening, choose, openings
from corpus.structure.tree import Node, finish
from corpus.structure.view import Line, View, view

__all__ = ["Structure", "parse"]


@dataclass(frozen=True, slots=True)
class Structure:
    """The tree of a text and the spans (of the text, in order) that it could not place."""

    root: Provision
    unplaced: tuple[Span, ...]


def parse(text: str, marks: Sequence[tuple[int, int]], lang: str) -> Structure:
    """The provisions of `text`, found from numbers and typography. Never fails: what has no number stays in its parent.

    `marks` are sorted, disjoint spans of code points that no person reads; `lang` is ISO 639-1 or `und`.
    """
    seen = view(text, marks)
    chosen = choose(seen, lang)
    found = openings(seen, chosen)
    wrapped = _hard_wrapped(seen)
    units = _outer_units(seen, found, chosen)
    root = _build(seen, units, chosen, wrapped)
    tree = finish(root, seen)
    return Structure(tree, _unplaced(seen, root, units))


def _hard_wrapped(seen: View) -> bool:
    """Whether lines are broken at a fixed width: most line ends inside blocks stop in mid-sentence near one length."""
    inside = [
        (a.end - a.start, seen.text[a.end - 1])
        for a, b in zip(seen.lines, seen.lines[1:], strict=False)
        if not b.first
    ]
    if len(inside) < 5:
        return False
    broken = sum(1 for length, char in inside if 30 <= length <= 110 and char not in ".;:" )
    return broken >= 0.5 * len(inside)


def _outer_units(seen: View, found: list[Opening], chosen: Sequence[Tradition]) -> list[Opening]:
    articles = [o for o in found if o.kind == "article"]
    resets = [o.line for o in found if o.kind in ("annex", "container")]

    def cue(opening: Opening) -> bool:
        line = seen.lines[opening.line]
        if opening.quoted:
            return True
        if opening.line == 0:
            return False
        before = seen.lines[opening.line - 1]
        tail = seen.text[max(before.start, before.end - 200) : before.end]
        return tail.rstrip().endswith((":", ":-", ":—", "–", "—")) and not line.heading

    kept = outer(articles, cue, resets)
    chain = {id(articles[i]) for i in kept}
    return [o for o in found if o.kind != "article" or id(o) in chain]


def _build(seen: View, units: list[Opening], chosen: Sequence[Tradition], wrapped: bool) -> Node:
    root = Node("container", "act", 0, len(seen.text))
    stack: list[tuple[Node, int]] = [(root, -1)]
    tradition = chosen[0]
    count = len(seen.lines)
    starts = [_begin(seen, units, i, wrapped) for i in range(len(units))]
    if not units or not any(u.kind == "article" for u in units):
        fill(root, seen, (0, count), 0, len(seen.text), tradition, wrapped)
        if any(c.kind == "item" for c in root.children):
            return root
        root.children = [c for c in root.children if c.level in ("note", "remark", "authorialNote")]
    for i, unit in enumerate(units):
        start, heading_above = starts[i]
        last = _line_at(seen, starts[i + 1][0], unit.line) if i + 1 < len(units) else count
        end = seen.lines[last - 1].end if last > unit.line else seen.lines[unit.line].end
        node = Node(
            "article" if unit.kind == "article" else unit.kind,
            unit.level,
            start,
            end,
            clean(unit.number),
            unit.num if unit.num[1] > unit.num[0] else None,
        )
        at, heading = _heading(seen, unit, last, heading_above, wrapped)
        node.heading = heading
        if unit.kind == "article":
            fill(node, seen, (unit.line, last), at, end, tradition, wrapped)
            stack[-1][0].children.append(node)
            for open_node, _ in stack:
                open_node.end = max(open_node.end, end)
            continue
        rank = -0.5 if unit.kind == "annex" else unit.rank
        while len(stack) > 1 and stack[-1][1] >= rank:
            stack.pop()
        stack[-1][0].children.append(node)
        stack.append((node, rank))
        for open_node, _ in stack:
            open_node.end = max(open_node.end, end)
        if unit.kind == "annex" and (i + 1 == len(units) or units[i + 1].kind != "article"):
            fill(node, seen, (unit.line, last), at, end, tradition, wrapped)
    return root


def _line_at(seen: View, start: int, after: int) -> int:
    index = after
    while index < len(seen.lines) and seen.lines[index].start < start:
        index += 1
    return index


def _begin(seen: View, units: list[Opening], i: int, wrapped: bool) -> tuple[int, tuple[int, int] | None]:
    """Where a unit begins: at its number, or at a heading set in bold above it."""
    unit = units[i]
    line = seen.lines[unit.line]
    above = unit.line - 1
    if unit.kind != "article" or above < 0 or (i and units[i - 1].line >= above):
        return unit.start, None
    before = seen.lines[above]
    marked = before.bold or (before.heading and before.heading >= (line.heading or 9))
    short = before.end - before.start <= HEADING_LIMIT and seen.text[before.end - 1] not in ".;:,"
    own = _is_heading(seen, unit, len(seen.lines), wrapped)
    if marked and short and line.first and before.first and not own and not seen.text[before.start].isdigit():
        return before.start, (before.start, before.end)
    return unit.start, None


def _is_heading(seen: View, unit: Opening, last: int, wrapped: bool) -> bool:
    """Whether what follows the number on its line is a heading rather than the text."""
    line = seen.lines[unit.line]
    rest = seen.text[unit.rest : line.end].strip()
    if not rest or len(rest) > HEADING_LIMIT or rest[0] in "(“„«\"" and not line.heading or rest[-1] in ":;,—–-":
        return False
    if line.heading or line.bold:
        return True
    after = seen.lines[unit.line + 1] if unit.line + 1 < last else None
    if after is None:
        return len(rest) <= 80 and rest[-1] != "."
    return (after.first or not wrapped) and (rest[-1] != "." or len(rest) < 90)


def _heading(
    seen: View, unit: Opening, last: int, above: tuple[int, int] | None, wrapped: bool
) -> tuple[int, tuple[int, int] | None]:
    """Where the text of a unit begins, and its heading."""
    line = seen.lines[unit.line]
    at = unit.rest
    heading = above
    if heading is None and _is_heading(seen, unit, last, wrapped):
        heading, at = (at, line.end), line.end
    elif heading is None and at >= line.end and unit.line + 1 < last:
        following = seen.lines[unit.line + 1]
        if _next_line_is_heading(seen, unit, following, last):
            heading, at = (following.start, following.end), following.end
    at = _skip_doubled(seen, unit, at)
    return at, heading


def _next_line_is_heading(seen: View, unit: Opening, line: Line, last: int) -> bool:
    text = seen.text[line.start : line.end]
    if len(text) > HEADING_LIMIT or text[-1] in ".;:,—–-" or not (text[0].isupper() or text[0] in "[„“«\""):
        return False
    if unit.line + 2 >= last:
        return bool(line.heading or unit.kind != "article")
    if line.heading or line.bold or unit.kind != "article":
        return True
    return bool(seen.lines[unit.line].heading) is False and len(text) <= 100 and not text.startswith(("(", "„", "“", "«"))


def _skip_doubled(seen: View, unit: Opening, at: int) -> int:
    """Past the number where it is said again at the beginning of the text (`279.04 Title` / `279.04 (1)`)."""
    number = re.escape(seen.text[unit.num[0] : unit.num[1]])
    if not number or unit.kind != "article":
        return at
    match = re.compile(rf"\s*{number}(?![\w.]*\d)\s*[.।]?\s*[—–-]*\s*").match(seen.text, at)
    return match.end() if match else at


def _unplaced(seen: View, root: Node, units: list[Opening]) -> tuple[Span, ...]:
    """Blocks that stand below the root itself: what is before the first unit and has no place in one."""
    out: list[Span] = []
    at = 0
    children = sorted(root.children, key=lambda c: c.start)
    for start, end in [*((c.start, c.end) for c in children), (len(seen.text), len(seen.text))]:
        for line in seen.lines:
            if line.start >= at and line.end <= start:
                span = seen.source(line.start, line.end)
                out.append(span)
        at = end
    return tuple(out)
