"""Words, notes and quotations to paragraphs and tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from lxml import etree

from palermo.corpus.model.akn_names import UNPLACED
from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.corpus.text.reflow import ReflowLine, line_width, paragraphs
from palermo.corpus.text.xml_safe import Ink
from palermo.corpus.writers.akoma_ntoso.element_ids import ElementNames
from palermo.corpus.writers.akoma_ntoso.elements import child
from palermo.corpus.writers.akoma_ntoso.items import ItemKind, ListItem
from palermo.corpus.writers.akoma_ntoso.tables import cells, parted

__all__ = ["Blocks", "Put"]

Put = Callable[[etree._Element, str], None]  # writes the words of a paragraph into its element
Write = Callable[[etree._Element, Provision], object]  # writes a provision below an element
Identify = Callable[[etree._Element, Provision], None]  # gives an element a provision's id


def _put(element: etree._Element, words: str) -> None:
    element.text = words


class Blocks:
    """Writes what is not itself a division. Quoted provisions go to `provision`, notes get their ids by `identify`."""

    def __init__(self, version: Version, ink: Ink, names: ElementNames, provision: Write, identify: Identify) -> None:
        self._text = version.text
        self._version = version
        self._ink = ink
        self._names = names
        self._provision = provision
        self._identify = identify
        self._width = line_width(version.text)

    def add(self, parent: etree._Element, group: Iterable[ListItem], put: Put = _put) -> None:
        """Paragraphs with the words of the items; what stands among words goes into the line where it stands."""
        flow = _Flow(parent, self._text)
        quotation: etree._Element | None = None
        for item in group:
            if item.provision is None:
                self._words(flow, item.span, put)
                quotation = None
            elif item.kind is ItemKind.QUOTED:
                if quotation is None:
                    quotation = self._quotation(flow.beside(item.span.start), item.provision)
                self._provision(quotation, item.provision)
                flow.end(item.span)
            else:
                self.aside(flow.beside(item.span.start), item.provision)
                flow.end(item.span)
                quotation = None

    def line(self, element: etree._Element, span: Span, asides: Iterable[Provision]) -> None:
        """Write a number or heading, with the notes that stand in it."""
        at = span.start
        for aside in asides:
            if span.covers(aside.span):
                _append(element, f"{self._ink.words(Span(at, aside.span.start))} ".lstrip(" "))
                self.aside(element, aside)
                at = aside.span.end
        _append(element, f"{' ' if at > span.start else ''}{self._ink.words(Span(at, span.end))}")

    def aside(self, parent: etree._Element, provision: Provision) -> None:
        """A note among words."""
        element = child(parent, provision.level)
        self._identify(element, provision)
        for index, lines in enumerate(paragraphs(self._version, provision.span, self._width)):
            if provision.level == "remark":  # inline: it takes no paragraphs
                if index:
                    child(element, "br")
                _append(element, self._joined(lines))
            else:
                child(element, "p").text = self._joined(lines)

    def _words(self, flow: _Flow, span: Span, put: Put) -> None:
        for table, lines in parted(paragraphs(self._version, span, self._width), self._text):
            start, end = lines[0].read.offsets[0], lines[-1].read.offsets[-1] + 1
            if table:
                self._table(self._block(flow, "table", start), lines)
            elif flow.breaks(start):
                put(self._block(flow, "p", start), self._joined(lines))
            else:
                _append(flow.beside(start), self._joined(lines))
            flow.end(Span(start, end), closed=table)

    def _block(self, flow: _Flow, tag: str, start: int) -> etree._Element:
        """A new block for what stands at `start`; it says so where that has no place in the structure."""
        block = flow.block(tag)
        index = bisect_right(self._version.unplaced, (start, len(self._text))) - 1
        if index >= 0 and start < self._version.unplaced[index].end:
            block.set("class", UNPLACED)
        return block

    def _table(self, table: etree._Element, lines: list[ReflowLine]) -> None:
        for line in lines:
            row = child(table, "tr")
            for cell in cells(line, self._text):
                child(child(row, "td"), "p").text = self._ink.words(cell)

    def _quotation(self, paragraph: etree._Element, first: Provision) -> etree._Element:
        base = first.id.rpartition("__")[0].removesuffix("__qstr")
        eid = self._names.new(f"{base}__mod" if base else "mod")
        mod = child(paragraph, "mod", eId=eid)
        return child(mod, "quotedStructure", eId=self._names.new(f"{eid}__qstr"))

    def _joined(self, lines: list[ReflowLine]) -> str:
        return " ".join(self._ink.words(line.span) for line in lines)


class _Flow:
    """The paragraph in the making: what comes on the same line of the text goes on with it."""

    def __init__(self, parent: etree._Element, text: str) -> None:
        self._parent = parent
        self._text = text
        self._open: etree._Element | None = None
        self._ended = 0

    def breaks(self, start: int) -> bool:
        """True if text that begins at `start` is on another line than what was written last."""
        return self._open is None or "\n" in self._text[self._ended : start]

    def block(self, tag: str) -> etree._Element:
        """A new block."""
        self._open = child(self._parent, tag)
        return self._open

    def beside(self, start: int) -> etree._Element:
        """The paragraph that what begins at `start` stands in, with the space before it."""
        if self._open is None or self.breaks(start):
            return self.block("p")
        if any(map(str.isspace, self._text[self._ended : start])):
            _append(self._open, " ")
        return self._open

    def end(self, span: Span, *, closed: bool = False) -> None:
        """Note that `span` was written last; `closed`: nothing goes on with it."""
        self._ended = span.start + len(self._text[span.start : span.end].rstrip())
        if closed:
            self._open = None


def _append(element: etree._Element, words: str) -> None:
    """Go on with `words` at the end of `element`."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
