"""Pages as runs of letters with their places, whatever library reads them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["File", "PagePiece", "PageText"]


@dataclass(frozen=True, slots=True)
class PagePiece:
    """Letters that follow one another on a line in one type. Points; `y` is the baseline and grows upwards.

    `text` may begin or end in a blank; `x0` and `x1` are where its letters begin and end.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class PageText:
    """A page. `number` counts from 1; `sides` are its pieces by the way they are written (upright, up, down), each
    turned upright, the one with most letters first; `slanted` says that there is writing askew, which is in none;
    `unmapped` counts the letters of which the file does not say what they are.
    """

    number: int
    width: float
    sides: tuple[tuple[PagePiece, ...], ...]
    pictures: bool
    slanted: bool
    unmapped: int

    @property
    def letters(self) -> int:
        return sum(len(piece.text) for side in self.sides for piece in side)


@dataclass(frozen=True, slots=True)
class File:
    """All pages, and what the file says of itself; "" where it is silent."""

    pages: tuple[PageText, ...]
    title: str
    lang: str
    created: str
    modified: str
