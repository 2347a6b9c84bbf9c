"""Numbers of provisions that are written in words: "section twenty-three" (Zambia, and older acts elsewhere)."""

from __future__ import annotations

__all__ = ["WORDED", "figures"]

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: n for n, word in enumerate((*_ONES, *_TEENS), 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_ONE = "|".join(sorted(_WORDS, key=len, reverse=True))
WORDED = rf"(?:(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES[:9])})|{_ONE})(?![\w-])"


def figures(number: str) -> str:
    """A number written in words in figures; any other as it is."""
    tens, _, ones = number.partition("-")
    return str(_WORDS[tens] + _WORDS.get(ones, 0)) if tens in _WORDS else number
