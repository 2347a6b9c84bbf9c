"""The signs between the items of a list, and what stands behind its last one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.amendments.definitions import GLOSSARY
from corpus.model import Provision

if TYPE_CHECKING:
    from corpus.amendments.apply import Workshop

__all__ = ["between", "item_end", "last_sign"]

_GLOSSARY = re.compile(GLOSSARY + r"\s*$")


def item_end(text: str, start: int, end: int) -> int:
    """Where the item at `start` to `end` ends: before the term in the other language that closes its definition."""
    match = _GLOSSARY.search(text[start:end])
    return start + match.start() if match else end


def last_sign(text: str, conjunctions: frozenset[str]) -> str:
    """The sign with which an item ends, before a conjunction behind it; "" where it ends in a word."""
    words = text.rstrip()
    head, _, tail = words.rpartition(" ")
    if tail.casefold() in conjunctions:
        words = head.rstrip()
    return words[-1:] if words[-1:] in ".,;:" else ""


def between(shop: Workshop, siblings: Sequence[Provision], text: str) -> str | None:
    """What stands between the items: what most of them but the last end with, else what the house style has."""
    if not siblings:
        return None
    house = shop.tradition.follow_on(shop.lang, siblings[0].level)
    if house is None:
        return None
    ends = Counter(last_sign(text[s.span.start : s.span.end], shop.layout.conjunctions) for s in siblings[:-1])
    counted = [(n, sign) for sign, n in ends.items() if sign in (",", ";")]
    return max(counted)[1] if counted else house
