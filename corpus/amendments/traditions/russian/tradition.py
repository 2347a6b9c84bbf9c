"""Russia and Kazakhstan, and others that draft in Russian as they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.amendments.traditions.russian.layout.article_text import RussianArticleText
from palermo.corpus.amendments.traditions.russian.make_instructions import RussianOperations
from palermo.corpus.amendments.traditions.russian.read_instructions import RussianReader
from palermo.corpus.amendments.traditions.russian.references import Paths
from palermo.corpus.amendments.traditions.russian.resolve_references import RussianPlaces
from palermo.corpus.amendments.traditions.russian.words import RussianWords, inside_out

__all__ = ["TRADITION", "RussianTradition"]


class RussianTradition(DraftingTradition):
    """Acts in Russian; the base of those that are drafted so in other languages."""

    name = "Russia and Kazakhstan"
    langs: tuple[str, ...] = ("ru",)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        return _reader(lang).read(passages)

    def layout(self, lang: str) -> RussianArticleText:
        return _layout(lang)

    def words(self) -> RussianWords:
        """The data of the tradition's language."""
        return inside_out(self.langs[0])

    def is_act(self, named: str, title: str) -> bool:
        """True if the stems of the words (names are inflected) of the one are all in the other. A law is told by
        its quoted title."""
        data = self.words()
        ours, theirs = _stems(data, named), _stems(data, title)
        return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


@cache
def _reader(lang: str) -> RussianReader:
    data, paths = inside_out(lang), Paths(inside_out(lang))
    operations = RussianOperations(data, paths, _layout(lang))
    return RussianReader(data, paths, operations, RussianPlaces(data, paths, operations))


@cache
def _layout(lang: str) -> RussianArticleText:
    return RussianArticleText(inside_out(lang))


def _stems(data: RussianWords, name: str) -> frozenset[str]:
    for english, own in data.english.items():
        if english in name.casefold():
            name = own
            break
    quoted = re.search(r"[«\"“](.+)[»\"”]", name)
    if quoted:
        name = quoted[1]
    else:
        cut = data.name_ends.search(name)
        name = name[: cut.start()] if cut else name
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name.casefold())
    small, length = data.small, data.stem
    return frozenset("-".join(part[:length] for part in word.split("-")) for word in found if word not in small)


TRADITION = RussianTradition()
