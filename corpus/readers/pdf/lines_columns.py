"""Pieces to lines in the order in which a page is read: across where it has one column, column by column where more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from palermo.corpus.readers.pdf.page_model import PagePiece

__all__ = ["Gutter", "PageLine", "read_lines", "rows"]

_SAME = 0.5  # of the type's size: baselines so near belong to one line, a raised figure's included
_GUTTER = 0.7  # of the type's size: the white between two columns is wider than between words
_LEAST_LINES = 4  # a column has
_LEAST_LETTERS = 12  # a column's line has, in the middle of all
_FILLED = 0.5  # of its column, a line of running text fills in the middle of all; a cell of a table does not
_NARROWEST = 0.2  # of the region, a column is wide; numbers that hang before their text are less
_CELL = 2.0  # of the type's size: what stands further apart on a line are cells of a row
_HEADLINE = 1.2  # of the size of most pieces: the type of headings that may run across columns
_SMALL = 0.85  # of its line's size: a figure of that size is raised
_RAISED = 0.15  # of the line's size above its baseline
_MOST_EDGES = 12  # that are looked at on a page, those at which most lines begin
_UNBROKEN = 2 / 3  # of what stands beside a gutter, stands where so many lines in a row leave it free; the gaps of
# justified words fall on one place, too, but not line after line
_FEW_ACROSS = 4  # times as much stands beside the gutter of other pages as across it
_DEEPEST = 3  # columns in columns
Gutter = tuple[float, float]
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBER = re.compile(r"(?:[^\s\w]?\w{1,6}[.)\]]*|[–—•-])$")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text. `left` and `right` are its column's edges, `paper` is how wide the page is;
    `raised` are the spans of figures set above the line.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page: int
    column: int
    left: float
    right: float
    paper: float
    raised: tuple[tuple[int, int], ...] = ()


def read_lines(
    pieces: Sequence[PagePiece], page: int, paper: float, known: Sequence[Gutter] = ()
) -> tuple[list[PageLine], list[Gutter]]:
    """The lines of one page in reading order, and the white between its columns.

    `known` are those of other pages: a page on which little stands may have its columns there, too.
    """
    found: list[Gutter] = []
    lines: list[PageLine] = []
    for number, column in enumerate(_columns(list(pieces), 0, known, found)):
        edges = min(p.x0 for p in column), max(p.x1 for p in column)
        table = _tables(column)
        lines += (_line(row, cells, page, number, (*edges, paper)) for row, cells in table)
    return [line for line in lines if line.text.strip()], found


def _tables(column: list[PagePiece]) -> Iterator[tuple[list[PagePiece], frozenset[float]]]:
    """The rows, each with the places at which its cells begin: a row above or below it has one there, too."""
    all_rows = rows(column)
    starts = [_cells(row) for row in all_rows]
    for index, row in enumerate(all_rows):
        near = [x for other in (index - 1, index + 1) if 0 <= other < len(starts) for x in starts[other]]
        yield row, frozenset(x for x in starts[index] if any(abs(x - y) < row[0].size for y in near))


def _cells(row: list[PagePiece]) -> list[float]:
    size = max(p.size for p in row)
    return [b.x0 for a, b in pairwise(row) if b.x0 - a.x1 > _CELL * size]


def rows(pieces: Iterable[PagePiece]) -> list[list[PagePiece]]:
    """The pieces by their baselines, from the top, each row from the left."""
    rows: list[list[PagePiece]] = []
    for piece in sorted(pieces, key=lambda p: -p.y):
        if rows:
            largest = max(rows[-1], key=lambda p: p.size)
            if abs(largest.y - piece.y) < _SAME * max(largest.size, piece.size):
                rows[-1].append(piece)
                continue
        rows.append([piece])
    return [sorted(row, key=lambda p: p.x0) for row in rows]


def _columns(
    pieces: list[PagePiece], depth: int, known: Sequence[Gutter], found: list[Gutter]
) -> list[list[PagePiece]]:
    """The regions of a page in the order in which they are read."""
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None and depth == 0:
        gutter = next((g for g in known if _fits(pieces, g)), None)
    elif gutter is not None and depth == 0:
        found.append(gutter)
    if gutter is None:
        return [pieces] if pieces else []
    crossing = _crossing(pieces, gutter)
    out: list[list[PagePiece]] = []
    across: list[PagePiece] = []  # what stood last, if it runs across
    rest = _without(pieces, crossing)
    for row in [*rows(crossing), []]:
        bottom = row[0].y if row else float("-inf")
        band = [p for p in rest if p.y > bottom]
        rest = [p for p in rest if p.y <= bottom]
        left, right = _parted(band, gutter)
        if left and right:
            out += [across, *_columns(left, depth + 1, (), found), *_columns(right, depth + 1, (), found)]
            across = []
        else:
            across = across + band
        if row:
            beside = [p for p in rest if any(abs(p.y - q.y) < _SAME * q.size for q in row)]
            rest = _without(rest, beside)
            across = across + row + beside
    return [region for region in (*out, across) if region]


def _crossing(pieces: list[PagePiece], gutter: Gutter) -> list[PagePiece]:
    """What runs across both columns: pieces, and rows of larger type whose words are set as far apart."""
    usual = median(p.size for p in pieces)
    out = [p for p in pieces if p.x0 < gutter[0] and p.x1 > gutter[1]]
    for row in rows(p for p in pieces if p.size > _HEADLINE * usual):
        if any(a.x1 < gutter[1] < b.x0 and b.x0 - a.x1 < _CELL * a.size for a, b in pairwise(row)):
            out += _without(row, out)
    return out


def _without(pieces: list[PagePiece], others: list[PagePiece]) -> list[PagePiece]:
    """The pieces that are not among the others, as things, not as values."""
    known = set(map(id, others))
    return [p for p in pieces if id(p) not in known]


def _parted(band: list[PagePiece], gutter: Gutter) -> tuple[list[PagePiece], list[PagePiece]]:
    middle = (gutter[0] + gutter[1]) / 2
    return [p for p in band if p.x0 < middle], [p for p in band if p.x0 >= middle]


def _gutter(pieces: list[PagePiece]) -> Gutter | None:
    """The white between two columns of running text, its left and right edge; None where there is none."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    size = median(p.size for p in pieces)
    best: tuple[int, Gutter] | None = None
    for edge in _edges(pieces, left, right, size):
        gutter = (edge - _GUTTER * size, edge - 0.05 * size)
        beside = [p for p in pieces if not (p.x0 < gutter[0] and p.x1 > gutter[1])]
        before, after = _parted(beside, gutter)
        if any(p.x1 > gutter[1] for p in before) or not (before and after):
            continue
        crossing = len(pieces) - len(beside)
        texts = _is_text(before, right - left) and _is_text(after, right - left)
        if texts and _side_by_side(before, after) and _is_unbroken(_without(pieces, beside), beside):
            score = min(len(before), len(after)) - crossing
            if best is None or score > best[0]:
                best = (score, gutter)
    return best[1] if best else None


def _fits(pieces: list[PagePiece], gutter: Gutter) -> bool:
    """Whether a page on which little stands has its columns where another has them."""
    beside = [p for p in pieces if not (p.x0 < gutter[0] and p.x1 > gutter[1])]
    before, after = _parted(beside, gutter)
    inside = any(p.x1 > gutter[1] for p in before) or any(p.x0 < gutter[0] for p in after)
    few = (len(pieces) - len(beside)) * _FEW_ACROSS <= len(beside)
    return bool(before and after) and not inside and few and _side_by_side(before, after)


def _is_unbroken(crossing: list[PagePiece], beside: list[PagePiece]) -> bool:
    """Whether nearly all of what stands beside a gutter stands in lines one below the other that nothing crosses."""
    held = 0
    for low, high in pairwise(sorted({float("-inf"), *(row[0].y for row in rows(crossing)), float("inf")})):
        band = [p for p in beside if low < p.y <= high]
        if len(rows(band)) >= _LEAST_LINES:
            held += len(band)
    return held >= _UNBROKEN * len(beside)


def _edges(pieces: list[PagePiece], left: float, right: float, size: float) -> list[float]:
    """Where several lines begin, or behind white that runs down the page, away from the sides."""
    inner = left + _NARROWEST * (right - left), right - 0.1 * (right - left)
    starts = sorted(p.x0 for p in pieces if inner[0] < p.x0 < inner[1])
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][0] < 0.3 * size:
            groups[-1].append(start)
        else:
            groups.append([start])
    common = sorted((g for g in groups if len(g) >= _LEAST_LINES), key=len, reverse=True)
    whites = _whites([p for p in pieces if p.x1 - p.x0 < (right - left) / 2], size)
    return [*(x for x in whites if inner[0] < x < inner[1]), *(group[0] for group in common[:_MOST_EDGES])]


def _whites(pieces: list[PagePiece], size: float) -> Iterator[float]:
    """The right edges of the strips, wide enough for a gutter, in which nothing stands."""
    end = float("inf")
    for piece in sorted(pieces, key=lambda p: p.x0):
        if piece.x0 - end > _GUTTER * size:
            yield piece.x0
        end = piece.x1 if end == float("inf") else max(end, piece.x1)


def _is_text(pieces: list[PagePiece], whole: float) -> bool:
    """Whether this is running text, in one column or, where white runs down it, in each of several."""
    if _is_column(pieces, whole):
        return True
    parts = _strips(pieces)
    return len(parts) > 1 and all(_is_column(part, whole) for part in parts)


def _strips(pieces: list[PagePiece]) -> list[list[PagePiece]]:
    """The pieces, parted where white runs down between them."""
    edges = list(_whites(pieces, median(p.size for p in pieces)))
    return [[p for p in pieces if a <= p.x0 < b] for a, b in pairwise([float("-inf"), *edges, float("inf")])]


def _is_column(pieces: list[PagePiece], whole: float) -> bool:
    lines = rows(pieces)
    width = max(p.x1 for p in pieces) - min(p.x0 for p in pieces)
    if len(lines) < _LEAST_LINES or width < _NARROWEST * whole:
        return False
    letters = median(sum(len(p.text) for p in row) for row in lines)
    filled = median(sum(p.x1 - p.x0 for p in row) for row in lines) / width
    return letters >= _LEAST_LETTERS and filled >= _FILLED


def _side_by_side(before: list[PagePiece], after: list[PagePiece]) -> bool:
    return max(p.y for p in after) > min(p.y for p in before) and max(p.y for p in before) > min(p.y for p in after)


def _line(
    row: list[PagePiece], cells: frozenset[float], page: int, column: int, edges: tuple[float, float, float]
) -> PageLine:
    whole = max(row, key=lambda p: len(p.text))
    text = ""
    raised: list[tuple[int, int]] = []
    previous: PagePiece | None = None
    for piece in row:
        words = piece.text
        if previous is not None:
            gap = piece.x0 - previous.x1
            if piece.x0 in cells and not _NUMBER.fullmatch(text.strip()):
                text, words = text.rstrip(" ") + "\t", words.lstrip(" ")
            elif gap > 0.2 * whole.size and not (text.endswith(" ") or words.startswith(" ")):
                text += " "
        lifted = piece.y > whole.y + _RAISED * whole.size and piece.size < _SMALL * whole.size
        if lifted and words.strip().isdecimal():
            start = len(text) + len(words) - len(words.lstrip())
            raised.append((start, start + len(words.strip())))
            words = words.translate(_SUPERSCRIPT)
        text += words
        previous = piece
    letters = sum(len(p.text) for p in row)
    bold = sum(len(p.text) for p in row if p.bold) > 0.9 * letters
    return PageLine(
        text.rstrip(),
        row[0].x0,
        max(p.x1 for p in row),
        whole.y,
        whole.size,
        bold,
        page,
        column,
        *edges,
        raised=tuple(raised),
    )
