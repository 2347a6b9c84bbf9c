"""Tables as CSV (RFC 4180, lines end with a line feed), with cells that no spreadsheet takes for formulae."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from palermo.corpus.text.spreadsheet_words import as_words
from palermo.corpus.text.xml_safe import legal
from palermo.report.format.document import Document, main_table, said
from palermo.report.format.parts import Cell

__all__ = ["document", "rows"]


def rows(head: Iterable[str], content: Iterable[Iterable[str]]) -> str:
    """The table with its head. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(map(as_words, row) for row in content)
    return out.getvalue()


def document(made: Document) -> str:
    """The main table of the document, a line a row. Raises ValueError for a document without a table that has heads."""
    table = main_table(made)
    return rows(table.head, ([legal(_words(cell)) for cell in row] for row in table.rows))


def _words(cell: Cell) -> str:
    return "; ".join(" ".join(said(part).split()) for part in cell)
