"""A coding beside the machine's as CSV: one row a body and code that was coded."""

from __future__ import annotations

from palermo.analysis.coding import CodedItem, Coding
from palermo.report.analysis.gaps.as_csv import COLUMNS as FINDING
from palermo.report.analysis.gaps.as_csv import cells
from palermo.report.format.csv import rows

__all__ = ["COLUMNS", "coding"]

COLUMNS = ("body", "coded_value", "coded_provision", "line", "agree", *FINDING)


def coding(found: Coding) -> str:
    """The table with its head: what was coded, whether palermo says the same (yes or no), and its finding."""
    return rows(COLUMNS, map(_row, found.items))


def _row(item: CodedItem) -> tuple[str, ...]:
    coded = item.coded
    own = (item.body.id, coded.value.value, coded.provision, str(coded.line), "yes" if item.agree else "no")
    return *own, *cells(item.body.analysis, item.finding)
