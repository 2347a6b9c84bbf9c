"""A heat map: bodies of law by codes, one sign a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import Rating
from palermo.report.format.parts import Picture
from palermo.report.format.pictures.drawing import Box, Drawing
from palermo.report.format.pictures.signs import legend, sign
from palermo.report.language import sentences as w
from palermo.report.language.forms import short_day
from palermo.report.shared.bodies import called
from palermo.report.shared.framework_words import group as group_name
from palermo.report.shared.framework_words import short
from palermo.report.shared.rating_signs import MARKS, RATINGS, rated

__all__ = ["heat"]

_CELL, _GAP, _LABEL, _HEAD, _EDGE = 17.0, 7.0, 210.0, 136.0, 8.0
_LETTER = 6.6  # width of a letter of a group's name
_NARROW = 5.8  # width of a letter of a code's name
_LINES = (12.0, 24.0, 36.0)  # on which the groups' names stand
_MOST = 28  # bodies that one page has room for
_LONGEST = 34  # characters of a row's label


def heat(found: Matrix) -> Iterator[Picture]:
    """Pictures as wide as a wide page and no higher, each with its own heads and legend; their words say how many of
    which rating each body has.
    """
    parts = ceil(len(found.bodies) / _MOST)
    for part in range(parts):
        yield _drawn(found, found.bodies[_cut(found, part, parts) : _cut(found, part + 1, parts)], part + 1, parts)


def _cut(found: Matrix, part: int, parts: int) -> int:
    return round(len(found.bodies) * part / parts)


def _drawn(found: Matrix, bodies: Sequence[MatrixBody], part: int, parts: int) -> Picture:
    drawing = Drawing()
    head = max(_HEAD, _LINES[1] + _NARROW * max(len(short(e)) for e in found.framework.elements))
    places = _heads(drawing, found, head)
    bottom = head
    for number, body in enumerate(bodies):
        top = head + number * _CELL
        drawing.words(_LABEL, top + _CELL - 5, _label(body), end=True)
        for x, finding in zip(places, found.row(body), strict=True):
            sign(drawing, finding.rating, Box(x, top, _CELL, _CELL))
        bottom = top + _CELL
    width = places[-1] + _CELL + _EDGE
    height = legend(drawing, _EDGE, bottom + 16, width - 2 * _EDGE, RATINGS) + _EDGE
    alt = " ".join([w.HEAT_ALT(bodies=len(bodies), codes=len(places)), *map(_said, bodies)])
    title = w.HEAT_TITLE() if parts == 1 else w.HEAT_PART(title=w.HEAT_TITLE(), part=part, parts=parts)
    return Picture(drawing.svg(width, height, title, alt), alt, title)


def _heads(drawing: Drawing, found: Matrix, bottom: float) -> list[float]:
    """The names of the codes over their columns, the groups apart; where each column begins."""
    places: list[float] = []
    x, ends = _LABEL + _GAP, dict.fromkeys(_LINES, 0.0)
    for group, elements in groupby(found.framework.elements, key=lambda e: e.group):
        inside = list(elements)
        name = group_name(group)
        line = next((line for line, end in ends.items() if end <= x), _LINES[-1])
        drawing.words(x, line, name, strong=True, size=10)
        ends[line] = x + _LETTER * len(name)
        for element in inside:
            drawing.words(x + _CELL - 5, bottom - 5, short(element), turned=-90, size=10)
            places.append(x)
            x += _CELL
        x += _GAP
    return places


def _label(body: MatrixBody) -> str:
    name = called(body)
    dated = f" ({short_day(body.date)})" if body.date else ""
    room = _LONGEST - len(dated)
    return (name if len(name) <= room else name[: room - 1].rstrip() + "…") + dated


def _said(body: MatrixBody) -> str:
    ratings = Counter(f.rating for f in body.analysis.findings)
    counted = ", ".join(f"{rated(r)} {ratings[r]}" for r in MARKS if ratings[r] and r is not Rating.NOT_REQUIRED)
    return w.HEAT_ALT_ROW(body=_label(body), counts=counted)
