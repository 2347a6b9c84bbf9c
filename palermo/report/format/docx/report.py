"""A report's document as a Word file: styles of the template carry the looks, so that a ministry's own fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import groupby

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from lxml.etree import _Element

from palermo.report.format.document import Document
from palermo.report.format.docx.numbering import numbered
from palermo.report.format.docx.page_layout import PageLayout, go_on
from palermo.report.format.docx.picture import picture
from palermo.report.format.docx.runs import RunStyle, element, paragraph, run
from palermo.report.format.docx.styles import lineage, renamed, size_of
from palermo.report.format.docx.table import table
from palermo.report.format.docx.template import Template
from palermo.report.format.docx.word_file import About, blank, fill, packaged
from palermo.report.format.parts import Block, Cell, Heading, Items, PageTurn, Paragraph, Picture, Quote, Run, Table
from palermo.report.language.forms import marks

__all__ = ["report"]

_MARGIN, _NARROW = 2.0, 1.5  # cm
_AROUND = 2.5  # cm of a page that a heading and a caption take from a picture
_CELL, _SMALL_CELL, _LEAD = 9.0, 8.0, 13.0  # points
_BODY, _SMALL_BODY = 11.0, 9.5
_LARGER = 2.0  # what is said first, than the text
_IN_CELL = "TableText"
Pieces = tuple[tuple[str, bool], ...]  # of a quotation, each with True if it is marked
_LONG_ROW = 2_000  # characters, about half a page


def report(made: Document, template: Template | None = None) -> bytes:
    """The file; the same document gives the same bytes on the same day (`palermo.corpus.build_date`). In a template the
    title is its
    own "Title", so that the numbers of its headings, if they have any, begin with the first section.
    """
    word = blank(About(made.title, made.lang, [made.subject]), template)
    if template is None:
        _page(word, made)
    ink = _Ink(word, made, "Heading1" if template is None else "Title")
    fill(word, ink.parts())
    ink.close()
    return packaged(word)


def _page(word: Word, made: Document) -> None:
    from docx.shared import Cm, Pt

    section = word.sections[0]
    section.left_margin = section.right_margin = Cm(_NARROW if made.small else _MARGIN)
    word.styles["Normal"].font.size = Pt(_SMALL_BODY if made.small else _BODY)
    word.styles["Normal"].paragraph_format.space_after = Pt(2 if made.small else 6)


class _Ink:
    """Writes blocks one after the other; `wide` says how the page lies that is being written."""

    def __init__(self, word: Word, made: Document, title: str) -> None:
        self.word, self.made, self.title = word, made, title
        self.above = 1 if title == "Heading1" else 2  # the level of the document that is the first of its headings
        self.upright = PageLayout.of(word)
        self.lead = max(_LEAD, size_of(word) / 2 + _LARGER)
        self.wide = made.wide
        self.sections = 1
        self.heading = ""

    def parts(self) -> Iterator[_Element]:
        yield self._paragraph((Run(self.made.title),), style=self.title)
        yield self._paragraph((Run(self.made.subject, soft=True),))
        for block in self.made.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[_Element]:
        match block:
            case Heading():
                lang, self.heading = block.lang or self.made.lang, block.words
                style = f"Heading{block.level + 1 - self.above}"
                yield self._paragraph((Run(block.words, lang=lang),), style=style, keep=True)
            case Paragraph():
                yield self._paragraph(block.runs, size=self.lead if block.lead else None)
            case Items():
                yield from self._items(block)
            case Quote():
                if block.cite:
                    yield self._paragraph((Run(block.cite, strong=True),), keep=True)
                for line in block.lines():
                    yield paragraph(list(_marked(_stripped(line), block.lang)), block.lang, indent=0.7)
            case Table():
                if block.caption != self.heading:
                    yield self._paragraph((Run(block.caption, soft=True),), keep=True)
                yield self._table(block)
                yield paragraph(lang=self.made.lang)
            case Picture():
                page = self._lying
                made = picture(self.word, block, page.line * block.width, page.column - _AROUND)
                yield paragraph([made], keep=True)
                yield self._paragraph((Run(block.caption, soft=True),))
            case PageTurn():
                yield self._break()
                self.wide = block.wide

    def _items(self, items: Items) -> Iterator[_Element]:
        style = "ListNumber" if items.numbered else "ListBullet"
        number = self._numbers(style) if items.numbered else None
        for item in items.items:
            made = self._paragraph(item, style=style)
            if number is not None:
                made[0].insert(1, deepcopy(number))  # after w:pStyle, in w:pPr
            yield made

    def _paragraph(
        self, runs: Iterable[Run], *, style: str = "", keep: bool = False, size: float | None = None
    ) -> _Element:
        return paragraph([self._run(r, size) for r in runs], self.made.lang, style=style, keep=keep)

    def _run(self, part: Run, size: float | None) -> _Element:
        if (part.soft or part.code) and size is None:
            size = _CELL
        return run(part.words, part.lang or self.made.lang, RunStyle(bold=part.strong, size=size))

    def _numbers(self, style: str) -> _Element:
        return numbered(self.word, lineage(self.word, renamed(self.word)[style]))

    @property
    def _lying(self) -> PageLayout:
        return self.upright.lying(wide=self.wide)

    def _table(self, made: Table) -> _Element:
        widths = [self._lying.line * share / sum(made.widths) for share in made.widths]
        rows = [[self._cell(cell) for cell in row] for row in made.rows]
        written = table(made.caption, made.head, rows, widths, self.made.lang)
        for row in written.iter(qn("w:tr")):
            _keep_whole(row)
        return written

    def _cell(self, cell: Cell) -> list[_Element]:
        return [self._inside(part) for part in cell]

    def _inside(self, part: Paragraph | Quote) -> _Element:
        size = _SMALL_CELL if self.made.small else _CELL
        if isinstance(part, Paragraph):
            return self._paragraph(part.runs, style=_IN_CELL, size=size)
        opening, closing = marks(self.made.lang)
        cite = [run(f"{part.cite} ", self.made.lang, RunStyle(bold=True, size=size))] if part.cite else []
        words = _marked(_enclosed(opening, part.pieces(), closing), part.lang, size)
        return paragraph([*cite, *words], part.lang, style=_IN_CELL)

    def _break(self) -> _Element:
        """The paragraph that ends a section says how its pages lie."""
        section = deepcopy(self._last)
        self._lay(section)
        self.sections += 1
        return element("w:p", element("w:pPr", section))

    def close(self) -> None:
        """Say how the pages of the last section lie."""
        self._lay(self._last)

    @property
    def _last(self) -> CT_SectPr:
        section: CT_SectPr = self.word.element.body.find(qn("w:sectPr"))
        return section

    def _lay(self, section: CT_SectPr) -> None:
        self._lying.lay(section)
        if self.sections > 1:
            go_on(section)


def _marked(pieces: Iterable[tuple[str, bool]], lang: str, size: float | None = None) -> Iterator[_Element]:
    """Runs of a quotation, in which the words that count are bold and underlined."""
    for words, marked in pieces:
        yield run(words, lang, RunStyle(bold=marked, underlined="single" if marked else "", size=size))


def _enclosed(opening: str, pieces: Iterable[tuple[str, bool]], closing: str) -> Pieces:
    """The pieces in quotation marks, each of which joins a neighbour that is not marked."""
    parts = ((opening, False), *pieces, (closing, False))
    return tuple(("".join(words for words, _ in found), marked) for marked, found in groupby(parts, lambda p: p[1]))


def _stripped(pieces: Pieces) -> Pieces:
    """A line without spaces at its ends."""
    first, last = pieces[0], pieces[-1]
    if first is last:
        return ((first[0].strip(), first[1]),)
    return (first[0].lstrip(), first[1]), *pieces[1:-1], (last[0].rstrip(), last[1])


def _keep_whole(row: _Element) -> None:
    """A row that is not long does not go on on the next page."""
    if row.find(qn("w:trPr")) is None and sum(len(words.text or "") for words in row.iter(qn("w:t"))) < _LONG_ROW:
        row.insert(0, element("w:trPr", element("w:cantSplit")))
