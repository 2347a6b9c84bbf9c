"""A PDF as a person reads it: column by column, without running heads, feet and page numbers, footnotes apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from palermo.corpus.errors import InputError
from palermo.corpus.readers.pdf.headers_footers import without_headers_footers
from palermo.corpus.readers.pdf.lines_columns import Gutter, PageLine, read_lines
from palermo.corpus.readers.pdf.load import load
from palermo.corpus.readers.pdf.page_model import File
from palermo.corpus.readers.pdf.paragraphs import paragraphs
from palermo.corpus.readers.shared.blocks import assemble
from palermo.corpus.readers.shared.office_metadata import day, title
from palermo.corpus.readers.shared.reader_output import Metadata, Raw

__all__ = ["read"]

_SCANNED = 20  # letters a page, in the middle of all: fewer are a stamp or a page number on a picture
_MOST_COLUMNS = 1_000_000  # of a side of a page
_UNMAPPED = 0.1  # of the letters: more unknown ones make words unreadable


def read(data: bytes, file: str) -> Raw:
    """The paragraphs of the text layer, each on its line. Raises InputError, also for a scan."""
    found = load(data, file)
    _refuse(found, file)
    blocks = paragraphs(_lines(found))
    shown = " ".join(blocks[0].text.split()) if blocks and blocks[0].heading else None
    days = [d for d in (day(found.created), day(found.modified)) if d]
    language = found.lang.partition("-")[0].lower() or None
    metadata = Metadata(title=title(found.title) or shown, lang=language, saved=max(days, default=None))
    return assemble(blocks, metadata, file, tuple(_notes(found)))


def _refuse(found: File, file: str) -> None:
    letters = [page.letters for page in found.pages]
    if not any(letters) or (any(page.pictures for page in found.pages) and median(letters) < _SCANNED):
        if any(page.pictures for page in found.pages):
            raise InputError(
                "is a scan: its pages are pictures without a text layer",
                file=file,
                expected="a PDF with text; a program for text recognition (OCR) can add it",
            )
        raise InputError("holds no text", file=file, expected="the text of a law")
    unmapped = sum(page.unmapped for page in found.pages)
    if unmapped > _UNMAPPED * sum(letters):
        raise InputError(
            "does not say which letters its fonts show", file=file, expected="a PDF whose text can be copied"
        )


def _lines(found: File) -> list[PageLine]:
    main = without_headers_footers([page.sides[0] if page.sides else () for page in found.pages])
    gutters: list[Gutter] = []
    for page, pieces in zip(found.pages, main, strict=True):
        gutters += read_lines(pieces, page.number, page.width)[1]
    lines: list[PageLine] = []
    for page, pieces in zip(found.pages, main, strict=True):
        lines += read_lines(pieces, page.number, page.width, gutters)[0]
        for number, side in enumerate(page.sides[1:], 1):
            turned = read_lines(side, page.number, page.width)[0]
            lines += (replace(line, column=line.column + number * _MOST_COLUMNS) for line in turned)
    return lines


def _notes(found: File) -> Iterator[str]:
    pictures = [str(p.number) for p in found.pages if p.pictures and p.letters < _SCANNED]
    if pictures:
        pages = "page " if len(pictures) == 1 else "pages "
        yield f"{pages}{', '.join(pictures)}: only a picture, which is not read"
    if slanted := [str(p.number) for p in found.pages if p.slanted]:
        more = " and others" if len(slanted) > 1 else ""
        yield f"writing askew, such as a watermark, is not read (on page {slanted[0]}{more})"
