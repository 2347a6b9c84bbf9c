"""An XML tree, walked once in document order: its text, and the provisions that its elements mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from palermo.corpus.model.akn_names import OWN, STATED, UNPLACED
from palermo.corpus.model.text_model import Span
from palermo.corpus.readers.markup.flow import MarkupFlow
from palermo.corpus.readers.markup.provision_draft import ProvisionDraft
from palermo.corpus.readers.markup.vocabulary import ElementRole, Vocabulary, local_name
from palermo.corpus.readers.shared.safe_xml import Entities, entity_text

__all__ = ["MarkupLine", "Walked", "walk"]

_RUNNING = frozenset(
    {
        ElementRole.LINE,
        ElementRole.NUMBER,
        ElementRole.HEADING,
        ElementRole.INLINE,
        ElementRole.REFERENCE,
        ElementRole.RAISED,
        ElementRole.CHARACTER,
    }
)
_APART = frozenset({ElementRole.REFERENCE, ElementRole.NOTE, ElementRole.SKIP})
_EID = "eId"
_DEEPEST = 20  # headings below headings; acts have six
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class MarkupLine:
    """A line of a text whose structure stands in its indents: offsets as in Draft, and how far it is indented."""

    draft: ProvisionDraft
    start: int
    end: int
    indent: int


@dataclass(frozen=True, slots=True)
class Walked:
    """The text, the draft of the whole, the lines whose indents tell the structure, the headings, the paragraphs, and
    the words that palermo itself could not place when it wrote the file.
    """

    text: str
    root: ProvisionDraft
    lines: list[MarkupLine]
    headings: list[tuple[Span, int]]
    blocks: list[Span]
    unplaced: list[Span]


def walk(element: etree._Element, vocabulary: Vocabulary, entities: Entities, file: str) -> Walked:
    """All that `element` holds. Raises InputError for an entity that nobody declared."""
    walker = _Walker(vocabulary, entities, file)
    root = ProvisionDraft("act", 0)
    walker.content(element, _Spot(root, frozenset((element,))))
    root.end = walker.flow.length
    return Walked(str(walker.flow), root, walker.lines, walker.headings, walker.blocks, walker.unplaced)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the walk is: in which draft; children of which elements can be its number and heading; whether words run on
    here rather than standing in blocks; whether what is found belongs to another instrument; whether line breaks count.
    """

    draft: ProvisionDraft
    owners: frozenset[etree._Element] = frozenset()
    running: bool = False
    quoted: bool = False
    verbatim: bool = False

    def within(self, *, running: bool, quoted: bool | None = None, verbatim: bool | None = None) -> _Spot:
        """Inside an element that is no part of the draft's head."""
        return _Spot(
            self.draft,
            frozenset(),
            running,
            self.quoted if quoted is None else quoted,
            self.verbatim if verbatim is None else verbatim,
        )


class _Walker:
    def __init__(self, vocabulary: Vocabulary, entities: Entities, file: str) -> None:
        self.flow = MarkupFlow()
        self.lines: list[MarkupLine] = []
        self.headings: list[tuple[Span, int]] = []
        self.blocks: list[Span] = []
        self.unplaced: list[Span] = []
        self._words = vocabulary
        self._entities = entities
        self._file = file
        self._row_start = 0
        self._handlers: dict[ElementRole | None, Callable[[etree._Element, _Spot], None]] = {
            ElementRole.SKIP: self._skip,
            ElementRole.PROVISION: self._provision,
            ElementRole.NOTE: self._provision,
            ElementRole.GROUP: self._group,
            ElementRole.HEAD: self._head,
            ElementRole.NUMBER: self._number,
            ElementRole.HEADING: self._heading,
            ElementRole.QUOTE: self._quote,
            ElementRole.LINE: self._line,
            ElementRole.BLOCK: self._block,
            ElementRole.INLINE: self._inline,
            ElementRole.REFERENCE: self._inline,
            ElementRole.RAISED: self._raised,
            ElementRole.VERBATIM: self._verbatim,
            ElementRole.ROW: self._row,
            ElementRole.CELL: self._cell,
            ElementRole.BREAK: self._break,
            ElementRole.CHARACTER: self._character,
        }

    def content(self, element: etree._Element, spot: _Spot) -> None:
        """Write what `element` holds."""
        running = spot.running or self._words.role(element) in _RUNNING or _has_words(element)
        spot = replace(spot, running=running)
        stones: list[tuple[int, ProvisionDraft]] = []
        self._write(element.text, spot)
        for child in element:
            if self._words.role(child) is ElementRole.MILESTONE:
                self._milestone(child, spot, stones)
            else:
                self._child(child, replace(spot, draft=stones[-1][1]) if stones else spot)
            self._write(child.tail, spot)
        while stones:
            self._close(stones.pop()[1])

    def _child(self, child: etree._Element, spot: _Spot) -> None:
        if isinstance(child.tag, str):
            start = self.flow.length
            handler = self._handlers.get(self._words.role(child))
            if handler is not None:
                handler(child, spot)
            elif spot.running:
                self._inline(child, spot)
            else:
                self._block(child, spot)
            if child.get("class") == UNPLACED:
                self.unplaced.append(Span(start, self.flow.length))
        elif (entity := self._entity(child)) is not None:
            self._write(entity, spot)

    def _milestone(self, element: etree._Element, spot: _Spot, stones: list[tuple[int, ProvisionDraft]]) -> None:
        """A heading that opens a container: it holds what follows, up to the next heading of its depth or above."""
        milestone = self._words.milestones[local_name(element)]
        depth = min(_integer(element.get(milestone.depth)), _DEEPEST)
        while stones and stones[-1][0] >= depth:
            self._close(stones.pop()[1])
        draft = self._open(stones[-1][1] if stones else spot.draft, milestone.level, element, spot)
        self.content(element, _Spot(draft, frozenset((element,))))
        if draft.number:
            draft.level = milestone.levels.get(draft.number.split()[0].lower(), milestone.level)
        stones.append((depth, draft))
        self.flow.release()
        self.flow.line()

    def _provision(self, element: etree._Element, spot: _Spot) -> None:
        level, note = self._words.level(element), self._words.role(element) is ElementRole.NOTE
        if not level:
            self._head(element, spot)
        elif self._words.folded and not note and len(element) == 0:  # a word that merely is called so
            self._inline(element, spot) if spot.running else self._block(element, spot)
        else:
            self._hold(element, level, spot, note=note)

    def _hold(self, element: etree._Element, level: str, spot: _Spot, *, note: bool) -> None:
        draft = self._open(spot.draft, level, element, spot)
        draft.note = note
        self.content(element, _Spot(draft, frozenset((element,))))
        self._close(draft)

    def _group(self, element: etree._Element, spot: _Spot) -> None:
        """A group of one provision is that provision; of several, a heading over them; of none, plain blocks."""
        inside = [c for c in element if self._words.role(c) is ElementRole.PROVISION]
        if not inside:
            self._block(element, spot)
        elif len(inside) > 1:
            self._hold(element, "crossHeading", spot, note=False)
        else:
            only = inside[0]
            draft = self._open(spot.draft, self._words.level(only), only, spot)
            inner = _Spot(draft, frozenset((element, only)))
            self._write(element.text, inner)
            for child in element:
                if child is only:
                    self.content(child, inner)
                else:
                    self._child(child, inner)
                self._write(child.tail, inner)
            self._close(draft)

    def _head(self, element: etree._Element, spot: _Spot) -> None:
        if element.getparent() in spot.owners:
            spot = replace(spot, owners=spot.owners | {element}, running=False)
            self.flow.line()
            self.content(element, spot)
            self.flow.line()
        else:
            self._block(element, spot)

    def _number(self, element: etree._Element, spot: _Spot) -> None:
        """Write a number; what it numbers stands beside it."""
        if spot.running:
            self._inline(element, spot)
            return
        flow, draft = self.flow, spot.draft
        start = flow.length
        flow.line()
        before, after = self._words.signs.around(element) if self._words.signs else ("", "")
        self._write(before, spot)
        self.content(element, spot.within(running=True))
        self._write(after, spot)
        if flow.length > start:
            if element.getparent() in spot.owners and draft.number is None and not _has_body(draft):
                draft.number = self._plain(element)
                draft.number_at = (start, flow.length)
            flow.glue()

    def _heading(self, element: etree._Element, spot: _Spot) -> None:
        flow, draft, citations = self.flow, spot.draft, self._words.citations
        if element.getparent() not in spot.owners or draft.heading is not None or _has_body(draft):
            self._line(element, spot)
            return
        words = self._plain(element)
        if citations is not None and citations[0].fullmatch(words):
            self._hold(element, citations[1], spot, note=True)
            return
        start = flow.length
        flow.line()
        self.content(element, spot.within(running=True))
        if words:
            draft.heading = words
            draft.heading_at = (start, flow.length)
            if draft.level == "division":
                draft.level = self._words.named.get(words.split()[0].lower(), draft.level)
        flow.release()
        flow.line()

    def _quote(self, element: etree._Element, spot: _Spot) -> None:
        self.flow.line()
        self.content(element, spot.within(running=False, quoted=True))
        self.flow.line()

    def _block(self, element: etree._Element, spot: _Spot) -> None:
        self.flow.line()
        self.content(element, spot.within(running=False))
        self.flow.line()

    def _line(self, element: etree._Element, spot: _Spot) -> None:
        start = self.flow.length
        self.flow.line()
        self.content(element, spot.within(running=True))
        self.flow.line()
        self.blocks.append(Span(start, self.flow.length))
        if level := self._words.titles.get(local_name(element).lower()):
            self.headings.append((Span(start, self.flow.length), level))
        indents, parent = self._words.indents, element.getparent()
        if (
            indents is not None
            and self.flow.length > start
            and parent is not None
            and local_name(parent) in indents.within
        ):
            fields = element.get(indents.attribute, "").split()
            indent = _integer(fields[indents.field]) if len(fields) > indents.field else 0
            self.lines.append(MarkupLine(spot.draft, start, self.flow.length, indent))

    def _inline(self, element: etree._Element, spot: _Spot) -> None:
        self.content(element, spot.within(running=True))

    def _raised(self, element: etree._Element, spot: _Spot) -> None:
        words = "".join(map(str, element.itertext()))
        if words.strip().isdecimal():
            self._write(words.translate(_SUPERSCRIPT), spot)
        else:
            self._inline(element, spot)

    def _verbatim(self, element: etree._Element, spot: _Spot) -> None:
        self.flow.line()
        self.content(element, spot.within(running=True, verbatim=True))
        self.flow.line()

    def _row(self, element: etree._Element, spot: _Spot) -> None:
        self._row_start = self.flow.length
        self._block(element, spot)

    def _cell(self, element: etree._Element, spot: _Spot) -> None:
        if self.flow.length > self._row_start:
            self.flow.release()
            self.flow.glue("\t")
        self.content(element, spot.within(running=True))
        self.flow.line()

    def _break(self, element: etree._Element, spot: _Spot) -> None:
        self.flow.line()

    def _character(self, element: etree._Element, spot: _Spot) -> None:
        self._write(self._stands_for(element), spot)

    def _skip(self, element: etree._Element, spot: _Spot) -> None:
        pass

    def _open(self, parent: ProvisionDraft, level: str, element: etree._Element, spot: _Spot) -> ProvisionDraft:
        self.flow.line()
        draft = ProvisionDraft(
            level, self.flow.length, eid=element.get(_EID), quoted=spot.quoted, stated=_stated(element)
        )
        parent.children.append(draft)
        return draft

    def _close(self, draft: ProvisionDraft) -> None:
        self.flow.release()
        self.flow.line()
        draft.end = self.flow.length

    def _write(self, words: str | None, spot: _Spot) -> None:
        if not words:
            return
        if not spot.verbatim:
            self.flow.write(words)
            return
        for line in words.splitlines(keepends=True):
            self.flow.write(line)
            if line.endswith(("\n", "\r")):
                self.flow.line()

    def _entity(self, node: etree._Element) -> str | None:
        """What an entity's reference stands for; None for a comment or an instruction."""
        if isinstance(node, etree._Entity):
            return entity_text(str(node.name), self._entities, self._file, _line_of(node))
        return None

    def _stands_for(self, element: etree._Element) -> str:
        value = self._words.characters[local_name(element)]
        if isinstance(value, str):
            return value
        if "code" in value:
            return _code_point(element.get(value["code"], ""))
        return element.get(value["attribute"], "")

    def _plain(self, element: etree._Element) -> str:
        """The words of a number or heading, without marks of notes and without the notes themselves."""
        return " ".join("".join(self._pieces(element)).split())

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            role = self._words.role(child)
            if role is ElementRole.CHARACTER:
                yield self._stands_for(child)
            elif not isinstance(child.tag, str):
                yield self._entity(child) or ""
            elif role not in _APART:
                yield " " if role in (ElementRole.LINE, ElementRole.BLOCK, ElementRole.BREAK) else ""
                yield from self._pieces(child)
            yield child.tail or ""


def _stated(element: etree._Element) -> dict[str, str]:
    return {name: value for name in STATED if (value := element.get(f"{{{OWN}}}{name}")) is not None}


def _line_of(node: etree._Element) -> int | None:
    line: object = node.sourceline
    return line if isinstance(line, int) else None


def _has_words(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or any((c.tail or "").strip() for c in element)


def _has_body(draft: ProvisionDraft) -> bool:
    return any(not child.note for child in draft.children)


def _code_point(figures: str) -> str:
    try:
        return chr(int(figures, 16))
    except (OverflowError, ValueError):
        return ""


def _integer(value: str | None) -> int:
    try:
        return int(float(value or 0))
    except (OverflowError, ValueError):
        return 0
