"""Penalties: what a segment threatens, by kind, with its bounds and unit."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from palermo.alignment.penalties.amounts import IN_MONTHS, Amounts
from palermo.alignment.statute.memoise import memoised
from palermo.alignment.statute.segments import Segment
from palermo.kb.lexicon.cues import Cues

__all__ = ["Bounds", "Sanction", "comparable", "direction", "sanctions", "sanctions_in", "severity", "years"]


class Bounds(Protocol):
    """Kind and bounds of a penalty, as a `Sanction` does, and a `palermo.corpus.model.findings.Penalty`."""

    @property
    def min(self) -> float | None: ...
    @property
    def max(self) -> float | None: ...
    @property
    def unit(self) -> str: ...


def years(penalty: Bounds) -> tuple[float, float]:
    """Maximum and minimum, those of a term in years; what is not stated counts as nothing."""
    factor = IN_MONTHS[penalty.unit] / IN_MONTHS["years"] if penalty.unit in IN_MONTHS else 1.0
    return (penalty.max or 0.0) * factor, (penalty.min or 0.0) * factor


def comparable(old: Bounds, new: Bounds) -> bool:
    """True if two penalties are counted in one unit, or both are terms."""
    return old.unit == new.unit or {old.unit, new.unit} <= IN_MONTHS.keys()


def direction(old: Bounds, new: Bounds) -> int | None:
    """1 where a penalty of one kind is raised, -1 where it is lowered, 0 where it is the same, None where neither.

    It is raised where one of its bounds is higher and none is lower. A least that is not stated counts as none. A
    greatest that is not stated is the greatest that the general law knows: above any stated one, and not to be compared
    with life.
    """
    if not comparable(old, new) or {old.max, new.max} == {None, math.inf}:
        return None
    pairs = [(a, b) for a, b in zip(_grave(old), _grave(new), strict=True) if not math.isclose(a, b, rel_tol=1e-9)]
    up, down = any(b > a for a, b in pairs), any(b < a for a, b in pairs)
    return None if up and down else up - down


def _grave(penalty: Bounds) -> tuple[float, float]:
    most, least = years(penalty)
    return math.inf if penalty.max is None and penalty.min is not None else most, least


@dataclass(frozen=True, slots=True)
class Sanction:
    """A penalty at `start` to `end` of the unit's text. None is a bound that is not stated; a life term is infinite."""

    start: int
    end: int
    kind: str
    min: float | None
    max: float | None
    unit: str


@memoised
def sanctions(segment: Segment, cues: Cues) -> Sequence[Sanction]:
    """The penalties that a segment threatens, in order; a kind without an amount has no bounds and no unit."""
    return sanctions_in(segment.unit.folded, segment.start, segment.end, cues)


def sanctions_in(folded: str, start: int, end: int, cues: Cues) -> list[Sanction]:
    """The penalties that `folded` threatens from `start` to `end`, as `sanctions` gives them."""
    found = _sanctions(folded[start:end], cues)  # only its own words, or a long article costs the square of its length
    return [replace(s, start=s.start + start, end=s.end + start) for s in found]


def _sanctions(folded: str, cues: Cues) -> list[Sanction]:
    words = cues.penalties
    if words is None or not cues.term("penalty").search(folded):
        return []
    named = sorted((m.start(), m.end(), kind) for kind, words_ in words.kinds.items() for m in words_.finditer(folded))
    if not named:
        return []
    numbers = Amounts(folded, cues)
    found: list[Sanction] = []
    at = 0
    nexts = [(named_at, of) for named_at, _, of in named[1:]] + [(len(folded), "")]
    for (first, last, kind), (after, next_kind) in zip(named, nexts, strict=True):
        amounts = list(_amounts(numbers, (at, first), (last, after), kind, next_kind))
        if words.min_before.search(folded, at, first):
            amounts = [replace(a, min=a.max, max=None) if a.min is None else a for a in amounts]
        named_again = found and found[-1].kind == kind and _LEANS.fullmatch(folded, found[-1].end, first)
        if not amounts and named_again:  # "multa de mil a dos mil días multa"
            continue
        found += amounts or [Sanction(first, last, kind, None, None, "")]
        at = max(last, *(a.end for a in amounts)) if amounts else last
    return found


def _amounts(
    amounts: Amounts, before: tuple[int, int], after: tuple[int, int], kind: str, next_kind: str
) -> Iterator[Sanction]:
    """The amounts of one kind: after it up to the next kind or sentence end, or before it where a language has that."""
    words = amounts.words
    folded, name = amounts.folded, before[1]
    stop = _END.search(amounts.marked, *after)
    region = (name, stop.start() if stop else after[1])
    lead = (max(before[0], name - 60), name)
    if words.amount == "either" and (any(_parse(amounts, lead, kind)) or not any(_parse(amounts, region, kind))):
        region = lead
        if kind == "fine":  # "12 months or less, a fine" is no fine of months
            yield from _merged([s for s in _parse(amounts, region, kind) if s.unit != "months"])
            return
    if words.amount == "either" and region[1] == after[1] and after[1] < len(folded):
        region = (region[0], _before_the_next(amounts, region, kind, next_kind))
    life = words.life.search(folded, max(before[0], name - 30), region[1] if region[1] > name else after[0] + 40)
    if life and kind == "imprisonment":
        low = next((years(s)[1] for s in _parse(amounts, region, kind) if s.min is not None), None)
        yield Sanction(life.start(), life.end(), kind, low, math.inf, "years")
        return
    yield from _merged(list(_parse(amounts, region, kind)))


_LEANS = re.compile(r"\s*(?:-\s*|d[e'’]\s*)?")
_END = re.compile(r";|\.(?=\s|$)")


def _before_the_next(amounts: Amounts, region: tuple[int, int], kind: str, next_kind: str) -> int:
    """The end of a region without an amount that leans on the kind after it ("… mil a dos mil días multa")."""
    found = list(_parse(amounts, region, kind, any_unit=True))
    if not found or not _LEANS.fullmatch(amounts.folded, found[-1].end, region[1]):
        return region[1]
    of_days = found[-1].unit == "days" and next_kind == "fine" != kind
    return found[-1].start if len(found) > 1 or of_days else region[1]


def _parse(amounts: Amounts, region: tuple[int, int], kind: str, *, any_unit: bool = False) -> Iterator[Sanction]:
    ages = [m.span() for m in amounts.cues.term("age").finditer(amounts.folded, *region)]
    for found in amounts.find(*region):
        if any(start < found.start < end for start, end in ages):  # "under eighteen years"
            continue
        if any_unit or found.unit == _DAY_FINES or _fits(kind, found.unit):
            own = "fine" if found.unit == _DAY_FINES else kind  # "ocho años y noventa días-multa"
            low, high = (None if n is None else float(n) for n in (found.min, found.max))
            yield Sanction(found.start, found.end, own, low, high, found.unit)


def _fits(kind: str, unit: str) -> bool:
    """True if a penalty of this kind is counted in this unit: no fine lasts years, no imprisonment costs money."""
    if kind in _WHOLE or (unit == "hours" and kind != "compulsory work"):
        return False
    return unit != "years" if kind == "fine" else unit in IN_MONTHS


_DAY_FINES = "daily rates"  # a unit that names its kind, too
_WHOLE = frozenset({"confiscation", "death"})  # kinds that have no amount


def _merged(found: list[Sanction]) -> Iterator[Sanction]:
    """A bound and the other bound after it are one penalty ("not less than seven years, but up to ten years")."""
    waiting: Sanction | None = None
    for s in found:
        both = _both(waiting, s) if waiting else None
        if both:
            yield both
            waiting = None
        else:
            if waiting:
                yield waiting
            waiting = s
    if waiting:
        yield waiting


def _both(a: Sanction, b: Sanction) -> Sanction | None:
    """The penalty of two of which one states only the lower and the other only the upper bound; None for any other."""
    low, high = (a, b) if a.max is None else (b, a)
    if low.min is None or low.max is not None or high.max is None or high.min is not None:
        return None
    least = low.min
    if low.unit != high.unit:
        if low.unit not in IN_MONTHS or high.unit not in IN_MONTHS or b.start - a.end > _BESIDE:
            return None
        least *= IN_MONTHS[low.unit] / IN_MONTHS[high.unit]
    return Sanction(a.start, b.end, a.kind, least, high.max, high.unit) if least <= high.max else None


_BESIDE = 10  # code points between "two years" and "not less than fourteen days" of one penalty


def severity(segment: Segment, cues: Cues) -> tuple[float, float] | None:
    """The gravest term of imprisonment of a segment, as maximum and minimum in years; None without a term."""
    terms = [years(s) for s in sanctions(segment, cues) if s.kind == "imprisonment" and s.unit]
    return (max(t[0] for t in terms), max(t[1] for t in terms)) if terms else None
