"""A table of passages side by side as a Word document, in landscape."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from palermo.report.format.docx.page_layout import PageLayout
from palermo.report.format.docx.runs import RunStyle, paragraph, run
from palermo.report.format.docx.table import table
from palermo.report.format.docx.template import Template
from palermo.report.format.docx.word_file import About, blank, fill, packaged
from palermo.report.format.passage_table import Cell, Sheet, TableLook

__all__ = ["sheet"]

_SIZE = 10
_STYLES = {
    TableLook.PLAIN: RunStyle(size=_SIZE),
    TableLook.OUT: RunStyle(struck=True, size=_SIZE),
    TableLook.IN: RunStyle(bold=True, underlined="single", size=_SIZE),
    TableLook.MOVED: RunStyle(italic=True, size=_SIZE),
    TableLook.STRONG: RunStyle(bold=True, size=_SIZE),
    TableLook.NOTE: RunStyle(size=_SIZE),
}


def sheet(made: Sheet, author: str = "palermo", template: Template | None = None) -> bytes:
    """The document: the title, what is to be known, the table; the sources at the foot of each page."""
    document = blank(About(made.title, made.lang, made.sources, author, landscape=True), template)
    share = PageLayout.of(document).line / sum(made.widths)
    body = [paragraph([run(made.title, made.lang)], made.lang, style="Heading1" if template is None else "Title")]
    body += [paragraph([run(line, made.lang, _STYLES[TableLook.NOTE])], made.lang) for line in made.lead]
    if made.rows:
        rows = ([list(_cell(cell)) for cell in row] for row in made.rows)
        body.append(table(made.title, made.heads, rows, [width * share for width in made.widths], made.lang))
        body.append(paragraph())  # a document ends with a paragraph
    fill(document, body)
    return packaged(document)


def _cell(cell: Cell) -> Iterable[_Element]:
    for passage in cell:
        yield paragraph(
            (run(text, passage.lang, _STYLES[look]) for look, text in passage.words), passage.lang, style="TableText"
        )
