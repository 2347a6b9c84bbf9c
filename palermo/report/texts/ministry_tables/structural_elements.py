"""Tracked changes by the structural elements of an act: an article, or one of its parts, with the lines of each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from palermo.corpus.model.text_model import Provision
from palermo.report.redline.lines import LineChange, RedlineLine
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tree import ParagraphTree
from palermo.report.shared.pair_words import label
from palermo.report.texts.ministry_tables.labels import Labels

__all__ = ["StructuralElement", "articles_of_one", "elements"]


@dataclass(slots=True)
class StructuralElement:
    """`left` and `right`: the part of the article on each side, or the article itself; None where a side has none."""

    left: Provision | None
    right: Provision | None
    lines: list[RedlineLine] = field(default_factory=list)

    def takes(self, left: Provision | None, right: Provision | None) -> bool:
        """True if a line whose provisions are `left` and `right` belongs to the element."""
        if right is not None and self.right is not None:
            return right is self.right
        return left is not None and left is self.left

    @property
    def changed(self) -> bool:
        return any(line.changed for line in self.lines)

    @property
    def cites(self) -> frozenset[str]:
        """Citations of the element and of what is in it, on either side."""
        inside = (p for line in self.lines for p in (line.left, line.right))
        return _cites([*inside, self.left, self.right])

    def around(self, tree: ParagraphTree) -> frozenset[str]:
        """Citations of the article around the element, on either side."""
        return _cites(tree.article(p) for p in (self.left, self.right) if p is not None)

    def told(self, labels: Labels) -> list[str]:
        """Sentences on what moved in the element, and what has another number."""
        pairs = [(line.end, line.left, line.right) for line in self.lines if line.left and line.right]
        moved = [
            labels.said("arrow", label([old]), label([new]))
            for end, old, new in pairs
            if end in (LineChange.MOVED_FROM, LineChange.MOVED_TO)
        ]
        numbers = [
            labels.said("arrow", old.num, new.num)
            for end, old, new in pairs
            if end is LineChange.NONE and old.num and new.num and old.num != new.num
        ]
        kinds = (("moved", moved), ("renumbered", numbers))
        return [labels.said(kind, ", ".join(dict.fromkeys(words))) for kind, words in kinds if words]

    def name(self, tree: ParagraphTree, labels: Labels) -> str:
        """Name that a drafter gives the element, by the text in force if that has it."""
        part = self.left or self.right
        assert part is not None
        return labels.unit(tree.version(part), tree.article(part), part)


def elements(
    lines: Iterable[RedlineLine], tree: ParagraphTree, whole: Container[int] = ()
) -> Iterator[StructuralElement]:
    """All lines, in order. An article that one side has not is one element as a whole; so are those of `whole`, given
    by their identity.
    """
    lines = list(lines)
    apart = articles_of_one(lines, tree)

    def part(provision: Provision | None) -> Provision | None:
        article = None if provision is None else tree.article(provision)
        if provision is None or id(article) in apart or id(article) in whole:
            return article
        return tree.part(provision)

    places = [tuple(map(part, _here(line))) for line in lines]
    partners = {id(a): b for one, other in places if one and other for a, b in ((one, other), (other, one))}
    current: StructuralElement | None = None
    for line, (left, right) in zip(lines, places, strict=True):
        old = left or partners.get(id(right))
        new = right or partners.get(id(left))
        if current is None or not current.takes(old, new):
            if current is not None:
                yield current
            current = StructuralElement(old, new)
        current.lines.append(line)
    if current is not None:
        yield current


def articles_of_one(lines: Iterable[RedlineLine], tree: ParagraphTree) -> set[int]:
    """The articles of which nothing is on the other side, by their identity."""
    one: set[int] = set()
    both: set[int] = set()
    for line in lines:
        sides = [p for p in _here(line) if p is not None]
        (one if len(sides) == 1 else both).update(id(tree.article(p)) for p in sides)
    return one - both


def _here(line: RedlineLine) -> tuple[Provision | None, Provision | None]:
    """The provisions whose it is at this place: of what moved the one that stands here."""
    if line.move is None:
        return line.left, line.right
    return line.left if line.on(PieceMark.OUT) else None, line.right if line.on(PieceMark.IN) else None


def _cites(provisions: Iterable[Provision | None]) -> frozenset[str]:
    return frozenset(p.cite.casefold() for p in provisions if p is not None and p.cite)
