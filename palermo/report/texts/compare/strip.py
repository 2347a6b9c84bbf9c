"""A strip of an act from its beginning to its end, with a lane for each way in which it changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from palermo.alignment.compare.model import Alignment, Pair, PairKind
from palermo.corpus.model.text_model import BASIC_UNITS
from palermo.report.format.parts import Picture
from palermo.report.format.pictures.drawing import INK, LINE, Box, Drawing
from palermo.report.language import sentences as w
from palermo.report.redline.places import RedlinePlaces

__all__ = ["strip"]

_LABEL, _LINE, _LANE, _HEAD, _EDGE = 90.0, 820.0, 22.0, 26.0, 10.0
_LEAST = 2.0  # pixels of a mark
_APART = 60.0  # pixels between two numbers under the strip


@dataclass(frozen=True, slots=True)
class _Mark:
    """From where to where in the whole text on the right, as shares of its length."""

    lane: str
    start: float
    end: float


def strip(alignment: Alignment) -> Picture:
    """The picture: added, changed, moved and removed in four lanes over the right side; what was removed stands where
    it would be there.
    """
    drawing = Drawing()
    marks = list(_marks(alignment))
    bottom = _HEAD + len(w.LANES) * _LANE
    for number, (lane, name) in enumerate(w.LANES.items()):
        top = _HEAD + number * _LANE
        drawing.words(_LABEL - 8, top + 14, name(), end=True)
        drawing.box(Box(_LABEL, top + 3, _LINE, _LANE - 6), "#f7f5f0")
        for mark in marks:
            if mark.lane == lane:
                x = _LABEL + mark.start * _LINE
                width = max((mark.end - mark.start) * _LINE, _LEAST)
                drawing.box(Box(x, top + 3, width, _LANE - 6), INK, INK)
    _scale(drawing, alignment, bottom)
    width, height = _LABEL + _LINE + 4 * _EDGE, bottom + 28
    counts = {lane: sum(mark.lane == lane for mark in marks) for lane in w.LANES}
    said = ", ".join(f"{w.LANES[lane]()} {number}" for lane, number in counts.items())
    articles = ", ".join(_touched(alignment)) or w.STRIP_NOTHING()
    alt = w.STRIP_ALT(counts=said, articles=articles)
    return Picture(drawing.svg(width, height, w.STRIP_TITLE(), alt), alt, w.STRIP_TITLE())


def _marks(alignment: Alignment) -> Iterator[_Mark]:
    starts, total = _offsets(alignment)
    at = 0.0
    for pair in alignment.pairs:
        if pair.right and pair.right_source is not None:
            base = starts[pair.right_source]
            own = [span for p in pair.right for span in p.own_spans()]
            begin, end = (base + own[0].start) / total, (base + own[-1].end) / total
            begin, end = (begin, (base + own[0].end) / total) if len(own) > 1 else (begin, end)
            at = end
            for lane in _lanes(pair):
                yield _Mark(lane, begin, end)
        elif pair.kind is PairKind.REMOVED:
            yield _Mark("removed", at, at)


def _lanes(pair: Pair) -> Iterator[str]:
    if pair.kind is PairKind.ADDED:
        yield "added"
    elif pair.kind is not PairKind.SAME:
        yield "changed"
    if pair.moved:
        yield "moved"


def _offsets(alignment: Alignment) -> tuple[list[int], int]:
    """Where each text of the right side begins when they follow one another, and how long they are together."""
    starts, total = [], 0
    for version in alignment.right:
        starts.append(total)
        total += len(version.text)
    return starts, max(total, 1)


def _scale(drawing: Drawing, alignment: Alignment, top: float) -> None:
    """The numbers of articles under the strip, as many as have room."""
    starts, total = _offsets(alignment)
    last = -_APART
    for number, version in enumerate(alignment.right):
        for provision in version.root.walk():
            x = _LABEL + (starts[number] + provision.span.start) / total * _LINE
            if provision.level in BASIC_UNITS and provision.cite and x - last >= _APART:
                drawing.stroke([(x, top), (x, top + 5)], LINE, 0.8)
                drawing.words(x, top + 17, provision.cite, size=10)
                last = x


def _touched(alignment: Alignment) -> list[str]:
    """The articles in which anything changed, each once, in order."""
    places = RedlinePlaces(alignment)
    found = dict.fromkeys(
        places.article((pair.right or pair.left)[0]).cite
        for pair in alignment.pairs
        if pair.kind is not PairKind.SAME or pair.moved
    )
    return [cite for cite in found if cite]
