"""Which pairs are out of their old order or under another parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from alignment.clauses import Clause
from alignment.match import Matching
from alignment.order import Edge, chain
from alignment.split import Group

__all__ = ["moved"]


def moved(pairs: Sequence[Group], left: Sequence[Clause], right: Sequence[Clause], found: Matching) -> set[Group]:
    """The groups with both sides that moved: their nearest linked parents do not answer each other, or among those with
    the same parents they do not belong to the longest run that kept its order.

    What stands under a moved clause, and what was only shifted by insertions, has not moved; nor has what only came to
    lie in, or out of, a container that the other side does not have.
    """
    gone: set[Group] = set()
    families: defaultdict[tuple[int, int, int], list[Group]] = defaultdict(list)
    for group in pairs:
        i, j = group.lefts[0], group.rights[0]
        line_left, line_right = list(_line(left, i)), list(_line(right, j))
        above_left = next((found.answers(a) for a in line_left[1:] if found.answers(a)), None)
        above_right = next((found.answers_back(b) for b in line_right[1:] if found.answers_back(b)), None)
        stays_left = above_left is None or not above_left.isdisjoint(line_right)
        stays_right = above_right is None or not above_right.isdisjoint(line_left)
        if not (stays_left and stays_right):
            gone.add(group)
            continue
        common = next((a for a in line_left[1:] if not found.answers(a).isdisjoint(line_right[1:])), -1)
        families[common, left[i].source, right[j].source].append(group)
    for family in families.values():
        ordered = {group.lefts[0]: group for group in family}
        kept = chain(
            Edge(i, group.rights[0], 1 + min(left[i].total.total(), 1000) / 1e6) for i, group in ordered.items()
        )
        gone.update(group for i, group in ordered.items() if i not in {edge.left for edge in kept})
    return gone


def _line(side: Sequence[Clause], at: int) -> Iterator[int]:
    """The clause and its ancestors without the root: the parts of a side that are files are no parents in law."""
    while side[at].parent >= 0:
        yield at
        at = side[at].parent
