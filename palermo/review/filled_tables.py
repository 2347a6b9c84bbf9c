"""Tables that people fill in, as CSV or in a workbook: rows by the names of their columns, each cell with its place.

Formulas are never evaluated: one where a value is looked for is an error.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from palermo.corpus.errors import InputError
from palermo.corpus.readers.shared.zip_package import MAGIC, Package

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["FilledCell", "FilledRow", "read_filled"]

_BRACKETED = re.compile(r"\[([^\[\]]+)\]\s*$")
_TYPES = "[Content_Types].xml"
_HEADERS = 25  # rows of a sheet among which the names of the columns are looked for
_SEPARATORS = "\t;,"
_FORMULA = "=+-@\t\r"  # before these an apostrophe says that a cell of a CSV file is no formula
_DAMAGED = (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError)


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell: its text without space around it (a date is ISO), and where it is (`sheet Ireland, cell J12`; "" in CSV).

    `wrong` says why it has no text, where it has none that could be used.
    """

    text: str
    place: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row, by the names of its columns in lower case; `line` is its number in the file or sheet."""

    file: str
    line: int
    cells: dict[str, FilledCell]

    def text(self, column: str) -> str:
        """What stands in the column, "" where there is none. Raises InputError for a formula or an error value."""
        cell = self.cells.get(column)
        if cell is not None and cell.wrong:
            raise self.error(column, cell.wrong, "the value itself")
        return cell.text if cell else ""

    def error(self, column: str, message: str, expected: str) -> InputError:
        """An error at the cell of a column."""
        cell = self.cells.get(column)
        place = f"{cell.place}, {column}" if cell and cell.place else column
        return InputError(f"{place}: {message}", file=self.file, line=self.line, expected=expected)


def read_filled(file: str, needed: Sequence[str], telling: str = "") -> tuple[FilledRow, ...]:
    """The rows of a CSV file, or of all sheets of a workbook that have the columns `needed`; empty rows left out.

    Raises InputError for a file that is neither, or has no such columns, and for a sheet that has the column `telling`
    without them: somebody filled it in and took one out.
    """
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}", file=file, expected="a workbook (.xlsx) or a CSV file"
        ) from error
    return tuple(_workbook(data, file, needed, telling) if data.startswith(MAGIC) else _table(data, file, needed))


def _table(data: bytes, file: str, needed: Sequence[str]) -> Iterator[FilledRow]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "is neither a workbook nor UTF-8 text", file=file, expected="a workbook (.xlsx), or CSV saved as UTF-8"
        ) from error
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=head.count), strict=True)
    try:
        columns = _columns(next(reader, []))
        if missing := [name for name in needed if name not in columns]:
            raise InputError(
                f"lacks the column {', '.join(missing)}", file=file, line=1, expected=f"columns {', '.join(needed)}"
            )
        for values in reader:
            cells = {
                name: FilledCell(_plain(values[number]) if number < len(values) else "", "")
                for name, number in columns.items()
            }
            if any(cell.text for cell in cells.values()):
                yield FilledRow(file, reader.line_num, cells)
    except csv.Error as error:
        raise InputError(f"is no table: {error}", file=file, line=reader.line_num, expected="CSV") from error


def _plain(text: str) -> str:
    text = text.strip()
    return text[1:] if text[:1] == "'" and text[1:2] and text[1] in _FORMULA else text


def _columns(names: Sequence[Any]) -> dict[str, int]:
    """The places of the columns by name; a name with underscores is the same as one with spaces. The first counts.

    A head in another language has the name behind it, in brackets.
    """
    found: dict[str, int] = {}
    for number, name in enumerate(names):
        if isinstance(name, str) and name.strip():
            bracketed = _BRACKETED.search(name)
            own = bracketed[1] if bracketed else name
            found.setdefault(" ".join(own.casefold().replace("_", " ").split()), number)
    return found


def _workbook(data: bytes, file: str, needed: Sequence[str], telling: str) -> Iterator[FilledRow]:
    from openpyxl import load_workbook

    package = Package(data, file)
    if _TYPES not in package.names:
        raise InputError("is no Excel workbook", file=file, expected="the same saved as .xlsx, or CSV")
    for name in sorted(package.names):
        part = package.read(name)  # says what is damaged or too large before anything is made of it
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise InputError(f"declares entities in {name}", file=file, expected="a workbook as Excel saves it")
    try:
        book = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
    except _DAMAGED as error:
        raise InputError(f"is no workbook that can be read: {error}", file=file, expected="an .xlsx file") from error
    headers = [(sheet, header) for sheet in book.worksheets if (header := _header(sheet, needed, telling, file))]
    if not headers:
        raise InputError(
            "has no sheet with the columns of a review", file=file, expected=f"columns {', '.join(needed)}"
        )
    for sheet, (first, columns) in headers:
        yield from _sheet(sheet, first, columns, file)


def _header(sheet: Worksheet, needed: Sequence[str], telling: str, file: str) -> tuple[int, dict[str, int]] | None:
    """The row of the columns' names, and their places. Raises InputError where it has `telling` without them all."""
    for number, values in enumerate(sheet.iter_rows(max_row=_HEADERS, values_only=True), 1):
        columns = _columns(values)
        missing = [name for name in needed if name not in columns]
        if not missing:
            return number, columns
        if telling in columns:
            raise InputError(
                f"sheet {sheet.title}, row {number}: lacks the column {', '.join(missing)}",
                file=file,
                line=number,
                expected=f"columns {', '.join(needed)}",
            )
    return None


def _sheet(sheet: Worksheet, first: int, columns: dict[str, int], file: str) -> Iterator[FilledRow]:
    """The rows under the names of the columns, which stand in row `first`."""
    for line, values in enumerate(sheet.iter_rows(min_row=first + 1), first + 1):
        cells = {name: _cell(sheet, values[number]) for name, number in columns.items() if number < len(values)}
        if any(cell.text or cell.wrong for cell in cells.values()):
            yield FilledRow(file, line, cells)


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
