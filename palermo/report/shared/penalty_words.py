"""Penalties as a person reads them: grouped by the provision that threatens them, amounts in words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from palermo.corpus.model.findings import Evidence, GapAnalysis, Penalty
from palermo.report.language.forms import number
from palermo.report.language.message import Message, translated

__all__ = [
    "BASIC",
    "CIRCUMSTANCE",
    "KIND",
    "UNIT",
    "UNITS",
    "Grade",
    "amount",
    "bounds",
    "circumstance",
    "grades",
    "kind",
    "label",
    "listed",
    "said",
    "unit",
]

BASIC = "the offence itself"
CIRCUMSTANCE, KIND, UNIT = "circumstance", "penalty", "unit"
"""The contexts in the catalogues of what a penalty is threatened for, of its kinds, and of what it is counted in."""

_COUNTED = {
    "years": ("{n} year", "{n} years"),
    "months": ("{n} month", "{n} months"),
    "days": ("{n} day", "{n} days"),
    "hours": ("{n} hour", "{n} hours"),
    "calculation indices": ("{n} calculation indices",) * 2,
    "daily rates": ("{n} daily rates",) * 2,
    "minimum wages": ("{n} minimum wages",) * 2,
    "penalty units": ("{n} penalty units",) * 2,
    "day fines": ("{n} day fine", "{n} day fines"),
    "months of income": ("{n} months of income",) * 2,
    "years of income": ("{n} years of income",) * 2,
    "currency": ("{n} (currency)",) * 2,
}
UNITS = {unit: (Message(*words), Message(*words, context="bound")) for unit, words in _COUNTED.items()}
"""What stands alone, and what stands behind "up to", "at least" or "to": languages with cases have two forms."""
_RANGE, _UP_TO, _AT_LEAST = Message("{low} to {high}"), Message("up to {amount}"), Message("at least {amount}")
_TO_LIFE, _UP_TO_LIFE = Message("{low} to life"), Message("up to life")
_CATEGORY = Message("of category {n}")
_OF_A_CHILD = Message("child with {names}")


@dataclass(frozen=True, slots=True)
class Grade:
    """Penalties of a provision for the same circumstances: `labels` names these, or is BASIC."""

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
    plain = [circumstance(name) for name in names if not name.startswith(_CHILD)]
    child = [circumstance(name.removeprefix(_CHILD)) for name in names if name.startswith(_CHILD)]
    parts = [", ".join(plain), _OF_A_CHILD(names=", ".join(child)) if child else ""]
    return "; ".join(part for part in parts if part)


_CHILD = "child, "


def circumstance(name: str) -> str:
    """Circumstance that raises a penalty, in the language of the report."""
    return translated(name, CIRCUMSTANCE)


def kind(penalty: Penalty) -> str:
    """The kind of the penalty, in the language of the report."""
    return translated(penalty.kind, KIND)


def unit(penalty: Penalty) -> str:
    """Unit of the penalty's amount, in the language of the report."""
    return translated(penalty.unit, UNIT)


def said(penalties: Iterable[Penalty]) -> str:
    """`imprisonment 5 to 7 years; confiscation`."""
    return "; ".join(f"{kind(p)} {amount(p)}".strip() for p in penalties)


def amount(penalty: Penalty) -> str:
    """The bounds with their unit: `3 to 5 years`, `up to 1 year`, `10 years to life`; "" where none is stated."""
    if penalty.unit == "category":
        return _CATEGORY(n=number(penalty.max or penalty.min or 0))
    return bounds(penalty.min, penalty.max, penalty.unit)


def bounds(low: float | None, high: float | None, unit: str) -> str:
    """From one amount to another; infinite is a term for life, None not stated, "" if neither is."""
    if high is not None and math.isinf(high):
        return _TO_LIFE(low=_count(low, unit, bound=True)) if low else _UP_TO_LIFE()
    if low is not None and high is not None:
        if low == high:
            return _count(high, unit)
        return _RANGE(
            low=_count(low, unit, bound=True) if low < 1 else number(low), high=_count(high, unit, bound=True)
        )
    if high is not None:
        return _UP_TO(amount=_count(high, unit, bound=True))
    return _AT_LEAST(amount=_count(low, unit, bound=True)) if low is not None else ""


def _count(value: float, unit: str, *, bound: bool = False) -> str:
    """A number of units; part of a year in months, part of a month in days."""
    if unit == "years" and value < 1:
        value, unit = round(value * 12, 2), "months"
    if unit == "months" and value < 1:
        value, unit = round(value * 365 / 12), "days"
    if unit not in UNITS:
        return f"{number(value)} {unit}"
    alone, bounding = UNITS[unit]
    return (bounding if bound else alone).of(value)
