"""A concordance as CSV: one row a match, then one for each provision that answers nothing."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.concordance import Concordance
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.format.csv import rows
from palermo.report.texts.concordance.words import cite, excerpt

__all__ = ["COLUMNS", "concordance"]

COLUMNS = (
    "left",
    "right",
    "strength",
    "score",
    "shared",
    "left_text",
    "right_text",
    "left_reference",
    "right_reference",
)


def concordance(found: Concordance) -> str:
    """The table with its head; the strength of what has no match is "unmatched"."""
    return rows(COLUMNS, _rows(found))


def _rows(found: Concordance) -> Iterator[tuple[str, ...]]:
    nothing = ("", "", "")
    for m in found.matches:
        left = _cells(found.left[m.left_source], m.left)
        right = _cells(found.right[m.right_source], m.right)
        yield _row(left, right, m.strength.value, f"{m.score:.3f}", " ".join(m.shared))
    for number, p in found.unmatched_left:
        yield _row(_cells(found.left[number], p), nothing, "unmatched", "", "")
    for number, p in found.unmatched_right:
        yield _row(nothing, _cells(found.right[number], p), "unmatched", "", "")


def _row(left: tuple[str, str, str], right: tuple[str, str, str], *middle: str) -> tuple[str, ...]:
    return (left[0], right[0], *middle, left[1], right[1], left[2], right[2])


def _cells(version: Version, p: Provision) -> tuple[str, str, str]:
    return cite(p), excerpt(version, p), f"{version.ref}~{p.id}" if p.id else ""
