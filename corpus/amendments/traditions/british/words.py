"""The data file of the British tradition, typed; its comments say what each key is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from palermo.corpus.amendments.reading.inline_numbers import Rung
from palermo.corpus.amendments.traditions.clausal.words import ClausalWords
from palermo.corpus.data_files import read_typed

__all__ = ["BritishWords", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BritishWords(ClausalWords):
    """The words of acts drafted as the United Kingdom's are."""

    scheduled: tuple[Rung, ...]
    section: str
    refers: tuple[str, ...]
    schedule_ordinals: tuple[str, ...]
    single_ends: re.Pattern[str]
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
