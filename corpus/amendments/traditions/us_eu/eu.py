"""The European Union, in those of its languages for which there is data beside this."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.inline_numbers import InlineNumbers, Rung
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition, HouseStyle
from palermo.corpus.amendments.traditions.clausal.formulae import ClausalFormulae
from palermo.corpus.amendments.traditions.clausal.read_instructions import ClausalReader
from palermo.corpus.amendments.traditions.us_eu.eu_layout import EuropeanText
from palermo.corpus.amendments.traditions.us_eu.make_instructions import PartsMaker
from palermo.corpus.amendments.traditions.us_eu.quotations import PartsQuotes
from palermo.corpus.amendments.traditions.us_eu.references import PartsReferences
from palermo.corpus.amendments.traditions.us_eu.sparse_numbers import GappedMarks
from palermo.corpus.amendments.traditions.us_eu.words import union

__all__ = ["TRADITION"]

_NUMBER = re.compile(r"(\d+)/(\d+)")


@cache
def _layout(lang: str) -> EuropeanText:
    data = union(lang)
    return EuropeanText(
        marks=_marks(data.rungs, _tools(lang)[0].references, data.ranges),
        level=data.level,
        abbreviations=data.abbreviations,
        meaning=data.meaning,
        conjunctions=data.conjunctions,
        article=data.article,
        indent=data.indent,
    )


def _marks(rungs: Sequence[Rung], references: str, ranges: str = r"(?!)") -> InlineNumbers:
    return GappedMarks(rungs, references, ranges)


@cache
def _tools(lang: str) -> tuple[PartsReferences, ClausalFormulae]:
    data = union(lang)
    return PartsReferences(data), ClausalFormulae(data)


class UnionTradition(DraftingTradition):
    """Regulations, directives and decisions."""

    name = "European Union"
    langs = ("en", "fr", "es", "de", "nl")
    aliases = frozenset({"eu", "e.u.", "ue", "european", "europe"})
    countries = frozenset({"eu"})
    style = HouseStyle(closing_words=True, words_without_heading=True, each_with_heading=True, number_unquoted=True)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        data = union(lang)
        refs, formulae = _tools(lang)
        layout = _layout(lang)
        quotes = PartsQuotes(data.quotes)
        maker = PartsMaker(formulae, layout, data)
        marks = _marks(data.clauses, refs.references)
        reader = ClausalReader(data, layout, refs, formulae, maker, marks, lambda p: quotes.words(p, p.quoted))
        return reader.read(passages)

    def layout(self, lang: str) -> EuropeanText:
        return _layout(lang)

    def is_act(self, named: str, title: str) -> bool:
        """True by the number: 2011/36 of a directive with whatever title."""
        numbers = _NUMBER.search(named)
        there = _NUMBER.search(title)
        return numbers is None or there is None or {*numbers.groups()} == {*there.groups()}

    def acts(self, name: str) -> bool:
        return any(union(lang).numbered_act.match(name) for lang in self.langs)

    def cites(self, citation: str) -> bool:
        return any(union(lang).cites.search(citation) for lang in self.langs)

    def own(self, text: str) -> bool:
        return any(union(lang).marks.search(text) for lang in self.langs)


TRADITION = UnionTradition()
