"""Changes between two gap analyses as CSV: a row for each code, then a row for each penalty."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.gaps.gaps_change import GapsChange
from palermo.corpus.model.findings import Evidence, Finding, GapAnalysis, Penalty
from palermo.report.analysis.gaps_change.words import evidence_of
from palermo.report.format.csv import rows
from palermo.report.shared.penalty_words import amount, label
from palermo.report.shared.quotes import reading

__all__ = ["COLUMNS", "gaps_change"]

_SIDE = ("value", "rating", "extent", "quote", "cite", "date")
COLUMNS = ("what", "name", "change", *(f"{when}_{column}" for when in ("from", "to") for column in _SIDE))


def gaps_change(change: GapsChange) -> str:
    """The table with its head. A row about a penalty has its circumstance and kind as `name`, its amount as value."""
    return rows(COLUMNS, _rows(change))


def _rows(change: GapsChange) -> Iterator[tuple[str, ...]]:
    for c in change.changes:
        sides = (*_finding(change.before, c.before), *_finding(change.after, c.after))
        yield ("code", c.code, c.kind.value, *sides)
    for p in change.penalties:
        name = f"{label(p.either.aggravation)}: {p.either.kind}"
        sides = (*_penalty(change.before, p.before), *_penalty(change.after, p.after))
        yield ("penalty", name, p.kind.value, *sides)


def _finding(analysis: GapAnalysis, f: Finding) -> tuple[str, ...]:
    return f.value.value, f.rating.value, f.extent or "", *_words(analysis, evidence_of(f))


def _penalty(analysis: GapAnalysis, p: Penalty | None) -> tuple[str, ...]:
    if p is None:
        return ("",) * len(_SIDE)
    return amount(p) or "stated", "", "", *_words(analysis, p.evidence)


def _words(analysis: GapAnalysis, evidence: Evidence | None) -> tuple[str, str, str]:
    if evidence is None:
        return "", "", ""
    version = analysis.sources[evidence.source]
    return reading(analysis, evidence), evidence.provision.cite, version.in_force.start if version.in_force else ""
