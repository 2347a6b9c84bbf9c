"""Unnumbered paragraphs (alinéas, части без номера) become units of their own where there is more than one."""

from __future__ import annotations

from palermo.corpus.structure.body.build_nodes import Grower
from palermo.corpus.structure.body.context import ParseContext
from palermo.corpus.structure.body.unit_tree import Node

__all__ = ["make_alineas"]

_PARTS = frozenset({"cross", "annex", "container"})  # their text is not cited by paragraphs
_FILLER = " .)(—–-:\n\t\r\xa0"


def make_alineas(unit: Node, grower: Grower, reading: ParseContext) -> None:
    """Cut the text of `unit` and of the paragraphs below it into alineas where new paragraphs begin.

    A first alinea that holds a list stays the unit's own text, so that the list is cited as the unit's. French drafting
    counts items as alineas, too (Conseil d'État, Guide de légistique, 3.3.1); elsewhere only unnumbered ones count.
    """
    for child in unit.children:
        if child.kind == "item" and not child.quoted:
            make_alineas(child, grower, reading)
    flow = grower.flows.get(id(unit))
    if flow is None or not flow.cuts or unit.level == "point" or unit.kind in _PARTS:
        return
    items = [c for c in unit.children if c.kind == "item" and not c.quoted]
    if items and not items[0].announced and items[0].level not in ("definition", "indent", "point"):
        return
    text = reading.view.text
    if any(text[c.start] == "§" for c in items):
        return
    begin = unit.num[1] if unit.kind == "item" and unit.num else max(unit.start, grower.span[0])
    end = unit.end if unit.kind == "item" else min(grower.span[1], max(unit.end, grower.span[0]))
    cuts = [c for c in flow.cuts if c > begin]
    kept = [c for c in unit.children if not cuts or c.start < cuts[0]]
    made: list[Node] = []
    count = 0
    french = reading.tradition.name == "french"
    if cuts and (first := text[begin : cuts[0]]).strip(_FILLER):
        count = 1 + (_count(kept) if french else 0)
        if not kept:
            lead = len(first) - len(first.lstrip(_FILLER))
            made.append(_alinea(text, begin + lead, cuts[0], 1))
    for a, b in zip(cuts, [*cuts[1:], end], strict=True):
        if b <= a:
            continue
        count += 1
        node = _alinea(text, a, b, count)
        node.children = [c for c in unit.children if a <= c.start < b]
        count += _count(node.children) if french else 0
        made.append(node)
    unit.children = sorted([*kept, *made], key=lambda c: c.start)


def _count(items: list[Node]) -> int:
    return sum(1 + _count(c.children) for c in items if c.kind == "item")


def _alinea(text: str, start: int, end: int, count: int) -> Node:
    while end > start and text[end - 1].isspace():
        end -= 1
    node = Node("alinea", "alinea", start, end)
    node.count = count
    return node
