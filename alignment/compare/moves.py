"""Moves: pairs that are out of their old order or under another parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.heaviest_chain import Edge, chain
from palermo.alignment.compare.match import Matching
from palermo.alignment.compare.splits_merges import ClauseGroup

__all__ = ["moved"]


def moved(
    pairs: Sequence[ClauseGroup], left: Sequence[Clause], right: Sequence[Clause], found: Matching
) -> set[ClauseGroup]:
    """The groups with both sides that moved: they stand under another parent, or among those under the same parents
    they do not belong to the longest run that kept its order.

    What stands under a moved clause, or was only shifted by insertions, has not moved; nor has what kept its place
    in the text while a level was put in above it or taken out, or the text was divided in another way.
    """
    gone: set[ClauseGroup] = set()
    in_order = _longest(pairs, left)
    families: defaultdict[tuple[int, int, int], list[ClauseGroup]] = defaultdict(list)
    for group in pairs:
        i, j = group.lefts[0], group.rights[0]
        line_left, line_right = list(_line(left, i)), list(_line(right, j))
        theirs = next((found.answers(a) for a in line_left[1:] if found.answers(a)), None)
        ours = next((found.answers_back(b) for b in line_right[1:] if found.answers_back(b)), None)
        stays = (theirs is None or not theirs.isdisjoint(line_right)) and (
            ours is None or not ours.isdisjoint(line_left)
        )
        if stays:
            common = next((a for a in line_left[1:] if not found.answers(a).isdisjoint(line_right[1:])), -1)
            families[common, left[i].source, right[j].source].append(group)
        elif group not in in_order or min(theirs or {-1}) > j or min(ours or {-1}) > i:
            gone.add(group)  # it passed other clauses, or one of its parents
    for family in families.values():
        gone.update(set(family) - _longest(family, left))
    return gone


def _longest(pairs: Iterable[ClauseGroup], left: Sequence[Clause]) -> set[ClauseGroup]:
    """The most groups that stand in the same order on both sides; among as many, those with more text."""
    by_left = {group.lefts[0]: group for group in pairs}
    kept = chain(Edge(i, group.rights[0], 1 + min(left[i].size, 1000) / 1e6) for i, group in by_left.items())
    return {by_left[edge.left] for edge in kept}


def _line(side: Sequence[Clause], position: int) -> Iterator[int]:
    """The clause and its ancestors without the root: the parts of a side that are files are no parents in law."""
    while side[position].parent >= 0:
        yield position
        position = side[position].parent
