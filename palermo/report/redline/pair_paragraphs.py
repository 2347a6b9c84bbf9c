"""Pairing of the paragraphs of two texts, by the words that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

__all__ = ["alike"]

_ALIKE = 0.4  # of two paragraphs that share less of their words, one reads better as out and the other as in
_CELLS = 40_000  # pairs of paragraphs; where there are more (an act replaced as a whole), none are held together


def alike(
    left: Sequence[Counter[str]], right: Sequence[Counter[str]], may: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """The chain of pairs, in order on both sides, that has most in common; each side is given by its words.

    Only pairs that `may` be are taken: it gets their numbers.
    """
    if len(left) * len(right) > _CELLS:
        return []
    like = [[_share(a, b) if may(i, j) else 0.0 for j, b in enumerate(right)] for i, a in enumerate(left)]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            together = like[i][j] + best[i + 1][j + 1] if like[i][j] >= _ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    chain = []
    i = j = 0
    while i < len(left) and j < len(right):
        if like[i][j] >= _ALIKE and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            chain.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return chain


def _share(a: Counter[str], b: Counter[str]) -> float:
    """0 to 1: how much of the words of both is in both (Dice)."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0
