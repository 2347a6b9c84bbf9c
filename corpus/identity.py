"""Which instrument, language and date a text is of: options, then the file's own metadata, then a manifest, then its hash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import ReferenceError, UsageError
from corpus.languages import check_language
from corpus.manifest import Entry
from corpus.model import Basis, Interval
from corpus.refs import InstrumentId, check_date

if TYPE_CHECKING:  # corpus.readers imports this module
    from corpus.readers.raw import Metadata

__all__ = ["Identity", "Options", "identify"]


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said; None is nothing."""

    lang: str | None = None
    title: str | None = None
    jurisdiction: str | None = None
    date: str | None = None
    instrument: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """`lang` None is for detection to find; `title` "" is unknown."""

    instrument: InstrumentId
    lang: str | None
    title: str
    in_force: Interval | None


def identify(options: Options, metadata: Metadata, entry: Entry | None, sha256: str) -> Identity:
    """Who the text is. Raises UsageError or ReferenceError for options that are not well formed."""
    work = options.instrument or metadata.instrument or (entry.work if entry else None)
    country = options.jurisdiction or metadata.country or (entry.country if entry else None) or "zz"
    instrument = InstrumentId.parse(work) if work else InstrumentId(country.lower(), "doc", (sha256[:12],))
    lang = options.lang or metadata.lang or (entry.language if entry else None)
    return Identity(
        instrument,
        _language(options.lang, lang),
        options.title or metadata.title or (entry.title if entry else None) or "",
        _in_force(options.date, metadata.date, entry.in_force if entry else None),
    )


def _language(option: str | None, lang: str | None) -> str | None:
    if lang is None:
        return None
    try:
        return check_language(lang)
    except UsageError:
        if option is not None:
            raise
        return None


def _in_force(option: str | None, metadata: str | None, manifest: str | None) -> Interval | None:
    if option:
        return Interval(check_date(option), basis=Basis.FIRST_SEEN)
    for date, basis in ((metadata, Basis.CONSOLIDATED), (manifest, Basis.FIRST_SEEN)):
        if date:
            try:
                return Interval(check_date(date), basis=basis)
            except ReferenceError:
                continue
    return None
