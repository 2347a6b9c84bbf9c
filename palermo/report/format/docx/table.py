"""A table in a Word document: fixed widths, a header row that is repeated on each page, a name for screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from palermo.report.format.docx.runs import RunStyle, element, paragraph, right_to_left, run

__all__ = ["Cell", "table"]

Cell = Sequence[_Element]  # the paragraphs of a cell; none is an empty cell

_STYLE, _TEXT = "TableGrid", "TableText"
_TWIPS = 567  # a centimetre
_HEAD = RunStyle(bold=True, size=10)


def table(
    name: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[float], lang: str
) -> _Element:
    """The table, its columns `widths` cm wide; `name` and `heads` are in `lang`; without `heads` there is no
    header row. Rows may go on on the next page.
    """
    made = element("w:tbl", _properties(name, widths, lang), _grid(widths))
    if heads:
        cells = [[paragraph([run(head, lang, _HEAD)], lang, style=_TEXT, keep=True)] for head in heads]
        made.append(_row(cells, widths, head=True))
    for row in rows:
        made.append(_row(row, widths))
    return made


def _properties(name: str, widths: Sequence[float], lang: str) -> _Element:
    found = element("w:tblPr", element("w:tblStyle", val=_STYLE))
    if right_to_left(lang):
        found.append(element("w:bidiVisual"))
    found.append(element("w:tblW", w=str(sum(map(_width, widths))), type="dxa"))
    found.append(element("w:tblLayout", type="fixed"))
    found.append(element("w:tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", noHBand="1", noVBand="1"))
    found.append(element("w:tblCaption", val=name))
    return found


def _grid(widths: Sequence[float]) -> _Element:
    return element("w:tblGrid", *(element("w:gridCol", w=str(_width(width))) for width in widths))


def _row(cells: Sequence[Cell], widths: Sequence[float], *, head: bool = False) -> _Element:
    row = element("w:tr")
    if head:
        row.append(element("w:trPr", element("w:cantSplit"), element("w:tblHeader")))
    for cell, width in zip(cells, widths, strict=True):
        properties = element("w:tcPr", element("w:tcW", w=str(_width(width)), type="dxa"))
        row.append(element("w:tc", properties, *(cell or [paragraph(style=_TEXT)])))
    return row


def _width(centimetres: float) -> int:
    return round(centimetres * _TWIPS)
