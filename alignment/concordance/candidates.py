"""Pairs worth measuring: those that share features that few others have. Their number stays linear in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import nlargest

from palermo.alignment.concordance.vectors import Feature, Vector

__all__ = ["candidates"]

_COMMON = 60  # a feature that more provisions of a side have says little and costs much, unless it is of a small side
_COMMON_SHARE = 0.08
_BEST = 24  # for each provision of either side


def candidates(left: Mapping[int, Vector], right: Mapping[int, Vector]) -> list[tuple[int, int]]:
    """Pairs of keys of both sides whose vectors share most, sorted."""
    shared = _shared(left, right)
    by_left: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    by_right: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), mass in shared.items():
        by_left[i].append((mass, -j))
        by_right[j].append((mass, -i))
    found = {(i, -j) for i, listed in by_left.items() for _, j in nlargest(_BEST, listed)}
    found |= {(-i, j) for j, listed in by_right.items() for _, i in nlargest(_BEST, listed)}
    return sorted(found)


def _shared(left: Mapping[int, Vector], right: Mapping[int, Vector]) -> dict[tuple[int, int], float]:
    where: defaultdict[Feature, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in right.items():
        for feature, y in vector.items():
            where[feature].append((j, y))
    spread: defaultdict[Feature, int] = defaultdict(int)
    for vector in left.values():
        for feature in vector:
            spread[feature] += 1
    most = max(_COMMON, round(_COMMON_SHARE * min(len(left), len(right))))
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for i, vector in left.items():
        for feature, x in vector.items():
            listed = where.get(feature, ())
            if max(len(listed), spread[feature]) <= most:
                for j, y in listed:
                    shared[i, j] += x * y
    return {pair: round(mass, 9) for pair, mass in shared.items()}  # whichever side comes first
