"""Units while the tree grows, and their last step: identifiers, citations, provisions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from palermo.corpus.model.eids import ANNEXES
from palermo.corpus.model.eids import step as eid_step
from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.structure.lines.lines import Lines

__all__ = ["Node", "finish"]

_NOTES = frozenset({"note", "remark", "authorialNote", "toc", "preamble", "crossHeading", "hcontainer"})
_ANNEX_ID = re.compile(r"((?:sch|annex|app|att)_[^_]+(?:_\d+)?__)")


@dataclass(slots=True)
class Node:
    """A unit of the view. `kind` is container, annex, article, item, alinea, note or other; `number` is the number as
    cited.
    """

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


def finish(root: Node, view: Lines) -> Provision:
    """The tree as provisions with unique eIds and citations; spans lead into the source."""
    _settle(root)
    return Provision("", "act", "", "", "", Span(0, view.size), _Writer(view).children(root, _Place("", "", "")))


def _settle(node: Node) -> None:
    """Children in order, inside their parent, none empty and none overlapping: the law that every reader of the tree
    trusts.
    """
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


class _Place(NamedTuple):
    """What the children of a unit are called after.

    `base` begins their eIds, `cite` their citations (None: they have none, being items of a part rather than of an
    article), `scope` the citations of articles in an annex.
    """

    base: str
    cite: str | None
    scope: str


class _Writer:
    """Turns nodes into provisions."""

    def __init__(self, view: Lines) -> None:
        self.view = view
        self.taken: Counter[str] = Counter()
        self.notes = {line.note[0]: line.note for line in view.lines if line.note}

    def children(self, node: Node, place: _Place) -> tuple[Provision, ...]:
        """The provisions of a node's children."""
        seen: Counter[str] = Counter()
        plain = node.kind in ("article", "item", "note") and _plain(node)
        out = []
        for child in node.children:
            short = _short(child, seen)
            base = place.base + ("qstr__" if child.quoted else "")
            if child.kind == "article" and not child.quoted:
                base = _annex_id(base)
            eid = _unique(base + eid_step(child.level, short), self.taken)
            uncited = place.cite is None or (node.kind in ("container", "cross") and child.kind in ("item", "note"))
            if uncited and child.kind != "article":
                cite, below = "", _Place(eid + "__", None, place.scope)
            else:
                cite = _cite(child, place, short)
                below = _below(child, place._replace(base=eid + "__"), cite, plain=plain)
            out.append(self._provision(child, eid, cite, below))
        return tuple(out)

    def _provision(self, node: Node, eid: str, cite: str, below: _Place) -> Provision:
        return Provision(
            eid,
            node.level,
            self._printed(node.num),
            cite,
            self._heading(node.heading).lstrip(" .)").rstrip(" ."),
            self.view.source(node.start, node.end),
            self.children(node, below),
            self.view.source(*node.num) if node.num and node.num[1] > node.num[0] else None,
            self.view.source(*node.heading) if node.heading else None,
        )

    def _heading(self, span: tuple[int, int] | None) -> str:
        """A heading as printed; one in the margin with its further lines, which the text beside it parts."""
        return " ".join(self._printed(piece) for piece in self.notes.get(span, (span,))) if span else ""

    def _printed(self, span: tuple[int, int] | None) -> str:
        return " ".join(self.view.text[slice(*span)].split()) if span else ""


def _annex_id(base: str) -> str:
    """Articles count through the whole act: their eIds name no part or chapter, only an annex."""
    match = _ANNEX_ID.match(base)
    return match[1] if match else ""


def _short(child: Node, seen: Counter[str]) -> str:
    if child.number:
        return re.sub(r"[\s/_|~]+", "-", child.number)
    seen[child.level] += 1
    return str(child.count or seen[child.level])


def _cite(child: Node, place: _Place, short: str) -> str:
    """The citation of a unit."""
    cite = place.cite or ""
    if child.kind == "annex":
        return ANNEXES.get(child.level, child.level) + short
    if child.kind == "article":
        return (cite.rstrip() + "|" if child.quoted else place.scope) + child.number
    if child.kind == "container" or (child.level in _NOTES and child.level != "note"):
        return ""
    if child.level == "note":
        short = "note" + child.number
    elif place.scope and not cite and child.kind != "alinea":
        return place.scope + short
    else:
        cite += "|" if child.quoted and "|" not in cite else ""
    return f"{cite}({short})" if cite else short


def _below(child: Node, place: _Place, cite: str, *, plain: bool) -> _Place:
    """What a cited unit's children are called after."""
    if child.kind == "annex":
        return place._replace(cite=cite, scope=cite + "/")
    if child.kind == "alinea" and plain:
        return place
    return place._replace(cite=cite) if cite else place


def _plain(node: Node) -> bool:
    """Whether alineas are left out of their items' citations: where no two items of the unit would be cited alike."""
    numbers: Counter[str] = Counter(c.number for c in node.children if c.kind == "item")
    for child in node.children:
        if child.kind == "alinea":
            numbers.update(c.number or "?" for c in child.children if c.kind == "item")
            numbers[str(child.count)] += 1
    return bool(numbers) and max(numbers.values()) == 1


def _unique(eid: str, taken: Counter[str]) -> str:
    taken[eid] += 1
    while taken[eid] > 1:
        eid = f"{eid}_{taken[eid]}"
        taken[eid] += 1
    return eid
