"""Finds words in an article that are not its text (editors' remarks, footnotes), and the notes enacted with
it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from palermo.corpus.structure.body.context import ArticleStretch, ParseContext
from palermo.corpus.structure.body.unit_tree import Node
from palermo.corpus.structure.lines.markers import at_line_start
from palermo.corpus.structure.lines.numbers import step

__all__ = ["Aside", "asides", "note_node"]

_NUMBER = re.compile(
    r"\((?P<paren>\d{1,3}(?:[.-]\d{1,2})?[A-Za-z]?)\)|(?P<dot>\d{1,3}(?:-\d{1,2})?)\.\s|(?P<half>\d{1,3})\)"
)
_LEAD = re.compile(r"[\s*>(\[“\"«_]*")
_NOTE_NUMBER = re.compile(r"\s*(?:№\s*)?(\d{1,2}(?![.\d]\d)|[IVX]{1,4}\b)?[\s.:—–-]*")


@dataclass(frozen=True, slots=True)
class Aside:
    """A note, remark or footnote: `start` to `end` of the view, `line` the line it begins in."""

    level: str
    start: int
    end: int
    line: int


def asides(reading: ParseContext, stretch: ArticleStretch) -> list[Aside]:
    """The notes, remarks and footnotes in a stretch of the text."""
    out: list[Aside] = []
    seen, text = reading.view.lines, reading.view.text
    last = seen[stretch.last - 1].end if stretch.lines else stretch.start
    index = stretch.first
    note: tuple[int, int] | None = None
    counter = _Counter(reading)

    def close_note(position: int) -> None:
        nonlocal note
        if note is not None:
            end = max(seen[position - 1].end, note[0]) if position > note[1] else note[0]
            out.append(Aside("note", note[0], end, note[1]))
            note = None

    while index < stretch.last:
        line = seen[index]
        at = max(line.start, stretch.start)
        if at >= line.end or reading.quote_at(at):
            index += 1
            continue
        level, begin = _level(reading, index, at)
        if level == "":
            if note is not None and counter.goes_on(index):
                close_note(index)
            counter.see(index, at, inside=note is not None)
            index += 1
            continue
        if index > stretch.first and level != "note" and text[seen[index - 1].start : seen[index - 1].end].isdigit():
            at = max(seen[index - 1].start, stretch.start)
        close_note(index)
        if level == "history":
            out.append(Aside("remark", at, last, index))
            break
        if level == "note":
            note = (begin, index)
            counter.note.clear()
            index += 1
            continue
        stop = _block_end(reading, index, stretch.last)
        out.append(Aside(level, at, seen[stop - 1].end, index))
        index = stop
    close_note(stretch.last)
    out += _inline(reading, stretch, [(a.start, a.end) for a in out if a.level != "note"])
    return sorted((a for a in out if a.end > a.start), key=lambda a: a.start)


def _inline(reading: ParseContext, stretch: ArticleStretch, taken: list[tuple[int, int]]) -> list[Aside]:
    """Remarks inside lines (`[definition substituted by Act 16 of 2022]`)."""
    pattern = reading.tradition.inline
    if pattern is None:
        return []
    out = []
    for index in stretch.lines:
        line = reading.view.lines[index]
        for match in pattern.finditer(reading.view.text, max(line.start, stretch.start), line.end):
            if not any(a <= match.start() < b for a, b in taken):
                out.append(Aside("remark", match.start(), match.end(), index))
    return out


class _Counter:
    """The numbers at the start of lines, so that a note ends where the numbering of the text before it goes on."""

    def __init__(self, reading: ParseContext) -> None:
        self.reading = reading
        self.text: dict[str, str] = {}
        self.note: dict[str, str] = {}

    def _number(self, index: int, position: int = 0) -> tuple[str, str] | None:
        line = self.reading.view.lines[index]
        match = _NUMBER.match(self.reading.view.text, max(line.start, position), line.end)
        return (match.lastgroup or "", match[match.lastgroup or 0]) if match else None

    def see(self, index: int, position: int, *, inside: bool) -> None:
        if (number := self._number(index, position)) is not None:
            (self.note if inside else self.text)[number[0]] = number[1]

    def goes_on(self, index: int) -> bool:
        number = self._number(index)
        if number is None or number[0] in self.note or number[0] not in self.text:
            return False
        return step("decimal", self.text[number[0]], number[1]) == 1


def _level(reading: ParseContext, index: int, position: int) -> tuple[str, int]:
    """What a line begins: a level or nothing, and where."""
    line = reading.view.lines[index]
    text = reading.view.text
    if line.footnote:
        return "authorialNote", position
    lead = _LEAD.match(text, position, line.end)
    begin = lead.end() if lead else position
    for tradition in reading.chosen:
        if tradition.history and tradition.history.match(text, position, line.end):
            return "history", position
        if tradition.remark and (
            tradition.remark.match(text, position, line.end) or tradition.remark.match(text, begin, line.end)
        ):
            return "remark", position
        if tradition.note and tradition.note.match(text, begin, line.end):
            return "note", begin
    return "", position


def _block_end(reading: ParseContext, index: int, stop: int) -> int:
    """The line after a block: where text is not hard-wrapped a line is a block, unless it announces a list (`…:`)."""
    seen = reading.view.lines
    text = reading.view.text
    last = index + 1
    listing = text[seen[index].end - 1] == ":"
    opened = text[seen[index].start] in "(["
    while opened and last < min(stop, index + 6) and _unclosed(text, seen[index].start, seen[last - 1].end):
        last += 1
    while last < stop and not seen[last].first and (reading.habits.wrapped or listing):
        before, line = seen[last - 1], seen[last]
        done = text[before.end - 1] in ".])" and before.end - before.start < 60
        if not listing and (done or at_line_start(text, line.start, line.end)):
            break
        last += 1
    return last


def _unclosed(text: str, start: int, end: int) -> bool:
    part = text[start:end]
    return part.count("(") > part.count(")") or part.count("[") > part.count("]")


def note_node(reading: ParseContext, aside: Aside) -> Node:
    """The node of an aside; an enacted note has its own number (`Explanation 2`)."""
    node = Node("note", aside.level, aside.start, aside.end)
    if aside.level != "note":
        return node
    for tradition in reading.chosen:
        match = tradition.note.match(reading.view.text, aside.start) if tradition.note else None
        if match is None:
            continue
        node.num = (aside.start, match.end())
        number = _NOTE_NUMBER.match(reading.view.text, match.end())
        if number and number[1] and "\n" not in reading.view.text[match.end() : number.start(1)]:
            after = reading.view.text[number.end(1) : number.end(1) + 1]
            announced = reading.view.text[match.end() : number.start(1)]
            if after not in ")" and not announced.strip(" №"):
                node.number, node.num = number[1], (aside.start, number.end(1))
        break
    return node
