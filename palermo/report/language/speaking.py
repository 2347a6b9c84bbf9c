"""Language of the report: English, unless a command was asked for another language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from palermo.corpus.errors import UsageError

__all__ = ["SOURCE", "languages", "speaking", "spoken"]

SOURCE = "en"
"""The language that reports are written in; every other one has a catalogue."""
_SPOKEN: ContextVar[str] = ContextVar("the language of the report", default=SOURCE)


@cache
def languages() -> tuple[str, ...]:
    """The languages that a report can be in (ISO 639-1), English first."""
    folder = files(__package__) / "catalogues"
    found = sorted(file.name.removesuffix(".po") for file in folder.iterdir() if file.name.endswith(".po"))
    return (SOURCE, *found)


def spoken() -> str:
    """The language of the report that is being written."""
    return _SPOKEN.get()


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Reports made inside are in this language. Raises UsageError for one without a catalogue."""
    if lang not in languages():
        raise UsageError(f"no report is written in {lang!r}", expected="--report-lang " + ", ".join(languages()))
    token = _SPOKEN.set(lang)
    try:
        yield
    finally:
        _SPOKEN.reset(token)
