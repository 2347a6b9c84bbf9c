"""Provisions as CSV, one row each, with what a citation needs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from palermo.report.analysis.gaps.as_csv import inert
from palermo.report.library.search.citations import SourceCitation

__all__ = ["COLUMNS", "citations"]

COLUMNS = (
    "number", "title", "jurisdiction", "language", "enacted", "act_number", "in_force_from", "in_force_until", "basis",
    "provision", "level", "place", "quotation", "note", "reference", "source", "file", "accessed", "kind",
)  # fmt: skip


def citations(cited: Iterable[SourceCitation], first: int = 1) -> str:
    """The table with its header, numbered from `first`. A cell that a spreadsheet would take for a formula begins with
    an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, c in enumerate(cited, first):
        row = (
            str(number), c.title, c.jurisdiction, c.lang, c.enacted, c.number, c.since, c.until, c.basis, c.provision,
            c.level, " › ".join(c.place), c.quotation, c.note, c.reference, c.link, c.path, c.accessed, c.kind,
        )  # fmt: skip
        writer.writerow([inert(cell) for cell in row])
    return out.getvalue()
