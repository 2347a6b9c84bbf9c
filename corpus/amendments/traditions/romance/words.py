"""The data files of the Romance traditions, typed; the comments in `fr.yaml` say what each key is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from palermo.corpus.amendments.traditions.operation_words import OperationWords
from palermo.corpus.data_files import read_typed

__all__ = ["MarkWords", "NumberWords", "OccurrenceWords", "RomanceWords", "UnitWords", "numbers", "words"]


@dataclass(frozen=True, slots=True)
class MarkWords:
    """A number that opens a unit: how it is printed, what is counted, the unit's level, and the number's pattern.

    With `flat` it opens one inside a line, too; a `strict` one must continue a row.
    """

    kind: str
    form: str
    level: str
    pattern: str
    flat: bool = True
    strict: bool = False


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The words for a unit in a reference; a `bare` one is a number without such words."""

    kind: str
    pattern: str
    form: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class OccurrenceWords:
    """The words that say which of several places is meant, and the place: a number from 1, or a name."""

    pattern: str
    value: int | str


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words in numbers of provisions, and those between the items of lists, in all languages."""

    latin: str
    counted: tuple[str, ...]
    spelled: Mapping[str, str]
    joins: re.Pattern[str]
    running: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RomanceWords:
    """The words of amending acts in one language."""

    # the text of an act
    article: str
    article_words: str
    abbreviations: str
    headings_stop: bool
    verbs: re.Pattern[str] | None = None
    items_are_lines: bool
    marks: tuple[MarkWords, ...]
    # references
    ordinals: Mapping[str, int]
    counts: Mapping[str, int]
    list_joins: str
    range: re.Pattern[str]
    item: str
    dotted: re.Pattern[str] | None = None
    units: tuple[UnitWords, ...]
    determiners: Mapping[str, re.Pattern[str]]
    same: re.Pattern[str]
    same_kinds: Mapping[str, str]
    of: re.Pattern[str]
    inner: re.Pattern[str] = re.compile(r",\s")
    and_: re.Pattern[str]
    outside: re.Pattern[str]
    starts: str
    # statements
    numbers: Mapping[str, str]
    introduces: str
    begins: re.Pattern[str]
    hangs: str
    be: str
    fillers: re.Pattern[str]
    signs: re.Pattern[str]
    commence: re.Pattern[str]
    conditions: re.Pattern[str]
    same_act: re.Pattern[str]
    amends: re.Pattern[str]
    # operations
    words: str
    of_words: str
    quote_joins: str
    new: str
    occurrences: tuple[OccurrenceWords, ...]
    occurrences_of: tuple[OccurrenceWords, ...]
    many: Mapping[str, int]
    new_units: Mapping[str, str]
    not_new: str
    new_starts: str
    new_joins: re.Pattern[str]
    left_out: re.Pattern[str]
    above: str
    items_at_end: bool
    act: str
    title: str
    aside: str
    begins_at: str
    follows: str
    heads: tuple[OperationWords, ...]
    operations: tuple[OperationWords, ...]
    verbs_of: Mapping[str, str] = field(default_factory=dict)
    replaces: re.Pattern[str]
    # text quoted without marks
    bare_leads: str
    bare_verbs: str
    bare_ends: str
    # the tradition, and the names of acts
    own: re.Pattern[str]
    act_numbers: tuple[str, ...]
    small: frozenset[str]


@cache
def words(lang: str) -> RomanceWords:
    """The words of a language. Raises InputError for a file that is not valid."""
    return read_typed(__package__, f"{lang}.yaml", RomanceWords)


@cache
def numbers() -> NumberWords:
    """The words in numbers. Raises InputError for a file that is not valid."""
    return read_typed(__package__, "numbers.yaml", NumberWords)
