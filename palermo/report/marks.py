"""One sign for each rating, told apart without colour, for tables with no room for words."""

from __future__ import annotations

from corpus.findings import Rating

__all__ = ["LEGEND", "MARKS"]

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

LEGEND = "  ".join(f"{mark} {rating.value}" for rating, mark in MARKS.items())
