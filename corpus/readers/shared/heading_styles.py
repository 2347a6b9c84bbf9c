"""Styles that word processors name as headings, and the level of each."""

from __future__ import annotations

import re
from functools import cache

from palermo.corpus.grammar_words import any_word

__all__ = ["TITLE", "level_of_name"]

TITLE = 1
"""The level of a document's title; headings come below it."""


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_word(lambda words: words.heading_styles)})[\s_]*([1-9])", re.I)


def level_of_name(name: str) -> int | None:
    """The level of the style that a program calls so, from 1; None where it is no heading's name."""
    name = " ".join(name.replace("_20_", " ").split())
    if name.lower() == "title":
        return TITLE
    match = _heading().fullmatch(name)
    return int(match[1]) + TITLE if match else None
