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
from palermo.corpus.amendments.tradition import DraftingTradition
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


def _read(passages: Sequence[Passage], lang: str) -> list[Instruction]:
    from palermo.corpus.amendments.traditions.canadian.read_instructions import CanadianReader

    return CanadianReader(words(lang), _layout(lang)).read(passages)


def _repealed(lang: str, level: str, citation: str) -> str | None:
    data = words(lang)
    for english, local in data.get("citation_words", {}).items():
        citation = citation.replace(english, local)
    mark = data.get("repealed_of", {}).get(level, data["repealed"])
    return str(mark.format(citation=citation))


def _cited(lang: str, instrument: InstrumentId, section: str) -> str:
    if instrument.country != "ca" or len(instrument.path) != 2 or not section:
        return ""
    year, chapter = instrument.path
    return str(words(lang)["citation"].format(year=year, chapter=chapter, section=section))


def _fit(lang: str, text: str, start: int, end: int, word: str) -> tuple[int, str] | None:
    from palermo.corpus.amendments.traditions.canadian.agreement import fitted

    return fitted(words(lang), text, start, end, word)


TRADITION = DraftingTradition(
    name="Canada",
    countries=frozenset({"ca"}),
    cites=lambda citation: re.match(r"\d{4}, (?:c|ch)\. \d+", citation) is not None,
    own=lambda text: re.search(words("en")["own"], text) is not None,
    langs=("en", "fr"),
    read=_read,
    layout=_layout,
    cited=_cited,
    repealed=_repealed,
    fit=_fit,
    margins=True,
    follow_on=lambda lang, level: words(lang)["follow_on"].get(level),
)
