"""The United Kingdom, Ireland, and the Commonwealth countries that draft as they do, in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.inline_numbers import InlineNumbers
from palermo.corpus.amendments.reading.named_act import same_act
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition, HouseStyle
from palermo.corpus.amendments.traditions.british.australian_items import items
from palermo.corpus.amendments.traditions.british.make_instructions import BritishMaker
from palermo.corpus.amendments.traditions.british.references import BritishReferences
from palermo.corpus.amendments.traditions.british.section_layout import BritishText
from palermo.corpus.amendments.traditions.british.unquoted_text import Unquoted
from palermo.corpus.amendments.traditions.british.words import words
from palermo.corpus.amendments.traditions.clausal.formulae import ClausalFormulae
from palermo.corpus.amendments.traditions.clausal.read_instructions import ClausalReader

__all__ = ["TRADITION"]

_NUMBERED = re.compile(r"\bAct (\d+[A-Z]?)\b(?! of)")  # Malaysia's acts have numbers of their own: [Act 670]


@cache
def _layout(_lang: str) -> BritishText:
    data = words()
    return BritishText(
        marks=InlineNumbers(data.rungs, _tools()[0].references, data.ranges),
        scheduled=InlineNumbers(data.scheduled, _tools()[0].references, data.ranges),
        level=data.level,
        abbreviations=data.abbreviations,
        meaning=data.meaning,
        conjunctions=data.conjunctions,
        number=data.section,
    )


@cache
def _tools() -> tuple[BritishReferences, ClausalFormulae]:
    return BritishReferences(words()), ClausalFormulae(words())


class BritishTradition(DraftingTradition):
    """Acts of Parliament as the United Kingdom drafts them, and those that follow it."""

    name = "Britain"
    langs = ("en",)
    countries = words().countries
    style = HouseStyle(closing_words=True, words_without_heading=True)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        (refs, formulae), layout, data = _tools(), _layout(lang), words()
        maker = BritishMaker(formulae, layout)
        reader = ClausalReader(data, layout, refs, formulae, maker, layout.marks, Unquoted(data).words)
        return reader.read(items(passages), whole=len(passages) > 1)

    def layout(self, lang: str) -> BritishText:
        return _layout(lang)

    def is_act(self, named: str, title: str) -> bool:
        """True by the name, a bill's as an act's; or by the number that Malaysia gives its acts."""
        bare = re.sub(r"^[A-Z.]+\s?\d+/\d+\s[-–]\s|\s\(Passed\)$", "", title)  # a bill's number, its outcome
        name = re.sub(r"\s*[\[(][^\])]*[\])]$", "", named)  # [Act 670], (c. 42)
        if same_act(name, re.sub(r"\bBill\b", "Act", bare)):
            return True
        numbers = _NUMBERED.findall(named)
        return bool(numbers) and numbers == _NUMBERED.findall(title)

    def own(self, text: str) -> bool:
        return words().marks.search(text) is not None


TRADITION = BritishTradition()
