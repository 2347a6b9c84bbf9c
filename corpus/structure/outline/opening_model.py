"""Lines that may open a unit, and the habits of the text that decide about its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["HEADING_LIMIT", "Habits", "Opening", "past_stops"]

HEADING_LIMIT = 160  # longer headings are text: measured on the mirror, the longest true heading has 158
_STOPS = re.compile(r"[\s.:^।—–‒―-]*")


@dataclass(slots=True)
class Opening:
    """A line that may open a unit. Offsets are of the view.

    `rest` is where the heading or text after the number begins, `weight` says how sure the typography is, `quoted` that
    the number may stand in a quotation, `bare` that it has no word before it, `inline` that it stands inside a line
    after other text. `start` is where the unit begins; a heading `above` the number is included.
    """

    kind: str
    level: str
    rank: int
    line: int
    start: int
    num: tuple[int, int]
    number: str
    rest: int
    weight: float
    quoted: bool = False
    bare: bool = False
    above: tuple[int, int] | None = None
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """Layout habits of a text as a whole.

    `wrapped`: lines are broken at a fixed width, so that a line end means nothing; `loose`: even blank lines stand
    inside sentences; `doubles`: articles say their number twice; `stops`: headings end with a full stop; `bracketed`:
    they stand in brackets.
    """

    wrapped: bool = False
    loose: bool = False
    doubles: bool = False
    stops: bool = False
    titles: bool = False
    bracketed: bool = False


def past_stops(text: str, position: int, end: int) -> int:
    """Past blanks, full stops, colons and dashes."""
    match = _STOPS.match(text, position, end)
    return match.end() if match is not None else position
