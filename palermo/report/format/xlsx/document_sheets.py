"""A document as a workbook: the text on the first sheet, each table on a sheet of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from palermo.report.format.document import Document, plain, said
from palermo.report.format.parts import Block, Cell, Heading, Items, PageTurn, Paragraph, Picture, Quote, Table
from palermo.report.format.xlsx.cells import Content, day, put, sheet_name
from palermo.report.format.xlsx.sheets import Column, lying, rows
from palermo.report.format.xlsx.workbook import blank, packaged
from palermo.report.language import sentences as w

__all__ = ["document"]

_LABEL, _WORDS = 30.0, 110.0  # widths of the first sheet's columns, in characters
_LINE, _NARROWEST = 150.0, 9.0  # of all columns of a table together, of one
_TOP = Alignment(vertical="top", wrap_text=True)
_TITLE, _HEADING, _STRONG = (Font("Calibri", size, bold=True) for size in (16, 13, 11))
_LINK = Font("Calibri", 11, underline="single", color="0563C1")
_WHOLE = re.compile(r"0|-?[1-9]\d{0,14}")


def document(made: Document) -> bytes:
    """The file. Tables stand in their order, first the main one where it is none of the blocks."""
    book = blank(made.title, made.subject)
    first = w.SUMMARY()
    taken = {first.lower()}
    page = book.create_sheet(first)
    tables = [block for block in made.blocks if isinstance(block, Table) and block.head]
    beside = [table for table in (made.main,) if table is not None and table not in tables]
    names = {id(table): _sheet(book, table, taken) for table in (*beside, *tables)}
    _page(page, made, names)
    return packaged(book)


def _sheet(book: Workbook, table: Table, taken: set[str]) -> str:
    """A sheet with the rows of the table; returns its name."""
    name = sheet_name(table.caption, taken)
    content = [[_words(cell) for cell in row] for row in table.rows]
    whole = [bool(content) and all(map(_WHOLE.fullmatch, column)) for column in zip(*content, strict=True)]
    kinds = whole or [False] * len(table.head)
    columns = [
        Column(head, max(_LINE * share / sum(table.widths), _NARROWEST), "number" if number else "words")
        for head, share, number in zip(table.head, table.widths, kinds, strict=True)
    ]
    rows(book, name, columns, (_typed(row, kinds) for row in content))
    return name


def _typed(row: Sequence[str], numbers: Sequence[bool]) -> list[Content]:
    return [int(words) if number else day(words) for words, number in zip(row, numbers, strict=True)]


def _page(sheet: Worksheet, made: Document, names: dict[int, str]) -> None:
    """The first sheet: headings and places in the first column, words in the second."""
    put(sheet, 1, 1, made.title).font = _TITLE
    put(sheet, 2, 1, made.subject)
    at = 4
    if made.main is not None and id(made.main) in names and made.main not in made.blocks:
        at = _linked(sheet, at, names[id(made.main)])
    for block in made.blocks:
        at = _block(sheet, at, block, names)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = _LABEL, _WORDS
    lying(sheet)


def _block(sheet: Worksheet, at: int, block: Block, names: dict[int, str]) -> int:  # noqa: PLR0911 - kinds of blocks
    """Write a block from row `at` on; returns the row after it."""
    match block:
        case Heading():
            put(sheet, at + 1, 1, block.words).font = _HEADING
            return at + 2
        case Paragraph():
            return _row(sheet, at, "", plain(block.runs))
        case Items():
            for number, item in enumerate(block.items, 1):
                at = _row(sheet, at, "", f"{f'{number}.' if block.numbered else '•'} {plain(item)}")
            return at
        case Quote():
            return _row(sheet, at, block.cite, block.words)
        case Table(head=()):
            for first, *others in block.rows:
                at = _row(sheet, at, _words(first), "\n".join(map(_words, others)))
            return at
        case Table():
            return _linked(sheet, at, names[id(block)])
        case Picture():
            return _row(sheet, at, block.caption, block.alt)
        case PageTurn():
            return at


def _row(sheet: Worksheet, at: int, label: str, words: str) -> int:
    name, content = put(sheet, at, 1, label), put(sheet, at, 2, words)
    name.font, name.alignment, content.alignment = _STRONG, _TOP, _TOP
    return at + 1


def _linked(sheet: Worksheet, at: int, name: str) -> int:
    """A line that leads to a sheet."""
    cell = put(sheet, at, 2, f"→ {name}")
    quoted_name = name.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted_name}'!A1")
    cell.font = _LINK
    return at + 1


def _words(cell: Cell) -> str:
    return "\n".join(map(said, cell))
