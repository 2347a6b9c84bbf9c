"""A body's sheet: the machine's answers with their words, and room for a reviewer's. `palermo review import` reads it
back by the names of its columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import Extent, Finding, Value
from palermo.report.analysis.gaps.review_words import said
from palermo.report.analysis.memo.requirements import sign
from palermo.report.format.xlsx.cells import Content, day
from palermo.report.format.xlsx.sheets import Column, rows
from palermo.report.language.message import translated
from palermo.report.shared import framework_words as asked
from palermo.report.shared.quotes import cited, places, reading

__all__ = ["COLUMNS", "EXTENTS", "VALUES", "review"]

VALUES = tuple(value.value for value in Value)
EXTENTS = tuple(map(str, Extent))

COLUMNS = (
    Column("code", 24),
    Column("requirement", 26),
    Column("rating", 14, marked=True),
    Column("machine value", 10),
    Column("machine extent", 11),
    Column("provision", 12),
    Column("quotation", 60),
    Column("explanation", 40),
    Column("what would change the answer", 34),
    Column("said in review", 30),
    Column("reviewer value", 11, allowed=VALUES, fill=True),
    Column("reviewer extent", 12, allowed=EXTENTS, fill=True),
    Column("reviewer", 16, fill=True),
    Column("review date", 12, "date", fill=True),
    Column("reason", 40, fill=True),
    Column("what is asked", 44),
    Column("article", 9),
    Column("bindingness", 13),
    Column("confidence", 11, "share"),
    Column("rule", 24),
    Column("reference", 40),
    Column("group", 10),
    Column("body", 24),
    Column("in force from", 13, "date"),
)
_QUOTES = 3


def review(book: Workbook, name: str, found: Matrix, body: MatrixBody) -> Worksheet:
    """Append the sheet, a row a code in the order of the framework."""
    return rows(book, name, [replace(column, keyed=True) for column in COLUMNS], _rows(found, body))


def _rows(found: Matrix, body: MatrixBody) -> Iterator[tuple[Content, ...]]:
    for element, f in zip(found.framework.elements, found.row(body), strict=True):
        yield (
            f.code,
            asked.label(element),
            sign(f.rating),
            f.value.value,
            f.extent,
            places(f),
            _quoted(body, f),
            translated(f.explanation),
            translated(f.would_change),
            "\n".join(said(f.review)) or None if f.review else None,
            *[None] * 5,
            translated(element.restatement, asked.ABOUT),
            element.article or None,
            asked.bindingness(element.bindingness),
            round(f.confidence, 4),
            f.rule,
            _reference(body, f),
            element.group,
            body.id,
            day(body.date),
        )


def _quoted(body: MatrixBody, finding: Finding) -> str | None:
    quotes = cited(finding)[:_QUOTES]
    return "\n".join(reading(body.analysis, evidence) for evidence in quotes) or None


def _reference(body: MatrixBody, finding: Finding) -> str | None:
    """That of the first evidence, as every command takes it."""
    for evidence in finding.evidence:
        if evidence.provision.id:
            return f"{body.analysis.sources[evidence.source].ref}~{evidence.provision.id}"
    return None
