"""Signs of ratings, told apart without colour, for tables with no room for words."""

from __future__ import annotations

from palermo.corpus.model.findings import Rating
from palermo.report.language.message import Message

__all__ = ["MARKS", "RATINGS", "legend", "rated"]

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


def legend() -> str:
    """Each sign with its rating, on one line."""
    return "  ".join(f"{mark} {rated(rating)}" for rating, mark in MARKS.items())
