"""The inside of an article: paragraphs, points, unnumbered paragraphs, notes, remarks, quoted provisions."""

from __future__ import annotations

from collections.abc import Callable

from corpus.structure.alineas import make_alineas
from corpus.structure.grow import Grower
from corpus.structure.lists import place
from corpus.structure.markers import find
from corpus.structure.notes import asides, note_node
from corpus.structure.reading import Reading
from corpus.structure.tree import Node

__all__ = ["Quoted", "fill"]

Quoted = Callable[[Reading, tuple[int, int], str], list[Node]]


def fill(node: Node, reading: Reading, lines: tuple[int, int], start: int, end: int, quoted: Quoted) -> None:
    """Give `node` its children from the lines (first, last exclusive) between `start` and `end` of the view.

    `quoted` makes the nodes of a quoted provision.
    """
    kept = asides(reading, lines, start)
    holes = [(a.start, a.end) for a in kept]
    _number(node, reading, lines, (start, end), holes, node.level, quoted)
    for aside in kept:
        child = note_node(reading, aside)
        if aside.level == "note":
            begin = child.num[1] if child.num else aside.start
            begin = _past_stops(reading.view.text, begin, aside.end)
            inner = reading.lines_in(begin, aside.end)
            _number(child, reading, inner, (begin, aside.end), [], "note", quoted)
        _insert(node, child)


def _past_stops(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " .:—–-\xa0":
        at += 1
    return at


def _number(
    node: Node,
    reading: Reading,
    lines: tuple[int, int],
    span: tuple[int, int],
    holes: list[tuple[int, int]],
    level: str,
    quoted: Quoted,
) -> None:
    """Find the numbered and unnumbered parts of `node` in a stretch of text, `holes` and quotations left out."""
    quotes = reading.quotes_in(*span)
    without = sorted([*holes, *quotes, (span[1], 1 << 60)])
    markers = find(
        reading.view.text,
        reading.view.lines,
        lines,
        span[0],
        reading.tradition,
        without,
        wrapped=reading.wrapped,
        loose=reading.loose,
    )
    grower = Grower(reading, node, level, span, holes, quotes)
    grower.grow(lines, place(markers))
    for quote, owner in grower.quoting:
        for child in quoted(reading, quote, level):
            child.quoted = True
            owner.children.append(child)
    make_alineas(node, grower, reading)


def _insert(node: Node, child: Node) -> None:
    """Put a note where it stands: into the innermost unit that covers it, else beside its neighbours."""
    for other in node.children:
        if other.start <= child.start and child.end <= other.end and other.kind != "note":
            _insert(other, child)
            return
    node.children.append(child)
    node.children.sort(key=lambda c: c.start)
