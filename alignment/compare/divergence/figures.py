"""Numbers in running text, in figures or in words, with their values."""

from __future__ import annotations

from typing import NamedTuple

from palermo.kb.lexicon import numbers
from palermo.kb.lexicon.change_words import ChangeWords

__all__ = ["FigureChange", "figures"]


class FigureChange(NamedTuple):
    """A number at `start` to `end` of a folded text; `value` as it is compared ("1500", "0.5", "5.2.1")."""

    start: int
    end: int
    value: str


def figures(folded: str, words: ChangeWords) -> list[FigureChange]:
    """The numbers of a text, in order. One that only says "a" (one, un, ein) or "half" is none."""
    spelled = words.numerals.pattern if words.numerals.pattern != "(?!)" else ""
    return [
        FigureChange(f.start, f.end, folded[f.start : f.end].replace(",", ".") if f.value is None else _plain(f.value))
        for f in numbers.find(folded, words.lang, spelled=spelled)
        if not (f.spelled and f.value in _ARTICLES)
    ]


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


_ARTICLES = (0.5, 1)
