"""Reads a table that somebody filled in: a CSV file, or the sheets of a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from palermo.corpus.errors import InputError
from palermo.corpus.readers.tables.filled_rows import FilledCell, FilledRow, column_places, lacking
from palermo.corpus.text.spreadsheet_words import without_apostrophe

__all__ = ["read_filled"]

_ZIP = b"PK\x03\x04"
_SEPARATORS = "\t;,"


def read_filled(file: str, needed: Sequence[str], *, name: str, telling: str = "") -> tuple[FilledRow, ...]:
    """The rows of a CSV file, or of all sheets of a workbook that have the columns `needed`; empty rows left out.

    `name` is the name of such a table in messages ("a review"). Raises InputError for a file that is neither, or has no
    such columns, and for a sheet that has the column `telling` without them: somebody filled it in and took one out.
    """
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        message, expected = f"cannot be read: {error.strerror or error}", "a workbook (.xlsx) or a CSV file"
        raise InputError(message, file=file, expected=expected) from error
    if data.startswith(_ZIP):
        from palermo.corpus.readers.tables.workbook import rows_of_workbook  # openpyxl and lxml are slow to load

        return tuple(rows_of_workbook(data, file, needed, name, telling))
    return tuple(_rows_of_csv(data, file, needed))


def _rows_of_csv(data: bytes, file: str, needed: Sequence[str]) -> Iterator[FilledRow]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "is neither a workbook nor UTF-8 text", file=file, expected="a workbook (.xlsx), or CSV saved as UTF-8"
        ) from error
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=head.count), strict=True)
    try:
        columns = column_places(next(reader, []))
        if missing := [name for name in needed if name not in columns]:
            raise lacking(missing, needed, file, 1)
        for values in reader:
            cells = {
                name: FilledCell(without_apostrophe(values[number].strip()) if number < len(values) else "")
                for name, number in columns.items()
            }
            if any(cell.text for cell in cells.values()):
                yield FilledRow(file, reader.line_num, cells)
    except csv.Error as error:
        raise InputError(f"is no table: {error}", file=file, line=reader.line_num, expected="CSV") from error
