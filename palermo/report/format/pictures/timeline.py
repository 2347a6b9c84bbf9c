"""A timeline of a country's gaps: what was open in each edition of its law, requirement by requirement."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from palermo.alignment.gaps.history import History
from palermo.kb.frameworks.framework import Element, Framework
from palermo.report.format.parts import Picture
from palermo.report.format.pictures.drawing import INK, Box, Drawing
from palermo.report.format.pictures.signs import legend, sign
from palermo.report.language import sentences as w
from palermo.report.language.forms import day, short_day
from palermo.report.shared.counts import counts
from palermo.report.shared.framework_words import label
from palermo.report.shared.quotes import OPEN
from palermo.report.shared.rating_signs import RATINGS

__all__ = ["timeline"]

_LABEL, _LINE, _HEAD, _TURNED_HEAD, _ROW, _EDGE = 220.0, 720.0, 64.0, 88.0, 18.0, 8.0
_LETTER = 5.9  # width of a letter of a label
_DATE, _LEAST = 74.0, 22.0  # what a date takes beside another, and turned


def timeline(story: History, framework: Framework) -> Picture:
    """The picture: a band for each requirement that was open or changed its rating, a column for each edition, as wide
    as the time until the next one (but wide enough to be read).
    """
    drawing = Drawing()
    shown = [e for e in framework.elements if _worth_showing(story, e)]
    left = max([_LABEL, *(_LETTER * len(label(element)) for element in shown)])
    widths = _widths([edition.date for edition in story.editions])
    narrow = min(widths) < _DATE
    head = _TURNED_HEAD if narrow else _HEAD
    starts = [left + sum(widths[:n]) for n in range(len(widths))]
    for x, edition in zip(starts, story.editions, strict=True):
        number = counts(edition.analysis).open
        if narrow:
            drawing.words(x + 12, head - 4, f"{short_day(edition.date)} ({number})", turned=-60, size=10)
        else:
            drawing.words(x, 26, short_day(edition.date), strong=True)
            drawing.words(x, 42, w.OPEN_COUNT(n=number))
            drawing.stroke([(x, 48), (x, head)], INK, 0.8)
    for number, element in enumerate(shown):
        top = head + number * _ROW
        drawing.words(left - 8, top + _ROW - 5, label(element), end=True)
        for x, width, finding in zip(starts, widths, story.row(element.code), strict=True):
            sign(drawing, finding.rating, Box(x, top, width, _ROW - 2))
    width = left + sum(widths) + _EDGE + (head if narrow else 0)
    height = legend(drawing, _EDGE, head + len(shown) * _ROW + 16, width - 2 * _EDGE, RATINGS) + _EDGE
    alt = _alt(story, shown)
    return Picture(drawing.svg(width, height, w.TIMELINE_TITLE(), alt), alt, w.TIMELINE_TITLE())


def _worth_showing(story: History, element: Element) -> bool:
    ratings = [finding.rating for finding in story.row(element.code)]
    return any(rating in OPEN for rating in ratings) or len(set(ratings)) > 1


def _widths(dates: list[str]) -> list[float]:
    """A width an edition; the last one has the mean of the others, as nobody knows how long it lasts."""
    days = [max((_day(later) - _day(earlier)).days, 1) for earlier, later in pairwise(dates)]
    days.append(round(sum(days) / len(days)))
    least = min(_DATE, max(_LEAST, _LINE / len(days)))
    room = max(_LINE - least * len(days), 0)
    return [least + room * span / sum(days) for span in days]


def _day(iso: str) -> date:
    """A year or a month begins with its first day."""
    return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) < 10 else iso)


def _alt(story: History, shown: list[Element]) -> str:
    first, last = story.editions[0], story.editions[-1]
    begun = w.TIMELINE_ALT(editions=len(story.editions), first=day(first.date), last=day(last.date), shown=len(shown))
    each = (w.TIMELINE_ALT_EDITION(date=day(e.date), n=counts(e.analysis).open) for e in story.editions)
    return " ".join([begun, *each])
