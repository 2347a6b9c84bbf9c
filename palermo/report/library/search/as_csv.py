"""Provisions as CSV, one row each, with what a citation needs."""

from __future__ import annotations

from collections.abc import Iterable

from palermo.report.format.csv import rows
from palermo.report.library.search.citations import SourceCitation

__all__ = ["COLUMNS", "citations"]

COLUMNS = (
    "number", "title", "jurisdiction", "language", "enacted", "act_number", "in_force_from", "in_force_until", "basis",
    "provision", "level", "place", "quotation", "note", "reference", "source", "file", "accessed", "kind",
)  # fmt: skip


def citations(cited: Iterable[SourceCitation], first: int = 1) -> str:
    """The table with its head, numbered from `first`."""
    return rows(COLUMNS, (_row(number, citation) for number, citation in enumerate(cited, first)))


def _row(number: int, c: SourceCitation) -> tuple[str, ...]:
    return (
        str(number), c.title, c.jurisdiction, c.lang, c.enacted, c.number, c.since, c.until, c.basis, c.provision,
        c.level, " › ".join(c.place), c.quotation, c.note, c.reference, c.link, c.path, c.accessed, c.kind,
    )  # fmt: skip
