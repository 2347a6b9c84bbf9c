"""Which pairs are out of their old order or under another parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from alignment.clauses import Clause
from alignment.order import Edge, chain
from alignment.split import Group

__all__ = ["moved"]


def moved(
    pairs: Sequence[Group], left: Sequence[Clause], right: Sequence[Clause], nodes: Mapping[int, int]
) -> set[Group]:
    """The groups with both sides that moved: their nearest linked parents are not each other's, or among those with
    the same parents they do not belong to the longest run that kept its order.

    What stands under a moved clause, and what was only shifted by insertions, has not moved; nor has what only came to
    lie in, or out of, a container that the other side does not have.
    """
    back = {j: i for i, j in nodes.items()}
    found: set[Group] = set()
    families: defaultdict[tuple[int, int, int, int], list[Group]] = defaultdict(list)
    for group in pairs:
        i, j = group.lefts[0], group.rights[0]
        line_left, line_right = list(_line(left, i)), list(_line(right, j))
        above_left = next((a for a in line_left[1:] if a in nodes), None)
        above_right = next((b for b in line_right[1:] if b in back), None)
        stays_left = above_left is None or nodes[above_left] in line_right
        stays_right = above_right is None or back[above_right] in line_left
        if not (stays_left and stays_right):
            found.add(group)
            continue
        common = next((a for a in line_left[1:] if nodes.get(a) in line_right[1:]), -1)
        families[common, nodes.get(common, -1), left[i].source, right[j].source].append(group)
    for family in families.values():
        ordered = {group.lefts[0]: group for group in family}
        kept = chain(
            Edge(i, group.rights[0], 1 + min(left[i].total.total(), 1000) / 1e6) for i, group in ordered.items()
        )
        found.update(group for i, group in ordered.items() if i not in {edge.left for edge in kept})
    return found


def _line(side: Sequence[Clause], at: int) -> Iterator[int]:
    """The clause and its ancestors without the root: the parts of a side that are files are no parents in law."""
    while side[at].parent >= 0:
        yield at
        at = side[at].parent
