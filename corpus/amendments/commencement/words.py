"""Typed data of commencement; the comments in `kb/languages/en/commencement.yaml` say what each key is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from palermo.corpus.language_data import languages_with, read_language

__all__ = ["CommencementWords", "OwnUnits", "WhenWords", "words"]


@dataclass(frozen=True, slots=True)
class OwnUnits:
    """The words before numbers of provisions of the act (`top`), and inside the section that names them (`below`)."""

    top: str
    below: str


@dataclass(frozen=True, slots=True)
class WhenWords:
    """A way to say a day: the event from which it counts, and the days that come on top."""

    event: str
    pattern: str
    extra: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CommencementWords:
    """The words of one language by which acts say when they come into force."""

    months: tuple[str, ...]
    dates: tuple[str, ...]
    numbers: Mapping[str, int]
    periods: Mapping[Literal["day", "month", "year"], tuple[str, ...]]
    act: str
    verb: str
    verb_last: bool = False
    here: str
    units: OwnUnits
    number: str
    joins: Mapping[str, Literal["and", "to"]]
    but: str
    ours: str
    of: str
    unless: str
    own: str
    when: tuple[WhenWords, ...]


@cache
def words(lang: str) -> CommencementWords | None:
    """The words of a language; None where there is no file for it. Raises InputError for a file that is not valid."""
    if lang not in languages_with("commencement"):
        return None
    return read_language(lang, "commencement", CommencementWords)
