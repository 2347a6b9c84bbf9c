"""The instructions of an amending act as CSV: one row an instruction."""

from __future__ import annotations

import csv
import io

from palermo.corpus.amendments import AmendingReading
from palermo.report.amending.instructions.words import act, operation, place, status, target, where
from palermo.report.analysis.gaps.as_csv import inert

__all__ = ["COLUMNS", "instructions"]

COLUMNS = (
    "order",
    "cite",
    "op",
    "target",
    "act",
    "where",
    "payload",
    "status",
    "reason",
    "instruction",
    "start",
    "end",
)


def instructions(reading: AmendingReading) -> str:
    """The table with its header; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for i in reading.instructions:
        cells = (
            *(str(i.order + 1), place(reading.act, i), operation(i), target(i), act(i), where(i)),
            *(i.payload.text if i.payload else "", status(i), i.reason, i.text, str(i.span.start), str(i.span.end)),
        )
        writer.writerow(map(inert, cells))
    return out.getvalue()
