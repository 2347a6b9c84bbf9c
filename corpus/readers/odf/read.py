"""An OpenDocument text as a person sees it; headers, footers and what tracked changes deleted stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from palermo.corpus.errors import InputError
from palermo.corpus.readers.odf.numbering import Counter, Levels, attribute, name_of
from palermo.corpus.readers.odf.styles import OdfStyle, OdfStyles
from palermo.corpus.readers.shared.blocks import FileBlock, Writing, assemble, raised, row_blocks, unread
from palermo.corpus.readers.shared.heading_styles import TITLE
from palermo.corpus.readers.shared.office_metadata import dublin_core
from palermo.corpus.readers.shared.reader_output import Raw
from palermo.corpus.readers.shared.zip_package import Package

__all__ = ["read"]

_PASSED_OVER = frozenset({
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls", "user-field-decls", "forms",
    "bookmark", "bookmark-start", "bookmark-end", "change", "change-start", "change-end", "number", "note-citation",
    "soft-page-break", "script", "hidden-text", "index-source", "table-of-content-source", "desc",
})  # fmt: skip


def read(data: bytes, file: str) -> Raw:
    """The paragraphs, each on its line, with the numbers that the program counts. Raises InputError."""
    package = Package(data, file)
    if "META-INF/manifest.xml" in package.names and b":encryption-data" in package.read("META-INF/manifest.xml"):
        raise InputError("is protected by a password", file=file, expected="a file saved without one")
    content, styles = package.xml("content.xml"), package.xml_or_none("styles.xml")
    body = next(content.iter("{*}text"), None)
    if body is None:
        raise InputError("is no OpenDocument text", file=file, expected="an .odt file")
    reading = _Reading(OdfStyles(content, styles))
    blocks = [block for block in reading.blocks(body, _List()) if block.text]
    shown = " ".join(blocks[0].text.split()) if blocks and blocks[0].heading else None
    changed, comments = (next(body.iter("{*}" + name), None) is not None for name in ("changed-region", "annotation"))
    notes = tuple(unread(changed=changed, hidden=reading.hid, comments=comments))
    return assemble(blocks, dublin_core(package.xml_or_none("meta.xml"), shown), file, notes)


@dataclass(slots=True)
class _List:
    """The list that paragraphs stand in, and the label that its next paragraph gets."""

    levels: Levels | None = None
    style: str | None = None
    depth: int = 0
    counter: Counter = field(default_factory=Counter)
    label: str = ""


class _Reading:
    def __init__(self, styles: OdfStyles) -> None:
        self.hid = False
        self._styles = styles
        self._outline = Counter()
        self._by_id: dict[str, Counter] = {}
        self._by_style: dict[str, Counter] = {}
        self._notes: list[FileBlock] = []

    def blocks(self, parent: etree._Element, inside: _List) -> Iterator[FileBlock]:
        """The paragraphs below an element that holds paragraphs, lists and tables."""
        for element in parent:
            name = name_of(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, inside)
            elif name == "list":
                yield from self._list(element, inside)
            elif name in ("table-row", "table-header-row"):
                yield from self._row(element)
            elif name and name not in _PASSED_OVER:
                yield from self.blocks(element, inside)

    def _paragraph(self, element: etree._Element, inside: _List) -> Iterator[FileBlock]:
        style = self._styles.get(attribute(element, "style-name"))
        level = attribute(element, "outline-level") if name_of(element) == "h" else None
        depth = int(level) if level and level.isdecimal() and len(level) < 3 else 0
        writing = Writing()
        if inside.label:
            writing.write(inside.label + " ")
            inside.label = ""
        elif depth and self._styles.outline is not None and not inside.depth:
            writing.write(self._outline.label(self._styles.outline, depth) + " ")
        outside, self._notes = self._notes, []
        self._inline(element, writing, style)
        notes, self._notes = self._notes, outside
        yield writing.block(depth + TITLE if depth else style.heading or 0)
        yield from notes

    def _inline(self, element: etree._Element, writing: Writing, style: OdfStyle) -> None:
        self._write(element.text, writing, style)
        for child in element:
            name = name_of(child)
            if name in ("s", "tab"):
                writing.write(" ")
            elif name == "line-break":
                writing.line()
            elif name == "note":
                self._note(child, writing)
            elif name in ("text-box", "p", "h", "list", "table"):
                self._notes += (
                    self.blocks(child, _List())
                    if name in ("text-box", "list", "table")
                    else self._paragraph(child, _List())
                )
            elif name and name not in _PASSED_OVER:
                own = self._styles.get(attribute(child, "style-name")) if name == "span" else style
                self._inline(child, writing, replace(own, hidden=own.hidden or style.hidden))
            self._write(child.tail, writing, style)

    def _write(self, words: str | None, writing: Writing, style: OdfStyle) -> None:
        if not words:
            return
        if style.hidden:
            self.hid = self.hid or bool(words.strip())
        else:
            writing.write(raised(words) if style.raised else words)

    def _note(self, note: etree._Element, writing: Writing) -> None:
        citation = next(note.iter("{*}note-citation"), None)
        sign = "".join(map(str, citation.itertext())) if citation is not None else ""
        writing.mark(sign)
        for body in note.iter("{*}note-body"):
            for index, block in enumerate(b for b in self.blocks(body, _List()) if b.text):
                whole = Writing()
                if index == 0:
                    whole.mark(sign)
                    whole.write(" ")
                whole.add(block)
                self._notes.append(whole.block(footnote=True))

    def _list(self, element: etree._Element, outer: _List) -> Iterator[FileBlock]:
        named = attribute(element, "style-name")
        style = named or outer.style
        if style is None:
            first = next(element.iter("{*}p", "{*}h"), None)
            style = self._styles.get(attribute(first, "style-name")).numbers if first is not None else None
        inner = _List(self._styles.lists.get(style or ""), style, outer.depth + 1)
        inner.counter = outer.counter if outer.depth else self._counter(element, style)
        for item in element:
            kind = name_of(item)
            if kind == "list-item" and inner.levels is not None and _is_numbered(item):
                start = attribute(item, "start-value")
                inner.label = inner.counter.label(
                    inner.levels, inner.depth, int(start) if start and start.isdecimal() and len(start) < 7 else None
                )
            if kind in ("list-item", "list-header"):
                yield from self.blocks(item, inner)
                inner.label = ""

    def _counter(self, element: etree._Element, style: str | None) -> Counter:
        """A list counts anew unless it says that it goes on with another, or with the last of its style."""
        before = attribute(element, "continue-list")
        counter = self._by_id.get(before) if before else None
        if counter is None and attribute(element, "continue-numbering") == "true":
            counter = self._by_style.get(style or "")
        counter = counter or Counter()
        if name := attribute(element, "id"):
            self._by_id[name] = counter
        self._by_style[style or ""] = counter
        return counter

    def _row(self, row: etree._Element) -> Iterator[FileBlock]:
        cells = [
            [b for b in self.blocks(cell, _List()) if b.text]
            for cell in row
            if name_of(cell) in ("table-cell", "table-header-cell")
        ]
        return row_blocks(cells)


def _is_numbered(item: etree._Element) -> bool:
    """An item that only holds a list in a list has no number of its own."""
    return any(name_of(child) in ("p", "h") for child in item)
