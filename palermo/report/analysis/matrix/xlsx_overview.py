"""The first two sheets: what was done and found, body by body, and the bodies by codes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.kb.frameworks.headlines import headlines
from palermo.report.analysis.memo.requirements import sign
from palermo.report.format.xlsx.cells import Content, day, put
from palermo.report.format.xlsx.sheets import Column, rows
from palermo.report.language import sentences as w
from palermo.report.language.forms import day as date_of
from palermo.report.shared.counts import counts
from palermo.report.shared.framework_words import told, versioned
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.rating_signs import MARKS

__all__ = ["overview", "summary"]

_ABOUT = (
    Column("body", 24),
    Column("title", 40),
    Column("country", 9),
    Column("language", 10),
    Column("in force from", 13, "date"),
)
_GAPS = 5  # sentences


def summary(book: Workbook, name: str, found: Matrix, provenance: Provenance, names: Sequence[str]) -> Worksheet:
    """A row a body: how many requirements are asked, open, undecided; the ratings; the gravest gaps in words. Below,
    what was held against what, how to fill in the sheets, and how the file was made.
    """
    columns = (
        Column("sheet", 20),
        *_ABOUT,
        Column("asked", 8, "number"),
        Column("open", 8, "number"),
        *(Column(rating.value, 11, "number") for rating in MARKS),
        Column("gravest gaps", 90),
        Column("imprisonment, months from", 14, "number"),
        Column("imprisonment, months to", 14),
    )
    sheet = rows(
        book, name, columns, (_summed(found, *pair) for pair in zip(found.bodies, names, strict=True)), frozen=2
    )
    notes = [*_notes(found, provenance), *((w.LEFT_OUT(), f"{side}: {reason}") for side, reason in found.left_out)]
    for at, (about, said) in enumerate(notes, len(found.bodies) + 4):
        cell = put(sheet, at, 1, about)
        cell.font, cell.alignment = Font("Calibri", 11, bold=True), Alignment(vertical="top")
        put(sheet, at, 2, said)
    return sheet


def _about(body: MatrixBody) -> tuple[Content, ...]:
    return body.id, body.title, body.jurisdiction, body.lang, day(body.date)


def _summed(found: Matrix, body: MatrixBody, sheet: str) -> tuple[Content, ...]:
    ratings = Counter(f.rating for f in found.row(body))
    asked = counts(body.analysis)
    gravest = headlines(body.analysis)[:_GAPS]
    low, high = body.imprisonment
    most: Content = w.LIFE() if high is not None and math.isinf(high) else high
    sentences = "\n".join(told(h, found.framework) for h in gravest)
    return sheet, *_about(body), asked.asked, asked.open, *(ratings[r] for r in MARKS), sentences, low, most


def _notes(found: Matrix, provenance: Provenance) -> Iterator[tuple[str, str]]:
    yield w.COMPARED_WITH(), versioned(found.framework)
    yield from ((w.HOW_TO_REVIEW(), line()) for line in w.REVIEWING)
    yield from ((sign(rating), meaning()) for rating, meaning in w.MEANINGS.items())
    yield from ((w.LIMITS(), line()) for line in w.METHOD_LIMITS)
    yield w.VERSION(), provenance.palermo
    yield w.MADE(), date_of(provenance.made)
    yield w.COMMAND(), provenance.command
    yield "", w.DISCLAIMER()


def overview(book: Workbook, name: str, found: Matrix) -> Worksheet:
    """A row a body, a column a code, the rating with its sign in the cell."""
    columns = (*_ABOUT, *(Column(e.code, 13, marked=True, upright=True) for e in found.framework.elements))
    content = ((*_about(body), *(sign(f.rating) for f in found.row(body))) for body in found.bodies)
    return rows(book, name, columns, content)
