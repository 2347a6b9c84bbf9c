"""Words that show in what way two texts of one language differ: modality, connectives, dates, references, notes.

The data are `kb/languages/LANG/change_words.yaml`, each section with the source that it rests on. Patterns are regular
expressions on folded text (`palermo.kb.lexicon.cues.fold`); they match whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from palermo.corpus.errors import InputError
from palermo.corpus.language_data import data_file, languages_with, read_language
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


_Words = tuple[str, ...]
_Table = Mapping[str, _Words | str]


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of a file: the `source` that it rests on, and the lists that `ChangeWords` tells of."""

    source: str = ""
    words: _Words = ()
    privative: _Words = ()
    rows: tuple[_Words, ...] = ()
    adverbial: _Words = ()
    patterns: _Words = ()
    lines: _Words = ()
    marks: _Words = ()
    joins: _Words = ()
    ordinals: _Words = ()
    acts: _Words = ()


@dataclass(frozen=True, slots=True)
class _ChangeWordsFile:
    """A file as it is written; the tables have words by key, and their `source`."""

    modality: _Table = field(default_factory=dict)
    negation: _Section = _Section()
    connectives: _Table = field(default_factory=dict)
    articles: _Section = _Section()
    equivalents: _Section = _Section()
    months: _Section = _Section()
    units: _Section = _Section()
    numerals: _Section = _Section()
    openers: _Section = _Section()
    notes: _Section = _Section()
    definitions: _Section = _Section()
    references: _Section = _Section()
    penalties: _Table = field(default_factory=dict)


def languages() -> tuple[str, ...]:
    """The languages that have a file, sorted."""
    return languages_with(_TOPIC)


@cache
def words(lang: str) -> ChangeWords:
    """The words of a language, those of no language where there is no file for it.

    Raises InputError for a file that is not valid.
    """
    data = read_language(lang, _TOPIC, _ChangeWordsFile)
    return ChangeWords(
        lang=lang,
        modality=_table(lang, "modality", data.modality),
        negation=_words(lang, "negation", data.negation.words),
        privative=_words(lang, "privative", data.negation.privative),
        connectives=_table(lang, "connectives", data.connectives),
        articles=_words(lang, "articles", data.articles.words),
        equivalents=_equivalents(data.equivalents.rows),
        phrases=_phrases(data.equivalents.rows),
        months="|".join(data.months.words) or _NEVER.pattern,
        units=_words(lang, "units", data.units.words),
        openers=_words(lang, "openers", data.openers.words),
        adverbial=_words(lang, "adverbial", data.openers.adverbial),
        notes=_compiled(lang, "notes", "|".join(rf"(?<!\w)(?:{p})" for p in data.notes.patterns)),
        note_lines=_compiled(lang, "lines", "|".join(rf"\W*(?:{p})" for p in data.notes.lines)),
        numerals=_words(lang, "numerals", data.numerals.words),
        defined=_words(lang, "defined", data.definitions.marks),
        definitions=tuple(_compiled(lang, "definitions", p) for p in data.definitions.patterns),
        references=tuple(data.references.words),
        joins=tuple(data.references.joins),
        ordinals=tuple(data.references.ordinals),
        acts=_compiled(lang, "acts", "|".join(rf"(?<!\w)(?:{p})" for p in data.references.acts)),
        penalties=_table(lang, "penalties", data.penalties),
    )


def _table(lang: str, section: str, table: _Table) -> Mapping[str, re.Pattern[str]]:
    rows = {key: words for key, words in table.items() if not isinstance(words, str)}  # all but `source`
    return MappingProxyType({key: _words(lang, f"{section}.{key}", words) for key, words in rows.items()})


def _words(lang: str, name: str, alternatives: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(alternatives, key=len, reverse=True)
    return _compiled(lang, name, rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])" if longest_first else "")


def _compiled(lang: str, name: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern) if pattern else _NEVER
    except re.error as error:
        raise InputError(f"{name}: {error}", file=data_file(lang, _TOPIC), expected="a regular expression") from error


def _equivalents(rows: Sequence[Sequence[str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for phrase in row:
            found.setdefault(fold(phrase), fold(row[0]))
    return MappingProxyType(found)


def _phrases(rows: Sequence[Sequence[str]]) -> re.Pattern[str]:
    found = sorted((re.escape(phrase) for phrase in _equivalents(rows)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)") if found else _NEVER
