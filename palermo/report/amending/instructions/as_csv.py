"""The instructions of an amending act as CSV: one row an instruction."""

from __future__ import annotations

from palermo.corpus.amendments import AmendingReading, Instruction
from palermo.report.amending.instructions.words import act, operation, place, status, target, where
from palermo.report.format.csv import rows

__all__ = ["COLUMNS", "instructions", "row"]

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
    """The table with its head."""
    return rows(COLUMNS, (row(reading, i) for i in reading.instructions))


def row(reading: AmendingReading, i: Instruction) -> tuple[str, ...]:
    """The cells of an instruction, in the order of COLUMNS."""
    return (
        *(str(i.order + 1), place(reading.act, i), operation(i), target(i), act(i), where(i)),
        *(i.payload.text if i.payload else "", status(i), i.reason, i.text, str(i.span.start), str(i.span.end)),
    )
