"""Canada's federal acts, in English and French."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.inline_numbers import InlineNumbers
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.reading.running_text import RunningText
from palermo.corpus.amendments.tradition import DraftingTradition, HouseStyle
from palermo.corpus.amendments.traditions.canadian.agreement import fitted
from palermo.corpus.amendments.traditions.canadian.read_instructions import CanadianReader
from palermo.corpus.amendments.traditions.canadian.words import CanadianWords, words
from palermo.corpus.model.refs import InstrumentId

__all__ = ["TRADITION"]


@cache
def _layout(lang: str) -> RunningText:
    data = words(lang)
    return RunningText(
        marks=InlineNumbers(data.rungs, references(data), data.ranges),
        level=data.level,
        abbreviations=data.abbreviations,
        meaning=data.meaning,
        conjunctions=data.conjunctions,
    )


def references(data: CanadianWords) -> str:
    """A pattern of references in running text: a unit's word and the numbers behind it, alone or in a list.

    "(a), or (b)" of two is no list but the end of a reference and the next item; "(a), (b) or (c)" is one.
    """
    names = "|".join(sorted((w for ws in data.units.values() for w in ws), key=len, reverse=True))
    bare = re.sub(r"\(\?P<\w+>", "(?:", data.number)
    # "33 (3)(b)" is one number, but "under section 7 (a) the" and "or 15 (2) A person" end in the next unit's
    item = rf"(?:\d[\d.]*)?(?:(?:{bare})|\s\(\d[\d.]*\)(?!\s+[A-ZÀ-Ý“«]))(?:{bare})*|\d[\d.]*(?:{bare})*"
    item = f"(?:{item})"
    joins = "|".join(data.joins)
    more = rf"(?:(?:,\s{item})+,?\s(?:{joins})\s{item}|\s(?:{joins})\s{item})"
    return rf"(?<!\w)(?i:{names})\s{item}{more}?"


class CanadianTradition(DraftingTradition):
    """Federal acts, in both official languages."""

    name = "Canada"
    langs = ("en", "fr")
    countries = frozenset({"ca"})
    style = HouseStyle(marginal_notes=True)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        return CanadianReader(words(lang), _layout(lang)).read(passages)

    def layout(self, lang: str) -> RunningText:
        return _layout(lang)

    def cited(self, lang: str, instrument: InstrumentId, section: str) -> str:
        if instrument.country != "ca" or len(instrument.path) != 2 or not section:
            return ""
        year, chapter = instrument.path
        return words(lang).citation.format(year=year, chapter=chapter, section=section)

    def repealed(self, lang: str, level: str, citation: str) -> str:
        data = words(lang)
        for english, local in data.citation_words.items():
            citation = citation.replace(english, local)
        mark = data.repealed_of.get(level, data.repealed)
        return mark.format(citation=citation)

    def follow_on(self, lang: str, level: str) -> str | None:
        return words(lang).follow_on.get(level)

    def fit(self, lang: str, text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
        return fitted(words(lang), text, start, end, word)

    def cites(self, citation: str) -> bool:
        return re.match(r"\d{4}, (?:c|ch)\. \d+", citation) is not None

    def own(self, text: str) -> bool:
        own = words("en").own
        return own is not None and own.search(text) is not None


TRADITION = CanadianTradition()
