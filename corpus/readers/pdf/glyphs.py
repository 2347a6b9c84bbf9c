"""The letters of a page, one by one as PDFium gives them, joined to pieces."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from palermo.corpus.readers.pdf.page_model import PagePiece, PageText

__all__ = ["MOST_ON_A_PAGE", "page_of"]

MOST_ON_A_PAGE = 100_000  # letters; the densest gazette has 20,000

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HYPHEN = 0x02  # PDFium's sign for a hyphen at the end of a line
_RIGHT_ANGLE = math.pi / 2
_UPRIGHT = 0.02  # of a right angle
_APART = 1.0  # of the type's size: letters further apart are not one piece
_BLANK = 0.25  # of the type's size: so far apart are words, where no blank is written
_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)
_MOST_OBJECTS = 2_000  # of a page that are looked at for pictures


@dataclass(frozen=True, slots=True)
class _Type:
    """How the letters of one text object are set: `way` counts right angles."""

    size: float
    bold: bool
    way: int | None


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    x0: float
    x1: float
    y: float
    set: _Type


def page_of(page: pdfium.PdfPage, number: int) -> PageText:
    """Text of the page with its places. Raises pdfium.PdfiumError where it cannot be read."""
    text = page.get_textpage()
    try:
        ways: dict[int, list[_Letter]] = {}
        unmapped = slanted = 0
        for letter, known in _letters(text):
            unmapped += not known
            if letter.set.way is None:
                slanted += 1
            else:
                ways.setdefault(letter.set.way, []).append(letter)
    finally:
        text.close()
    sides = sorted((tuple(_pieces(letters)) for letters in ways.values()), key=_length, reverse=True)
    return PageText(
        number, page.get_width(), tuple(side for side in sides if side), _has_pictures(page), slanted > 0, unmapped
    )


def _length(pieces: tuple[PagePiece, ...]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _letters(text: pdfium.PdfTextPage) -> Iterator[tuple[_Letter, bool]]:
    """The letters in the order of the file, each turned upright, and whether the file says what it is."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    known, current = None, _Type(0, False, 0)
    for index in range(min(text.count_chars(), MOST_ON_A_PAGE)):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1:  # a blank or a line end that the file does not have
            if code == 0x20:
                yield _Letter(" ", 0, 0, 0, current), True
            continue
        character = "-" if code == _HYPHEN else chr(code) if code < 0x110000 else "\ufffd"
        if character < " ":
            continue
        holder = ctypes.cast(raw.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value
        if holder is None or holder != known:
            known, current = holder, _type(text, index)
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, right, base = _turned(current.way or 0, box, x.value, y.value)
        is_known = raw.FPDFText_HasUnicodeMapError(text, index) != 1 and not "\ue000" <= character <= "\uf8ff"
        yield _Letter(_LIGATURES.get(character, character), left, right, base, current), is_known


def _type(text: pdfium.PdfTextPage, index: int) -> _Type:
    matrix, name, flags = raw.FS_MATRIX(), ctypes.create_string_buffer(256), ctypes.c_int()
    raw.FPDFText_GetMatrix(text, index, matrix)
    raw.FPDFText_GetFontInfo(text, index, name, 256, flags)
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    angle = raw.FPDFText_GetCharAngle(text, index) / _RIGHT_ANGLE
    way = round(angle) % 4 if abs(angle - round(angle)) < _UPRIGHT else None
    bold = bool(_BOLD.search(name.value)) or raw.FPDFText_GetFontWeight(text, index) >= 600
    return _Type(size or 1.0, bold, way)


def _turned(way: int, box: raw.FS_RECTF, x: float, y: float) -> tuple[float, float, float]:
    """Left, right and baseline, on a page turned so that the letter stands upright."""
    if way == 0:
        return box.left, box.right, y
    if way == 1:
        return x, -box.top, -box.bottom
    return (-box.right, -box.left, -y) if way == 2 else (y, box.top, box.bottom)


def _pieces(letters: list[_Letter]) -> Iterator[PagePiece]:
    run: list[str] = []
    first = last = None
    for letter in letters:
        if letter.text.isspace() and letter.text != "\u00a0":
            if run:
                run.append(" ")
            continue
        if first is not None and last is not None:
            size, gap = first.set.size, letter.x0 - last.x1
            same = letter.set.bold == first.set.bold and abs(letter.set.size - size) < 0.1 * size
            if same and abs(letter.y - first.y) < 0.1 * size and -0.5 * size < gap < _APART * size:
                if gap > _BLANK * size and run[-1] != " ":
                    run.append(" ")
                run.append(letter.text)
                last = letter
                continue
            yield _piece(run, first, last)
        run, first, last = [letter.text], letter, letter
    if first is not None and last is not None:
        yield _piece(run, first, last)


def _piece(run: list[str], first: _Letter, last: _Letter) -> PagePiece:
    return PagePiece("".join(run), first.x0, last.x1, first.y, first.set.size, first.set.bold)


def _has_pictures(page: pdfium.PdfPage) -> bool:
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        kind = raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index))
        if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            return True
    return False
