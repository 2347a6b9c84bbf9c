"""A gap analysis as a document."""

from __future__ import annotations

from palermo.report.analysis.memo.case import Case, memo, titled
from palermo.report.analysis.memo.method import how_sure, method
from palermo.report.analysis.memo.requirements import penalties, requirements
from palermo.report.analysis.memo.summary import summary, to_do
from palermo.report.format.document import Document
from palermo.report.format.parts import PageTurn
from palermo.report.language import sentences as w
from palermo.report.shared.sources import sources

__all__ = ["gaps"]


def gaps(case: Case) -> Document:
    """Summary first, then the requirements on wide pages, then penalties, method and what was read."""
    blocks = (
        *summary(case),
        *how_sure(case),
        *to_do(case),
        PageTurn(wide=True),
        *requirements(case),
        PageTurn(),
        *penalties(case),
        *method(case.framework, len(case.analysis.findings)),
        *sources(case.analysis.sources, case.provenance, case.framework, case.official, numbered=True),
    )
    return memo(w.TITLE(law=titled(case.analysis)), case.framework, case.provenance, blocks)
