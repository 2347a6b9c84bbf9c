"""Reviewers' words as CSV, one row a word, in the columns that `palermo review import` reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from palermo.corpus.model.reviews import Review
from palermo.report.format.csv import rows

__all__ = ["COLUMNS", "reviews", "row"]

_CELLS: Mapping[str, Callable[[Review], str]] = MappingProxyType(
    {
        "body": lambda r: r.body,
        "code": lambda r: r.code,
        "machine value": lambda r: r.machine.value.value,
        "machine extent": lambda r: r.machine.extent or "",
        "reviewer value": lambda r: r.value.value,
        "reviewer extent": lambda r: r.extent or "",
        "reviewer": lambda r: r.by,
        "review date": lambda r: r.date,
        "reason": lambda r: r.reason,
        "in force from": lambda r: r.since or "",
        "rests on": lambda r: ", ".join(dict.fromkeys(g.cite for g in r.grounds if g.cite and not g.named)),
        "reviewer's evidence": lambda r: "; ".join(f"{g.cite} {g.quote}".strip() for g in r.grounds if g.named),
        "rule": lambda r: r.machine.rule,
        "palermo": lambda r: r.machine.palermo,
        "framework": lambda r: r.framework,
        "framework version": lambda r: r.framework_version,
        "texts": lambda r: "; ".join(text.ref for text in r.texts),
        "sha256": lambda r: "; ".join(text.sha256 for text in r.texts),
        "ended": lambda r: r.ended,
    }
)
COLUMNS = tuple(_CELLS)


def reviews(found: Iterable[Review]) -> str:
    """The table with its head."""
    return rows(COLUMNS, map(row, found))


def row(review: Review) -> tuple[str, ...]:
    """The cells of a word, in the order of COLUMNS."""
    return tuple(cell(review) for cell in _CELLS.values())
