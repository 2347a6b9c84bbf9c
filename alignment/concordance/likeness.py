"""Likeness of two provisions of different instruments: a score from their own text and the text around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from palermo.alignment.concordance import weights
from palermo.alignment.concordance.answers import agreed
from palermo.alignment.concordance.candidates import candidates
from palermo.alignment.concordance.cosine import Weighed, alike, cosine, only, weigh
from palermo.alignment.concordance.vectors import VectorSide

__all__ = ["Pair", "ProvisionLikeness", "bests", "likeness"]

Pair = tuple[int, int]

_SURE = 0.25  # a mutual best pair is sure from here on, to tell by it how far citations hold
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class ProvisionLikeness:
    """`scores` of the pairs that were measured, 0 to 1; the rest is what `parts` tells the parts of a score from."""

    scores: Mapping[Pair, float]
    said: tuple[Weighed, Weighed]
    around: Mapping[Pair, Mapping[str, float]]
    kinds: Mapping[str, float]

    @property
    def definitions(self) -> frozenset[Pair]:
        """The pairs that define the same terms."""
        return frozenset(pair for pair, parts in self.around.items() if "defined" in parts)

    def parts(self, pair: Pair) -> dict[str, float]:
        """The cosine for each kind of evidence that at least one of the two has, and what stands around them."""
        (i, j), found = pair, {}
        for kind in self.kinds:
            one, other = only(self.said[0], i, kind), only(self.said[1], j, kind)
            if one.masses[i] or other.masses[j]:
                found[kind] = cosine(one, i, other, j)
        return found | dict(self.around[pair])


def likeness(left: VectorSide, right: VectorSide, kinds: Mapping[str, float]) -> ProvisionLikeness:
    """The likeness of every pair worth measuring; swapped sides give the mirror."""
    a, b = weigh(left.own, right.own, kinds)
    worth = sorted({*candidates(a.vectors, b.vectors), *_same_cite(left, right)})
    own = {(i, j): score for i, j in worth if (score := alike(a, i, b, j)) > 0}
    c, d = weigh(left.context, right.context, kinds)
    articles, trust = _articles(left, right, own, kinds), _trust(left, right, own)
    agreeing = agreed(left.answers, right.answers)
    places = [{i: n for n, i in enumerate(side.used)} for side in (left, right)]
    around: dict[Pair, dict[str, float]] = {}
    for i, j in own:
        near = [own.get(pair, 0.0) for pair in _beside(places[0][i], places[1][j], left.used, right.used)]
        around[i, j] = parts = {"article": articles[left.unit[i], right.unit[j]], "neighbours": max(near, default=0.0)}
        if c.masses[i] or d.masses[j]:
            parts["context"] = cosine(c, i, d, j)
        if (i, j) in agreeing:
            parts["answers"] = agreeing[i, j]
        if defined := _defined(left, right, i, j):
            parts["defined"] = defined
        if _cite(left, i) == _cite(right, j):
            parts["number"] = trust
    scores = {pair: round(_score(score, around[pair]), _DIGITS) for pair, score in own.items()}
    return ProvisionLikeness(scores, (a, b), around, kinds)


def _score(own: float, parts: Mapping[str, float]) -> float:
    score = own
    if "context" in parts:
        score = (1 - weights.CONTEXT) * score + weights.CONTEXT * sqrt(score * parts["context"])
    score *= 1 - weights.UNIT * (1 - float(parts["article"] ** weights.STEEP))
    score = (1 - weights.NEIGHBOURS) * score + weights.NEIGHBOURS * sqrt(score * parts["neighbours"])
    score += weights.NUMBER * parts.get("number", 0.0) * (1 - score)
    score += weights.ANSWERS * parts.get("answers", 0.0) * (1 - score)
    return score + weights.DEFINED * parts.get("defined", 0.0) * (1 - score)


def _articles(
    left: VectorSide, right: VectorSide, pairs: Mapping[Pair, float], kinds: Mapping[str, float]
) -> dict[Pair, float]:
    """How well the articles of the pairs answer each other, against the best that either finds."""
    a, b = weigh(left.whole, right.whole, kinds)
    near = {(u, v): cosine(a, u, b, v) for u, v in {(left.unit[i], right.unit[j]) for i, j in pairs}}
    best_left, best_right = bests(near)
    return {(u, v): x / (max(best_left[u], best_right[v]) or 1.0) for (u, v), x in near.items()}


def bests(scores: Mapping[Pair, float]) -> tuple[dict[int, float], dict[int, float]]:
    """The best score of each left and of each right key."""
    left: defaultdict[int, float] = defaultdict(float)
    right: defaultdict[int, float] = defaultdict(float)
    for (i, j), score in scores.items():
        left[i] = max(left[i], score)
        right[j] = max(right[j], score)
    return left, right


def _trust(left: VectorSide, right: VectorSide, scores: Mapping[Pair, float]) -> float:
    """How often sure pairs have the same citation: near 1 for a translation, near 0 for different instruments."""
    best_left, best_right = bests(scores)
    sure = [(i, j) for (i, j), s in scores.items() if s > _SURE and s == best_left[i] == best_right[j]]
    same = sum(_cite(left, i) == _cite(right, j) for i, j in sure)
    return (same + 0.5) / (len(sure) + 2)


def _same_cite(left: VectorSide, right: VectorSide) -> Iterator[Pair]:
    """The first pair of each citation: in a translation its words may be too common to be told by them."""
    there = {_cite(right, j): j for j in reversed(right.used)}
    seen: set[str] = set()
    for i in left.used:
        cite = _cite(left, i)
        if cite and cite in there and cite not in seen:
            seen.add(cite)
            yield i, there[cite]


def _defined(left: VectorSide, right: VectorSide, i: int, j: int) -> float:
    """How far two provisions define the same terms, 0 to 1."""
    one, other = left.shown[i].own["terms"].keys(), right.shown[j].own["terms"].keys()
    return len(one & other) / max(len(one), len(other)) if one and other else 0.0


def _cite(side: VectorSide, index: int) -> str:
    return side.shown[index].provision.cite.casefold()


def _beside(position: int, to: int, left: tuple[int, ...], right: tuple[int, ...]) -> Iterator[Pair]:
    for step in (-1, 1):
        if 0 <= position + step < len(left) and 0 <= to + step < len(right):
            yield left[position + step], right[to + step]
