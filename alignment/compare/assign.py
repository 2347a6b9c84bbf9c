"""Assignment of clauses of two lists to each other: in order if possible, across it where the words leave no doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from palermo.alignment.compare.heaviest_chain import Edge, chain
from palermo.alignment.compare.similarity import Similarity, SimilarityScope

__all__ = ["alone", "assign", "scattered"]

# Lists are compared all with all up to so many pairs; beyond that only the candidates are measured.
_ALL, _ALL_IN_GAP = 10_000, 2_500
# A pair that anchors the order must reach the first, and be nearly (second) the best that either clause has.
_ANCHOR, _NEARLY = 0.5, 0.15
# The very same words say so much that nothing else is looked at, if there are so many.
_EXACT_LENGTH = 8
# A pair that breaks the order must reach these, in all and in words, have so many words, and lead the next best so far.
_ACROSS, _ACROSS_WORDS, _ACROSS_LENGTH, _CLEAR = 0.6, 0.6, 4, 0.05
# So many words that were taken out in one place and put in in another are one and the same clause.
_ALONE_LENGTH = 6
# Between anchors so many shared words are enough; more where the numbers differ; fewer with the same heading, or with
# the same number in the same place of the gap; next to none with the same heading and number.
_BETWEEN, _BETWEEN_OTHER_NUMBER, _BETWEEN_BACKED, _BETWEEN_SURE, _SAME_HEADING = 0.3, 0.36, 0.2, 0.03, 0.7
# Or one holds so much of the other, which has so many words, with the same number or no other choice: it only grew.
_GROWN, _GROWN_LENGTH = 0.6, 8


class _Gap(NamedTuple):
    lefts: list[int]
    rights: list[int]


def assign(
    lefts: Sequence[int], rights: Sequence[int], like: Similarity, scope: SimilarityScope
) -> list[tuple[int, int]]:
    """Pairs of left and right clauses (their indexes, given in order), each clause in one pair at most."""
    score = _measured(lefts, rights, like, scope)
    near = _nearly_best(score)
    left_place = {i: place for place, i in enumerate(lefts)}
    right_place = {j: place for place, j in enumerate(rights)}
    anchors = chain(
        Edge(left_place[i], right_place[j], s - _ANCHOR + _NEARLY) for (i, j), s in near.items() if s >= _ANCHOR
    )
    pairs = [(lefts[edge.left], rights[edge.right]) for edge in anchors]
    across = _across(score, near, pairs, like, scope)
    measured: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in score:
        measured[i].append(j)
    for gap in list(_gaps(lefts, rights, pairs, across)):
        pairs.extend(_between(gap, measured, like, scope))
    return sorted(pairs + across)


def scattered(
    lefts: Sequence[int], rights: Sequence[int], like: Similarity, scope: SimilarityScope
) -> list[tuple[int, int]]:
    """The same for clauses from anywhere in the sides, whose order says nothing: only pairs that leave no doubt."""
    score = _measured(lefts, rights, like, scope)
    return sorted(_across(score, _nearly_best(score), (), like, scope))


def alone(
    lefts: Sequence[int], rights: Sequence[int], like: Similarity, scope: SimilarityScope
) -> list[tuple[int, int]]:
    """Pairs with the very same words that no other clause of the two lists has: what left one place is in another."""
    return sorted(
        pair
        for pair in _alike(lefts, rights, like, scope)
        if like.length(*pair, scope) >= _ALONE_LENGTH and like.comparable(*pair)
    )


def _measured(
    lefts: Sequence[int], rights: Sequence[int], like: Similarity, scope: SimilarityScope
) -> dict[tuple[int, int], float]:
    """The scores of the pairs worth a thought. Where only two have the very same words, no other is."""
    settled = [pair for pair in _alike(lefts, rights, like, scope) if like.length(*pair, scope) >= _EXACT_LENGTH]
    done_left, done_right = {i for i, _ in settled}, {j for _, j in settled}
    rest_left = [i for i in lefts if i not in done_left]
    rest_right = [j for j in rights if j not in done_right]
    if len(rest_left) * len(rest_right) <= _ALL:
        proposed: Iterable[tuple[int, int]] = ((i, j) for i in rest_left for j in rest_right)
    else:
        proposed = like.candidates(rest_left, rest_right, scope)
    return {(i, j): like.score(i, j, scope) for i, j in (*settled, *proposed)}


def _alike(
    lefts: Sequence[int], rights: Sequence[int], like: Similarity, scope: SimilarityScope
) -> list[tuple[int, int]]:
    """The pairs with the very same words that no other clause of the two lists has."""
    left, right = like.bags(lefts, 0, scope), like.bags(rights, 1, scope)
    return [(some[0], right[bag][0]) for bag, some in left.items() if len(some) == len(right.get(bag, ())) == 1]


def _nearly_best(score: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    best_left: dict[int, float] = {}
    best_right: dict[int, float] = {}
    for (i, j), s in score.items():
        best_left[i] = max(s, best_left.get(i, 0.0))
        best_right[j] = max(s, best_right.get(j, 0.0))
    return {(i, j): s for (i, j), s in score.items() if s >= max(best_left[i], best_right[j]) - _NEARLY}


def _across(
    score: Mapping[tuple[int, int], float],
    near: Mapping[tuple[int, int], float],
    pairs: Iterable[tuple[int, int]],
    like: Similarity,
    scope: SimilarityScope,
) -> list[tuple[int, int]]:
    """The best pairs among what the anchors left over, wherever they stand; none that has a rival as good."""
    rivals_left, rivals_right = _rivals(score, 0), _rivals(score, 1)
    used_left, used_right = {i for i, _ in pairs}, {j for _, j in pairs}
    found: list[tuple[int, int]] = []
    for (i, j), s in sorted(near.items(), key=lambda item: (-item[1], item[0])):
        if s < _ACROSS:
            break
        if i in used_left or j in used_right or s - max(rivals_left[i], rivals_right[j]) < _CLEAR:
            continue
        long = like.length(i, j, scope) >= _ACROSS_LENGTH and like.distinct(i, j, scope)
        if long and like.words(i, j, scope) >= _ACROSS_WORDS:
            found.append((i, j))
            used_left.add(i)
            used_right.add(j)
    return found


def _rivals(score: Mapping[tuple[int, int], float], end: int) -> dict[int, float]:
    """For each clause of one side (0 left, 1 right), its second best score."""
    best: defaultdict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for pair, s in score.items():
        first, second = best[pair[end]]
        best[pair[end]] = (max(first, s), max(min(first, s), second))
    return {clause: second for clause, (_, second) in best.items()}


def _gaps(
    lefts: Sequence[int], rights: Sequence[int], pairs: Sequence[tuple[int, int]], across: Sequence[tuple[int, int]]
) -> Iterator[_Gap]:
    """What is left on both sides between one anchor and the next."""
    taken_left, taken_right = {i for i, _ in across}, {j for _, j in across}
    a = b = 0
    for i, j in [*pairs, (None, None)]:
        x = len(lefts) if i is None else lefts.index(i, a)
        y = len(rights) if j is None else rights.index(j, b)
        gap = _Gap([k for k in lefts[a:x] if k not in taken_left], [k for k in rights[b:y] if k not in taken_right])
        if gap.lefts and gap.rights:
            yield gap
        a, b = x + 1, y + 1


def _between(
    gap: _Gap, measured: Mapping[int, Sequence[int]], like: Similarity, scope: SimilarityScope
) -> Iterator[tuple[int, int]]:
    """The pairs inside a gap, in order. Their place speaks for them, so fewer words are enough."""
    lefts, rights = gap
    lone = len(lefts) == len(rights) == 1
    small, inside = len(lefts) * len(rights) <= _ALL_IN_GAP, frozenset(rights)
    edges = []
    for place, i in enumerate(lefts):
        opposite = {place, place + len(rights) - len(lefts)}  # as far from either end of the gap
        level = {rights[k] for k in opposite if 0 <= k < len(rights)}
        for j in rights if small else inside.intersection(measured.get(i, ())):
            if not like.comparable(i, j):
                continue
            number, headed = like.number(i, j), (like.heading(i, j) or 0) >= _SAME_HEADING
            if headed and number == 1:
                enough = _BETWEEN_SURE
            elif headed or (number == 1 and j in level):
                enough = _BETWEEN_BACKED
            else:
                enough = _BETWEEN if number is None or number else _BETWEEN_OTHER_NUMBER
            grown = (lone or number == 1) and like.length(i, j, scope) >= _GROWN_LENGTH
            if like.words(i, j, scope) >= enough or (grown and like.held(i, j, scope) >= _GROWN):
                edges.append(Edge(i, j, like.score(i, j, scope)))
    yield from ((edge.left, edge.right) for edge in chain(edges))
