"""A sheet of rows: frozen header, filters, widths, wrapped words, lists of what may stand in a column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from palermo.report.format.xlsx.cells import Content, put
from palermo.report.language.message import COLUMN, Message, translated
from palermo.report.language.speaking import SOURCE, spoken

__all__ = ["PATTERNS", "Column", "lying", "rows"]

_ONE_OF, _A_DATE = Message("One of: {values}"), Message("A date, such as 2026-11-25")

_WRAPPED = Alignment(vertical="top", wrap_text=True)
_CENTRED = Alignment(horizontal="center", vertical="top", wrap_text=True)
_UPRIGHT = Alignment(horizontal="center", vertical="bottom", text_rotation=90)
_HEAD = Font("Calibri", 11, bold=True)
_HEADED = PatternFill("solid", fgColor="E8E4DB")
_TO_FILL = PatternFill("solid", fgColor="FFF6CC")
_LINE = Border(bottom=Side("thin", color="BFB8AA"))
_INK = "8A8172"
_FORMATS = {"share": "0%", "number": "#,##0.##", "date": "yyyy-mm-dd"}

# Told apart in grey, too; the sign in the cell says the same.
PATTERNS = {
    "✗": PatternFill("darkTrellis", fgColor=_INK, bgColor="FFFFFF"),
    "–": PatternFill("lightUp", fgColor=_INK, bgColor="FFFFFF"),
    "<": PatternFill("lightDown", fgColor=_INK, bgColor="FFFFFF"),
    "◐": PatternFill("lightHorizontal", fgColor=_INK, bgColor="FFFFFF"),
    "?": PatternFill("gray125", fgColor=_INK, bgColor="FFFFFF"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is what it is called in English, and by programs; `kind` is words, share, number or date; `allowed` what a
    person may fill in, where that is a list; `fill` whether a person fills it in at all; `marked` where the sign of a
    rating decides the pattern; `upright` turns the header. One that is read back is `keyed`: its head in another
    language has its name behind it, in brackets.
    """

    name: str
    width: float
    kind: str = "words"
    allowed: tuple[str, ...] = ()
    fill: bool = False
    marked: bool = False
    upright: bool = False
    keyed: bool = False

    def head(self) -> str:
        """Header of the column, in the language of the report."""
        said = translated(self.name, COLUMN)
        return f"{said}\n[{self.name}]" if self.keyed and spoken() != SOURCE else said


def rows(
    book: Workbook, name: str, columns: Sequence[Column], content: Iterable[Sequence[Content]], *, frozen: int = 1
) -> Worksheet:
    """Append a sheet with the columns and rows; `frozen` columns stay in sight with the header."""
    sheet: Worksheet = book.create_sheet(name)
    for number, column in enumerate(columns, 1):
        _head(sheet, number, column)
    last = 1
    for last, row in enumerate(content, 2):
        for number, (column, value) in enumerate(zip(columns, row, strict=True), 1):
            cell = put(sheet, last, number, value)
            cell.alignment = _CENTRED if column.marked else _WRAPPED
            cell.border = _LINE
            if column.kind in _FORMATS:
                cell.number_format = _FORMATS[column.kind]
            if column.marked and isinstance(value, str) and value[:1] in PATTERNS:
                cell.fill = PATTERNS[value[:1]]
            elif column.fill:
                cell.fill = _TO_FILL
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    _checked(sheet, columns, last)
    lying(sheet)
    sheet.print_title_rows = "1:1"
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&A, &P / &N"))
    return sheet


def _head(sheet: Worksheet, number: int, column: Column) -> None:
    cell = put(sheet, 1, number, column.head())
    cell.font, cell.fill, cell.border = _HEAD, _TO_FILL if column.fill else _HEADED, _LINE
    cell.alignment = _UPRIGHT if column.upright else _WRAPPED
    sheet.column_dimensions[get_column_letter(number)].width = column.width


def _checked(sheet: Worksheet, columns: Sequence[Column], last: int) -> None:
    """Lists of what may be filled in, and dates that have to be dates."""
    for number, column in enumerate(columns, 1):
        if column.allowed:
            said = ", ".join(column.allowed)
            rule = DataValidation("list", formula1=f'"{",".join(column.allowed)}"', allow_blank=True)
            rule.error = _ONE_OF(values=said)
        elif column.fill and column.kind == "date":
            rule = DataValidation("date", operator="greaterThan", formula1="1", allow_blank=True)
            rule.error = _A_DATE()
        else:
            continue
        rule.errorTitle, rule.showErrorMessage = translated(column.name, COLUMN), True
        letter = get_column_letter(number)
        rule.add(f"{letter}2:{letter}{max(last, 2)}")
        sheet.add_data_validation(rule)


def lying(sheet: Worksheet) -> None:
    """Print the sheet on A4 in landscape, as wide as the page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
