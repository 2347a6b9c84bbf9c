"""Identifies a text's instrument, language and date: by options, the file's metadata, a manifest, else its hash."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.languages import check_language
from palermo.corpus.model.refs import InstrumentId, check_date
from palermo.corpus.model.text_model import Basis, Interval
from palermo.corpus.readers.manifest import ManifestEntry
from palermo.corpus.readers.shared.reader_output import Metadata

__all__ = ["NOWHERE", "Identity", "Options", "identify"]

_COUNTRY = re.compile(r"[a-z]{2,4}")  # ISO 3166-1, or un, coe, ilo, eu
NOWHERE = "zz"  # ISO 3166-1 leaves it to users; here: no country known


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the user; None is not given."""

    lang: str | None = None
    title: str | None = None
    jurisdiction: str | None = None
    date: str | None = None
    instrument: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """`lang` None is left to detection; `title` "" is unknown."""

    instrument: InstrumentId
    lang: str | None
    title: str
    in_force: Interval | None


def identify(options: Options, metadata: Metadata, entry: ManifestEntry | None, sha256: str) -> Identity:
    """Identity of the text, each field from the first source that has it.

    Only options are trusted to be meant: one that is not well formed raises UsageError or NotFoundError; what a file
    or a manifest says in another form than asked (a date in words, a language palermo does not know) is unknown.
    """
    said = (metadata, entry) if entry is not None else (metadata,)
    return Identity(
        _instrument(options, metadata, entry, sha256),
        _language(options.lang, metadata.lang, entry.language if entry else None),
        next((t for t in (options.title, *(s.title for s in said)) if t), ""),
        _in_force(options.date, metadata, entry),
    )


def _instrument(options: Options, metadata: Metadata, entry: ManifestEntry | None, sha256: str) -> InstrumentId:
    if options.instrument is not None:
        return InstrumentId.parse(options.instrument)
    for work in (metadata.instrument, entry.work if entry else None):
        try:
            if work and options.jurisdiction is None:
                return InstrumentId.parse(work)
        except NotFoundError:
            continue
    said = (metadata.country, entry.country if entry else None)
    country = options.jurisdiction or next((c for c in said if c and _COUNTRY.fullmatch(c.lower())), NOWHERE)
    return InstrumentId(country.strip().lower(), "doc", (sha256[:12],))


def _language(option: str | None, *said: str | None) -> str | None:
    if option is not None:
        return check_language(option)
    for code in said:
        try:
            if code:
                return check_language(code)
        except UsageError:
            continue
    return None


def _in_force(option: str | None, metadata: Metadata, entry: ManifestEntry | None) -> Interval | None:
    """Since when, and what that rests on: `first seen`, unless the file says that it is as enacted or consolidated."""
    if option is not None:
        return Interval(check_date(option), basis=Basis.FIRST_SEEN)
    for date, basis in (
        (metadata.date, metadata.basis or Basis.CONSOLIDATED),
        (entry.in_force if entry else None, Basis.FIRST_SEEN),
        (metadata.saved, Basis.FIRST_SEEN),
    ):
        try:
            if date:
                return Interval(check_date(date), basis=basis)
        except NotFoundError:
            continue
    return None
