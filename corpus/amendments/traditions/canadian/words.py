"""The data files of Canada's two languages, typed; the comments in `en.yaml` say what each key is for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from palermo.corpus.amendments.model import Op, Part, Where
from palermo.corpus.amendments.reading.inline_numbers import Rung
from palermo.corpus.data_files import read_typed

__all__ = ["ArticleSounds", "CanadianWords", "ClauseWords", "GenderAgreement", "PhraseWords", "PredicateWords", "words"]


@dataclass(frozen=True, slots=True)
class PredicateWords:
    """The verb of a sentence; with `list` the provisions are listed behind it."""

    op: str
    pattern: str
    list: bool = False


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """A verb phrase: its operation, the side or the part that it is about, and whether a `payload` follows it."""

    op: Op
    pattern: str
    where: Where | None = None
    part: Part | None = None
    payload: bool = False


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The beginning of a clause that edits nothing, by its kind."""

    kind: str
    pattern: str


@dataclass(frozen=True, slots=True)
class ArticleSounds:
    """First letters by which English chooses "a" or "an": those that are `certain`, and the `vowel`s among them."""

    certain: re.Pattern[str]
    vowel: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class GenderAgreement:
    """The forms of French articles by gender and first letter, and the words that may have to agree with a noun."""

    genders: Mapping[str, tuple[str, ...]]
    elides: re.Pattern[str]
    articles_before: re.Pattern[str]
    articles_of: Mapping[str, Mapping[str, str]]
    pronouns: re.Pattern[str]
    participles: re.Pattern[str]
    adjective: re.Pattern[str]
    sentence_ends: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CanadianWords:
    """The words of federal acts in one language."""

    # the text of an act
    level: str
    rungs: tuple[Rung, ...]
    ranges: str
    abbreviations: str
    meaning: str
    conjunctions: frozenset[str]
    repealed: str
    repealed_of: Mapping[str, str] = field(default_factory=dict)
    citation: str
    citation_words: Mapping[str, str] = field(default_factory=dict)
    follow_on: Mapping[str, str]
    # references
    articles: str = ""
    units: Mapping[str, tuple[str, ...]]
    number: str
    joins: Mapping[str, str]
    act: str
    versions: Mapping[str, str]
    this_act: tuple[str, ...]
    edge: str
    edge_first: str
    edge_inside: str = ""
    first_definition: str
    sides: Mapping[str, str]
    portion: str
    definition: str
    plural_definitions: tuple[str, ...]
    within: str
    heading: str
    and_heading: str
    outside: str
    split: str
    terms: re.Pattern[str]
    # sentences
    source_note: str
    subject: str
    names_act: re.Pattern[str]
    predicates: tuple[PredicateWords, ...]
    phrases: tuple[PhraseWords, ...]
    phrase_joins: re.Pattern[str]
    list_opens: re.Pattern[str]
    clauses: tuple[ClauseWords, ...]
    ends: re.Pattern[str]
    prose_ends: re.Pattern[str]
    tidy: re.Pattern[str]
    tidied: str
    that: re.Pattern[str]
    conditional: str
    suspect: str
    signs: re.Pattern[str]
    elsewhere: re.Pattern[str]
    whole_act: re.Pattern[str]
    list_items: re.Pattern[str]
    list_end: re.Pattern[str]
    list_act: re.Pattern[str]
    own: re.Pattern[str] | None = None
    # fitting a word to those around it
    article_sounds: ArticleSounds | None = None
    agreement: GenderAgreement | None = None


@cache
def words(lang: str) -> CanadianWords:
    """The words of a language. Raises InputError for a file that is not valid."""
    return read_typed(__package__, f"{lang}.yaml", CanadianWords)
