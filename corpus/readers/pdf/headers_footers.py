"""Running heads, running feet and page numbers, which stand at the edges of pages and are not their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from statistics import median

from palermo.corpus.grammar_words import every_word
from palermo.corpus.readers.pdf.lines_columns import rows
from palermo.corpus.readers.pdf.page_model import PagePiece

__all__ = ["without_headers_footers"]

_ZONE = 3  # rows at the top and at the foot that may be no text
_LEAST = 2  # pages on which a running head comes
_SHARE = 0.3  # of the pages: left and right ones may differ, and chapters begin without one
_ALWAYS = 0.6  # of the pages: what stands apart there at the same height is a head, whatever its words
_NEAR = 3.0  # points between the heights of one head on two pages
_APART = 1.6  # of the usual distance between rows
_LEADING = 1.15  # of the type's size: how far lines stand apart at least
_COUNT = re.compile(r"[\W_]*(?:\d{1,4}|[ivxlc]{1,7})(?:[\W_]+\d{1,4})?[\W_]*", re.I)


@cache
def _page_words() -> frozenset[str]:
    return frozenset(every_word(lambda words: words.page_words))


def without_headers_footers(pages: Sequence[Sequence[PagePiece]]) -> list[list[PagePiece]]:
    """The pieces of each page without what only its edges have."""
    by_row = [rows(page) for page in pages]
    step = _step(by_row)
    gone: list[set[PagePiece]] = [set() for _ in pages]
    for top in (True, False):
        zones = [list(_zone(page, top=top)) for page in by_row]
        for index, zone in enumerate(zones):
            for place, row in enumerate(zone[:_ZONE]):
                if not _is_furniture(row, place, zones, step):
                    break
                gone[index].update(row)
    return [[p for p in page if p not in out] for page, out in zip(pages, gone, strict=True)]


def _zone(page: list[list[PagePiece]], *, top: bool) -> Iterator[list[PagePiece]]:
    yield from page[: _ZONE + 1] if top else page[: -_ZONE - 2 : -1]


def _step(pages: list[list[list[PagePiece]]]) -> float:
    """The usual distance between two rows, not less than lines of their type need: of columns whose lines do not stand
    at the same heights, rows are nearer to each other than lines are."""
    steps = [a[0].y - b[0].y for page in pages for a, b in pairwise(page)]
    sizes = [piece.size for page in pages for row in page for piece in row]
    return max(median(steps), _LEADING * median(sizes)) if steps else 0.0


def _is_furniture(row: list[PagePiece], place: int, zones: list[list[list[PagePiece]]], step: float) -> bool:
    text, key = _text(row), _key(row)
    filled = [zone for zone in zones if zone]
    same = [other for zone in filled for other in zone if abs(other[0].y - row[0].y) < _NEAR]
    alike = sum(_key(other) == key for other in same)
    if key and key not in _page_words():
        often = alike >= _LEAST and alike >= _SHARE * len(filled)
        return often or (place == 0 and _always_apart(row, filled, step))
    return bool(_COUNT.fullmatch(text) or key) and (alike >= _LEAST or _stands_apart(row, zones, step))


def _always_apart(row: list[PagePiece], zones: list[list[list[PagePiece]]], step: float) -> bool:
    here = [zone for zone in zones if abs(zone[0][0].y - row[0].y) < _NEAR]
    apart = sum(len(zone) > 1 and abs(zone[0][0].y - zone[1][0].y) > _APART * step for zone in here)
    return len(zones) > _LEAST and apart >= _ALWAYS * len(zones)


def _stands_apart(row: list[PagePiece], zones: list[list[list[PagePiece]]], step: float) -> bool:
    for zone in zones:
        for place, other in enumerate(zone):
            if other is row:
                return place + 1 >= len(zone) or abs(row[0].y - zone[place + 1][0].y) > _APART * step
    return False


def _text(row: list[PagePiece]) -> str:
    return " ".join(piece.text.strip() for piece in row)


def _key(row: list[PagePiece]) -> str:
    """The words without figures and signs."""
    return " ".join(re.sub(r"[\W\d_]+", " ", _text(row)).split()).casefold()
