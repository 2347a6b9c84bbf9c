"""The inside of an article: paragraphs, points, unnumbered paragraphs, notes, remarks, quoted provisions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from palermo.corpus.structure.body.article_notes import asides, note_node
from palermo.corpus.structure.body.build_nodes import Grower
from palermo.corpus.structure.body.choose_numbering import place
from palermo.corpus.structure.body.context import ArticleStretch, ParseContext
from palermo.corpus.structure.body.find_markers import Finder
from palermo.corpus.structure.body.unit_tree import Node
from palermo.corpus.structure.body.unnumbered_paragraphs import make_alineas

__all__ = ["Quoted", "fill"]

Quoted = Callable[[ParseContext, tuple[int, int], str], list[Node]]


def fill(node: Node, reading: ParseContext, stretch: ArticleStretch, quoted: Quoted) -> None:
    """Give `node` its children from a stretch of the text. `quoted` makes the nodes of a quoted provision."""
    kept = asides(reading, stretch)
    notes = []
    _number(node, reading, stretch, [(a.start, a.end) for a in kept], quoted)
    for aside in kept:
        child = note_node(reading, aside)
        if aside.level == "note":
            begin = child.num[1] if child.num else aside.start
            begin = _past_stops(reading.view.text, begin, aside.end)
            _number(child, reading, reading.stretch(begin, aside.end), [], quoted)
        notes.append(child)
    if notes:
        _insert(node, notes)


def _past_stops(text: str, position: int, end: int) -> int:
    while position < end and text[position] in " .:—–-\xa0":
        position += 1
    return position


def _number(
    node: Node, reading: ParseContext, stretch: ArticleStretch, holes: list[tuple[int, int]], quoted: Quoted
) -> None:
    """Find the numbered and unnumbered parts of `node` in a stretch of text, `holes` and quotations left out."""
    quotes = reading.quotes_in(stretch.start, stretch.end)
    markers = Finder(reading, stretch, sorted([*holes, *quotes])).find()
    grower = Grower(reading, node, stretch, holes)
    grower.grow(place(markers))
    for quote, owner in grower.quoting:
        for child in quoted(reading, quote, node.level):
            child.quoted = True
            owner.children.append(child)
    make_alineas(node, grower, reading)


def _insert(node: Node, notes: list[Node]) -> None:
    """Put notes where they stand: each into the innermost unit that covers it, else beside its neighbours."""
    units = sorted(node.children, key=_start)
    starts = [unit.start for unit in units]
    inside: dict[int, list[Node]] = {}
    beside: list[Node] = []
    for note in notes:
        at = bisect_right(starts, note.start) - 1
        if at >= 0 and units[at].kind != "note" and note.end <= units[at].end:
            inside.setdefault(at, []).append(note)
        else:
            beside.append(note)
    for at, some in inside.items():
        _insert(units[at], some)
    node.children = sorted([*units, *beside], key=_start)


def _start(node: Node) -> int:
    return node.start
