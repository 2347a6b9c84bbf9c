"""A coding beside the machine's as CSV: one row a body and code that was coded."""

from __future__ import annotations

import csv
import io

from palermo.analysis.coding import Coding
from palermo.report.analysis.gaps.as_csv import COLUMNS as FINDING
from palermo.report.analysis.gaps.as_csv import cells, inert

__all__ = ["COLUMNS", "coding"]

COLUMNS = ("body", "coded_value", "coded_provision", "line", "agree", *FINDING)


def coding(found: Coding) -> str:
    """The table with its header: what was coded, whether palermo says the same (yes or no), and its finding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in found.items:
        coded = item.coded
        own = (item.body.id, coded.value.value, coded.provision, str(coded.line), "yes" if item.agree else "no")
        writer.writerow(map(inert, (*own, *cells(item.body.analysis, item.finding))))
    return out.getvalue()
