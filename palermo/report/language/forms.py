"""Dates, numbers, names, quotation marks and cuts, as the language of the report has them (CLDR, by Babel)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from palermo.report.language.speaking import SOURCE, spoken

__all__ = ["clipped", "country_name", "day", "language_name", "marks", "number", "percent", "quoted", "short_day"]

# The typographic habit of each language: CLDR has other marks for Spanish and Kazakh than their legal texts use.
_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "en": ("“", "”"),
        "es": ("«", "»"),
        "fr": ("«\u00a0", "\u00a0»"),
        "kk": ("«", "»"),
        "ru": ("«", "»"),
    }
)
_ENGLISH = MappingProxyType(
    {
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fr": "French",
        "it": "Italian",
        "kk": "Kazakh",
        "nl": "Dutch",
        "pt": "Portuguese",
        "ru": "Russian",
        "uk": "Ukrainian",
    }
)
_FIRST = re.compile(r"^1 ")  # the first of a month is an ordinal in French, which CLDR leaves out
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def day(iso: str) -> str:
    """A day as the language writes it: `2 марта 2006 г.`; in English, and where it is no whole day, as it is."""
    if spoken() == SOURCE or not _ISO.fullmatch(iso):
        return iso
    from babel.dates import format_date

    said = format_date(date.fromisoformat(iso), "long", locale=spoken())
    return _FIRST.sub("1er ", said) if spoken() == "fr" else said


def short_day(iso: str) -> str:
    """A day in figures, where there is little room: `02.03.2006`; as it is in English, and where it is no whole day."""
    if spoken() == SOURCE or not _ISO.fullmatch(iso):
        return iso
    from babel.dates import format_skeleton

    return format_skeleton("yMd", date.fromisoformat(iso), locale=spoken())


def number(value: float) -> str:
    """A number with its thousands apart; what is not whole to two places at most."""
    if spoken() == SOURCE:
        value = round(value, 2)
        return f"{value:,.0f}" if value == int(value) else f"{value:,}"
    from babel.numbers import format_decimal

    return format_decimal(value, "#,##0.##", locale=spoken())


def percent(share: float) -> str:
    """A share of one in whole per cent."""
    if spoken() == SOURCE:
        return f"{share:.0%}"
    from babel.numbers import format_percent

    return format_percent(share, locale=spoken())


def language_name(code: str) -> str:
    """Name of the language, or its code if it has no name."""
    if spoken() == SOURCE:
        return _ENGLISH.get(code, code)
    from babel import Locale

    return str(Locale.parse(spoken()).languages.get(code, code))


def country_name(code: str) -> str:
    """Name of the country (ISO 3166), or its code, in English and where it has no name."""
    code = code.upper()
    if spoken() == SOURCE:
        return code
    from babel import Locale

    return str(Locale.parse(spoken()).territories.get(code, code))


def marks(lang: str | None = None) -> tuple[str, str]:
    """Opening and closing quotation marks for a text in this language, else for the language of the report."""
    return _MARKS.get(lang or spoken(), _MARKS[SOURCE])


def clipped(text: str, most: int) -> str:
    """The text, or its first `most` code points, cut between words, with … for the rest."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def quoted(words: str) -> str:
    """The words in quotation marks."""
    opening, closing = marks()
    return f"{opening}{words}{closing}"
