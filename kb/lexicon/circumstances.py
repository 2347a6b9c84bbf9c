"""Circumstances that raise or lower a penalty: their names and the words for them.

The names stand in `kb/languages/common/circumstances.yaml`, the words in `kb/languages/LANG/circumstances.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from palermo.corpus.errors import InputError
from palermo.corpus.language_data import common_data, data_file, language_data

__all__ = ["CHILD", "OTHER", "circumstances", "names"]

CHILD = "child"  # known by the cue words for children
OTHER = "other"  # a circumstance that the data has no name for
_EXCEPT = "except"
_TOPIC = "circumstances"
_NEVER = re.compile(r"(?!)")


def names() -> tuple[str, ...]:
    """Every circumstance in the order in which an aggravation lists them: children first, "other" last."""
    return (CHILD, *_named(), OTHER)


@cache
def circumstances(lang: str) -> tuple[Mapping[str, re.Pattern[str]], re.Pattern[str]]:
    """The pattern of each circumstance on folded text, and the one of words that look like a circumstance and are none.

    A language without words has no patterns. Raises InputError for an unknown circumstance and for a pattern that is
    none.
    """
    words = language_data(lang, _TOPIC)
    known = (*_named(), _EXCEPT)
    if unknown := [key for key in words if key not in known]:
        raise InputError(
            f"unknown circumstance {unknown[0]!r}", file=data_file(lang, _TOPIC), expected=", ".join(known)
        )
    ignored = words.pop(_EXCEPT, [])
    return (
        MappingProxyType({name: _pattern(lang, name, words[name]) for name in _named() if name in words}),
        _pattern(lang, _EXCEPT, ignored) if ignored else _NEVER,
    )


@cache
def _named() -> tuple[str, ...]:
    return tuple(common_data(_TOPIC)["names"])


def _pattern(lang: str, name: str, words: list[str]) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})")
    except re.error as error:
        raise InputError(f"{name}: {error}", file=data_file(lang, _TOPIC), expected="a regular expression") from error
