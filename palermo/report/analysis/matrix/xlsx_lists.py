"""The sheets behind the matrix: penalties, the texts that were read, the codes with what a yes means."""

from __future__ import annotations

import math
from collections.abc import Iterator

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.kb.frameworks.codebook import codebook
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.memo.codebook import code_rows
from palermo.report.format.xlsx.cells import Content, day
from palermo.report.format.xlsx.sheets import Column, rows
from palermo.report.language import sentences as w
from palermo.report.shared.penalty_words import kind, label, listed, unit
from palermo.report.shared.quotes import reading
from palermo.report.shared.sources import status

__all__ = ["codes", "penalties", "sources"]


def penalties(book: Workbook, name: str, found: Matrix) -> Worksheet:
    """A row a penalty. The most is a number, or `life`."""
    columns = (
        Column("body", 24),
        Column("provision", 12),
        Column("for", 26),
        Column("penalty", 18),
        Column("from", 10, "number"),
        Column("to", 10, "number"),
        Column("unit", 18),
        Column("words of the law", 80),
        Column("in force from", 13, "date"),
    )
    return rows(book, name, columns, (row for body in found.bodies for row in _penalties(body)))


def _penalties(body: MatrixBody) -> Iterator[tuple[Content, ...]]:
    for p in body.analysis.penalties:
        most: Content = w.LIFE() if p.max is not None and math.isinf(p.max) else p.max
        said = reading(body.analysis, p.evidence)
        cite, circumstance = p.evidence.provision.cite, listed([label(p.aggravation)])
        yield body.id, cite, circumstance, kind(p), p.min, most, unit(p) or None, said, day(body.date)


def sources(book: Workbook, name: str, found: Matrix) -> Worksheet:
    """A row a text, with its digest."""
    columns = (
        Column("body", 24),
        Column("text", 50),
        Column("reference", 44),
        Column("language", 10),
        Column("in force from", 13, "date"),
        Column("basis of the date", 24),
        Column("status", 30),
        Column("file", 44),
        Column("SHA-256", 66),
    )
    return rows(book, name, columns, (row for body in found.bodies for row in _sources(body)))


def _sources(body: MatrixBody) -> Iterator[tuple[Content, ...]]:
    for v in body.analysis.sources:
        since = v.in_force
        yield (
            body.id,
            v.title or v.source.path,
            str(v.ref),
            v.lang,
            day(since.start) if since else None,
            w.BASES[since.basis]() if since else w.NO_DATE(),
            "; ".join(status(v.source)),
            v.source.path,
            v.source.sha256,
        )


def codes(book: Workbook, name: str, framework: Framework) -> Worksheet:
    """A row a code: what a yes means, how close calls go, and which rating each answer gives."""
    columns = (
        Column("code", 26),
        Column("requirement", 28),
        Column("a yes means", 60),
        Column("close calls", 70),
        Column("yes gives", 13),
        Column("yes in some cases gives", 13),
        Column("no gives", 13),
        Column("article", 9),
        Column("bindingness", 14),
        Column("what is asked", 60),
        Column("citation", 40),
    )
    return rows(book, name, columns, code_rows(codebook(framework)))
