"""Reviewers' words as CSV, one row a word, in the columns that `palermo review import` reads."""

from __future__ import annotations

from collections.abc import Iterable

from palermo.corpus.model.reviews import Review
from palermo.report.format.csv import rows

__all__ = ["COLUMNS", "reviews", "row"]

COLUMNS = (
    "body",
    "code",
    "machine value",
    "machine extent",
    "reviewer value",
    "reviewer extent",
    "reviewer",
    "review date",
    "reason",
    "in force from",
    "rests on",
    "reviewer's evidence",
    "rule",
    "palermo",
    "framework",
    "framework version",
    "texts",
    "sha256",
    "ended",
)


def reviews(found: Iterable[Review]) -> str:
    """The table with its head."""
    return rows(COLUMNS, map(row, found))


def row(review: Review) -> tuple[str, ...]:
    """The cells of a word, in the order of COLUMNS."""
    machine = review.machine
    return (
        review.body,
        review.code,
        machine.value.value,
        machine.extent or "",
        review.value.value,
        review.extent or "",
        review.by,
        review.date,
        review.reason,
        review.since or "",
        ", ".join(dict.fromkeys(g.cite for g in review.grounds if g.cite and not g.named)),
        "; ".join(f"{g.cite} {g.quote}".strip() for g in review.grounds if g.named),
        machine.rule,
        machine.palermo,
        review.framework,
        review.framework_version,
        "; ".join(text.ref for text in review.texts),
        "; ".join(text.sha256 for text in review.texts),
        review.ended,
    )
