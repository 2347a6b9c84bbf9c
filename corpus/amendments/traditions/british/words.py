"""The data files of the British, American and Union traditions, typed; the comments in `en.yaml` say what each key is
for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from palermo.corpus.amendments.reading.inline_numbers import Rung
from palermo.corpus.amendments.traditions.operation_words import OperationWords
from palermo.corpus.data_files import read_typed

__all__ = ["BritishWords", "ClausalWords", "words"]

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausalWords:
    """The words of amending acts whose instructions are clauses under numbers."""

    # the text of an act
    level: str
    rungs: tuple[Rung, ...]
    ranges: str
    abbreviations: str
    meaning: str
    conjunctions: frozenset[str]
    # references
    units: Mapping[str, tuple[str, ...]]
    ladder: tuple[str, ...]
    act: str
    unnamed: re.Pattern[str]
    aliases: tuple[str, ...]
    # instructions
    words: str
    occurrences: Mapping[str, str]
    ordinals_of_places: Mapping[str, int]
    signs: Mapping[str, str]
    fragments: Mapping[str, str]
    contexts: tuple[str, ...]
    fillers: str
    operations: tuple[OperationWords, ...]
    instructs: re.Pattern[str]
    version: re.Pattern[str]
    versions: Mapping[str, str]
    amended: re.Pattern[str]
    modifies: re.Pattern[str]
    when: re.Pattern[str] = _NEVER
    commences: re.Pattern[str]
    # the tradition
    marks: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BritishWords(ClausalWords):
    """The words of acts drafted as the United Kingdom's are."""

    scheduled: tuple[Rung, ...]
    section: str
    kinds: tuple[str, ...]
    outside: str
    limits: str
    heading: str
    opening: str
    closing: str
    that: str
    sentence: str
    explanation: str
    definition: str
    countries: frozenset[str]


@cache
def words() -> BritishWords:
    """The words of the tradition. Raises InputError for a file that is not valid."""
    return read_typed(__package__, "en.yaml", BritishWords)
