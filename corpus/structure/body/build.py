"""From the outline to a tree of nodes."""

from __future__ import annotations

from dataclasses import replace

from palermo.corpus.structure.body.article_notes import asides, note_node
from palermo.corpus.structure.body.context import ArticleStretch, ParseContext
from palermo.corpus.structure.body.parse_article import fill
from palermo.corpus.structure.body.unit_tree import Node
from palermo.corpus.structure.lines.lines import in_lower_case
from palermo.corpus.structure.lines.markers import at_line_start
from palermo.corpus.structure.lines.numbers import clean
from palermo.corpus.structure.outline.find_outline import Outline
from palermo.corpus.structure.outline.headings import heading
from palermo.corpus.structure.outline.opening_model import Opening

__all__ = ["build"]


def build(reading: ParseContext, plan: Outline) -> Node:
    """The root node with everything below it."""
    view = reading.view
    root = Node("root", "act", 0, len(view.text))
    units = plan.units
    count = len(view.lines)
    if not any(u.kind == "article" for u in units):
        fill(root, reading, reading.stretch(0, len(view.text)), quoted)
        if any(c.kind in ("item", "alinea") for c in root.children):
            return root
        root.children.clear()
    first = reading.lines_in(units[0].start, units[0].start + 1)[0] if units else count
    _opening_words(root, reading, plan, first)
    stack: list[tuple[Node, float]] = [(root, -1.0)]
    for index, unit in enumerate(units):
        last = (
            reading.lines_in(units[index + 1].start, units[index + 1].start + 1)[0] if index + 1 < len(units) else count
        )
        node, at = _unit(reading, unit, last)
        if unit.kind in ("article", "cross"):
            _inside(node, reading, unit, at, last)
            stack[-1][0].children.append(node)
        else:
            rank = -0.5 if unit.kind == "annex" else float(unit.rank)
            while len(stack) > 1 and stack[-1][1] >= rank:
                stack.pop()
            stack[-1][0].children.append(node)
            stack.append((node, rank))
            _inside(node, reading, unit, at, last)
        for opened, _ in stack:
            opened.end = max(opened.end, node.end)
    return root


def _unit(reading: ParseContext, unit: Opening, last: int) -> tuple[Node, int]:
    """The node of a unit that ends before line `last`, and where its text begins."""
    view = reading.view
    end = view.lines[last - 1].end if last > unit.line else view.lines[unit.line].end
    node = Node(unit.kind, unit.level, unit.start, end, clean(unit.number))
    node.num = unit.num if unit.num[1] > unit.num[0] else None
    if unit.kind == "cross":
        line = view.lines[unit.line]
        node.heading = (line.start, line.end)
        if last > unit.line + 1:
            node.level = "hcontainer"
        return node, line.end
    at, node.heading = heading(view, unit, last, reading.habits)
    return node, at


def _inside(node: Node, reading: ParseContext, unit: Opening, position: int, last: int) -> None:
    """The paragraphs of an article, or the text that a container or annex has of its own."""
    if unit.kind == "container" and last - unit.line < 3:
        return
    first = min(reading.lines_in(position, position + 1)[0], last)
    if first < last and position < node.end:
        fill(node, reading, ArticleStretch(first, last, position, node.end), quoted)


def _opening_words(root: Node, reading: ParseContext, plan: Outline, first: int) -> None:
    """Title, enacting words, recitals, contents: all before the first unit, where it begins like a text."""
    view = reading.view
    at = 0
    for a, b in plan.contents:
        if a >= first:
            root.children.append(Node("note", "toc", view.lines[a].start, view.lines[b - 1].end))
            continue
        _preamble(root, reading, at, min(a, first))
        root.children.append(Node("note", "toc", view.lines[a].start, view.lines[min(b, first) - 1].end))
        at = b
    _preamble(root, reading, at, first)


def _preamble(root: Node, reading: ParseContext, first: int, last: int) -> None:
    view = reading.view
    if first >= last:
        return
    line = view.lines[first]
    text = view.text
    starts_mid_way = in_lower_case(text[line.start]) or at_line_start(text, line.start, line.end) or line.quoted
    if first == 0 and (starts_mid_way or text[line.start] in ">)"):
        return
    node = Node("note", "preamble", line.start, view.lines[last - 1].end)
    for aside in asides(reading, ArticleStretch(first, last, line.start, node.end)):
        if aside.level != "note":
            node.children.append(note_node(reading, aside))
    root.children.append(node)


def quoted(reading: ParseContext, span: tuple[int, int], level: str) -> list[Node]:
    """The nodes of a quoted provision: articles and parts, or paragraphs and points of one."""
    plain = replace(reading, quotes=(), inner=())
    lines = reading.lines_in(*span)
    units = [o for o in reading.inner if span[0] <= o.start < span[1]]
    if not any(u.kind == "article" for u in units):
        scrap = Node("article", level, *span)
        fill(scrap, plain, ArticleStretch(*lines, *span), quoted)
        return [c for c in scrap.children if c.kind in ("item", "note")]
    out: list[Node] = []
    for index, unit in enumerate(units):
        end = units[index + 1].start if index + 1 < len(units) else span[1]
        last = reading.lines_in(end, end + 1)[0] if index + 1 < len(units) else lines[1]
        node, at = _unit(plain, unit, max(last, unit.line + 1))
        node.end = _trimmed(reading, end)
        if unit.kind == "article" and at < node.end:
            first = reading.lines_in(at, at + 1)[0]
            fill(node, plain, ArticleStretch(first, max(last, unit.line + 1), at, node.end), quoted)
        out.append(node)
    return out


def _trimmed(reading: ParseContext, position: int) -> int:
    while position > 0 and reading.view.text[position - 1].isspace():
        position -= 1
    return position
