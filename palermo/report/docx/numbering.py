"""Numbered lists of a Word document, each of which begins at 1."""

from __future__ import annotations

from docx.document import Document
from lxml.etree import _Element

from palermo.report.docx.text import element

__all__ = ["numbered"]

_STYLE = "List Number"


def numbered(document: Document) -> _Element:
    """The `w:numPr` of a new list in the template's own style of numbers, for each of its paragraphs."""
    numbering = document.part.numbering_part.element
    like = document.styles[_STYLE].element.pPr.numPr.numId.val
    pattern = next(n for n in numbering.num_lst if n.numId == like).abstractNumId.val
    number = numbering.add_num(pattern)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return element("w:numPr", element("w:ilvl", val="0"), element("w:numId", val=str(number.numId)))
