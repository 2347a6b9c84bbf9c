"""Negation: the words by which a statute denies what it speaks of, one data file for all languages.

`kb/lexicon/negation.yaml` says of each kind of words what it does; patterns are regular expressions on folded text
(`palermo.kb.lexicon.cues.fold`) that match from the start of a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from palermo.corpus.data_files import read_data
from palermo.corpus.errors import InputError

__all__ = ["Negation", "negation"]

_NEVER = re.compile(r"(?!)")
_FILE = "negation.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class Negation:
    """The compiled patterns of one language, one for each kind of words; a kind without words has one that never
    matches.
    """

    contrast: re.Pattern[str] = _NEVER
    relative: re.Pattern[str] = _NEVER
    nothing: re.Pattern[str] = _NEVER
    before: re.Pattern[str] = _NEVER
    after: re.Pattern[str] = _NEVER
    excludes: re.Pattern[str] = _NEVER
    exceptions: re.Pattern[str] = _NEVER
    excluded: re.Pattern[str] = _NEVER
    unpunished: re.Pattern[str] = _NEVER
    punished: re.Pattern[str] = _NEVER
    unfreed: re.Pattern[str] = _NEVER
    unraised: re.Pattern[str] = _NEVER
    needed: re.Pattern[str] = _NEVER
    condition: re.Pattern[str] = _NEVER
    applies: re.Pattern[str] = _NEVER
    crossing: re.Pattern[str] = _NEVER
    female: re.Pattern[str] = _NEVER


@cache
def negation(lang: str) -> Negation:
    """The words of a language, those of no language where there is no entry for it.

    Raises InputError for an unknown kind of words and for a pattern that is none.
    """
    data: Mapping[str, list[str]] = _data().get(lang, {})
    known = Negation.__dataclass_fields__
    if unknown := [kind for kind in data if kind not in known]:
        raise InputError(f"{lang}: unknown kind {unknown[0]!r}", file=_FILE, expected=", ".join(known))
    return Negation(**{kind: _pattern(lang, kind, words) for kind, words in data.items() if words})


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    data: Mapping[str, Mapping[str, list[str]]] = read_data(__package__, _FILE)
    return data


def _pattern(lang: str, kind: str, words: list[str]) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})")
    except re.error as error:
        raise InputError(f"{lang}, {kind}: {error}", file=_FILE, expected="a regular expression") from error
