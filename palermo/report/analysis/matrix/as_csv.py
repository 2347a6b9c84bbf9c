"""A matrix as CSV: one row a body, date and code, for statistics packages."""

from __future__ import annotations

import math
from collections.abc import Iterator

from palermo.analysis.matrix import Matrix
from palermo.report.analysis.gaps.as_csv import COLUMNS as FINDING
from palermo.report.analysis.gaps.as_csv import REVIEW, cells
from palermo.report.analysis.gaps.review_words import cells as review_cells
from palermo.report.format.csv import rows

__all__ = ["COLUMNS", "matrix"]

COLUMNS = (
    *("body", "title", "jurisdiction", "lang", "since", "basis", "group"),
    *FINDING,
    *("months_min", "months_max"),
    *REVIEW,
)


def matrix(found: Matrix) -> str:
    """The table with its head. `since` is when the body's newest text came into force and `basis` how that is known;
    `date` that of the text quoted; `months_min` and `months_max` the bounds of imprisonment for the offence itself
    (`life` has no upper bound).
    """
    return rows(COLUMNS, _rows(found))


def _rows(found: Matrix) -> Iterator[tuple[str, ...]]:
    for body in found.bodies:
        basis = body.in_force.basis.value if body.in_force else ""
        months = ["" if m is None else "life" if math.isinf(m) else f"{m:g}" for m in body.imprisonment]
        about = (body.id, body.title, body.jurisdiction, body.lang, body.date or "", basis)
        for element, finding in zip(found.framework.elements, found.row(body), strict=True):
            yield (*about, element.group, *cells(body.analysis, finding), *months, *review_cells(finding))
