"""Signs of ratings, told apart without colour, for tables with no room for words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from palermo.corpus.model.findings import Rating
from palermo.report.language.message import Message

__all__ = ["MARKS", "RATINGS", "counted", "legend", "rated"]

RATINGS = {rating: Message(rating.value, context="rating") for rating in Rating}

MARKS = {
    Rating.CONTRARY: "✗",
    Rating.ABSENT: "–",
    Rating.NARROWER: "<",
    Rating.PARTLY: "◐",
    Rating.UNDECIDED: "?",
    Rating.MET: "✓",
    Rating.BROADER: "+",
    Rating.NOT_REQUIRED: "·",
}


def rated(rating: Rating) -> str:
    """The rating in the language of the report."""
    return RATINGS[rating]()


def counted(ratings: Iterable[Rating]) -> str:
    """Numbers of the ratings that there are, the gravest first: `absent 2 · met 14`."""
    counts = Counter(ratings)
    return " · ".join(f"{rated(rating)} {counts[rating]}" for rating in MARKS if counts[rating])


def legend() -> str:
    """Each sign with its rating, on one line."""
    return "  ".join(f"{mark} {rated(rating)}" for rating, mark in MARKS.items())
