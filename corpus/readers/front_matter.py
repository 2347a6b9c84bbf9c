"""What the front matter of a Markdown file says of the instrument."""

from __future__ import annotations

import re

from corpus.readers.raw import Metadata

__all__ = ["metadata"]

_FIELD = re.compile(r"^(?P<key>[A-Za-z_][\w -]*):[ \t]*(?P<value>\S.*)?$", re.M)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def metadata(front: str) -> Metadata:
    """Title, language, country, date and address, where they are stated plainly (`key: value`); else None."""
    fields = {m["key"].lower(): (m["value"] or "").strip().strip("'\"") for m in _FIELD.finditer(front)}
    country = fields.get("country", "").lower()
    date = fields.get("last_updated") or fields.get("publication_date") or fields.get("date") or ""
    return Metadata(
        title=fields.get("title") or None,
        lang=(fields.get("lang") or fields.get("language") or "").lower() or None,
        country=country if re.fullmatch(r"[a-z]{2,4}", country) else None,
        date=date if _DATE.fullmatch(date) and date > "1900-01-01" else None,
        uri=fields.get("source") or fields.get("source_url") or fields.get("url") or None,
    )
