"""What the traditions in French and in Spanish share: they differ in their words only."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.amendments.traditions.romance.layout.article_text import RomanceArticleText
from palermo.corpus.data_files import read_data

if TYPE_CHECKING:
    from palermo.corpus.amendments.traditions.romance.read_instructions import RomanceReader

__all__ = ["tradition"]


def tradition(name: str, lang: str, data: str, aliases: Collection[str], countries: str) -> DraftingTradition:
    """The tradition whose words are in the file `data`; `countries` (ISO 3166, with blanks between) draft so."""

    def read(passages: Sequence[Passage], _lang: str) -> list[Instruction]:
        return _reader(data).read(passages)

    def own(text: str) -> bool:
        return re.search(_words(data)["own"], text) is not None

    return DraftingTradition(
        name=name,
        langs=(lang,),
        read=read,
        layout=lambda _lang: _layout(data),
        is_act=lambda named, title: _same(_words(data), named, title),
        aliases=frozenset(aliases),
        countries=frozenset(countries.split()),
        own=own,
        bare=True,
        keeps=True,
    )


@cache
def _words(file: str) -> dict[str, Any]:
    data: dict[str, Any] = read_data(__package__, file)
    return data


@cache
def _layout(file: str) -> RomanceArticleText:
    return RomanceArticleText(_words(file))


@cache
def _reader(file: str) -> RomanceReader:
    from palermo.corpus.amendments.traditions.romance.read_instructions import RomanceReader

    return RomanceReader(_words(file), _layout(file))


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
