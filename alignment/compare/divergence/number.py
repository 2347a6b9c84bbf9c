"""Dates and other numbers."""

from __future__ import annotations

import re

from palermo.alignment.compare.divergence.change import ClauseChange
from palermo.alignment.compare.divergence.figures import FigureChange
from palermo.alignment.compare.divergence.side import DivergenceSide
from palermo.alignment.compare.divergence.stretch import outside, spell, touched
from palermo.alignment.compare.model import Divergence

__all__ = ["DATE", "NUMBER", "date", "number"]

DATE, NUMBER = "date", "number"
_MOST_OTHER_WORDS = 3


def date(change: ClauseChange) -> Divergence | None:
    """Divergence if a date, or a part of a date, was changed, added or taken out; else None."""
    found = [touched(side.dates, span) for side, span in change.sides]
    if not any(found):
        return None
    other = [_beside(side, span, dates) for (side, span), dates in zip(change.sides, found, strict=True)]
    if any(len(words) > _MOST_OTHER_WORDS or any(w[0].isdigit() for w in words) for words in other):
        return None
    if any(not dates and side_words for dates, side_words in zip(found, other, strict=True)):
        return None
    names = [_quoted(side, dates) for (side, _), dates in zip(change.sides, found, strict=True)]
    return None if names[0] == names[1] else Divergence(DATE, "the date", *names)


def _beside(side: DivergenceSide, span: tuple[int, int], found: list[tuple[int, int]]) -> list[str]:
    return [word for word in outside(side.folded, span, found) if not side.words.articles.fullmatch(word)]


def _quoted(side: DivergenceSide, found: list[tuple[int, int]]) -> str | None:
    return " … ".join(" ".join(side.text[s:e].split()) for s, e in found) or None


def number(change: ClauseChange) -> Divergence | None:
    """Divergence if a number or its unit changed; else None."""
    found = [side.own_figures(span) for side, span in change.sides]
    values = [[f.value for f in some] for some in found]
    if values[0] != values[1]:
        if not all(values) and any(change.sides[n][1][0] < change.sides[n][1][1] for n in (0, 1) if not values[n]):
            return None  # a number for words, or words for a number
        other = [_others(side, span, some) for (side, span), some in zip(change.sides, found, strict=True)]
        shared = set(other[0]) & set(other[1])
        if any(len([w for w in some if w not in shared]) > _MOST_OTHER_WORDS for some in other):
            return None
        return _with_units(change, found)
    return _unit(change)


def _others(side: DivergenceSide, span: tuple[int, int], found: list[FigureChange]) -> list[str]:
    """The words beside the numbers that are neither units nor without weight."""
    at, text = span[0], []
    for f in found:
        text.append(side.folded[at : max(at, f.start)])
        at = max(at, f.end)
    text.append(side.folded[at : span[1]])
    rest = side.words.units.sub(" ", " ".join(text))
    return spell(side.words.articles.sub(" ", rest))


def _with_units(change: ClauseChange, found: list[list[FigureChange]]) -> Divergence:
    units = [_unit_after(side, some) for (side, _), some in zip(change.sides, found, strict=True)]
    names = [
        " … ".join(side.text[f.start : f.end] for f in some) or None
        for (side, _), some in zip(change.sides, found, strict=True)
    ]
    if units[0] and units[1] and units[0] != units[1]:
        return Divergence(NUMBER, "the number and its unit", f"{names[0]} {units[0]}", f"{names[1]} {units[1]}")
    return Divergence(NUMBER, "the number", names[0], names[1], units[0] or units[1])


def _unit_after(side: DivergenceSide, found: list[FigureChange]) -> str | None:
    if not found:
        return None
    end = found[-1].end
    match = side.words.units.match(side.folded, end + (side.folded[end : end + 1] == " "))
    if match:
        return side.text[match.start() : match.end()]
    sign = re.search(r"[€$£]\s?$", side.folded[max(0, found[-1].start - 2) : found[-1].start])
    return sign[0].strip() if sign else None


def _unit(change: ClauseChange) -> Divergence | None:
    """A unit for another after the same number ("six months" and "six years")."""
    units = change.words.units
    if not all(units.fullmatch(text.strip(" ,.;")) for text in (change.old, change.new)):
        return None
    before = [next((f for f in side.figures if 0 <= span[0] - f.end <= 1), None) for side, span in change.sides]
    if before[0] is None or before[1] is None:
        return None
    names = [
        f"{side.text[f.start : f.end]} {text}"
        for (side, _), f, text in zip(change.sides, before, (change.old_text, change.new_text), strict=True)
        if f
    ]
    return Divergence(NUMBER, "the unit of the number", *names)
