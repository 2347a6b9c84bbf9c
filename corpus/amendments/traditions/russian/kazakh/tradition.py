"""Kazakhstan in Kazakh: articles as in its Russian acts, references outside in, the verb last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.traditions.russian.kazakh.references import KazakhPaths
from palermo.corpus.amendments.traditions.russian.kazakh.resolve_references import KazakhPlaces
from palermo.corpus.amendments.traditions.russian.layout.article_text import RussianArticleText
from palermo.corpus.amendments.traditions.russian.make_instructions import RussianOperations
from palermo.corpus.amendments.traditions.russian.read_instructions import RussianReader
from palermo.corpus.amendments.traditions.russian.tradition import RussianTradition
from palermo.corpus.amendments.traditions.russian.words import OutsideInWords, outside_in

__all__ = ["TRADITION"]


class KazakhTradition(RussianTradition):
    """Acts in Kazakh."""

    name = "Kazakhstan"
    langs = ("kk",)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        return _reader(lang).read(passages)

    def layout(self, lang: str) -> RussianArticleText:
        return _layout(lang)

    def words(self) -> OutsideInWords:
        return outside_in(self.langs[0])


@cache
def _layout(lang: str) -> RussianArticleText:
    return RussianArticleText(outside_in(lang))


@cache
def _reader(lang: str) -> RussianReader:
    data, paths = outside_in(lang), KazakhPaths(outside_in(lang))
    operations = RussianOperations(data, paths, _layout(lang))
    return RussianReader(data, paths, operations, KazakhPlaces(data, paths, operations))


TRADITION = KazakhTradition()
