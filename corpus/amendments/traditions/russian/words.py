"""The data files of the Russian family, typed; the comments in `data/ru.yaml` say what each key is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from palermo.corpus.amendments.traditions.operation_words import OperationWords
from palermo.corpus.data_files import read_typed

__all__ = [
    "FollowingWords",
    "InsideOutWords",
    "LanguageVersion",
    "OutsideInWords",
    "Paradigm",
    "RussianWords",
    "inside_out",
    "outside_in",
]


@dataclass(frozen=True, slots=True)
class LanguageVersion:
    """The words that limit an instruction to the version in the language `lang`."""

    pattern: str
    lang: str


@dataclass(frozen=True, slots=True)
class Paradigm:
    """Nouns that are declined alike: their endings, the nominative's first."""

    nouns: str
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowingWords(OperationWords):
    """A formula that may leave out its verb behind an operation `after`."""

    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RussianWords:
    """The words of amending acts in one language, whatever the order of a reference."""

    # the text of an act
    article: str
    note: str
    annex: str
    remark: re.Pattern[str]
    refers: str
    completing: str
    completing_behind_dash: bool
    parts_or_lines: bool = False
    abbreviations: str
    # references
    units: Mapping[str, str]
    outside: str
    contents: str
    plural: str
    ordinals: Mapping[str, int]
    tens: Mapping[str, int]
    last: str
    instrumental: str
    not_numbers: str
    letters_meant: Mapping[str, str]
    letters: str
    joins: str
    range: re.Pattern[str]
    to_article: str
    act: str
    this_act: str
    # the names of acts
    name_ends: re.Pattern[str]
    english: Mapping[str, str]
    stem: int
    small: frozenset[str]
    # sentences
    section: str
    containers: tuple[str, ...]
    introduces: str
    several: str
    commence: str
    other_language: LanguageVersion
    repeals: str
    suspends: str
    signs: str
    # operations
    words: str
    and_: str
    quoted: str
    before_quoted: str
    it: str
    adapt: str
    macros: Mapping[str, str] = field(default_factory=dict)
    operations: tuple[FollowingWords, ...]
    sides: Mapping[str, str]
    throughout: str
    ops_joins: re.Pattern[str]
    signs_named: Mapping[str, str]
    several_cases: str
    paradigms: tuple[Paradigm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InsideOutWords(RussianWords):
    """References lead from the innermost unit out: пункт 1 части 2 статьи 3."""

    ordinal_end: str
    only_genitive: str
    genitive: str
    joins_of_provisions: str = ""
    range_from: str
    in_: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideInWords(RussianWords):
    """References lead from the article in, each unit but the last in the genitive: 3-баптың 2-бөлігінің 1-тармағы."""

    ending: str
    cases: Mapping[str, str]
    possessed: str
    belongs: str


@cache
def inside_out(lang: str) -> InsideOutWords:
    """The words of a language. Raises InputError for a file that is not valid."""
    return read_typed(__package__, f"data/{lang}.yaml", InsideOutWords)


@cache
def outside_in(lang: str) -> OutsideInWords:
    """The words of a language. Raises InputError for a file that is not valid."""
    return read_typed(__package__, f"data/{lang}.yaml", OutsideInWords)
