"""The words that the data files of British, American and Union drafting share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from palermo.corpus.amendments.reading.inline_numbers import Rung
from palermo.corpus.amendments.traditions.operation_words import OperationWords

__all__ = ["ClausalWords"]

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
