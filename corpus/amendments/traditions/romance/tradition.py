"""The base of the traditions in French and in Spanish, which differ in their words only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition, HouseStyle
from palermo.corpus.amendments.traditions.romance.layout.article_text import RomanceArticleText
from palermo.corpus.amendments.traditions.romance.read_instructions import RomanceReader
from palermo.corpus.amendments.traditions.romance.words import RomanceWords, words

__all__ = ["RomanceTradition"]


class RomanceTradition(DraftingTradition):
    """A tradition whose words are in the data file of its language."""

    style = HouseStyle(number_unquoted=True, lines_unquoted=True)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        return _reader(lang).read(passages)

    def layout(self, lang: str) -> RomanceArticleText:
        return _layout(lang)

    def is_act(self, named: str, title: str) -> bool:
        return _same(words(self.langs[0]), named, title)

    def own(self, text: str) -> bool:
        return words(self.langs[0]).own.search(text) is not None


@cache
def _layout(lang: str) -> RomanceArticleText:
    return RomanceArticleText(words(lang))


@cache
def _reader(lang: str) -> RomanceReader:
    return RomanceReader(words(lang), _layout(lang))


def _same(data: RomanceWords, named: str, title: str) -> bool:
    """True if date or number of the act are the same where both have one; else by the words of the name."""
    for pattern in data.act_numbers:
        ours, theirs = (
            [re.sub(r"\W+", " ", m.group("id")).casefold() for m in re.finditer(pattern, text, re.I)]
            for text in (named, title)
        )
        if ours and theirs:
            return ours[0] == theirs[0]
    small = data.small
    words, others = ({w for w in re.findall(r"\w+", text.casefold()) if w not in small} for text in (named, title))
    return bool(words) and bool(others) and (words <= others or others <= words)
