"""Definitions side by side: one row an element of a term's definition, one cell an instrument.

Each cell says what `gaps` says of that instrument, so the two can never disagree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignment.gaps import gaps
from corpus.errors import ReferenceError
from corpus.findings import Evidence, Value
from corpus.model import Version
from kb.framework import Element, Framework

__all__ = ["TERMS", "Cell", "Definition", "Row", "define"]

# What belongs to the definition of a term: codes, or whole groups of them.
TERMS: Mapping[str, tuple[str, ...]] = {
    "trafficking": ("act.", "means.", "purpose.", "child.no_means", "child.age_18", "consent.", "scope."),
    "exploitation": ("purpose.",),
    "child": ("child.",),
    "vulnerability": ("means.vulnerability", "means.abuse_of_power"),
    "consent": ("consent.",),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side has of an element; `evidence` is None where it has no words for it."""

    side: int
    value: Value
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Row:
    """An element and what each side has of it, in the order of the sides."""

    element: Element
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """`sides` are the texts of each instrument; a cell's evidence counts its source inside its side."""

    term: str
    sides: tuple[tuple[Version, ...], ...]
    rows: tuple[Row, ...]


def define(term: str, sides: Sequence[Sequence[Version]], framework: Framework) -> Definition:
    """The definition of the term in each side, by the elements of the framework.

    Raises ReferenceError for a term that the framework has no elements for, and what `gaps` raises.
    """
    key = term.strip().casefold()
    if key not in TERMS:
        raise ReferenceError(f"no definition of {term!r} by elements", expected="one of " + ", ".join(TERMS))
    analyses = [gaps(side, framework) for side in sides]
    rows = []
    for element in framework.elements:
        if element.code.startswith(TERMS[key]):
            findings = [a.finding(element.code) for a in analyses]
            cells = [
                Cell(i, f.value, f.evidence[0] if f.evidence and f.value is not Value.NO else None)
                for i, f in enumerate(findings)
            ]
            rows.append(Row(element, tuple(cells)))
    return Definition(key, tuple(tuple(s) for s in sides), tuple(rows))
