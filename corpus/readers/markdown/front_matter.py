"""Metadata of the instrument in the front matter of a Markdown file."""

from __future__ import annotations

import re

from palermo.corpus.model.text_model import Basis
from palermo.corpus.readers.shared.reader_output import Metadata

__all__ = ["metadata"]

_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w -]*):[ \t]*(?P<value>\S.*)?$", re.M)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def metadata(front: str) -> Metadata:
    """Title, language, country, date and address, where they are stated plainly (`key: value`); else None."""
    fields = {m["key"].lower(): (m["value"] or "").strip().strip("'\"") for m in _FIELD.finditer(front)}
    country = fields.get("country", "").lower()
    published, updated = _day(fields.get("publication_date")), _day(fields.get("last_updated"))
    date = updated or published or _day(fields.get("date"))
    return Metadata(
        title=fields.get("title") or None,
        lang=(fields.get("lang") or fields.get("language") or "").lower() or None,
        country=country if re.fullmatch(r"[a-z]{2,4}", country) else None,
        date=date,
        uri=fields.get("source") or fields.get("source_url") or fields.get("url") or None,
        basis=_basis(date, published, updated),
    )


def _basis(date: str | None, published: str | None, updated: str | None) -> Basis | None:
    """The text as published, a consolidation of a later day, or, by a mere `date`, a text that was there."""
    if date is None:
        return None
    if date == published:
        return Basis.ENACTED
    return Basis.CONSOLIDATED if updated else Basis.FIRST_SEEN


def _day(text: str | None) -> str | None:
    return text if text and _DATE.fullmatch(text) and text > "1900-01-01" else None
