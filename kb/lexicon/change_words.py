"""Words that show in what way two texts of one language differ: modality, connectives, dates, references, notes.

The data are `kb/languages/LANG/change_words.yaml`, each section with the source that it rests on. Patterns are regular
expressions on folded text (`palermo.kb.lexicon.cues.fold`); they match whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from palermo.corpus.errors import InputError
from palermo.corpus.language_data import data_file, language_data, languages_with
from palermo.kb.lexicon.cues import fold

__all__ = ["ChangeWords", "languages", "words"]

_TOPIC = "change_words"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class ChangeWords:
    """The compiled words of one language; of a language without a file nothing ever matches.

    `modality` has a pattern for each of duty, power and aim; `connectives` for "and" and "or". `articles` are words
    without weight of their own. `equivalents` gives for each of several phrases of one meaning the one that stands for
    all, `phrases` finds them. `openers` begin a clause that is no item of a list, `adverbial` one that may be. `notes`
    are editors' notes, `note_lines` begin a line that is one. `numerals` are numbers in words. `defined` says
    that a term is defined elsewhere, `definitions` have one group, `term`.
    `references` are words of citing (a stem ends in *), `joins` what stands between two numbers or names of one
    reference, `acts` matches instruments by name, on text that is not folded. `penalties` has patterns by what they
    do: optional, both, either, classes.
    """

    lang: str
    modality: Mapping[str, re.Pattern[str]]
    negation: re.Pattern[str]
    privative: re.Pattern[str]
    connectives: Mapping[str, re.Pattern[str]]
    articles: re.Pattern[str]
    equivalents: Mapping[str, str]
    phrases: re.Pattern[str]
    months: str
    units: re.Pattern[str]
    openers: re.Pattern[str]
    adverbial: re.Pattern[str]
    notes: re.Pattern[str]
    note_lines: re.Pattern[str]
    numerals: re.Pattern[str]
    defined: re.Pattern[str]
    definitions: tuple[re.Pattern[str], ...]
    references: tuple[str, ...]
    joins: tuple[str, ...]
    ordinals: tuple[str, ...]
    acts: re.Pattern[str]
    penalties: Mapping[str, re.Pattern[str]]


def languages() -> tuple[str, ...]:
    """The languages that have a file, sorted."""
    return languages_with(_TOPIC)


@cache
def words(lang: str) -> ChangeWords:
    """The words of a language, those of no language where there is no file for it.

    Raises InputError for a file that is not valid.
    """
    data = language_data(lang, _TOPIC)
    return ChangeWords(
        lang=lang,
        modality=_table(lang, data, "modality"),
        negation=_words(lang, "negation", _list(data, "negation")),
        privative=_words(lang, "privative", _list(data, "negation", "privative")),
        connectives=_table(lang, data, "connectives"),
        articles=_words(lang, "articles", _list(data, "articles")),
        equivalents=_equivalents(data),
        phrases=_phrases(data),
        months="|".join(_list(data, "months")) or _NEVER.pattern,
        units=_words(lang, "units", _list(data, "units")),
        openers=_words(lang, "openers", _list(data, "openers")),
        adverbial=_words(lang, "adverbial", _list(data, "openers", "adverbial")),
        notes=_compiled(lang, "notes", "|".join(rf"(?<!\w)(?:{p})" for p in _list(data, "notes", "patterns"))),
        note_lines=_compiled(lang, "lines", "|".join(rf"\W*(?:{p})" for p in _list(data, "notes", "lines"))),
        numerals=_words(lang, "numerals", _list(data, "numerals")),
        defined=_words(lang, "defined", _list(data, "definitions", "marks")),
        definitions=tuple(_compiled(lang, "definitions", p) for p in _list(data, "definitions", "patterns")),
        references=tuple(_list(data, "references")),
        joins=tuple(_list(data, "references", "joins")),
        ordinals=tuple(_list(data, "references", "ordinals")),
        acts=_compiled(lang, "acts", "|".join(rf"(?<!\w)(?:{p})" for p in _list(data, "references", "acts"))),
        penalties=_table(lang, data, "penalties"),
    )


def _list(data: Mapping[str, Any], section: str, key: str = "words") -> list[str]:
    found: list[str] = data.get(section, {}).get(key, [])
    return found


def _table(lang: str, data: Mapping[str, Any], section: str) -> Mapping[str, re.Pattern[str]]:
    rows = {key: value for key, value in data.get(section, {}).items() if key != "source"}
    return MappingProxyType({key: _words(lang, f"{section}.{key}", value) for key, value in rows.items()})


def _words(lang: str, name: str, alternatives: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(alternatives, key=len, reverse=True)
    return _compiled(lang, name, rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])" if longest_first else "")


def _compiled(lang: str, name: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern) if pattern else _NEVER
    except re.error as error:
        raise InputError(f"{name}: {error}", file=data_file(lang, _TOPIC), expected="a regular expression") from error


def _equivalents(data: Mapping[str, Any]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in _list(data, "equivalents", "rows"):
        for phrase in row:
            found.setdefault(fold(phrase), fold(row[0]))
    return MappingProxyType(found)


def _phrases(data: Mapping[str, Any]) -> re.Pattern[str]:
    found = sorted((re.escape(phrase) for phrase in _equivalents(data)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)") if found else _NEVER
