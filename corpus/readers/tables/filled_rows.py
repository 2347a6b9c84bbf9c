"""Rows of a table by the names of their columns, each cell with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from palermo.corpus.errors import InputError

__all__ = ["FilledCell", "FilledRow", "column_places", "lacking"]

_BRACKETED = re.compile(r"\[([^\[\]]+)\]\s*$")


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell: its text without space around it (a date is ISO), and its `place` (`sheet Ireland, cell J12`; "" in CSV).

    `wrong` is the reason why a cell has no text that could be used.
    """

    text: str
    place: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row, by the names of its columns in lower case; `line` is its number in the file or `sheet` ("" in CSV)."""

    file: str
    line: int
    cells: dict[str, FilledCell]
    sheet: str = ""

    def text(self, column: str) -> str:
        """Text of the cell in a column, "" where there is none. Raises InputError for a formula or an error value."""
        cell = self.cells.get(column)
        if cell is not None and cell.wrong:
            raise self.error(column, cell.wrong, "the value itself")
        return cell.text if cell else ""

    def error(self, column: str, message: str, expected: str) -> InputError:
        """An error at the cell of a column."""
        cell = self.cells.get(column)
        place = f"{cell.place}, {column}" if cell and cell.place else column
        return InputError(f"{place}: {message}", file=self.file, line=self.line, expected=expected)

    def row_error(self, message: str, expected: str) -> InputError:
        """An error of the whole row."""
        place = f"sheet {self.sheet}: " if self.sheet else ""
        return InputError(f"{place}{message}", file=self.file, line=self.line, expected=expected)


def column_places(names: Sequence[Any]) -> dict[str, int]:
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


def lacking(missing: Sequence[str], needed: Sequence[str], file: str, line: int, place: str = "") -> InputError:
    """An error for columns that are needed and missing."""
    message = f"{place}lacks the column {', '.join(missing)}"
    return InputError(message, file=file, line=line, expected=f"columns {', '.join(needed)}")
