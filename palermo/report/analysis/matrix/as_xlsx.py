"""A matrix, or one gap analysis, as a workbook: summary, matrix, a sheet a body with room for a reviewer, the rest."""

from __future__ import annotations

from palermo.analysis.matrix import Matrix
from palermo.report.analysis.matrix.xlsx_lists import codes, penalties, sources
from palermo.report.analysis.matrix.xlsx_overview import overview, summary
from palermo.report.analysis.matrix.xlsx_review import review
from palermo.report.format.xlsx.cells import sheet_name
from palermo.report.format.xlsx.workbook import blank, packaged
from palermo.report.language import sentences as w
from palermo.report.language.message import Message
from palermo.report.shared.bodies import called
from palermo.report.shared.framework_words import titled
from palermo.report.shared.provenance import Provenance

__all__ = ["matrix"]

_SUMMARY, _MATRIX, _PENALTIES = Message("Summary"), Message("Matrix"), Message("Penalties")
_SOURCES, _CODES = Message("Sources"), Message("Codes")


def matrix(found: Matrix, provenance: Provenance) -> bytes:
    """The file. Each body's sheet has a row a code, known by `code`, `body` and the day it is in force from."""
    book = blank(w.MATRIX_TITLE(), w.SUBJECT(framework=titled(found.framework)))
    fixed = [name() for name in (_SUMMARY, _MATRIX, _PENALTIES, _SOURCES, _CODES)]
    taken = {name.lower() for name in fixed}
    at_first, at_second, threatened, read, coded = fixed
    names = [sheet_name(_named(found, n), taken) for n in range(len(found.bodies))]
    summary(book, at_first, found, provenance, names)
    overview(book, at_second, found)
    for body, name in zip(found.bodies, names, strict=True):
        review(book, name, found, body)
    penalties(book, threatened, found)
    sources(book, read, found)
    codes(book, coded, found.framework)
    return packaged(book)


def _named(found: Matrix, number: int) -> str:
    """With its date where the body has several."""
    body = found.bodies[number]
    several = sum(other.id == body.id for other in found.bodies) > 1
    return f"{called(body)[:20]} {body.date}" if several else called(body)
