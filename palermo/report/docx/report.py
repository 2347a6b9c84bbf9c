"""A report's document as a Word file: styles of the template carry the looks, so that a ministry's own fit."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document as Word
from docx.oxml.ns import qn
from lxml.etree import _Element

from palermo.report.document import (
    Block,
    Cell,
    Document,
    Heading,
    Items,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    Text,
    Turn,
)
from palermo.report.docx.document import About, blank, packaged
from palermo.report.docx.numbering import numbered
from palermo.report.docx.picture import picture
from palermo.report.docx.table import table
from palermo.report.docx.text import Style, element, paragraph, run

__all__ = ["report"]

_UPRIGHT, _WIDE = (21.0, 29.7), (29.7, 21.0)  # A4, cm
_MARGIN, _NARROW = 2.0, 1.5
_AROUND = 6.5  # cm of a page that margins, a heading and a caption take from a picture
_CELL, _SMALL_CELL, _LEAD = 9.0, 8.0, 13.0  # points
_BODY, _SMALL_BODY = 11.0, 9.5
_LONG_ROW = 2_000  # characters, about half a page
_QUOTED = ("“", "”")


def report(made: Document) -> bytes:
    """The file; the same document gives the same bytes on the same day (`corpus.made`)."""
    word = blank(About(made.title, made.lang, [made.subject]))
    _page(word, made)
    ink = _Ink(word, made)
    end = word.element.body.find(qn("w:sectPr"))
    for part in ink.parts():
        end.addprevious(part)
    _turn(end, wide=ink.wide, margin=ink.margin)
    return packaged(word)


def _page(word: Word, made: Document) -> None:
    from docx.shared import Pt

    word.styles["Normal"].font.size = Pt(_SMALL_BODY if made.small else _BODY)
    word.styles["Normal"].paragraph_format.space_after = Pt(2 if made.small else 6)


class _Ink:
    """Writes blocks one after the other; `wide` says how the page lies that is being written."""

    def __init__(self, word: Word, made: Document) -> None:
        self.word, self.made = word, made
        self.wide = False
        self.heading = ""
        self.margin = _NARROW if made.small else _MARGIN

    def parts(self) -> Iterator[_Element]:
        yield self._paragraph((Run(self.made.title),), style="Heading1")
        yield self._paragraph((Run(self.made.subject, soft=True),))
        for block in self.made.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[_Element]:
        match block:
            case Heading():
                lang, self.heading = block.lang or self.made.lang, block.words
                yield self._paragraph((Run(block.words, lang=lang),), style=f"Heading{block.level}", keep=True)
            case Paragraph():
                yield self._paragraph(block.runs, size=_LEAD if block.lead else None)
            case Items():
                yield from self._items(block)
            case Quote():
                if block.cite:
                    yield self._paragraph((Run(block.cite, strong=True),), keep=True)
                for line in filter(str.strip, block.words.split("\n")):
                    words = run(line.strip(), block.lang)
                    yield paragraph([words], block.lang, indent=0.7)
            case Table():
                if block.caption != self.heading:
                    yield self._paragraph((Run(block.caption, soft=True),), keep=True)
                yield self._table(block)
                yield paragraph(lang=self.made.lang)
            case Picture():
                highest = (_WIDE if self.wide else _UPRIGHT)[1] - _AROUND
                yield paragraph([picture(self.word, block, self._line() * block.width, highest)], keep=True)
                yield self._paragraph((Run(block.caption, soft=True),))
            case Turn():
                yield self._break()
                self.wide = block.wide

    def _items(self, items: Items) -> Iterator[_Element]:
        style = "ListNumber" if items.numbered else "ListBullet"
        number = numbered(self.word) if items.numbered else None
        for item in items.items:
            made = self._paragraph(item, style=style)
            if number is not None:
                made[0].insert(1, deepcopy(number))  # after w:pStyle, in w:pPr
            yield made

    def _paragraph(self, runs: Text, *, style: str = "", keep: bool = False, size: float | None = None) -> _Element:
        return paragraph([self._run(r, size) for r in runs], self.made.lang, style=style, keep=keep)

    def _run(self, said: Run, size: float | None) -> _Element:
        if (said.soft or said.code) and size is None:
            size = _CELL
        return run(said.words, said.lang or self.made.lang, Style(bold=said.strong, size=size))

    def _line(self) -> float:
        return (_WIDE if self.wide else _UPRIGHT)[0] - 2 * self.margin

    def _table(self, made: Table) -> _Element:
        widths = [self._line() * share / sum(made.widths) for share in made.widths]
        rows = [[self._cell(cell) for cell in row] for row in made.rows]
        written = table(made.caption, made.head, rows, widths, self.made.lang)
        for row in written.iter(qn("w:tr")):
            _keep_whole(row)
        return written

    def _cell(self, cell: Cell) -> list[_Element]:
        return [_tight(self._inside(part)) for part in cell]

    def _inside(self, part: Paragraph | Quote) -> _Element:
        size = _SMALL_CELL if self.made.small else _CELL
        if isinstance(part, Paragraph):
            return self._paragraph(part.runs, size=size)
        opening, closing = _QUOTED
        cite = [run(f"{part.cite} ", self.made.lang, Style(bold=True, size=size))] if part.cite else []
        words = run(opening + part.words + closing, part.lang, Style(size=size))
        return paragraph([*cite, words], part.lang)

    def _break(self) -> _Element:
        """The paragraph that ends a section says how its pages lie."""
        section = deepcopy(self.word.element.body.find(qn("w:sectPr")))
        _turn(section, wide=self.wide, margin=self.margin)
        return element("w:p", element("w:pPr", section))


def _keep_whole(row: _Element) -> None:
    """A row that is not long does not go on on the next page."""
    if row.find(qn("w:trPr")) is None and sum(len(words.text or "") for words in row.iter(qn("w:t"))) < _LONG_ROW:
        row.insert(0, element("w:trPr", element("w:cantSplit")))


def _tight(made: _Element) -> _Element:
    """The paragraph with the little space after it that a cell has."""
    properties = made.find(qn("w:pPr"))
    if properties is None:
        properties = element("w:pPr")
        made.insert(0, properties)
    properties.append(element("w:spacing", before="20", after="40", line="240", lineRule="auto"))
    return made


def _turn(section: _Element, *, wide: bool, margin: float) -> None:
    width, height = _WIDE if wide else _UPRIGHT
    sides = {"w:w": _twips(width), "w:h": _twips(height), "w:orient": "landscape" if wide else "portrait"}
    edges = dict.fromkeys(("w:left", "w:right"), _twips(margin))
    for tag, values in (("w:pgSz", sides), ("w:pgMar", edges)):
        for name, value in values.items():
            next(section.iter(qn(tag))).set(qn(name), value)


def _twips(centimetres: float) -> str:
    return str(round(centimetres * 567))
