"""Choice of the matches among measured pairs, and of the containers that correspond as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from palermo.alignment.concordance import weights
from palermo.alignment.concordance.evidence import ShownEvidence
from palermo.alignment.concordance.likeness import Pair, bests
from palermo.alignment.concordance.model import Strength

__all__ = ["choose", "containers"]

_WHOLE = 0.6  # the share of what a container holds that must be answered in the other one, on both sides


def choose(
    left: Sequence[ShownEvidence],
    right: Sequence[ShownEvidence],
    scores: Mapping[Pair, float],
    definitions: Container[Pair] = (),
) -> dict[Pair, Strength]:
    """The matches: good by themselves and near the best that either provision finds. Many-to-many.

    `definitions` are the pairs that define the same terms: they are no rivals of others, for what defines a term and
    what forbids it may both be answered. What stands above an item is left out where the item itself matches.
    """
    rivals = _rivals(left, right, scores, definitions)
    found = {}
    for pair, score in scores.items():
        share, other = sorted(score / rival for rival in rivals[pair]) if score else (0.0, 0.0)
        if score >= weights.LEAST and share >= weights.RIVAL and other >= weights.NEAR_BEST:
            found[pair] = Strength.CORE if share >= weights.NEAR_BEST else Strength.RELATED
    return {pair: strength for pair, strength in found.items() if not _said_below(left, right, pair, found)}


def _rivals(
    left: Sequence[ShownEvidence],
    right: Sequence[ShownEvidence],
    scores: Mapping[Pair, float],
    definitions: Container[Pair],
) -> dict[Pair, tuple[float, float]]:
    """The best scores that the left and the right provision of each pair find, its own among them.

    What stands above or below the other one is no rival: an article and its paragraph may both be answered.
    """
    by_left: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    by_right: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), score in scores.items():
        by_left[i].append((score, j))
        by_right[j].append((score, i))
    for listed in (*by_left.values(), *by_right.values()):
        listed.sort(reverse=True)

    def rival(pair: Pair, other: Pair) -> bool:
        (i, j), (u, v) = pair, other
        above = _in_line(right, j, v) if i == u else _in_line(left, i, u)
        return not above and (pair in definitions or other not in definitions)

    return {
        (i, j): (
            next(score for score, other in by_left[i] if other == j or rival((i, j), (i, other))),
            next(score for score, other in by_right[j] if other == i or rival((i, j), (other, j))),
        )
        for i, j in scores
    }


def _in_line(side: Sequence[ShownEvidence], one: int, other: int) -> bool:
    """Whether one stands in the other."""
    return side[one].index <= other < side[one].end or side[other].index <= one < side[other].end


def _said_below(
    left: Sequence[ShownEvidence], right: Sequence[ShownEvidence], pair: Pair, found: Mapping[Pair, Strength]
) -> bool:
    """Whether one is an item that matches the other only because it matches something below it."""
    i, j = pair
    if not left[i].children:
        return any((i, below) in found for below in range(j + 1, right[j].end))
    return not right[j].children and any((below, j) in found for below in range(i + 1, left[i].end))


def containers(
    left: Sequence[ShownEvidence], right: Sequence[ShownEvidence], matches: Mapping[Pair, Strength]
) -> dict[Pair, float]:
    """Pairs of containers that answer each other as a whole, with the smaller share of what they hold that matches.

    A container has provisions with words below it; pairs that match already are left out.
    """
    held: defaultdict[Pair, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for i, j in matches:
        above_j = _above(right, j)
        for u in _above(left, i):
            for v in above_j:
                one, other = held[u, v]
                one.add(i)
                other.add(j)
    shares = {
        (u, v): min(len(one) / _holds(left, u), len(other) / _holds(right, v)) for (u, v), (one, other) in held.items()
    }
    best_left, best_right = bests(shares)
    return {
        (u, v): share
        for (u, v), share in sorted(shares.items())
        if share >= _WHOLE and share == best_left[u] == best_right[v] and (u, v) not in matches
    }


def _above(side: Sequence[ShownEvidence], index: int) -> list[int]:
    """What a provision stands in, without the root."""
    found, at = [], side[index].parent
    while at >= 0 and side[at].parent >= 0:
        found.append(at)
        at = side[at].parent
    return found


def _holds(side: Sequence[ShownEvidence], index: int) -> int:
    """How many provisions with words of their own are below."""
    return sum(1 for s in side[index + 1 : side[index].end] if s.law and s.words)
