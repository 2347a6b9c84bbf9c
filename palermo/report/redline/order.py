"""Order of paragraphs: those that keep it on both sides; the others have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from palermo.report.redline.paragraph_pairs import Couple

__all__ = ["staying"]


def staying(couples: Sequence[Couple]) -> list[Couple]:
    """The matches that keep their order on both sides, as much text of them as possible; of those that moved only what
    is in the order of the others all the same (an item that went to the article before, across its heading alone).
    """
    chain = _heaviest([m for m in couples if not m.moved])
    for match in sorted((m for m in couples if m.moved and m.like), key=lambda m: m.left):
        at = bisect_left(chain, match.left, key=lambda m: m.left)
        before = chain[at - 1].right if at else -1
        after = chain[at].right if at < len(chain) else match.right + 1
        if before < match.right < after:
            chain.insert(at, match)
    return chain


def _heaviest(couples: Sequence[Couple]) -> list[Couple]:
    """The chain, increasing on both sides, with the most code points: by a tree of prefix maxima (Fenwick 1994)."""
    size = max((m.right for m in couples), default=-1) + 2
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    ordered = sorted(couples, key=lambda m: (m.left, -m.right))
    back: list[int] = []
    for n, match in enumerate(ordered):
        best, at = (0, -1), match.right
        while at > 0:
            best = max(best, tree[at])
            at -= at & -at
        back.append(best[1])
        weight = best[0] + match.length + 1
        at = match.right + 1
        while at <= size:
            tree[at] = max(tree[at], (weight, n))
            at += at & -at
    best, at = (0, -1), size
    while at > 0:
        best = max(best, tree[at])
        at -= at & -at
    chain = []
    n = best[1]
    while n >= 0:
        chain.append(ordered[n])
        n = back[n]
    return chain[::-1]
