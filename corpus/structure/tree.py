"""Units while the tree grows, and their last step: identifiers, citations, provisions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from corpus.eids import ANNEXES
from corpus.eids import step as eid_step
from corpus.model import Provision, Span
from corpus.structure.numbers import clean
from corpus.structure.view import View

__all__ = ["Node", "finish"]

_ARTICLES = frozenset({"article", "section", "rule", "regulation", "clause"})
_NOTES = frozenset({"note", "remark", "authorialNote", "toc", "preamble", "crossHeading", "hcontainer"})


@dataclass(slots=True)
class Node:
    """A unit of the view. `kind` is container, annex, article, item, alinea, note or other; `number` is the number as cited."""

    kind: str
    level: str
    start: int
    end: int
    number: str = ""
    num: tuple[int, int] | None = None
    heading: tuple[int, int] | None = None
    children: list[Node] = field(default_factory=list)
    quoted: bool = False
    announced: bool = False
    count: int = 0


def finish(root: Node, view: View) -> Provision:
    """The tree as provisions with unique eIds and citations; spans lead into the source."""
    _settle(root)
    taken: Counter[str] = Counter()
    return Provision("", "act", "", "", "", Span(0, view.size), tuple(_children(root, view, "", "", "", taken)))


def _settle(node: Node) -> None:
    """Children in order, inside their parent, none empty and none overlapping: the law that every reader of the tree trusts."""
    at = node.start
    kept: list[Node] = []
    for child in sorted(node.children, key=lambda c: (c.start, -c.end)):
        child.start, child.end = max(child.start, at), min(child.end, node.end)
        if child.end <= child.start:
            continue
        at = child.end
        _settle(child)
        kept.append(child)
    node.children = kept


def _children(node: Node, view: View, base: str, cite: str | None, scope: str, taken: Counter[str]) -> list[Provision]:
    """`base` is the eId that children build on, `cite` what their citations begin with (None: they are not cited, being
    items of a part rather than of an article), `scope` the annex they are in.
    """
    out = []
    seen: Counter[str] = Counter()
    plain = _plain_cites(node, cite or "") if node.kind in ("article", "item", "note") else frozenset()
    for child in node.children:
        short = _short(child, seen)
        step = eid_step(child.level, short)
        uncited = cite is None or (node.kind in ("container", "cross") and child.kind in ("item", "note"))
        if uncited and child.kind != "article":
            here, below, inner = "", None, scope
        else:
            here, below, inner = _cite(child, cite or "", scope, short, plain)
        if child.kind in ("article", "container", "annex") and not child.quoted:
            eid = (scope_id(base) if child.kind == "article" else base) + step
        else:
            eid = base + ("qstr__" if child.quoted else "") + step
        eid = _unique(eid, taken)
        out.append(
            Provision(
                eid,
                child.level,
                _printed(view, child.num),
                here,
                _printed_heading(view, child.heading),
                view.source(child.start, child.end),
                tuple(_children(child, view, eid + "__", below, inner, taken)),
                view.source(*child.num) if child.num and child.num[1] > child.num[0] else None,
                view.source(*child.heading) if child.heading else None,
            )
        )
    return out


def scope_id(base: str) -> str:
    """Articles count through the whole act: their eIds name no part or chapter, only an annex."""
    match = re.match(r"((?:sch|annex|app)_[^_]+(?:_\d+)?__)", base)
    return match[1] if match else ""


def _short(child: Node, seen: Counter[str]) -> str:
    if child.number:
        return re.sub(r"[\s/_|~]+", "-", child.number)
    seen[child.level] += 1
    return str(child.count or seen[child.level])


def _cite(child: Node, cite: str, scope: str, short: str, plain: frozenset[str]) -> tuple[str, str | None, str]:
    """The citation of a unit, what its children's begin with, and the annex that they are in."""
    if child.kind == "annex":
        name = ANNEXES.get(child.level, child.level) + short
        return name, name, name + "/"
    if child.kind == "article":
        own = (cite.rstrip() + "|" if child.quoted else scope) + child.number
        return own, own, scope
    if child.level in _NOTES:
        if child.level == "note":
            word = "note" + child.number
            own = f"{cite}({word})" if cite else word
            return own, own, scope
        return "", cite, scope
    if child.kind == "container":
        return "", cite, scope
    begin = cite + "|" if child.quoted and "|" not in cite else cite
    if child.kind == "alinea":
        own = f"{begin}({short})" if begin else short
        return own, begin if begin in plain else own, scope
    own = f"{begin}({short})" if begin else short
    if scope and not cite:
        own = scope + short
    return own, own, scope


def _plain_cites(node: Node, cite: str) -> frozenset[str]:
    """Alineas are left out of their items' citations where no two items of the unit would be cited alike."""
    numbers: Counter[str] = Counter(c.number for c in node.children if c.kind == "item")
    for child in node.children:
        if child.kind == "alinea":
            numbers.update(c.number or "?" for c in child.children if c.kind == "item")
            numbers[str(child.count)] += 1
    return frozenset({cite}) if numbers and max(numbers.values()) == 1 else frozenset()


def _unique(eid: str, taken: Counter[str]) -> str:
    taken[eid] += 1
    while taken[eid] > 1:
        eid = f"{eid}_{taken[eid]}"
        taken[eid] += 1
    return eid


def _printed(view: View, span: tuple[int, int] | None) -> str:
    return " ".join(view.text[span[0] : span[1]].split()) if span else ""


def _printed_heading(view: View, span: tuple[int, int] | None) -> str:
    return _printed(view, span).lstrip(" .)").rstrip(" .") if span else ""


def number_of(printed: str) -> str:
    return clean(printed)
