"""Canada's federal acts, in English and French."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.inline_numbers import InlineNumbers, Rung
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.reading.running_text import RunningText
from palermo.corpus.amendments.tradition import DraftingTradition, HouseStyle
from palermo.corpus.amendments.traditions.canadian.agreement import fitted
from palermo.corpus.amendments.traditions.canadian.read_instructions import CanadianReader
from palermo.corpus.data_files import read_data
from palermo.corpus.model.refs import InstrumentId

__all__ = ["TRADITION"]


@cache
def words(lang: str) -> dict[str, Any]:
    """The data of a language."""
    data: dict[str, Any] = read_data(__package__, f"{lang}.yaml")
    return data


@cache
def _layout(lang: str) -> RunningText:
    data = words(lang)
    rungs = [Rung(r["level"], r["kind"], r["pattern"]) for r in data["rungs"]]
    return RunningText(
        marks=InlineNumbers(rungs, references(data), data["ranges"]),
        level=data["level"],
        abbreviations=data["abbreviations"],
        meaning=data["meaning"],
        conjunctions=frozenset(data["conjunctions"]),
    )


def references(data: dict[str, Any]) -> str:
    """A pattern of references in running text: a unit's word and the numbers behind it, alone or in a list.

    "(a), or (b)" of two is no list but the end of a reference and the next item; "(a), (b) or (c)" is one.
    """
    names = "|".join(sorted((w for ws in data["units"].values() for w in ws), key=len, reverse=True))
    bare = _bare(data)
    # "33 (3)(b)" is one number, but "under section 7 (a) the" and "or 15 (2) A person" end in the next unit's
    item = rf"(?:\d[\d.]*)?(?:(?:{bare})|\s\(\d[\d.]*\)(?!\s+[A-ZÀ-Ý“«]))(?:{bare})*|\d[\d.]*(?:{bare})*"
    item = f"(?:{item})"
    joins = "|".join(data["joins"])
    more = rf"(?:(?:,\s{item})+,?\s(?:{joins})\s{item}|\s(?:{joins})\s{item})"
    return rf"(?<!\w)(?i:{names})\s{item}{more}?"


def _bare(data: dict[str, Any]) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", data["number"])


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
        return str(words(lang)["citation"].format(year=year, chapter=chapter, section=section))

    def repealed(self, lang: str, level: str, citation: str) -> str:
        data = words(lang)
        for english, local in data.get("citation_words", {}).items():
            citation = citation.replace(english, local)
        mark = data.get("repealed_of", {}).get(level, data["repealed"])
        return str(mark.format(citation=citation))

    def follow_on(self, lang: str, level: str) -> str | None:
        sign: str | None = words(lang)["follow_on"].get(level)
        return sign

    def fit(self, lang: str, text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
        return fitted(words(lang), text, start, end, word)

    def cites(self, citation: str) -> bool:
        return re.match(r"\d{4}, (?:c|ch)\. \d+", citation) is not None

    def own(self, text: str) -> bool:
        return re.search(words("en")["own"], text) is not None


TRADITION = CanadianTradition()
