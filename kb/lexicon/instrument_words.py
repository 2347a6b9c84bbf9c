"""Words by which kinds of instruments are known: treaties, acts that amend others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from palermo.corpus.language_data import languages_with, read_language

__all__ = ["InstrumentWords", "instrument_words", "languages"]

_TOPIC = "instruments"


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """`kb/languages/<lang>/instruments.yaml`: regular expressions, "" where a language has none.

    `treaty` is matched on folded text, `amending_act` with case aside.
    """

    treaty: str = ""
    amending_act: str = ""


@cache
def instrument_words(lang: str) -> InstrumentWords:
    """The words of a language, all "" for a language without data. Raises InputError."""
    return read_language(lang, _TOPIC, InstrumentWords)


def languages() -> tuple[str, ...]:
    """The languages that have data, sorted."""
    return languages_with(_TOPIC)
