"""Stretches of a text and the words in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["outside", "spell", "touched"]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[cdjlmnst]|qu)'(?=\w)|[^\W\d_]+(?:['-][^\W\d_]+)*|[€$£¥%§№°]|[^\W_]+")


def spell(folded: str) -> list[str]:
    """The words, numbers and signs with a meaning of a folded text; an elided article without its apostrophe."""
    return [word.rstrip("'") for word in _WORD.findall(folded)]


def touched(spans: Sequence[tuple[int, int]], span: tuple[int, int]) -> list[tuple[int, int]]:
    """Those of the spans that share something with `span`; where that is empty, those that it stands inside."""
    start, end = span
    if start == end:
        return [(s, e) for s, e in spans if s < start < e]
    return [(s, e) for s, e in spans if s < end and start < e]


def outside(folded: str, span: tuple[int, int], found: Sequence[tuple[int, int]]) -> list[str]:
    """The words of `span` in a folded text that are in none of the spans `found`, which are in order."""
    at, words = span[0], []
    for start, end in found:
        words += spell(folded[at : max(at, start)])
        at = max(at, end)
    return words + spell(folded[at : span[1]])
