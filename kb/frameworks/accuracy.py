"""Accuracy of answers on law that palermo had not been tried on, as it was measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from palermo.corpus.data_files import read_typed

__all__ = ["Accuracy", "accuracy"]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Shares of answers between 0 and 1, over `bodies` bodies of law in sets, each at its first reading.

    `right` is the mean by bodies, `lowest` and `highest` are those of a set; `yes` is the share of right ones among the
    answers yes, the lowest measured; `overclaimed` the share of unclear questions that were answered all the same.
    """

    measured: str
    bodies: int
    right: float
    lowest: float
    highest: float
    yes: float
    overclaimed: float
    less_tested: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Set:
    bodies: int
    accuracy: float
    precision_yes: float | None = None


@dataclass(frozen=True, slots=True)
class _Measurements:
    measured: str
    first_readings: tuple[_Set, ...]
    overclaimed: float
    less_tested: frozenset[str]


@cache
def accuracy() -> Accuracy:
    """Figures of `accuracy.yaml`."""
    data = read_typed(__package__, "accuracy.yaml", _Measurements)
    sets = data.first_readings
    bodies = sum(s.bodies for s in sets)
    return Accuracy(
        measured=data.measured,
        bodies=bodies,
        right=sum(s.bodies * s.accuracy for s in sets) / bodies,
        lowest=min(s.accuracy for s in sets),
        highest=max(s.accuracy for s in sets),
        yes=min(s.precision_yes for s in sets if s.precision_yes is not None),
        overclaimed=data.overclaimed,
        less_tested=data.less_tested,
    )
