"""How alike two provisions of different instruments are: one score from what they say and what stands around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import fsum, sqrt

from alignment.concordance import weights
from alignment.concordance.candidates import candidates
from alignment.concordance.vectors import Rarity, Side, Vector

__all__ = ["Likeness", "Pair", "likeness"]

Pair = tuple[int, int]

_SURE = 0.25  # a mutual best pair is sure from here on, to tell by it how far citations hold
_DIGITS = 9  # sums are rounded, so that the order of the sides does not show in the last digit


@dataclass(frozen=True, slots=True)
class Likeness:
    """`scores` of the pairs that were measured, 0 to 1; the rest is what `parts` tells the parts of a score from."""

    scores: Mapping[Pair, float]
    left: Mapping[int, Vector]
    right: Mapping[int, Vector]
    around: Mapping[Pair, Mapping[str, float]]
    kinds: Mapping[str, float]

    def parts(self, pair: Pair) -> dict[str, float]:
        """The cosine for each kind of evidence that at least one of the two has, and what stands around them."""
        a, b = self.left[pair[0]], self.right[pair[1]]
        found = {}
        for kind in self.kinds:
            one, other = _only(a, kind), _only(b, kind)
            if one or other:
                found[kind] = _cosine(one, other, (_mass(one), _mass(other)))
        return found | dict(self.around[pair])


def likeness(left: Side, right: Side, kinds: Mapping[str, float]) -> Likeness:
    """The likeness of every pair worth measuring; swapped sides give the mirror."""
    rarity = Rarity([left.own.values(), right.own.values()], kinds)
    a, b = ({i: rarity.weigh(v) for i, v in side.own.items()} for side in (left, right))
    mass = [{i: _mass(v) for i, v in side.items()} for side in (a, b)]
    worth = sorted({*candidates(a, b), *_same_cite(left, right)})
    said = {(i, j): _likeness(a[i], b[j], (mass[0][i], mass[1][j])) for i, j in worth}
    said = {pair: score for pair, score in said.items() if score > 0}
    rarity = Rarity([left.context.values(), right.context.values()], kinds)
    c, d = ({i: rarity.weigh(v) for i, v in side.context.items()} for side in (left, right))
    depth = [{i: _mass(v) for i, v in side.items()} for side in (c, d)]
    units = _units(left, right, said, kinds)
    trust = _trust(left, right, said)
    place = [{i: n for n, i in enumerate(side.used)} for side in (left, right)]
    scores, around = {}, {}
    for (i, j), own in said.items():
        near = max(said.get(pair, 0.0) for pair in _beside(place[0][i], place[1][j], left.used, right.used))
        parts = {"article": units[left.unit[i], right.unit[j]], "neighbours": near}
        if c[i] or d[j]:
            parts["context"] = _cosine(c[i], d[j], (depth[0][i], depth[1][j]))
        if _cite(left, i) == _cite(right, j):
            parts["number"] = trust
        scores[i, j] = round(_score(own, parts), _DIGITS)
        around[i, j] = parts
    return Likeness(scores, a, b, around, kinds)


def _score(own: float, parts: Mapping[str, float]) -> float:
    score = own
    if "context" in parts:
        score = (1 - weights.CONTEXT) * score + weights.CONTEXT * sqrt(score * parts["context"])
    score *= 1 - weights.UNIT * (1 - float(parts["article"] ** 1.5))
    score = (1 - weights.NEIGHBOURS) * score + weights.NEIGHBOURS * sqrt(score * parts["neighbours"])
    return score + weights.NUMBER * parts.get("number", 0.0) * (1 - score)


def _likeness(a: Vector, b: Vector, masses: tuple[float, float]) -> float:
    shared = _dot(a, b)
    if not shared:
        return 0.0
    if a == b:
        return 1.0
    contained = min(1.0, shared / (min(masses) + weights.SHORT))
    cosine = shared / sqrt(masses[0] * masses[1])
    return round((1 - weights.CONTAINED) * cosine + weights.CONTAINED * contained, _DIGITS)


def _units(left: Side, right: Side, pairs: Mapping[Pair, float], kinds: Mapping[str, float]) -> dict[Pair, float]:
    """How well the articles of the pairs answer each other, against the best that either finds."""
    rarity = Rarity([left.whole.values(), right.whole.values()], kinds)
    a, b = ({u: rarity.weigh(v) for u, v in side.whole.items()} for side in (left, right))
    mass = [{u: _mass(v) for u, v in side.items()} for side in (a, b)]
    wanted = {(left.unit[i], right.unit[j]) for i, j in pairs}
    alike = {(u, v): _cosine(a[u], b[v], (mass[0][u], mass[1][v])) for u, v in wanted}
    best_left, best_right = bests(alike)
    return {(u, v): x / (max(best_left[u], best_right[v]) or 1.0) for (u, v), x in alike.items()}


def bests(scores: Mapping[Pair, float]) -> tuple[dict[int, float], dict[int, float]]:
    """The best score of each left and of each right key."""
    left: defaultdict[int, float] = defaultdict(float)
    right: defaultdict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        left[i] = max(left[i], score)
        right[j] = max(right[j], score)
    return left, right


def _trust(left: Side, right: Side, said: Mapping[Pair, float]) -> float:
    """How often sure pairs have the same citation: near 1 for a translation, near 0 for different instruments."""
    best_left, best_right = bests(said)
    sure = [(i, j) for (i, j), s in said.items() if s > _SURE and s == best_left[i] == best_right[j]]
    same = sum(_cite(left, i) == _cite(right, j) for i, j in sure)
    return (same + 0.5) / (len(sure) + 2)


def _same_cite(left: Side, right: Side) -> Iterator[Pair]:
    """The first pair of each citation: in a translation its words may be too common to be told by them."""
    there = {_cite(right, j): j for j in reversed(right.used)}
    seen: set[str] = set()
    for i in left.used:
        cite = _cite(left, i)
        if cite and cite in there and cite not in seen:
            seen.add(cite)
            yield i, there[cite]


def _cite(side: Side, index: int) -> str:
    return side.shown[index].provision.cite.casefold()


def _beside(at: int, to: int, left: tuple[int, ...], right: tuple[int, ...]) -> Iterator[Pair]:
    for step in (-1, 1):
        if 0 <= at + step < len(left) and 0 <= to + step < len(right):
            yield left[at + step], right[to + step]
    yield -1, -1


def _only(vector: Vector, kind: str) -> Vector:
    return {f: x for f, x in vector.items() if f[0] == kind}


def _cosine(a: Vector, b: Vector, masses: tuple[float, float]) -> float:
    shared = _dot(a, b)
    return round(shared / sqrt(masses[0] * masses[1]), _DIGITS) if shared else 0.0


def _dot(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return fsum(a[f] * b[f] for f in a.keys() & b.keys())  # exact, in whatever order


def _mass(a: Vector) -> float:
    return fsum(x * x for x in a.values())
