"""The body of a Word document, walked once: paragraphs with their numbers, tables, notes; changes taken as accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from palermo.corpus.readers.shared.blocks import FileBlock, Writing, raised, row_blocks
from palermo.corpus.readers.word.footnotes import Notes
from palermo.corpus.readers.word.names import child, children, is_on, local, val
from palermo.corpus.readers.word.numbering import Label, Lists
from palermo.corpus.readers.word.styles import WordStyle, WordStyles, integer, outline

__all__ = ["Seen", "WordBody"]

_CONTAINERS = frozenset({"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "ruby",
                         "rubyBase", "oMath", "oMathPara", "sdt", "sdtContent"})  # fmt: skip
_GONE = frozenset({"del", "moveFrom"})
_SYMBOL = {  # the Symbol font's places for signs that acts are printed with (Adobe, Symbol encoding)
    0xA2: "′", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0x2D: "−",
}  # fmt: skip


@dataclass(slots=True)
class Seen:
    """Notes for the user."""

    inserted: int = 0
    deleted: int = 0
    hidden: bool = False
    comments: bool = False


@dataclass(slots=True)
class _Open:
    """A paragraph in the making: two that a deleted mark parts are one."""

    writing: Writing = field(default_factory=Writing)
    after: list[FileBlock] = field(default_factory=list)
    run_in: etree._Element | None = None
    """The first of two paragraphs that stand on one line: its number is the line's."""


class WordBody:
    """Reads one document. `seen` fills while it reads."""

    def __init__(self, styles: WordStyles, lists: Lists, footnotes: Notes, endnotes: Notes) -> None:
        self.seen = Seen()
        self._styles = styles
        self._lists = lists
        self._notes = {"footnoteReference": footnotes, "endnoteReference": endnotes}
        self._fields: list[bool] = []  # for each field that is open, whether its result has begun
        self._hidden_style = False
        self._sign = ""
        self._in_note = False

    def blocks(self, container: etree._Element) -> Iterator[FileBlock]:
        """The paragraphs below an element that holds paragraphs and tables."""
        state = _Open()
        for element in _blocks_in(container):
            if local(element) == "tbl":
                yield from self._flush(state)
                state = _Open()
                yield from self._table(element)
                continue
            self._paragraph(element, state)
            mark = child(element, "pPr", "rPr")
            if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
                self.seen.deleted += 1
                continue
            if is_on(child(mark, "specVanish")):
                state.run_in = state.run_in if state.run_in is not None else element
                state.writing.write(" ")
                continue
            if child(mark, "ins") is not None:
                self.seen.inserted += 1
            yield from self._flush(state, element)
            state = _Open()
        yield from self._flush(state)

    def _flush(self, state: _Open, last: etree._Element | None = None) -> Iterator[FileBlock]:
        """The finished paragraph with its number, and the notes that hang on it."""
        head = state.run_in if state.run_in is not None else last
        properties = child(head, "pPr")
        style = self._styles.get(val(child(properties, "pStyle")))
        own = outline(properties)
        heading = style.heading if own is None else own
        label = self._label(properties, style) if state.writing.length else None
        whole = Writing()
        if label is not None:
            whole.write(label.text + label.gap)
        whole.add(state.writing.block())
        yield whole.block(0 if state.run_in is not None else heading)
        yield from state.after

    def _label(self, properties: etree._Element | None, style: WordStyle) -> Label | None:
        own = child(properties, "numPr")
        number = val(child(own, "numId")) or style.number
        if number is None or number == "0":
            return None
        depth = integer(val(child(own, "ilvl")))
        if depth is None:
            depth = style.depth
        if depth is None:
            depth = self._lists.level_of_style(number, style.numbered_by) if style.numbered_by else 0
        return self._lists.label(number, depth)

    def _paragraph(self, element: etree._Element, state: _Open) -> None:
        properties = child(element, "pPr")
        self._hidden_style = self._styles.get(val(child(properties, "pStyle"))).hidden
        self._inline(element, state)

    def _inline(self, parent: etree._Element, state: _Open) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, state)
            elif name in _GONE:
                self.seen.deleted += 1
                self._fields_in(element)
            elif name in _CONTAINERS:
                self.seen.inserted += name in ("ins", "moveTo")
                self._inline(element, state)
            elif name == "AlternateContent":
                self._alternative(element, state)
            elif name == "t":  # of a formula
                state.writing.write(element.text or "")
            elif _is_formula(element):
                self._inline(element, state)

    def _run(self, run: etree._Element, state: _Open) -> None:
        properties = child(run, "rPr")
        vanish = child(properties, "vanish")
        hidden = is_on(vanish) if vanish is not None else self._hidden_style or self._character(properties).hidden
        above = val(child(properties, "vertAlign")) == "superscript"
        for element in run:
            name = local(element)
            if name == "fldChar":
                self._field(val(element, "fldCharType"))
            elif not all(self._fields):
                continue
            elif hidden and name in ("t", "sym"):
                self.seen.hidden = True
            elif name == "t":
                state.writing.write(raised(element.text or "") if above else element.text or "")
            else:
                self._piece(element, name, state)

    def _piece(self, element: etree._Element, name: str, state: _Open) -> None:
        writing = state.writing
        if name in ("tab", "ptab"):
            writing.write(" ")
        elif name in ("br", "cr"):
            writing.line()
        elif name == "noBreakHyphen":
            writing.write("\u2011")
        elif name == "sym":
            writing.write(_symbol(val(element, "char"), val(element, "font")))
        elif name in self._notes:
            self._note(element, name, state)
        elif name in ("footnoteRef", "endnoteRef"):
            writing.mark(self._sign)
        elif name == "commentReference":
            self.seen.comments = True
        elif name in ("drawing", "pict", "object"):
            self._boxes(element, state)
        elif name == "AlternateContent":
            self._alternative(element, state)
        elif name == "ruby":
            self._inline(element, state)

    def _character(self, properties: etree._Element | None) -> WordStyle:
        name = val(child(properties, "rStyle"))
        return self._styles.get(name) if name is not None else WordStyle()

    def _field(self, kind: str | None) -> None:
        """Of a field, the instruction is not shown, its result is."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _fields_in(self, element: etree._Element) -> None:
        for run in element.iter("{*}fldChar"):
            self._field(val(run, "fldCharType"))

    def _note(self, reference: etree._Element, name: str, state: _Open) -> None:
        text, sign = self._notes[name].find(reference)
        state.writing.mark(sign)
        if text is None or self._in_note:  # a note has none of its own
            return
        outside, self._sign, self._in_note = (self._fields, self._hidden_style), sign, True
        self._fields = []
        state.after += (FileBlock(b.text, 0, True, b.marks) for b in self.blocks(text))
        (self._fields, self._hidden_style), self._in_note = outside, False

    def _alternative(self, element: etree._Element, state: _Open) -> None:
        """Of a choice, what a current Word shows."""
        chosen = child(element, "Choice")
        if chosen is None:
            chosen = child(element, "Fallback")
        if chosen is not None:
            for inner in chosen:
                if local(inner) == "r":
                    self._run(inner, state)
                elif local(inner) in ("drawing", "pict", "object"):
                    self._boxes(inner, state)

    def _boxes(self, element: etree._Element, state: _Open) -> None:
        """The text of boxes stands after the paragraph that they hang on."""
        for box in element.iter("{*}txbxContent"):
            if not any(local(a) in ("Fallback", "txbxContent") for a in _between(box, element)):
                outside, self._fields = self._fields, []
                state.after += self.blocks(box)
                self._fields = outside

    def _table(self, table: etree._Element) -> Iterator[FileBlock]:
        for row in _within(table, "tr"):
            changed = child(row, "trPr")
            if child(changed, "del") is not None:
                self.seen.deleted += 1
                continue
            self.seen.inserted += child(changed, "ins") is not None
            yield from row_blocks([[b for b in self.blocks(cell) if b.text] for cell in _within(row, "tc")])


def _blocks_in(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those inside content controls, custom markup and changes."""
    for element in container:
        name = local(element)
        if name in ("p", "tbl"):
            yield element
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _blocks_in(element)
        elif name == "AlternateContent":
            yield from _blocks_in(next(children(element, "Choice"), element))


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row."""
    for inner in element:
        if local(inner) == name:
            yield inner
        elif local(inner) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _within(inner, name)


def _between(inner: etree._Element, outer: etree._Element) -> Iterator[etree._Element]:
    for ancestor in inner.iterancestors():
        if ancestor is outer:
            return
        yield ancestor


def _is_formula(element: etree._Element) -> bool:
    """Whether an element is part of a formula (ISO/IEC 29500-1, 22.1)."""
    tag = element.tag
    return isinstance(tag, str) and "officeDocument" in tag and "/math}" in tag


def _symbol(code: str | None, font: str | None) -> str:
    """The character of a symbol font, by its place there; fonts other than Symbol draw no letters."""
    try:
        place = int(code or "", 16)
    except ValueError:
        return ""
    place = place - 0xF000 if 0xF000 <= place <= 0xF0FF else place
    if (font or "").lower() == "symbol":
        return _SYMBOL.get(place, chr(place) if 0x20 <= place < 0x7F else "•")
    return "•" if (font or "").lower().startswith(("wingdings", "webdings")) else chr(place) if place < 0xD800 else ""
