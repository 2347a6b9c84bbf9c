"""The pairs of a comparison article by article, with the places that moved provisions left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from palermo.alignment.compare.model import Alignment, Pair
from palermo.corpus.model.text_model import Provision
from palermo.report.redline.places import RedlinePlaces

__all__ = ["Departure", "PairGroup", "groups"]


@dataclass(frozen=True, slots=True)
class Departure:
    """The place on the left where the provisions of `pair` stood before they moved."""

    pair: Pair


@dataclass(slots=True)
class PairGroup:
    """Pairs of an article or section; `left` or `right` is None where that side has none."""

    left: Provision | None
    right: Provision | None
    items: list[Pair | Departure]

    def add(self, item: Pair | Departure, left: Provision | None, right: Provision | None) -> None:
        self.left, self.right = self.left or left, self.right or right
        self.items.append(item)

    @property
    def differs(self) -> bool:
        """True if there is anything to look at in the group."""
        return any(isinstance(item, Departure) or item.differs for item in self.items)


def groups(places: RedlinePlaces) -> Iterator[PairGroup]:
    """Every pair; neighbours in one article are one group. The order is that of the alignment, except that what was
    removed between two provisions of an article, from another article, follows the article.
    """
    current: PairGroup | None = None
    waiting: list[PairGroup] = []
    for item in _items(places):
        pair = item.pair if isinstance(item, Departure) else item
        left = places.article(pair.left[0]) if pair.left else None
        right = places.article(pair.right[0]) if pair.right and item is pair else None
        if current is not None and _belongs(current, left, right):
            current.add(item, left, right)
        elif current is None or right is not None:
            if current is not None:
                yield current
                yield from waiting
            current, waiting = PairGroup(left, right, [item]), []
        elif waiting and _belongs(waiting[-1], left, right):
            waiting[-1].add(item, left, right)
        else:
            waiting.append(PairGroup(left, right, [item]))
    if current is not None:
        yield current
        yield from waiting


def _belongs(group: PairGroup, left: Provision | None, right: Provision | None) -> bool:
    """The right text leads; what is only on the left belongs where its article is."""
    if right is not None:
        return group.right is right or (group.right is None and group.left is left)
    return group.left is left


def _items(places: RedlinePlaces) -> Iterator[Pair | Departure]:
    alignment: Alignment = places.alignment
    after: dict[int, list[Departure]] = {}
    shown = {id(pair) for pair in alignment.pairs}
    for stays, pair in places.departures():
        after.setdefault(id(stays) if id(stays) in shown else 0, []).append(Departure(pair))
    yield from after.get(0, ())
    for pair in alignment.pairs:
        yield pair
        yield from after.get(id(pair), ())
