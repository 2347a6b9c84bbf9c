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
from palermo.kb.lexicon.cues import compile_table

__all__ = ["CHILD", "OTHER", "circumstances", "names"]

CHILD = "child"  # known by the cue words for children
OTHER = "other"  # a circumstance that the data has no name for
_EXCEPT = "except"
_TOPIC = "circumstances"


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
    patterns = dict(compile_table(data_file(lang, _TOPIC), {name: words.get(name, ()) for name in known}))
    ignored = patterns.pop(_EXCEPT)
    return MappingProxyType({name: pattern for name, pattern in patterns.items() if name in words}), ignored


@cache
def _named() -> tuple[str, ...]:
    return tuple(common_data(_TOPIC)["names"])
