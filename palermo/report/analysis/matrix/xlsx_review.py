"""A body's sheet: the machine's answers with their words, and room for a reviewer's. `palermo review import` reads it
back by the names of its columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import Extent, Finding, Value
from palermo.kb.frameworks.framework import Element
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

_QUOTES = 3


def review(book: Workbook, name: str, found: Matrix, body: MatrixBody) -> Worksheet:
    """Append the sheet, a row a code in the order of the framework."""
    findings = zip(found.framework.elements, found.row(body), strict=True)
    content = ([cell(body, element, finding) for _, cell in _CELLS] for element, finding in findings)
    return rows(book, name, [replace(column, keyed=True) for column in COLUMNS], content)


def _quoted(body: MatrixBody, finding: Finding) -> str | None:
    quotes = cited(finding)[:_QUOTES]
    return "\n".join(reading(body.analysis, evidence) for evidence in quotes) or None


def _reference(body: MatrixBody, finding: Finding) -> str | None:
    """That of the first evidence, as every command takes it."""
    for evidence in finding.evidence:
        if evidence.provision.id:
            return f"{body.analysis.sources[evidence.source].ref}~{evidence.provision.id}"
    return None


def _empty(_body: MatrixBody, _element: Element, _finding: Finding) -> None:
    """A cell for the reviewer."""


_CELLS: tuple[tuple[Column, Callable[[MatrixBody, Element, Finding], Content]], ...] = (
    (Column("code", 24), lambda _b, _e, f: f.code),
    (Column("requirement", 26), lambda _b, e, _f: asked.label(e)),
    (Column("rating", 14, marked=True), lambda _b, _e, f: sign(f.rating)),
    (Column("machine value", 10), lambda _b, _e, f: f.value.value),
    (Column("machine extent", 11), lambda _b, _e, f: f.extent),
    (Column("provision", 12), lambda _b, _e, f: places(f)),
    (Column("quotation", 60), lambda b, _e, f: _quoted(b, f)),
    (Column("explanation", 40), lambda _b, _e, f: translated(f.explanation)),
    (Column("what would change the answer", 34), lambda _b, _e, f: translated(f.would_change)),
    (Column("said in review", 30), lambda _b, _e, f: "\n".join(said(f.review)) or None if f.review else None),
    (Column("reviewer value", 11, allowed=VALUES, fill=True), _empty),
    (Column("reviewer extent", 12, allowed=EXTENTS, fill=True), _empty),
    (Column("reviewer", 16, fill=True), _empty),
    (Column("review date", 12, "date", fill=True), _empty),
    (Column("reason", 40, fill=True), _empty),
    (Column("what is asked", 44), lambda _b, e, _f: translated(e.restatement, asked.ABOUT)),
    (Column("article", 9), lambda _b, e, _f: e.article or None),
    (Column("bindingness", 13), lambda _b, e, _f: asked.bindingness(e.bindingness)),
    (Column("confidence", 11, "share"), lambda _b, _e, f: round(f.confidence, 4)),
    (Column("rule", 24), lambda _b, _e, f: f.rule),
    (Column("reference", 40), lambda b, _e, f: _reference(b, f)),
    (Column("group", 10), lambda _b, e, _f: e.group),
    (Column("body", 24), lambda b, _e, _f: b.id),
    (Column("in force from", 13, "date"), lambda b, _e, _f: day(b.date)),
)
COLUMNS = tuple(column for column, _ in _CELLS)
