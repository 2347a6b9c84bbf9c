"""Provisions of a text whose markup has only lines and indents (the Irish Statute Book's), told by numbers and columns.

A number stands in a hanging indent before the column of its text; what is numbered below it stands further right; a
line without a number belongs to the provision whose column it stands in, or, set in the middle, to the one it follows.
A quotation that opens a line holds provisions of another instrument until its mark is closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from palermo.corpus.readers.markup.provision_draft import ProvisionDraft
from palermo.corpus.readers.markup.walk import MarkupLine

__all__ = ["nest"]

_STEP = 3  # columns between a number and its text
_DEEPEST = 12  # numbers below numbers; acts have six
_OPENING = re.compile(r"[“\"]\s*")
_BARE = re.compile(r"(\d+[A-Z]{0,3}\.)\s+")
_BRACKETED = re.compile(r"(\((?:\d+[A-Z]{0,3}|[a-z]{1,5}|[A-Z]{1,5})\))\s*")
_ROMAN = re.compile(r"[ivx]+")
_BELOW = {
    "subsection": "paragraph", "paragraph": "subparagraph", "subparagraph": "clause", "clause": "subclause",
    "subclause": "subclause",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mark:
    """A printed number and where it stands."""

    number: str
    start: int
    end: int


@dataclass(slots=True)
class _Column:
    """The provisions that are open, each with the column of its text; `base` holds the outermost."""

    base: ProvisionDraft
    quoted: bool = False
    open: list[tuple[int, ProvisionDraft]] = field(default_factory=list)

    def innermost(self) -> ProvisionDraft:
        return self.open[-1][1] if self.open else self.base

    def place(self, marks: list[_Mark], line: MarkupLine, start: int) -> None:
        """Close what the line leaves and open what its numbers begin, the first of them at `start`."""
        if not marks:
            while self.open and line.indent and self.open[-1][0] > line.indent:
                self.open.pop()
            return
        column = line.indent - _STEP * (len(marks) - 1)
        while self.open and self.open[-1][0] >= column:
            self.open.pop()
        for offset, mark in enumerate(marks):
            del self.open[_DEEPEST:]
            outermost = self.quoted and not self.open
            parent = self.innermost()
            draft = ProvisionDraft(
                _level(mark.number, parent.level, quoted=outermost),
                mark.start if offset or outermost else start,
                number=mark.number,
                number_at=(mark.start, mark.end),
                quoted=outermost,
            )
            parent.children.append(draft)
            self.open.append((column + _STEP * offset, draft))


def nest(lines: list[MarkupLine], text: str) -> None:
    """Give the drafts of `lines` the provisions that their lines begin."""
    by_draft: dict[int, list[MarkupLine]] = {}
    for line in lines:
        by_draft.setdefault(id(line.draft), []).append(line)
    for own in by_draft.values():
        _nest_one(own[0].draft, own, text)


def _nest_one(draft: ProvisionDraft, lines: list[MarkupLine], text: str) -> None:
    notes, draft.children = draft.children, []
    columns, quote, depth = _Column(draft), None, 0
    for index, line in enumerate(lines):
        start = line.start + _blanks(text[line.start : line.end])
        # the first line of a section repeats its number
        own = _BARE.match(text, start, line.end) if index == 0 and draft.level == "section" else None
        opening = None if own or quote else _OPENING.match(text, start, line.end)
        if opening is not None:
            quote = _Column(columns.innermost(), quoted=True)
        active = quote or columns
        skipped = own or opening
        marks = _marks(
            text, skipped.end() if skipped else start, line.end, bare=active.quoted or draft.level != "section"
        )
        active.place(marks, line, start)
        for _, opened in (*columns.open, *(quote.open if quote else ())):
            opened.end = line.end
        depth += text.count("“", start, line.end) - text.count("”", start, line.end)
        if depth <= 0:
            quote, depth = None, 0
        elif quote is None:
            quote = _Column(columns.innermost(), quoted=True)
    for note in notes:
        _hang(draft, note)


def _blanks(words: str) -> int:
    return len(words) - len(words.lstrip())


def _marks(text: str, position: int, end: int, *, bare: bool) -> list[_Mark]:
    """The numbers that the line begins with; `bare`: one without brackets (`2.`) counts, too."""
    found = []
    pattern = _BARE if bare and _BARE.match(text, position, end) else _BRACKETED
    while (match := pattern.match(text, position, end)) is not None:
        found.append(_Mark(match[1], match.start(1), match.end(1)))
        position, pattern = match.end(), _BRACKETED
    return found


def _level(number: str, parent: str, *, quoted: bool) -> str:
    if number.endswith("."):
        return "paragraph" if parent == "schedule" else "section"
    if not quoted and parent in _BELOW:
        return _BELOW[parent]
    bare = number.strip("()")
    if bare[0].isdigit():
        return "subparagraph" if parent == "schedule" else "subsection"
    if bare.isupper():
        return "clause" if _ROMAN.fullmatch(bare.lower()) else "subclause"
    return "subparagraph" if quoted and _ROMAN.fullmatch(bare) and bare not in {"v", "x"} else "paragraph"


def _hang(draft: ProvisionDraft, note: ProvisionDraft) -> None:
    """Put a note into the innermost provision that it stands in."""
    for child in draft.children:
        if not child.note and child.start <= note.start and note.end <= child.end:
            _hang(child, note)
            return
    draft.children.append(note)
    draft.children.sort(key=lambda d: d.start)
