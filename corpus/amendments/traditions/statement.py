"""What a text is cut into where statements stand under numbers, as Russian and Romance drafting has them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Number", "Statement"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number before a statement; `kind` is how it is printed ("1.", "1)", "а)"), "section" for an article of the
    amending act.
    """

    kind: str
    num: str


@dataclass(frozen=True, slots=True)
class Statement:
    """`start` to `end` of the text, without the numbers and the last sign; `heads`: it ends in a colon, and what stands
    under it follows.
    """

    numbers: tuple[Number, ...]
    start: int
    end: int
    heads: bool
