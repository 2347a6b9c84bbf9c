"""Values of cells: words are words, whatever they begin with, dates are dates and numbers are numbers."""

from __future__ import annotations

import re
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from palermo.corpus.text.spreadsheet_words import FORMULA
from palermo.corpus.text.xml_safe import legal

__all__ = ["LONGEST", "Content", "day", "put", "sheet_name"]

Content = str | float | date | None
LONGEST = 32_767
"""UTF-16 code units that a cell holds (ECMA-376 part 1 gives none; Excel's specifications do)."""
_CUT = " […]"
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # ECMA-376 part 1, 22.4.2.4: such a string stands for a character
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NAME = 31
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def put(sheet: Worksheet, row: int, column: int, content: Content) -> Cell:
    """Fill a cell, counted from 1, and return it. A text is never a formula, nor becomes one when it is edited."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if content == "":
        return cell
    if not isinstance(content, str):
        cell.value = content
        if isinstance(content, date):
            cell.number_format = "yyyy-mm-dd"
        return cell
    words = _ESCAPE.sub("_x005F_", legal(content).replace("\r", "\ufffd"))
    cell.value = _fitting(words)
    cell.data_type = "s"
    if words[:1] and words[0] in FORMULA:
        cell.quotePrefix = True
    return cell


def day(iso: str | None) -> Content:
    """The date, as a date where it is a whole one; a bare year stays words."""
    return date.fromisoformat(iso) if iso and _ISO.fullmatch(iso) else iso


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that a sheet may have, like the one wanted and none of those taken (in lower case), which it joins."""
    base = _FORBIDDEN.sub(" ", legal(wanted)).strip(" '") or "sheet"
    name, number = _short(base, ""), 1
    while name.lower() in taken or name.lower() == "history":  # which Excel keeps for itself
        number += 1
        name = _short(base, f" ({number})")
    taken.add(name.lower())
    return name


def _short(base: str, ending: str) -> str:
    room = _NAME - len(ending)
    while _units(base) > room:
        base = base[:-1]
    return base.strip(" '") + ending


def _fitting(words: str) -> str:
    if _units(words) <= LONGEST:
        return words
    room = LONGEST - len(_CUT)
    return words.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + _CUT


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2
