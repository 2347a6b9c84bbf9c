"""Identifiers: FRBR IRIs in the Akoma Ntoso naming convention, each of which prints and parses back.

    work        = "/akn/" country "/" type 1*("/" segment)        /akn/kz/act/1997-07-16/167
    expression  = work ["/" language ["@" date]]                  /akn/kz/act/1997-07-16/167/rus@2006-03-02
    provision   = expression ["~" eId]                            …/rus@2006-03-02~art_128__para_2

`country` is ISO 3166-1 in lower case or an organisation (`un`, `coe`, `ilo`, `eu`); `language` is ISO 639-2/T;
`date` is ISO 8601: a year, a month or a day. Source: Akoma Ntoso Naming Convention 1.0, sections 4 and 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as _date

from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.languages import alpha2, alpha3, is_alpha3

__all__ = ["InstrumentId", "ProvisionRef", "VersionRef", "check_date", "is_reference"]

_SEGMENT = re.compile(r"[^\s/@~|!:#?]+")
_COUNTRY = re.compile(r"[a-z]{2,4}(-[a-z0-9]+)?")
_TYPE = re.compile(r"[a-z][a-z-]*")


def is_reference(text: str) -> bool:
    """True if `text` is meant as a reference into a library rather than as a file."""
    return text.startswith("/akn/")


def check_date(text: str) -> str:
    """`text` if it is an ISO 8601 year, month or day; raises NotFoundError otherwise."""
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        try:
            _date.fromisoformat((text + "-01-01")[:10])
            return text
        except ValueError:
            pass
    raise NotFoundError(f"{text!r} is no date", expected="an ISO date such as 2013-07-04, or a year")


@dataclass(frozen=True, slots=True, order=True)
class InstrumentId:
    """An instrument (FRBR work)."""

    country: str
    type: str
    path: tuple[str, ...]

    def __post_init__(self) -> None:
        ok = _COUNTRY.fullmatch(self.country) and _TYPE.fullmatch(self.type) and self.path
        if not ok or not all(_SEGMENT.fullmatch(s) for s in self.path) or is_alpha3(self.path[-1]):
            raise NotFoundError(f"{self} is no instrument", expected="/akn/country/type/date/number")

    def __str__(self) -> str:
        return "/".join(("/akn", self.country, self.type, *self.path))

    @classmethod
    def parse(cls, text: str) -> InstrumentId:
        parts = text.split("/")
        if len(parts) < 5 or parts[0] or parts[1] != "akn":
            raise NotFoundError(f"{text!r} is no instrument", expected="/akn/country/type/date/number")
        return cls(parts[2], parts[3], tuple(parts[4:]))


@dataclass(frozen=True, slots=True)
class VersionRef:
    """A text of an instrument (FRBR expression). `lang` is ISO 639-1, `date` when the text took effect; None is any."""

    instrument: InstrumentId
    lang: str | None = None
    date: str | None = None

    def __post_init__(self) -> None:
        if self.date is not None:
            check_date(self.date)
            if self.lang is None:
                raise NotFoundError("a date needs a language before it", expected="…/rus@2006-03-02")

    def __str__(self) -> str:
        text = str(self.instrument)
        if self.lang is not None:
            text += "/" + alpha3(self.lang)
        return text + (f"@{self.date}" if self.date else "")

    @classmethod
    def parse(cls, text: str) -> VersionRef:
        work, _, last = text.rpartition("/")
        lang, at, date = last.partition("@")
        if is_alpha3(lang):
            return cls(InstrumentId.parse(work), alpha2(lang), check_date(date) if at else None)
        if at:
            raise NotFoundError(f"unknown language {lang!r} in {text!r}", expected="an ISO 639-2 code such as rus")
        return cls(InstrumentId.parse(text))


@dataclass(frozen=True, slots=True)
class ProvisionRef:
    """A provision of a text; `eid` None is the whole text."""

    version: VersionRef
    eid: str | None = None

    def __str__(self) -> str:
        return str(self.version) + (f"~{self.eid}" if self.eid else "")

    @classmethod
    def parse(cls, text: str) -> ProvisionRef:
        version, tilde, eid = text.partition("~")
        if tilde and not eid:
            raise NotFoundError(f"{text!r} ends in ~", expected="an eId such as art_128")
        return cls(VersionRef.parse(version), eid or None)
