"""Penalties: what a segment threatens, by kind, with its bounds and unit."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from alignment.segments import Segment
from kb.cues import Cues, PenaltyCues
from kb.numbers import number
from kb.numbers import words as number_words

__all__ = ["Sanction", "sanctions", "sanctions_in", "severity"]

_IN_YEARS = {"years": 1.0, "months": 1 / 12, "days": 1 / 365}


@dataclass(frozen=True, slots=True)
class Sanction:
    """A penalty at `start` to `end` of the unit's text. None is a bound that is not stated; a life term is infinite."""

    start: int
    end: int
    kind: str
    min: float | None
    max: float | None
    unit: str

    def years(self) -> tuple[float, float]:
        """Maximum and minimum in years, for comparing terms; what is not stated counts as nothing."""
        factor = _IN_YEARS.get(self.unit, 0.0)
        return (self.max or 0.0) * factor, (self.min or 0.0) * factor


def sanctions(segment: Segment, cues: Cues) -> list[Sanction]:
    """The penalties that a segment threatens, in order; a kind without an amount has no bounds and no unit."""
    return sanctions_in(segment.unit.folded, segment.start, segment.end, cues)


def sanctions_in(folded: str, start: int, end: int, cues: Cues) -> list[Sanction]:
    """The penalties that `folded` threatens from `start` to `end`, as `sanctions` gives them."""
    words = cues.penalties
    if words is None or not cues.term("penalty").search(folded, start, end):
        return []
    named = sorted(
        (m.start(), m.end(), kind)
        for kind, pattern in words.kinds.items()
        for m in pattern.finditer(folded, start, end)
    )
    found = []
    at = start
    nexts = [named_at for named_at, _, _ in named[1:]] + [end]
    for (first, last, kind), after in zip(named, nexts, strict=bool(named)):
        amounts = list(_amounts(folded, (at, first), (last, after), kind, cues))
        if words.min_before.search(folded, at, first):
            amounts = [replace(a, min=a.max, max=None) if a.min is None else a for a in amounts]
        found += amounts or [Sanction(first, last, kind, None, None, "")]
        at = max(last, *(a.end for a in amounts)) if amounts else last
    return found


def _amounts(folded: str, before: tuple[int, int], after: tuple[int, int], kind: str, cues: Cues) -> Iterator[Sanction]:
    """The amounts of one kind: after it up to the next kind or sentence end, or before it where a language has that."""
    words = cues.penalties
    assert words is not None
    name = before[1]
    stop = _END.search(folded, *after)
    region = (name, stop.start() if stop else after[1])
    lead = (max(before[0], name - 60), name)
    if words.amount == "either" and (
        any(_parse(folded, lead, kind, cues)) or not any(_parse(folded, region, kind, cues))
    ):
        region = lead
        if kind == "fine":  # "12 months or less, a fine" is no fine of months
            yield from _merged([s for s in _parse(folded, region, kind, cues) if s.unit != "months"])
            return
    if words.amount == "either" and region[1] == after[1] and after[1] < len(folded):
        region = (region[0], _before_the_next(folded, region, kind, cues))
    life = words.life.search(folded, max(before[0], name - 30), region[1] if region[1] > name else after[0] + 40)
    if life and kind == "imprisonment":
        low = next((s.min for s in _parse(folded, region, kind, cues) if s.min is not None), None)
        yield Sanction(life.start(), life.end(), kind, low, math.inf, "years")
        return
    yield from _merged(list(_parse(folded, region, kind, cues)))


_END = re.compile(r";|\.(?=\s|$)")


def _before_the_next(folded: str, region: tuple[int, int], kind: str, cues: Cues) -> int:
    """The end of a region without an amount that leans on the kind after it ("… mil a dos mil días multa")."""
    found = list(_parse(folded, region, kind, cues, any_unit=True))
    leans = len(found) > 1 and re.fullmatch(r"\s*(?:d[e'’]\s*)?", folded[found[-1].end : region[1]])
    return found[-1].start if leans else region[1]


@cache
def _pattern(words: PenaltyCues, lang: str) -> re.Pattern[str]:
    word = number_words(lang)
    num = rf"(?:{_DIGITS}|(?:{word})(?!\w))(?:[ -](?:{word})(?!\w)){{0,4}}"
    extra = r"(?:\s*\(\w+\))?"
    units = "|".join(f"(?P<{_group(unit)}>{words_})" for unit, words_ in words.units.items())
    noun = f"(?:{'|'.join(words.units.values())})"
    return re.compile(
        rf"(?<!\w)(?:(?P<low>{words.opens})\s*(?P<a>{num}){extra}\s*(?P<unit>{noun})?,?\s+(?:{words.range})\s+(?P<b>{num}){extra}"
        rf"|(?P<min>{words.min})\s*(?P<c>{num}){extra}|(?P<max>{words.max})\s*(?P<d>{num}){extra}|(?P<e>{num}){extra})"
        rf"\s*(?:(?:de|di|d')\s*)?(?:{units})(?!\w)"
        rf"|(?P<unit_before>{noun}) (?:{words.min})\s*(?P<f>{num})(?!\w)"
    )


_DIGITS = r"\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d+"
# A currency before its amount: a sign, or the letters by which statutes name it (R100 million, K5,000, Rs. 500).
_SYMBOL = re.compile(
    r"(?:[€$£₦¢¥]|(?<!\w)(?:rs\.?|rm|k?shs?\.?|usd|us\$|[a-z]{1,2}\$|[knrpemdgl](?=\d)))\s?"
    rf"(?P<n>{_DIGITS})(?P<scale> [a-z]+)?"
)


def _group(unit: str) -> str:
    return "u_" + unit.replace(" ", "_")


def _parse(
    folded: str, region: tuple[int, int], kind: str, cues: Cues, *, any_unit: bool = False
) -> Iterator[Sanction]:
    words = cues.penalties
    assert words is not None
    ages = [m.span() for m in cues.term("age").finditer(folded, *region)]
    for match in _pattern(words, cues.lang).finditer(folded, *region):
        if any(start < match.start() < end for start, end in ages):  # "under eighteen years"
            continue
        if match["f"]:  # "any term of years not less than 15"
            unit = next(u for u, pattern in words.units.items() if re.fullmatch(pattern, match["unit_before"]))
            low, high = _value(match["f"], cues), None
            yield Sanction(match.start(), match.end(), kind, low, high, unit)
            continue
        unit = next(u for u in words.units if match[_group(u)])
        if match["low"]:
            low, high = _value(match["a"], cues), _value(match["b"], cues)
            low = _scaled(_converted(low, match["unit"], unit, words), match["a"], match["b"], cues)
        elif match["min"]:
            low, high = _value(match["c"], cues), None
        else:
            low, high = None, _value(match["d"] or match["e"], cues)
        if (low is not None or high is not None) and (any_unit or _fits(kind, unit)):
            yield Sanction(match.start(), match.end(), kind, low, high, unit)
    if kind == "fine":
        for match in _SYMBOL.finditer(folded, *region):
            scaled = match["scale"] and _value(match["n"] + match["scale"], cues)
            most = scaled or _value(match["n"], cues)
            end = match.end() if scaled else match.end("n")
            least = re.search(rf"(?:{words.min})\s*$", folded[region[0] : match.start()])
            low, high = (most, None) if least else (None, most)
            yield Sanction(match.start(), end, kind, low, high, "currency")


def _fits(kind: str, unit: str) -> bool:
    """Whether a penalty of this kind is counted in this unit: no fine lasts years, no imprisonment costs money."""
    if kind in _WHOLE:
        return False
    return unit != "years" if kind == "fine" else unit in _IN_YEARS


_WHOLE = frozenset({"confiscation", "death"})  # kinds that have no amount


def _converted(low: float | None, written: str | None, unit: str, words: PenaltyCues) -> float | None:
    """The lower bound in the unit of the upper one ("from six months to ten years")."""
    if low is None or not written or re.fullmatch(words.units[unit], written):
        return low
    own = next((u for u, pattern in words.units.items() if re.fullmatch(pattern, written)), unit)
    if own in _IN_YEARS and unit in _IN_YEARS:
        return low * _IN_YEARS[own] / _IN_YEARS[unit]
    return None


def _scaled(low: float | None, text: str, other: str, cues: Cues) -> float | None:
    """The lower bound with the scale that both share ("five to twenty million")."""
    *_, last = other.split()
    scale = _value(last, cues) if " " in other.strip() else None
    shared = scale is not None and scale >= _THOUSAND and low is not None and low < _THOUSAND
    return low * scale if shared and low is not None and scale is not None and not text.endswith(last) else low


_THOUSAND = 1000


def _value(text: str, cues: Cues) -> float | None:
    found = number(re.sub(r"(?<=\d)[ .,](?=\d{3})", "", text), cues.lang)
    return None if found is None else float(found)


def _merged(found: list[Sanction]) -> Iterator[Sanction]:
    """A bound and the other bound after it are one penalty ("not less than seven years, but up to ten years")."""
    waiting: Sanction | None = None
    for s in found:
        if waiting and waiting.unit == s.unit and (waiting.max is None) != (s.max is None):
            low, high = (waiting.min, s.max) if waiting.max is None else (s.min, waiting.max)
            yield Sanction(waiting.start, s.end, s.kind, low, high, s.unit)
            waiting = None
        else:
            if waiting:
                yield waiting
            waiting = s
    if waiting:
        yield waiting


def severity(segment: Segment, cues: Cues) -> tuple[float, float] | None:
    """The gravest term of imprisonment of a segment, as maximum and minimum in years; None without a term."""
    terms = [s.years() for s in sanctions(segment, cues) if s.kind == "imprisonment" and s.unit]
    return (max(t[0] for t in terms), max(t[1] for t in terms)) if terms else None
