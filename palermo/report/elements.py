"""Tracked changes by the structural elements of an act: an article, or one of its parts, with the lines of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from corpus.model import Provision
from palermo.report.labels import Labels
from palermo.report.redline import Mark
from palermo.report.revision.lines import Line
from palermo.report.revision.tree import Tree

__all__ = ["Element", "elements"]


@dataclass(slots=True)
class Element:
    """`left` and `right`: the part of the article on each side, or the article itself; None where a side has none."""

    left: Provision | None
    right: Provision | None
    lines: list[Line] = field(default_factory=list)

    def takes(self, left: Provision | None, right: Provision | None) -> bool:
        """Whether what is in `left` and `right` belongs to it."""
        if right is not None and self.right is not None:
            return right is self.right
        return left is not None and left is self.left

    @property
    def changed(self) -> bool:
        return any(line.changed for line in self.lines)

    @property
    def cites(self) -> frozenset[str]:
        """How it and what is in it are cited, on either side."""
        inside = (p for line in self.lines for p in (line.left, line.right))
        return _cites([*inside, self.left, self.right])

    def around(self, tree: Tree) -> frozenset[str]:
        """How the article around it is cited, on either side."""
        return _cites(tree.article(p) for p in (self.left, self.right) if p is not None)

    def name(self, tree: Tree, labels: Labels) -> str:
        """What a drafter calls it, by the text in force where that has it."""
        part = self.left or self.right
        assert part is not None
        return labels.unit(tree.version(part), tree.article(part), part)


def elements(lines: Iterable[Line], tree: Tree) -> Iterator[Element]:
    """All lines, in order; an article that one side has not is one element as a whole."""
    lines = list(lines)
    both = _articles_of_both(lines, tree)
    current: Element | None = None
    for line in lines:
        left = line.left if line.on(Mark.OUT) else None
        right = line.right if line.on(Mark.IN) else None
        old, new = (None if p is None else _part(p, both, tree) for p in (left, right))
        if current is None or not current.takes(old, new):
            if current is not None:
                yield current
            current = Element(old, new)
        current.left, current.right = current.left or old, current.right or new
        current.lines.append(line)
    if current is not None:
        yield current


def _part(provision: Provision, both: set[int], tree: Tree) -> Provision:
    article = tree.article(provision)
    return tree.part(provision) if id(article) in both else article


def _articles_of_both(lines: Iterable[Line], tree: Tree) -> set[int]:
    """The articles of which something is on both sides."""
    return {
        id(tree.article(p))
        for line in lines
        if line.on(Mark.OUT) and line.on(Mark.IN)
        for p in (line.left, line.right)
        if p is not None
    }


def _cites(provisions: Iterable[Provision | None]) -> frozenset[str]:
    return frozenset(p.cite.casefold() for p in provisions if p is not None and p.cite)
