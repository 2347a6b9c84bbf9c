"""Dates as Akoma Ntoso takes them: whole days. A year or a month is its first day, with what is known beside it."""

from __future__ import annotations

from lxml import etree

from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.refs import check_date
from palermo.corpus.model.text_model import Version
from palermo.corpus.writers.akoma_ntoso.elements import own

__all__ = ["UNKNOWN", "enacted_on", "set_date"]

UNKNOWN = "0001-01-01"
"""An FRBRdate is required; this one, named `unknown`, stands where there is none."""

_DAY = len("2004-07-01")


def set_date(element: etree._Element, date: str) -> None:
    """Set the attribute `date` to a whole day; where only a year or month is known, palermo's own `date` says so."""
    element.set("date", (date + "-01-01")[:_DAY])
    if len(date) < _DAY:
        element.set(own("date"), date)


def enacted_on(version: Version) -> str | None:
    """When the instrument was made, as its identifier says: the first date or year in it."""
    for part in version.ref.instrument.path:
        try:
            return check_date(part)
        except NotFoundError:
            continue
    return None
