"""palermo's own empty document: A4, a plain serif, styles that need no colour; what others lack is taken from it."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from palermo.report.format.docx.page_layout import PageLayout

__all__ = ["own"]

_FONT = "Times New Roman"  # what ministries ask for; others take its metric twin where it is missing
_TEXT, _HEADINGS = 12, (15, 14, 13, 12, 12, 12, 12, 12, 12)  # points
_PAGE = PageLayout(21.0, 29.7, 2.5, 2.5, 2.0, 2.0)
_WORD = "15"  # the layout of Word 2013 and later, without "compatibility mode"


def own() -> Document:
    """A document without a body, a header or a footer."""
    document = docx.Document()
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # of the library's own empty page
            del package.rels[key]
    section = document.sections[0]
    _PAGE.lay(section._sectPr)
    _PAGE.margins(section._sectPr)
    section.header_distance = section.footer_distance = Cm(1)
    _styles(document)
    _settings(document)
    return document


def _styles(document: Document) -> None:
    for name, size in [
        ("Normal", _TEXT),
        ("Title", _HEADINGS[0]),
        *((f"Heading {n}", size) for n, size in enumerate(_HEADINGS, 1)),
    ]:
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.rPr.find(qn("w:rFonts"))
        for key in list(fonts.attrib):
            if key.endswith(("Theme", "theme")):
                del fonts.attrib[key]
        for slot in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(slot), _FONT)
        spacing = style.paragraph_format
        spacing.space_after, spacing.line_spacing = Pt(6), 1.1
        if name != "Normal":
            spacing.space_before = Pt(12 if size > _TEXT else 8)
            style.font.bold, style.font.italic = True, False
            style.font.color.rgb = RGBColor(0, 0, 0)
    for border in list(document.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    _cells(document)


def _cells(document: Document) -> None:
    """The style of what stands in tables, which a body's indents and wide lines would tear apart."""
    style = document.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), "TableText")
    style.base_style = document.styles["Normal"]
    cells = style.paragraph_format
    cells.alignment = WD_ALIGN_PARAGRAPH.LEFT
    cells.left_indent = cells.first_line_indent = Cm(0)
    cells.space_before, cells.space_after, cells.line_spacing = Pt(1), Pt(2), 1.0


def _settings(document: Document) -> None:
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD)
    zoom = settings.find(qn("w:zoom"))
    zoom.attrib.clear()
    zoom.set(qn("w:percent"), "100")
