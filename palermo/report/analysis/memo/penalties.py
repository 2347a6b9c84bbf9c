"""Penalties that the law threatens for trafficking, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.report.analysis.memo.case import Case
from palermo.report.format.document import cell, paragraph
from palermo.report.format.parts import Block, Heading, Table
from palermo.report.language import sentences as w
from palermo.report.shared.penalty_words import grades, listed, said

__all__ = ["penalties"]


def penalties(case: Case) -> Iterator[Block]:
    """Table with a row for each provision and circumstance, with the words of the law."""
    yield Heading(w.PENALTIES())
    rows = tuple(
        (
            cell(case.place(grade.evidence)),
            cell(listed(grade.labels)),
            cell(said(grade.penalties)),
            cell(case.quote(grade.evidence)),
        )
        for grade in grades(case.analysis)
    )
    if rows:
        yield Table(
            w.PENALTIES_CAPTION(), (w.PLACE(), w.CIRCUMSTANCE(), w.PENALTY(), w.PROVISION()), rows, (10, 25, 25, 40)
        )
    else:
        yield paragraph(w.NO_PENALTIES())
