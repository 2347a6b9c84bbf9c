"""Russia and Kazakhstan, and others that draft in Russian as they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.amendments.traditions.russian.layout.article_text import RussianArticleText
from palermo.corpus.amendments.traditions.russian.make_instructions import RussianOperations
from palermo.corpus.amendments.traditions.russian.read_instructions import RussianReader
from palermo.corpus.amendments.traditions.russian.references import Paths
from palermo.corpus.amendments.traditions.russian.resolve_references import RussianPlaces
from palermo.corpus.data_files import read_data

__all__ = ["TRADITION", "RussianTradition", "words"]


class RussianTradition(DraftingTradition):
    """Acts in Russian; the base of those that are drafted so in other languages."""

    name = "Russia and Kazakhstan"
    langs: tuple[str, ...] = ("ru",)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        return _reader(lang).read(passages)

    def layout(self, lang: str) -> RussianArticleText:
        return _layout(lang)

    def is_act(self, named: str, title: str) -> bool:
        """By the stems of the words, as names are inflected: those of the one are all in the other. A law is told by
        its quoted title."""
        data = words(self.langs[0])
        ours, theirs = _stems(data, named), _stems(data, title)
        return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


@cache
def words(lang: str) -> dict[str, Any]:
    """The data of a language."""
    data: dict[str, Any] = read_data(__package__, f"data/{lang}.yaml")
    return data


@cache
def _reader(lang: str) -> RussianReader:
    data, paths = words(lang), Paths(words(lang))
    operations = RussianOperations(data, paths, _layout(lang))
    return RussianReader(data, paths, operations, RussianPlaces(data, paths, operations))


@cache
def _layout(lang: str) -> RussianArticleText:
    return RussianArticleText(words(lang))


def _stems(data: dict[str, Any], name: str) -> frozenset[str]:
    for english, own in data["english"].items():
        if english in name.casefold():
            name = own
            break
    quoted = re.search(r"[«\"“](.+)[»\"”]", name)
    if quoted:
        name = quoted[1]
    else:
        cut = re.search(data["name_ends"], name)
        name = name[: cut.start()] if cut else name
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name.casefold())
    small, length = set(data["small"]), data["stem"]
    return frozenset("-".join(part[:length] for part in word.split("-")) for word in found if word not in small)


TRADITION = RussianTradition()
