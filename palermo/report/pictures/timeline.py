"""A timeline of a country's gaps: what was open in each edition of its law, requirement by requirement."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from alignment.history import History
from kb.framework import Element, Framework
from palermo.report.analysis import words as w
from palermo.report.analysis.counts import counts
from palermo.report.document import Picture
from palermo.report.pictures.drawing import INK, Box, Drawing
from palermo.report.pictures.signs import legend, sign
from palermo.report.quotes import OPEN

__all__ = ["timeline"]

_LABEL, _LINE, _HEAD, _ROW, _LEAST, _EDGE = 220.0, 720.0, 58.0, 18.0, 74.0, 8.0


def timeline(story: History, framework: Framework) -> Picture:
    """The picture: a band for each requirement that was open or changed its rating, a column for each edition, as wide
    as the time until the next one (but wide enough to be read).
    """
    drawing = Drawing()
    shown = [e for e in framework.elements if _worth_showing(story, e)]
    widths = _widths([edition.date for edition in story.editions])
    starts = [_LABEL + sum(widths[:n]) for n in range(len(widths))]
    for x, edition in zip(starts, story.editions, strict=True):
        drawing.words(x, 20, edition.date, strong=True)
        drawing.words(x, 36, w.OPEN_COUNT.format(n=counts(edition.analysis).open))
        drawing.stroke([(x, 42), (x, _HEAD + len(shown) * _ROW)], INK, 0.8)
    for number, element in enumerate(shown):
        top = _HEAD + number * _ROW
        drawing.words(_LABEL - 8, top + _ROW - 5, element.label, end=True)
        for x, width, finding in zip(starts, widths, story.row(element.code), strict=True):
            sign(drawing, finding.rating, Box(x, top, width, _ROW - 2))
    width = _LABEL + sum(widths) + _EDGE
    height = legend(drawing, _EDGE, _HEAD + len(shown) * _ROW + 16, width - 2 * _EDGE, w.RATINGS) + _EDGE
    alt = _alt(story, shown)
    return Picture(drawing.svg(width, height, w.TIMELINE_TITLE, alt), alt, w.TIMELINE_TITLE)


def _worth_showing(story: History, element: Element) -> bool:
    ratings = [finding.rating for finding in story.row(element.code)]
    return any(rating in OPEN for rating in ratings) or len(set(ratings)) > 1


def _widths(dates: list[str]) -> list[float]:
    """A width an edition; the last one has the mean of the others, as nobody knows how long it lasts."""
    days = [max((_day(later) - _day(earlier)).days, 1) for earlier, later in pairwise(dates)]
    days.append(round(sum(days) / len(days)))
    room = max(_LINE - _LEAST * len(days), 0)
    return [_LEAST + room * span / sum(days) for span in days]


def _day(iso: str) -> date:
    """A year or a month begins with its first day."""
    return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) < 10 else iso)


def _alt(story: History, shown: list[Element]) -> str:
    first, last = story.editions[0], story.editions[-1]
    begun = w.TIMELINE_ALT.format(editions=len(story.editions), first=first.date, last=last.date, shown=len(shown))
    each = (w.TIMELINE_ALT_EDITION.format(date=e.date, n=counts(e.analysis).open) for e in story.editions)
    return " ".join([begun, *each])
