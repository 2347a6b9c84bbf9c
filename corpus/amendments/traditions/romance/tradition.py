"""What the traditions in French and in Spanish share: they differ in their words only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition, HouseStyle
from palermo.corpus.amendments.traditions.romance.layout.article_text import RomanceArticleText
from palermo.corpus.data_files import read_data

__all__ = ["RomanceTradition"]


class RomanceTradition(DraftingTradition):
    """A tradition whose words are in the data file of its language."""

    style = HouseStyle(number_unquoted=True, lines_unquoted=True)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        from palermo.corpus.amendments.traditions.romance.read_instructions import RomanceReader

        return RomanceReader(_words(lang), _layout(lang)).read(passages)

    def layout(self, lang: str) -> RomanceArticleText:
        return _layout(lang)

    def is_act(self, named: str, title: str) -> bool:
        return _same(_words(self.langs[0]), named, title)

    def own(self, text: str) -> bool:
        return re.search(_words(self.langs[0])["own"], text) is not None


@cache
def _words(lang: str) -> dict[str, Any]:
    data: dict[str, Any] = read_data(__package__, f"{lang}.yaml")
    return data


@cache
def _layout(lang: str) -> RomanceArticleText:
    return RomanceArticleText(_words(lang))


def _same(data: dict[str, Any], named: str, title: str) -> bool:
    """By the date or the number of the act, where both have one; else by the words of the name."""
    for pattern in data["act_numbers"]:
        ours, theirs = (
            [re.sub(r"\W+", " ", m.group("id")).casefold() for m in re.finditer(pattern, text, re.I)]
            for text in (named, title)
        )
        if ours and theirs:
            return ours[0] == theirs[0]
    small = set(data["small"])
    words, others = ({w for w in re.findall(r"\w+", text.casefold()) if w not in small} for text in (named, title))
    return bool(words) and bool(others) and (words <= others or others <= words)
