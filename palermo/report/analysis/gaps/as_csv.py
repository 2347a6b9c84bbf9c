"""A gap analysis as CSV: one row a code, for spreadsheets and statistics packages."""

from __future__ import annotations

from palermo.corpus.model.findings import Finding, GapAnalysis
from palermo.report.analysis.gaps.review_words import cells as review_cells
from palermo.report.format.csv import rows
from palermo.report.shared.quotes import reading

__all__ = ["COLUMNS", "REVIEW", "cells", "gaps"]

COLUMNS = (
    "code",
    "value",
    "extent",
    "rating",
    "confidence",
    "quote",
    "cite",
    "reference",
    "date",
    "article",
    "bindingness",
    "rule",
    "explanation",
    "would_change",
)
REVIEW = (
    "review",
    "review_value",
    "review_extent",
    "review_rating",
    "reviewer",
    "review_date",
    "review_reason",
)


def gaps(analysis: GapAnalysis) -> str:
    """The table with its head."""
    return rows((*COLUMNS, *REVIEW), ((*cells(analysis, f), *review_cells(f)) for f in analysis.findings))


def cells(analysis: GapAnalysis, f: Finding) -> tuple[str, ...]:
    """The row of a finding; `quote`, `cite`, `reference` and `date` are those of its first evidence."""
    first = f.evidence[0] if f.evidence else None
    version = analysis.sources[first.source] if first else None
    return (
        f.code,
        f.value.value,
        f.extent or "",
        f.rating.value,
        f"{f.confidence:.2f}",
        reading(analysis, first) if first else "",
        first.provision.cite if first else "",
        f"{version.ref}~{first.provision.id}" if first and version and first.provision.id else "",
        version.in_force.start if version and version.in_force else "",
        f.requires.article,
        f.requires.bindingness,
        f.rule,
        f.explanation,
        f.would_change,
    )
