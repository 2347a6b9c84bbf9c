"""The instructions of an amending act as a document: a table of them, act by act."""

from __future__ import annotations

from palermo.corpus.amendments import AmendingReading, Instruction, Op
from palermo.report.amending.instructions.as_csv import COLUMNS, row
from palermo.report.amending.instructions.words import act, headline, place, shown, status, summary
from palermo.report.format.document import Document, cell, data, stacked
from palermo.report.format.parts import Block, Cell, Heading, Quote, Run, Table
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import sources

__all__ = ["instructions"]

_HEAD = ("No.", "Place", "What it does", "Words", "Act", "Status")


def instructions(reading: AmendingReading, provenance: Provenance) -> Document:
    """The document; where nothing could be read, the reason. CSV has the columns of `as_csv`."""
    rows = tuple(_row(reading, i) for i in reading.instructions)
    table: tuple[Block, ...] = (Heading("Instructions"), Table("Instructions", _HEAD, rows, (5, 13, 22, 32, 14, 14)))
    plain = (row(reading, i) for i in reading.instructions)
    return Document(
        title=reading.act.title or reading.act.source.path,
        subject=reading.reason or summary(reading),
        made=provenance.made,
        blocks=(*(table if rows else ()), *sources((reading.act,), provenance)),
        wide=True,
        main=data("As data", COLUMNS, plain, (4, 8, 10, 10, 14, 12, 20, 10, 12, 20, 5, 5)),
    )


def _row(reading: AmendingReading, i: Instruction) -> tuple[Cell, ...]:
    words = shown(i)
    state = "edits nothing" if i.op is Op.COMMENCE else status(i)
    return (
        cell(str(i.order + 1)),
        cell(Run(place(reading.act, i), strong=True)),
        cell(headline(i)),
        cell(Quote("", words, reading.act.lang)) if words else (),
        cell(act(i)),
        stacked(state, Run(i.reason, soft=True) if i.reason else None),
    )
