"""The United States: federal law, and state acts that restate whole sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.named_act import same_act
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.tradition import DraftingTradition, HouseStyle
from palermo.corpus.amendments.traditions.clausal.formulae import ClausalFormulae
from palermo.corpus.amendments.traditions.clausal.read_instructions import ClausalReader
from palermo.corpus.amendments.traditions.clausal.resolve_references import TargetWords
from palermo.corpus.amendments.traditions.us_eu.make_instructions import PartsMaker
from palermo.corpus.amendments.traditions.us_eu.quotations import PartsQuotes
from palermo.corpus.amendments.traditions.us_eu.references import PartsReferences
from palermo.corpus.amendments.traditions.us_eu.sparse_numbers import GappedMarks
from palermo.corpus.amendments.traditions.us_eu.us_layout import AmericanText
from palermo.corpus.amendments.traditions.us_eu.words import AmericanWords, american
from palermo.corpus.model.text_model import Span

__all__ = ["TRADITION"]

_TITLE = re.compile(r"(?:[Tt]itle )?(\d+\w?)(?:,? (?:of the )?United States Code| U\.?\s?S\.?\s?C\.?)")


@cache
def _layout(_lang: str) -> AmericanText:
    data = american()
    return AmericanText(
        marks=GappedMarks(data.rungs, _tools()[0].references, data.ranges),
        level=data.level,
        abbreviations=data.abbreviations,
        meaning=data.meaning,
        conjunctions=data.conjunctions,
        number=data.number,
        caption=data.caption,
    )


@cache
def _tools() -> tuple[PartsReferences, ClausalFormulae]:
    data = american()
    return PartsReferences(data), ClausalFormulae(data)


def _unquoted(text: str, data: AmericanWords) -> tuple[Span, ...]:
    """The provisions that a state act restates without quotation marks."""
    out = []
    following = data.next
    for match in data.unquoted.finditer(text):
        stop = following.search(text, match.end())
        end = stop.start() if stop else len(text)
        out.append(Span(match.end(), match.end() + len(text[match.end() : end].rstrip())))
    return tuple(out)


class AmericanTradition(DraftingTradition):
    """Federal acts, and state acts that restate whole sections."""

    name = "United States"
    langs = ("en",)
    aliases = frozenset({"us", "usa", "u.s.", "united states of america", "america"})
    countries = frozenset({"us"})
    style = HouseStyle(closing_words=True, words_without_heading=True, each_with_heading=True, number_unquoted=True)

    def read(self, passages: Sequence[Passage], lang: str) -> list[Instruction]:
        data = american()
        refs, formulae = _tools()
        layout = _layout(lang)
        quotes = PartsQuotes(data.quotes)

        struck = data.struck

        def quoting(passage: Passage) -> TargetWords:
            known = passage.quoted or _unquoted(passage.words.text, data)
            words = quotes.words(passage, known)
            gone = {n for span in known for m in struck.finditer(passage.words.text, *span) for n in range(*m.span())}
            return words if passage.quoted or not gone else replace(words, marks=words.marks | gone)

        maker = PartsMaker(formulae, layout, data)
        return ClausalReader(data, layout, refs, formulae, maker, layout.marks, quoting).read(passages)

    def layout(self, lang: str) -> AmericanText:
        return _layout(lang)

    def is_act(self, named: str, title: str) -> bool:
        """True by the name; a title of the United States Code by its number."""
        code = _TITLE.match(title)
        if code is not None:
            meant = _TITLE.search(named)
            return meant is None or meant[1] == code[1]
        return same_act(named, title)

    def acts(self, name: str) -> bool:
        return _TITLE.search(name) is not None

    def cites(self, citation: str) -> bool:
        return american().cites.search(citation) is not None

    def own(self, text: str) -> bool:
        return american().marks.search(text) is not None


TRADITION = AmericanTradition()
