"""Rows of the sheets of an Excel workbook. Formulas are never evaluated: one in place of a value is an error."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from palermo.corpus.errors import InputError
from palermo.corpus.readers.shared.zip_package import Package
from palermo.corpus.readers.tables.filled_rows import FilledCell, FilledRow, column_places, lacking

__all__ = ["rows_of_workbook"]

_TYPES = "[Content_Types].xml"
_HEADERS = 25  # rows of a sheet among which the names of the columns are looked for
_DAMAGED = (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError)


def rows_of_workbook(data: bytes, file: str, needed: Sequence[str], name: str, telling: str) -> Iterator[FilledRow]:
    """The rows of all sheets that have the columns `needed` (`palermo.corpus.readers.tables.filled_tables`)."""
    package = Package(data, file)
    if _TYPES not in package.names:
        raise InputError("is no Excel workbook", file=file, expected="the same saved as .xlsx, or CSV")
    for entry in sorted(package.names):
        part = package.read(entry)  # says what is damaged or too large before anything is made of it
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise InputError(f"declares entities in {entry}", file=file, expected="a workbook as Excel saves it")
    try:
        book = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
    except _DAMAGED as error:
        raise InputError(f"is no workbook that can be read: {error}", file=file, expected="an .xlsx file") from error
    headers = [(sheet, header) for sheet in book.worksheets if (header := _header(sheet, needed, telling, file))]
    if not headers:
        message = f"has no sheet with the columns of {name}"
        raise InputError(message, file=file, expected=f"columns {', '.join(needed)}")
    for sheet, (first, columns) in headers:
        yield from _sheet(sheet, first, columns, file)


def _header(sheet: Worksheet, needed: Sequence[str], telling: str, file: str) -> tuple[int, dict[str, int]] | None:
    """The row of the columns' names, and their places. Raises InputError where it has `telling` without them all."""
    for number, values in enumerate(sheet.iter_rows(max_row=_HEADERS, values_only=True), 1):
        columns = column_places(values)
        missing = [name for name in needed if name not in columns]
        if not missing:
            return number, columns
        if telling in columns:
            raise lacking(missing, needed, file, number, f"sheet {sheet.title}, row {number}: ")
    return None


def _sheet(sheet: Worksheet, first: int, columns: dict[str, int], file: str) -> Iterator[FilledRow]:
    """The rows under the names of the columns, which stand in row `first`."""
    for line, values in enumerate(sheet.iter_rows(min_row=first + 1), first + 1):
        cells = {name: _cell(sheet, values[number]) for name, number in columns.items() if number < len(values)}
        if any(cell.text or cell.wrong for cell in cells.values()):
            yield FilledRow(file, line, cells, sheet.title)


def _cell(sheet: Worksheet, cell: Any) -> FilledCell:
    place = f"sheet {sheet.title}, cell {cell.coordinate}"
    value = cell.value
    if cell.data_type == "f":
        return FilledCell("", place, "is a formula")
    if cell.data_type == "e":
        return FilledCell("", place, f"is an error ({value})")
    if isinstance(value, datetime | date):
        return FilledCell(value.isoformat()[:10], place)
    return FilledCell("" if value is None else str(value).strip(), place)
