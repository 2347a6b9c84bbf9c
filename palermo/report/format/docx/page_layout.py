"""Layout of the pages of a Word document: paper, margins, and the space that they leave for words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.shared import Cm

__all__ = ["A4", "PageLayout", "go_on"]


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Paper and margins in cm."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def of(cls, document: Document) -> PageLayout:
        """Layout of the last section; a length that it does not give is that of A4 with margins of 2 cm."""
        section = document.sections[-1]
        said = {
            "width": section.page_width,
            "height": section.page_height,
            "left": (section.left_margin or 0) + (section.gutter or 0),
            "right": section.right_margin,
            "top": section.top_margin,
            "bottom": section.bottom_margin,
        }
        # A negative margin at the top or bottom is one that the header may not push (ECMA-376 part 1, 17.6.11).
        return replace(A4, **{name: abs(length) / Cm(1) for name, length in said.items() if length})

    @property
    def line(self) -> float:
        """Width between the margins, in cm."""
        return self.width - self.left - self.right

    @property
    def column(self) -> float:
        """Height between the margins, in cm."""
        return self.height - self.top - self.bottom

    def lying(self, *, wide: bool) -> PageLayout:
        """The page on its long side, or as it is."""
        if not wide or self.width >= self.height:
            return self
        return replace(self, width=self.height, height=self.width)

    def lay(self, section: CT_SectPr) -> None:
        """Say the paper of a section; its margins stay."""
        section.page_width, section.page_height = Cm(self.width), Cm(self.height)
        section.orientation = WD_ORIENT.LANDSCAPE if self.width > self.height else WD_ORIENT.PORTRAIT

    def margins(self, section: CT_SectPr) -> None:
        """Say the margins of a section."""
        section.left_margin, section.right_margin = Cm(self.left), Cm(self.right)
        section.top_margin, section.bottom_margin = Cm(self.top), Cm(self.bottom)


A4 = PageLayout(21.0, 29.7, 2.0, 2.0, 2.0, 2.0)


def go_on(section: CT_SectPr) -> None:
    """Make of a document's first section one that follows: no first page of its own, numbers that go on."""
    for first in section.findall(qn("w:titlePg")):
        section.remove(first)
    for number in section.findall(qn("w:pgNumType")):
        number.attrib.pop(qn("w:start"), "")
