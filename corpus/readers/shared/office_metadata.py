"""Metadata of office files and books in Dublin Core: title, language, day of saving."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from lxml import etree

from palermo.corpus.errors import NotFoundError
from palermo.corpus.grammar_words import any_word
from palermo.corpus.model.refs import check_date
from palermo.corpus.readers.shared.reader_output import Metadata

__all__ = ["day", "dublin_core", "title"]

# titles that programs fill in, not people
_FILLED_IN = (
    r"microsoft word -.*|.*\.(?:docx?|dotx?|rtf|odt|pdf|txt|html?|indd|wpd)|word document|about:blank|\(anonymous\)"
)
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


@cache
def _filled_in() -> re.Pattern[str]:
    return re.compile(rf"{_FILLED_IN}|(?:{any_word(lambda words: words.untitled)})[ \d-]*", re.I | re.S)


def dublin_core(root: etree._Element | None, fallback: str | None = None) -> Metadata:
    """The first title and language below `root`, and the latest date; `fallback` is the title that the text shows."""
    if root is None:
        return Metadata(title=fallback)
    language = _words(root, "language")
    days = [found for name in ("created", "modified", "date", "creation-date") for found in _days(root, name)]
    return Metadata(
        title=title(_words(root, "title")) or fallback,
        lang=language.partition("-")[0].partition("_")[0].lower() or None,
        saved=max(days, default=None),
    )


def title(words: str) -> str | None:
    """The title; None for one that a program filled in."""
    words = " ".join(words.split())
    return words if words and not _filled_in().fullmatch(words) else None


def day(text: str) -> str | None:
    """The ISO date at the start of `text`; None for none."""
    match = _DAY.match(text.strip().removeprefix("D:"))
    try:
        return check_date("-".join(match.groups())) if match else None
    except NotFoundError:
        return None


def _days(root: etree._Element, name: str) -> Iterable[str]:
    return (found for e in root.iter("{*}" + name) if (found := day("".join(map(str, e.itertext())))))


def _words(root: etree._Element, name: str) -> str:
    found = next(root.iter("{*}" + name), None)
    return " ".join("".join(map(str, found.itertext())).split()) if found is not None else ""
