"""The units of a text: its articles or sections, and whatever stands outside them.

A unit is what a search hit is, and what a fragment of a version lays claim to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from palermo.corpus.model.text_model import BASIC_UNITS, Provision

__all__ = ["PairUnit", "claims", "unit_of", "units"]


# Akoma Ntoso 1.0, part 1, 5.2: elements of hierarchy that group articles; with the document types and its attachments.
_CONTAINERS = frozenset({
    "act", "annex", "attachment", "bill", "body", "book", "chapter", "crossHeading", "division", "doc", "part",
    "schedule", "subchapter", "subdivision", "subpart", "subtitle", "title", "tome",
})  # fmt: skip
_QUOTED = "|"  # in the citation of a provision that an amending act quotes: it belongs to the article that quotes it


@dataclass(frozen=True, slots=True)
class PairUnit:
    """`provisions` with their places in document order (the root is 0); the first is the unit itself.

    A unit that is a container (a part, a chapter, the root) has only its own words: what it contains is in other units.
    """

    provisions: tuple[tuple[int, Provision], ...]

    @property
    def seq(self) -> int:
        return self.provisions[0][0]

    @property
    def top(self) -> Provision:
        return self.provisions[0][1]


def units(root: Provision) -> Iterator[PairUnit]:
    """The units of a text in document order; every provision is in exactly one."""
    yield from _units(root, 0)


def claims(root: Provision) -> frozenset[str]:
    """The ids that make two fragments of a version clash: of its articles; of its other units where it has none."""
    tops = [unit.top for unit in units(root)]
    articles = frozenset(p.id for p in tops if p.level in BASIC_UNITS)
    return articles or frozenset(p.id for p in tops if p is not root) or frozenset({root.id})


def unit_of(top: Provision, seq: int) -> PairUnit:
    """The unit that the provision at place `seq` of its text is, or begins."""
    if seq and not _is_container(top):
        return PairUnit(tuple(enumerate(top.walk(), seq)))
    return PairUnit(((seq, top),))


def _units(node: Provision, seq: int) -> Iterator[PairUnit]:
    unit = unit_of(node, seq)
    yield unit
    if len(unit.provisions) > 1:
        return
    seq += 1
    for child in node.children:
        yield from _units(child, seq)
        seq += sum(1 for _ in child.walk())


def _is_container(node: Provision) -> bool:
    if node.level in _CONTAINERS:
        return True
    # The Russian раздел and the French section hold chapters and articles; the English section is itself the unit.
    below = (p for p in node.walk() if p is not node and _QUOTED not in p.cite)
    return node.level == "section" and any(p.level in _CONTAINERS or p.level == "article" for p in below)
