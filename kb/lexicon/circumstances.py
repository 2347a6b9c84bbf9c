"""Circumstances that raise or lower a penalty: their names and the words for them, one data file for all languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from palermo.corpus.data_files import read_data
from palermo.corpus.errors import InputError

__all__ = ["CHILD", "OTHER", "circumstances", "names"]

CHILD = "child"  # known by the cue words for children
OTHER = "other"  # a circumstance that the data has no name for
_EXCEPT = "except"
_NEVER = re.compile(r"(?!)")


def names() -> tuple[str, ...]:
    """Every circumstance in the order in which an aggravation lists them: children first, "other" last."""
    return (CHILD, *_data()[0], OTHER)


@cache
def circumstances(lang: str) -> tuple[Mapping[str, re.Pattern[str]], re.Pattern[str]]:
    """The pattern of each circumstance on folded text, and the one of words that look like a circumstance and are none.

    A language without an entry has no patterns. Raises InputError for a pattern that is none.
    """
    words = dict(_data()[1].get(lang, {}))
    ignored = words.pop(_EXCEPT, [])
    return (
        MappingProxyType({name: _pattern(lang, name, words[name]) for name in _data()[0] if name in words}),
        _pattern(lang, _EXCEPT, ignored) if ignored else _NEVER,
    )


@cache
def _data() -> tuple[tuple[str, ...], Mapping[str, Mapping[str, list[str]]]]:
    name = "circumstances.yaml"
    data = read_data(__package__, name)
    known = (*data["names"], _EXCEPT)
    for lang, words in data["languages"].items():
        if unknown := [key for key in words if key not in known]:
            raise InputError(f"{lang}: unknown circumstance {unknown[0]!r}", file=name, expected=", ".join(known))
    return tuple(data["names"]), data["languages"]


def _pattern(lang: str, name: str, words: list[str]) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})")
    except re.error as error:
        raise InputError(
            f"{lang}, {name}: {error}", file="circumstances.yaml", expected="a regular expression"
        ) from error
