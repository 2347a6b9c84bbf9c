"""The cell of a rating: a sign made of lines, as no font has all of them, on a ground that is darker the graver the
gap, so that it can be told in grey.
"""

from __future__ import annotations

from collections.abc import Mapping

from palermo.corpus.model.findings import Rating
from palermo.report.format.pictures.drawing import INK, PAPER, Box, Drawing
from palermo.report.language.message import Message
from palermo.report.shared.rating_signs import MARKS

__all__ = ["GROUNDS", "legend", "sign"]

# From dark to light, so in grey, too; orange against blue, which the colour-blind can tell apart.
GROUNDS = {
    Rating.CONTRARY: "#8a3b12",
    Rating.ABSENT: "#d98a4a",
    Rating.NARROWER: "#e8b98a",
    Rating.PARTLY: "#f4dcc3",
    Rating.UNDECIDED: "#ffffff",
    Rating.MET: "#dcebf2",
    Rating.BROADER: "#eaf3f7",
    Rating.NOT_REQUIRED: "#ffffff",
}
_LEGEND_CELL = 16.0


def sign(drawing: Drawing, rating: Rating, box: Box) -> None:
    """The cell, with the sign in its middle."""
    drawing.box(box, GROUNDS[rating])
    ink = PAPER if rating is Rating.CONTRARY else INK
    x, y = box.x + box.width / 2, box.y + box.height / 2
    r = min(box.width, box.height) * 0.26
    match rating:
        case Rating.CONTRARY:
            drawing.stroke([(x - r, y - r), (x + r, y + r)], ink, 1.8)
            drawing.stroke([(x - r, y + r), (x + r, y - r)], ink, 1.8)
        case Rating.ABSENT:
            drawing.stroke([(x - r, y), (x + r, y)], ink, 1.8)
        case Rating.NARROWER:
            drawing.stroke([(x + r, y - r), (x - r, y), (x + r, y + r)], ink)
        case Rating.PARTLY:
            drawing.dot(x, y, r, "none", ink)
            drawing.half(x, y, r, ink)
        case Rating.UNDECIDED:
            drawing.stroke(
                [(x - 0.7 * r, y - 0.7 * r), (x, y - 1.2 * r), (x + 0.7 * r, y - 0.7 * r), (x, y), (x, y + 0.4 * r)],
                ink,
            )
            drawing.dot(x, y + 1.2 * r, 0.9, ink)
        case Rating.MET:
            drawing.stroke([(x - r, y), (x - 0.3 * r, y + 0.8 * r), (x + r, y - 0.9 * r)], ink)
        case Rating.BROADER:
            drawing.stroke([(x - r, y), (x + r, y)], ink)
            drawing.stroke([(x, y - r), (x, y + r)], ink)
        case Rating.NOT_REQUIRED:
            drawing.dot(x, y, 1.1, ink)


def legend(drawing: Drawing, x: float, y: float, width: float, words: Mapping[Rating, Message]) -> float:
    """Each sign with its word, the gravest first, from x, y on in lines as wide as `width`; returns where they end."""
    at = x
    for rating in MARKS:
        word = words[rating]()
        room = _LEGEND_CELL + 6 + 6.4 * len(word) + 18
        if at + room > x + width and at > x:
            at, y = x, y + _LEGEND_CELL + 8
        sign(drawing, rating, Box(at, y, _LEGEND_CELL, _LEGEND_CELL))
        drawing.words(at + _LEGEND_CELL + 6, y + 12, word)
        at += room
    return y + _LEGEND_CELL
