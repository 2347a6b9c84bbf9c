"""The heaviest chain of pairs that keeps the order of both sides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Edge", "chain"]


class Edge(NamedTuple):
    """The left thing at place `left` may answer the right thing at place `right`; `weight` above 0 says how well."""

    left: int
    right: int
    weight: float


def chain(edges: Iterable[Edge]) -> list[Edge]:
    """The edges of greatest total weight in which both places always grow, in order.

    Heaviest increasing subsequence with a Fenwick tree of prefix maxima: n log n in the number of edges.
    """
    ordered = sorted(edges, key=lambda edge: (edge.left, -edge.right, -edge.weight))
    places = {right: at for at, right in enumerate(sorted({edge.right for edge in ordered}), 1)}
    totals: list[float] = []
    before: list[int] = []
    tree = [-1] * (len(places) + 1)  # the edge with the greatest total that ends in this stretch of places
    for at, edge in enumerate(ordered):
        best, place = -1, places[edge.right] - 1
        while place > 0:
            if tree[place] >= 0 and (best < 0 or totals[tree[place]] > totals[best]):
                best = tree[place]
            place &= place - 1
        before.append(best)
        totals.append(edge.weight + (totals[best] if best >= 0 else 0.0))
        place = places[edge.right]
        while place < len(tree):
            if tree[place] < 0 or totals[at] > totals[tree[place]]:
                tree[place] = at
            place += place & -place
    found: list[Edge] = []
    at = max(range(len(ordered)), key=lambda k: (totals[k], -k), default=-1)
    while at >= 0:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]
