"""Penalties as a person reads them: grouped by the provision that threatens them, amounts in words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.findings import Evidence, GapAnalysis, Penalty

__all__ = ["BASIC", "Grade", "amount", "grades", "label", "listed", "said"]

BASIC = "the offence itself"


@dataclass(frozen=True, slots=True)
class Grade:
    """What one provision threatens, and for what: `labels` are its circumstances, or BASIC."""

    evidence: Evidence
    labels: tuple[str, ...]
    penalties: tuple[Penalty, ...]


def grades(analysis: GapAnalysis) -> list[Grade]:
    """The penalties by provision, in the order of the law; circumstances with the same penalties are one grade."""
    named: dict[tuple[int, str, str], list[Penalty]] = {}
    for p in analysis.penalties:
        named.setdefault((p.evidence.source, p.evidence.provision.id, label(p.aggravation)), []).append(p)
    found: dict[object, Grade] = {}
    for (source, provision, name), penalties in named.items():
        words = tuple((p.evidence.words, p.kind) for p in penalties)
        same = found.get((source, provision, words))
        labels = (*same.labels, name) if same else (name,)
        found[source, provision, words] = Grade(penalties[0].evidence, labels, tuple(penalties))
    return list(found.values())


def label(aggravation: str | None) -> str:
    return aggravation or BASIC


def listed(labels: Iterable[str]) -> str:
    """`official, repeated; child with official, death`."""
    names = list(labels)
    plain = [name for name in names if not name.startswith(_CHILD)]
    child = [name.removeprefix(_CHILD) for name in names if name.startswith(_CHILD)]
    parts = [", ".join(plain), f"child with {', '.join(child)}" if child else ""]
    return "; ".join(part for part in parts if part)


_CHILD = "child, "


def said(penalties: Iterable[Penalty]) -> str:
    """`imprisonment 5 to 7 years; confiscation`."""
    return "; ".join(f"{p.kind} {amount(p)}".strip() for p in penalties)


def amount(penalty: Penalty) -> str:
    """The bounds with their unit: `3 to 5 years`, `up to 1 year`, `10 years to life`; "" where none is stated."""
    low, high, unit = penalty.min, penalty.max, penalty.unit
    if high is not None and math.isinf(high):
        return f"{_count(low, unit)} to life" if low else "up to life"
    if unit == "category":
        return f"of category {_number(high or low or 0)}"
    if low is not None and high is not None:
        if low == high:
            return _count(high, unit)
        return f"{_count(low, unit) if low < 1 else _number(low)} to {_count(high, unit)}"
    if high is not None:
        return f"up to {_count(high, unit)}"
    return f"at least {_count(low, unit)}" if low is not None else ""


def _count(number: float | None, unit: str) -> str:
    number = number or 0
    if unit == "years" and number < 1:
        number, unit = round(number * 12, 2), "months"
    one = number == 1 and " " not in unit
    return f"{_number(number)} {'(currency)' if unit == 'currency' else unit.removesuffix('s') if one else unit}"


def _number(number: float) -> str:
    """A round number with its thousands apart, another to two places."""
    return f"{number:,.0f}" if number == int(number) else f"{number:.2f}"
