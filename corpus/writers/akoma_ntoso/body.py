"""Provisions to elements of the standard's hierarchy, with every word in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from corpus.akn import HIERARCHY
from corpus.model import Provision, Span, Version
from corpus.paragraphs import line_width, paragraphs
from corpus.writers.akoma_ntoso.elements import child
from corpus.writers.akoma_ntoso.heads import head
from corpus.writers.akoma_ntoso.ink import Ink
from corpus.writers.akoma_ntoso.items import Item, Kind, grouped, items
from corpus.writers.akoma_ntoso.names import Names

__all__ = ["Builder", "Line"]

Line = Callable[[etree._Element, str], None]  # writes the words of a paragraph into its element

_LOOSE = "flush"  # the name of an hcontainer for words between divisions; the standard has no element for them


def _put(element: etree._Element, words: str) -> None:
    element.text = words


class Builder:
    """Writes one text's provisions. `elements` are those written so far, by the provision's id."""

    def __init__(self, version: Version, ink: Ink) -> None:
        self._version = version
        self._ink = ink
        self._width = line_width(version.text)
        self.names = Names(p.id for p in version.root.walk())
        self.elements: dict[str, etree._Element] = {}

    def provision(self, parent: etree._Element, provision: Provision) -> etree._Element:
        """The element of a provision: one of the standard's levels, else an hcontainer named after the level."""
        level = provision.level
        element = child(parent, level if level in HIERARCHY else "hcontainer")
        self.identify(element, provision)
        if level not in HIERARCHY:
            element.set("name", self._ink.legal(level))
        start = self.head(element, provision)
        groups = grouped([item for item in items(provision, start) if self.worth(item)])
        last = len(groups) - 1
        for index, group in enumerate(groups):
            first = group[0]
            if first.kind is Kind.DIVISION and first.provision is not None:
                self.provision(element, first.provision)
            elif last == 0:
                self.blocks(child(element, "content"), group)
            elif index in (0, last):
                self.blocks(child(element, "wrapUp" if index else "intro"), group)
            else:
                self.loose(element, group, provision.id)
        return element

    def head(self, element: etree._Element, provision: Provision) -> int:
        """Write number and heading; returns the offset where the rest begins."""
        found = head(provision, self._version.text)
        for name, span in found.parts:
            part, at = child(element, name), span.start
            for aside in provision.children:
                if span.start <= aside.span.start and aside.span.end <= span.end:
                    _append(part, f"{self._ink.words(Span(at, aside.span.start))} ".lstrip(" "))
                    self._aside(part, aside)
                    at = aside.span.end
            _append(part, f"{' ' if at > span.start else ''}{self._ink.words(Span(at, span.end))}")
        return found.end

    def identify(self, element: etree._Element, provision: Provision) -> None:
        """Give the element the provision's id."""
        element.set("eId", self.names.own(self._ink.legal(provision.id)))
        self.elements[provision.id] = element

    def loose(self, parent: etree._Element, group: Sequence[Item], base: str) -> etree._Element:
        """An hcontainer around words that stand between divisions."""
        eid = self.names.new(f"{base}__hcontainer" if base else "hcontainer")
        element = child(parent, "hcontainer", eId=eid, name=_LOOSE)
        self.blocks(child(element, "content"), group)
        return element

    def blocks(self, parent: etree._Element, group: Iterable[Item], line: Line = _put) -> None:
        """Paragraphs with the words of the items; what stands among words goes into the line where it stands."""
        current: etree._Element | None = None
        quotation: etree._Element | None = None
        ended = 0
        for item in group:
            if item.provision is None:
                for lines in paragraphs(self._version, item.span, self._width):
                    words, start = self._ink.joined(line.span for line in lines), lines[0].read.offsets[0]
                    if current is None or self._breaks(ended, start):
                        current = child(parent, "p")
                        line(current, words)
                    else:
                        _append(current, self._gap(ended, start) + words)
                    ended, quotation = lines[-1].read.offsets[-1] + 1, None
                continue
            if current is None or (quotation is None and self._breaks(ended, item.span.start)):
                current = child(parent, "p")
            elif quotation is None:
                _append(current, self._gap(ended, item.span.start))
            if item.kind is Kind.QUOTED:
                quotation = self._quotation(current, item.provision) if quotation is None else quotation
                self.provision(quotation, item.provision)
            else:
                self._aside(current, item.provision)
                quotation = None
            ended = item.span.start + len(self._version.quote(item.span).rstrip())

    def _quotation(self, paragraph: etree._Element, first: Provision) -> etree._Element:
        base = first.id.rpartition("__")[0].removesuffix("__qstr")
        eid = self.names.new(f"{base}__mod" if base else "mod")
        mod = child(paragraph, "mod", eId=eid)
        return child(mod, "quotedStructure", eId=self.names.new(f"{eid}__qstr"))

    def _aside(self, paragraph: etree._Element, provision: Provision) -> None:
        element = child(paragraph, provision.level)
        self.identify(element, provision)
        for index, lines in enumerate(paragraphs(self._version, provision.span, self._width)):
            words = self._ink.joined(line.span for line in lines)
            if provision.level == "remark":  # inline: it takes no paragraphs
                if index:
                    child(element, "br")
                _append(element, words)
            else:
                child(element, "p").text = words

    def worth(self, item: Item) -> bool:
        """Whether there are words in it, not only markup and white space; a provision is always written."""
        return item.provision is not None or bool(self._version.reading(item.span).text)

    def _gap(self, start: int, end: int) -> str:
        """A space where white space stands between two things on one line."""
        return " " if any(map(str.isspace, self._version.text[start:end])) else ""

    def _breaks(self, start: int, end: int) -> bool:
        return "\n" in self._version.text[start:end]


def _append(element: etree._Element, words: str) -> None:
    """Go on with `words` at the end of `element`."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
