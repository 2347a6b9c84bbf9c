"""The data files of the American and Union traditions, typed; the comments in `data/us.en.yaml` say what each key is
for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from palermo.corpus.amendments.reading.inline_numbers import Rung
from palermo.corpus.amendments.traditions.clausal.words import ClausalWords
from palermo.corpus.data_files import read_typed

__all__ = [
    "AmericanWords",
    "ConjunctionWords",
    "PartsWords",
    "QuoteWords",
    "UnionWords",
    "american",
    "conjunctions",
    "union",
]


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """The `pairs` of quotation marks; the patterns of what may follow a closing mark that could be an apostrophe
    (`behind`), and of what a quoted paragraph begins with (`heads`)."""

    pairs: tuple[tuple[str, str], ...]
    heads: re.Pattern[str]
    behind: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ConjunctionWords:
    """The conjunctions between items of lists, whatever the language."""

    before_items: tuple[str, ...]
    before_marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsWords(ClausalWords):
    """The words of a tradition whose references name each part with its level."""

    heads: Mapping[str, re.Pattern[str]]
    sentence: str
    quotes: QuoteWords
    counted: Mapping[str, tuple[str, ...]]
    roman: tuple[str, ...]
    numbers: Mapping[str, re.Pattern[str]]
    item: str
    token: re.Pattern[str]
    and_: str
    through: str
    of: str
    comma: str
    also: str
    the: str
    ordinals: Mapping[str, int]
    aside: str
    forms: Mapping[str, str]
    cites: re.Pattern[str]
    codified: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionWords(PartsWords):
    """The words of acts of the European Union in one language."""

    article: str
    indent: str
    clauses: tuple[Rung, ...]
    numbered_act: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmericanWords(PartsWords):
    """The words of acts of the United States."""

    number: str
    caption: str
    unquoted: re.Pattern[str]
    struck: re.Pattern[str]
    next: re.Pattern[str]


@cache
def union(lang: str) -> UnionWords:
    """The words of a language. Raises InputError for a file that is not valid."""
    return read_typed(__package__, f"data/eu.{lang}.yaml", UnionWords)


@cache
def american() -> AmericanWords:
    """The words of the tradition. Raises InputError for a file that is not valid."""
    return read_typed(__package__, "data/us.en.yaml", AmericanWords)


@cache
def conjunctions() -> ConjunctionWords:
    """The conjunctions. Raises InputError for a file that is not valid."""
    return read_typed(__package__, "data/conjunctions.yaml", ConjunctionWords)
