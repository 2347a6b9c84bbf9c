"""Words as they are compared here: two texts that print the same words in another way say the same."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.compare.words.typography import normal

__all__ = ["bare", "contains", "keys"]


def keys(text: str) -> list[str]:
    """The words with their signs, in one way of printing them."""
    return ["".join(map(normal, word)) for word in text.split()]


def bare(text: str) -> list[str]:
    """The words alone, in small letters: no signs around or between them."""
    plain = "".join(c if c.isalnum() else " " if c not in "'’-" else "" for c in normal(text).casefold())
    return plain.split()


def contains(some: Sequence[str], part: Sequence[str]) -> bool:
    """True if `part`, which is not empty, stands in `some` as it is."""
    size = len(part)
    return bool(size) and any(list(some[at : at + size]) == list(part) for at in range(len(some) - size + 1))
