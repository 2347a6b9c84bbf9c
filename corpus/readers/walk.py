"""An XML tree, walked once in document order: its text, and the provisions that its elements mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from corpus.readers.draft import Draft
from corpus.readers.flow import Flow
from corpus.readers.vocabulary import Role, Vocabulary, local_name
from corpus.readers.xml_source import Entities, entity_text

__all__ = ["Line", "Walk"]

_RUNNING = frozenset({Role.LINE, Role.NUMBER, Role.HEADING, Role.INLINE, Role.REFERENCE, Role.RAISED, Role.CHARACTER})
_EID = "eId"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text whose structure stands in its indents: offsets as in Draft, and how far it is indented."""

    draft: Draft
    start: int
    end: int
    indent: int


class Walk:
    """One pass over one document. `flow` is its text, `root` the draft of the whole, `lines` those with an indent."""

    def __init__(self, vocabulary: Vocabulary, entities: Entities, file: str) -> None:
        self.flow = Flow()
        self.root = Draft("act", 0)
        self.lines: list[Line] = []
        self._words = vocabulary
        self._entities = entities
        self._file = file
        self._quoted = False
        self._row = 0
        self._verbatim = False

    def run(self, element: etree._Element) -> None:
        self._content(element, self.root, frozenset((element,)), False)
        self.root.end = self.flow.length

    def _content(self, element: etree._Element, draft: Draft, owners: frozenset[etree._Element], running: bool) -> None:
        """Write what `element` holds into `draft`; `owners` are the elements whose children may be its number and heading."""
        flow, words = self.flow, self._words
        running = running or words.role(element) in _RUNNING or _has_words(element)
        self._write(element.text)
        open_stones: list[tuple[int, Draft]] = []
        for child in element:
            role = words.role(child)
            if role is Role.MILESTONE:
                stone = words.milestones[local_name(child)]
                depth = _integer(child.get(stone.depth))
                while open_stones and open_stones[-1][0] >= depth:
                    self._close(open_stones.pop()[1])
                new = self._open(open_stones[-1][1] if open_stones else draft, stone.level, child)
                new.quoted = self._quoted
                self._content(child, new, frozenset((child,)), False)
                if new.number:
                    new.level = stone.levels.get(new.number.split()[0].lower(), stone.level)
                open_stones.append((depth, new))
                flow.release()
                flow.line()
            else:
                inner = open_stones[-1][1] if open_stones else draft
                self._child(child, role, inner, owners, running)
            self._write(child.tail)
        while open_stones:
            self._close(open_stones.pop()[1])

    def _child(
        self, child: etree._Element, role: Role | None, draft: Draft, owners: frozenset[etree._Element], running: bool
    ) -> None:
        flow, words = self.flow, self._words
        if role is Role.SKIP or not isinstance(child.tag, str):
            if child.tag is etree.Entity:
                flow.write(entity_text(str(child.name), self._entities, self._file, child.sourceline))
        elif role is Role.NUMBER and not running:
            owned = child.getparent() in owners and draft.number is None and not _has_body(draft)
            self._number(child, draft, owned=owned)
        elif role is Role.HEADING and child.getparent() in owners and draft.heading is None and not _has_body(draft):
            self._heading(child, draft)
        elif role is Role.HEAD and child.getparent() in owners:
            flow.line()
            self._content(child, draft, owners | {child}, False)
            flow.line()
        elif role in (Role.PROVISION, Role.NOTE) and (level := words.level(child)) and not (words.folded and role is Role.PROVISION and len(child) == 0):
            self._provision(child, level, draft, note=role is Role.NOTE)
        elif role is Role.GROUP:
            self._group(child, draft)
        elif role is Role.QUOTE:
            outer, self._quoted = self._quoted, True
            self._block(child, draft, running=False)
            self._quoted = outer
        elif role is Role.CHARACTER:
            flow.write(self._characters(child))
        elif role is Role.BREAK:
            flow.line()
        elif role is Role.VERBATIM:
            outer, self._verbatim = self._verbatim, True
            self._block(child, draft, running=True)
            self._verbatim = outer
        elif role is Role.RAISED and len(child) == 0 and (child.text or "").strip().isdecimal():
            flow.write((child.text or "").translate(_SUPERSCRIPT))
        elif role is Role.ROW:
            flow.line()
            self._row = flow.length
            self._block(child, draft, running=False)
        elif role is Role.CELL:
            if flow.length > self._row:
                flow.release()
                flow.glue("\t")
            self._content(child, draft, frozenset(), True)
            flow.line()
        elif role is Role.LINE:
            self._line(child, draft)
        elif role in (Role.INLINE, Role.RAISED, Role.REFERENCE) or (role is not Role.BLOCK and running):
            self._content(child, draft, frozenset(), True)
        else:
            self._block(child, draft, running=False)

    def _block(self, element: etree._Element, draft: Draft, *, running: bool) -> None:
        self.flow.line()
        self._content(element, draft, frozenset(), running)
        self.flow.line()

    def _line(self, element: etree._Element, draft: Draft) -> None:
        start = self.flow.length
        self._block(element, draft, running=True)
        indents = self._words.indents
        parent = element.getparent()
        if indents is not None and self.flow.length > start and parent is not None and local_name(parent) in indents.within:
            fields = element.get(indents.attribute, "").split()
            indent = _integer(fields[indents.field]) if len(fields) > indents.field else 0
            self.lines.append(Line(draft, start, self.flow.length, indent))

    def _number(self, element: etree._Element, draft: Draft, *, owned: bool) -> None:
        """Write a number, with what it numbers on the same line; `owned`: it is the draft's own."""
        flow = self.flow
        start = flow.length
        flow.line()
        self._content(element, draft, frozenset(), True)
        if flow.length > start:
            if owned:
                draft.number = self._plain(element)
                draft.number_at = (start, flow.length)
            flow.glue()

    def _heading(self, element: etree._Element, draft: Draft) -> None:
        flow, citations = self.flow, self._words.citations
        if citations is not None and citations[0].fullmatch(self._plain(element)):
            self._provision(element, citations[1], draft, note=True)
            return
        start = flow.length
        flow.line()
        self._content(element, draft, frozenset(), True)
        words = self._plain(element)
        if words:
            draft.heading = words
            draft.heading_at = (start, flow.length)
        flow.release()
        flow.line()

    def _provision(self, element: etree._Element, level: str, draft: Draft, *, note: bool) -> None:
        new = self._open(draft, level, element)
        new.note = note
        outer, self._quoted = self._quoted, False
        new.quoted = outer
        self._content(element, new, frozenset((element,)), False)
        self._quoted = outer
        self._close(new)

    def _group(self, element: etree._Element, draft: Draft) -> None:
        """A group of one provision is that provision; of several, a heading over them; of none, plain blocks."""
        inside = [c for c in element if self._words.role(c) is Role.PROVISION]
        if len(inside) == 1:
            new = self._open(draft, self._words.level(inside[0]), inside[0])
            outer, self._quoted = self._quoted, False
            new.quoted = outer
            self._group_content(element, inside[0], new)
            self._quoted = outer
            self._close(new)
        elif inside:
            new = self._open(draft, "crossHeading", element)
            self._content(element, new, frozenset((element,)), False)
            self._close(new)
        else:
            self._block(element, draft, running=False)

    def _group_content(self, element: etree._Element, only: etree._Element, draft: Draft) -> None:
        owners = frozenset((element, only))
        self._write(element.text)
        for child in element:
            if child is only:
                self._content(child, draft, owners, False)
            else:
                self._child(child, self._words.role(child), draft, owners, False)
            self._write(child.tail)

    def _open(self, parent: Draft, level: str, element: etree._Element) -> Draft:
        self.flow.line()
        new = Draft(level, self.flow.length, eid=element.get(_EID))
        parent.children.append(new)
        return new

    def _close(self, draft: Draft) -> None:
        self.flow.release()
        self.flow.line()
        draft.end = self.flow.length

    def _write(self, words: str | None) -> None:
        if words and self._verbatim:
            for index, line in enumerate(words.splitlines()):
                if index:
                    self.flow.line()
                self.flow.write(line)
            if words.endswith(("\n", "\r")):
                self.flow.line()
        elif words:
            self.flow.write(words)

    def _characters(self, element: etree._Element) -> str:
        value = self._words.characters[local_name(element)]
        return value if isinstance(value, str) else element.get(value["attribute"], "")

    def _plain(self, element: etree._Element) -> str:
        """The words of a number or heading, without marks of notes and without the notes themselves."""
        return " ".join("".join(self._pieces(element)).split())

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            role = self._words.role(child)
            if child.tag is etree.Entity:
                yield entity_text(str(child.name), self._entities, self._file, child.sourceline)
            elif role is Role.CHARACTER:
                yield self._characters(child)
            elif role is Role.BREAK:
                yield " "
            elif isinstance(child.tag, str) and role not in (Role.REFERENCE, Role.NOTE, Role.SKIP):
                if role in (Role.LINE, Role.BLOCK):
                    yield " "
                yield from self._pieces(child)
            yield child.tail or ""


def _has_words(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or any((c.tail or "").strip() for c in element)


def _has_body(draft: Draft) -> bool:
    return any(not child.note for child in draft.children)


def _integer(value: str | None) -> int:
    try:
        return int(float(value or 0))
    except ValueError:
        return 0
