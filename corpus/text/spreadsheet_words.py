"""Words in CSV files that a spreadsheet would take for formulas: an apostrophe before them says that they are words."""

from __future__ import annotations

__all__ = ["FORMULA", "as_words", "without_apostrophe"]

FORMULA = "=+-@\t\r"
"""Signs that begin a formula (OWASP, CSV Injection)."""


def as_words(cell: str) -> str:
    """The cell, after an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell[:1] in FORMULA and cell else cell


def without_apostrophe(cell: str) -> str:
    """The cell without the apostrophe that `as_words`, or a person, put before a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] and cell[1] in FORMULA else cell
