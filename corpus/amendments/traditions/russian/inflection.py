"""The forms of a word and of the one that comes in its place, where both are declined alike.

Of words that are not, the form that is meant would be a guess: in many a form stands for two cases, which differ in the
other word, and words around may have to agree with another gender.
"""

from __future__ import annotations

import re

from palermo.corpus.amendments.traditions.russian.words import RussianWords

__all__ = ["Forms"]


class Forms:
    """Declines with the paradigms of `data`."""

    def __init__(self, data: RussianWords) -> None:
        self._paradigms = [(re.compile(p.nouns, re.I), len(p.endings[0]), p.endings) for p in data.paradigms]

    def pairs(self, old: str, new: str) -> tuple[tuple[str, str], ...] | None:
        """Each form of `old` with that of `new`, the words as given first; None where the forms are not certain."""
        for nouns, cut, endings in self._paradigms:
            if nouns.fullmatch(old) and nouns.fullmatch(new):
                stems = old[: len(old) - cut], new[: len(new) - cut]
                return tuple((stems[0] + ending, stems[1] + ending) for ending in endings)
        return None
