"""Provisions as CSL-JSON, which Zotero, Mendeley and pandoc read: items of the type `legislation` (CSL 1.0.2)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from palermo.corpus.model.languages import UNDETERMINED
from palermo.report.library.search.citations import SourceCitation, day, told
from palermo.report.library.search.keys import keys

__all__ = ["csl"]


def csl(cited: Iterable[SourceCitation]) -> str:
    """The file: a list with one item a provision, in their order, as UTF-8."""
    listed = list(cited)
    items = [_item(key, citation) for key, citation in zip(keys(listed), listed, strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2)


def _item(key: str, c: SourceCitation) -> dict[str, object]:
    issued = _date(c.enacted or c.since)
    values: dict[str, object] = {
        "id": key,
        "type": "legislation",
        "title": c.title,
        "section": c.designation or c.provision,
        "number": c.number,
        "jurisdiction": c.jurisdiction,
        "language": "" if c.lang == UNDETERMINED else c.lang,
        "issued": issued,
        "URL": c.link,
        "accessed": _date(c.accessed) if c.link else None,
        "abstract": c.quotation,
        "annote": " ".join(c.note.split()),
        "note": "; ".join(told(c)),
    }
    return {name: value for name, value in values.items() if value}


def _date(iso: str) -> dict[str, object] | None:
    """`{"date-parts": [[2006, 3, 2]]}`; None for no date."""
    parts = [int(part) for part in day(iso).split("-") if part]
    return {"date-parts": [parts]} if parts else None
