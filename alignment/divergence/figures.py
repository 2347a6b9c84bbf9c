"""Numbers in running text, in figures or in words, with their values."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kb.divergence import Words
from kb.numbers import number
from kb.numbers import words as number_words

__all__ = ["Figure", "figures"]


class Figure(NamedTuple):
    """A number at `start` to `end` of a folded text; `value` as it is compared ("1500", "0.5")."""

    start: int
    end: int
    value: str


def figures(folded: str, words: Words) -> list[Figure]:
    """The numbers of a text, in order. One that only says "a" (one, un, ein) is none."""
    found = []
    for match in _pattern(words).finditer(folded):
        value = _figure(match[0]) if match[0][0].isdigit() else _spelled(match[0], words.lang)
        if value is not None:
            found.append(Figure(*match.span(), value))
    return found


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    """Figures with their groups of three, or number words; inflected languages have narrow forms of their own."""
    word = (
        words.numerals.pattern
        if words.numerals.pattern != "(?!)"
        else rf"(?<![\w-])(?:{number_words(words.lang)})(?!\w)"
    )
    more = rf"(?:(?: | and | et (?=un\b|onze\b)|-)(?:{word}))*"
    return re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[  .,']\d{{3}})+(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)*|(?:{word}){more}")


def _figure(text: str) -> str:
    """One way of writing it: no groups, a point before the decimals."""
    text = re.sub(r"(?<=\d)[  .,'](?=\d{3}(?!\d))", "", text)
    return text.replace(",", ".")


def _spelled(text: str, lang: str) -> str | None:
    value = number(re.sub(r"-| and | et ", " ", text), lang)
    if value is None:
        value = number(text, lang)
    return None if value is None or value < _LEAST else str(value)


_LEAST = 2  # words for one are articles
