"""Finds a common title for several texts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

__all__ = ["common_title"]


def common_title(titles: Iterable[str]) -> str:
    """The only title, or the words that all begin with ("Code 1997 art. 125", "Code 1997 art. 128": "Code 1997").

    "" where they begin with different words.
    """
    different = list(dict.fromkeys(title for title in titles if title))
    if len(different) <= 1:
        return different[0] if different else ""
    words = zip(*(title.replace(",", " ,").split() for title in different), strict=False)
    shared = [same[0] for same in takewhile(lambda same: len(set(same)) == 1, words)]
    while shared and not shared[-1].isalnum():  # "art." says nothing without its number
        shared.pop()
    return " ".join(shared).replace(" ,", ",")
