"""Penalties: what a segment threatens, as numbers with their unit."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from alignment.segments import Segment
from kb.cues import Cues
from kb.numbers import number

__all__ = ["Term", "severity", "terms"]

_LIFE = {
    "en": r"imprisonment for life|life imprisonment|for life",
    "ru": r"пожизненн\w+",
    "uk": r"довічн\w+",
    "fr": r"perpétuité",
    "de": r"lebenslang\w*",
    "nl": r"levenslang\w*",
    "es": r"cadena perpetua|prisión perpetua",
}
_YEARS = {
    "en": r"(?P<n>[\w-]+) years?",
    "ru": r"(?:от )?(?P<a>\w+) до (?P<n>\w+) лет|(?:до|на) (?P<m>\w+) лет",
    "uk": r"від (?P<a>[\w']+) до (?P<n>[\w']+) років|до (?P<m>[\w']+) років",
    "fr": r"(?P<n>[\w-]+) ans d'emprisonnement|(?P<a>[\w-]+) ans de réclusion|(?:de )?(?P<b>[\w-]+) (?:ans )?à (?P<m>[\w-]+) ans",
    "de": r"(?:von )?(?P<a>\w+) (?:monat\w*|jahr\w*) bis zu (?P<n>\w+) jahren|bis zu (?P<m>\w+) jahren|nicht unter (?P<b>\w+) jahr\w*",
    "nl": r"ten hoogste (?P<n>\w+) jaren?",
    "es": r"(?P<a>[\w()]+) (?:años )?a (?P<n>[\w()]+) años|(?P<m>[\w()]+) años",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of imprisonment: `min` and `max` in years, None where not stated, infinite for life."""

    start: int
    end: int
    min: float | None
    max: float | None


def terms(segment: Segment, cues: Cues) -> list[Term]:
    """The terms of imprisonment that a segment threatens, in order."""
    folded = segment.unit.folded
    first = cues.term("penalty").search(folded, segment.start, segment.end)
    if first is None:
        return []
    found = []
    if life := _LIFE.get(cues.lang):
        found = [
            Term(m.start(), m.end(), None, math.inf)
            for m in re.compile(life).finditer(folded, segment.start, segment.end)
        ]
    for match in re.compile(_YEARS.get(cues.lang, r"(?!)")).finditer(
        folded, max(segment.start, first.start() - 60), segment.end
    ):
        numbers = {k: number(v.strip("()"), cues.lang) for k, v in match.groupdict().items() if v}
        top = next((numbers[k] for k in ("n", "m") if numbers.get(k) is not None), None)
        low = next((numbers[k] for k in ("a", "b") if numbers.get(k) is not None), None)
        if top is not None or low is not None:
            found.append(Term(match.start(), match.end(), low, top))
    return sorted(found, key=lambda t: t.start)


def severity(segment: Segment, cues: Cues) -> tuple[float, float] | None:
    """The highest maximum and the highest minimum that a segment threatens, in years; None where it threatens no term."""
    found = terms(segment, cues)
    if not found:
        return None
    return max((t.max or 0.0) for t in found), max((t.min or 0.0) for t in found)
