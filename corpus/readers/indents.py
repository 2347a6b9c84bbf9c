"""Provisions of a text whose markup has only lines and their indents (the Irish Statute Book's): numbers and columns tell them.

A number stands in a hanging indent before the column of its text; what is numbered below it stands further right; a line
without a number belongs to the provision whose column it stands in, or, set in the middle, to the one it follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from corpus.readers.draft import Draft
from corpus.readers.walk import Line

__all__ = ["nest"]

_STEP = 3  # columns between a number and its text
_QUOTED = re.compile(r"[“\"]\s*")
_OWN = re.compile(r"\d+[A-Z]{0,3}\.\s+")
_BRACKETED = re.compile(r"\((\d+[A-Z]{0,3}|[a-z]{1,5}|[A-Z]{1,5})\)\s*")
_BELOW = {"subsection": "paragraph", "paragraph": "subparagraph", "subparagraph": "clause", "clause": "subclause"}
_ROMAN = re.compile(r"[ivx]+")


@dataclass(slots=True)
class _Open:
    column: int
    draft: Draft


def nest(lines: list[Line], text: str) -> None:
    """Give the drafts of `lines` the provisions that the lines begin."""
    for _, group in groupby(lines, key=lambda line: id(line.draft)):
        own = list(group)
        _nest_one(own[0].draft, own, text)


def _nest_one(draft: Draft, lines: list[Line], text: str) -> None:
    notes, draft.children = draft.children, []
    stack: list[_Open] = []
    quote: list[_Open] | None = None
    depth = 0
    for index, line in enumerate(lines):
        start = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
        words = text[start : line.end]
        opened = _QUOTED.match(words)
        own = _OWN.match(words) if index == 0 and draft.level == "section" else None
        if quote is None and opened is not None and own is None:
            quote, depth = [], 0
        active = stack if quote is None else quote
        base = draft if quote is None or not stack else stack[-1].draft
        at = (own or opened).end() if own or opened else 0
        _place(active, base, line, start + at, text, quoted=quote is not None, split=quote is not None or draft.level != "section")
        for opener in (*stack, *(quote or ())):
            opener.draft.end = line.end
        if quote is None:
            depth = 0
        depth += words.count("“") - words.count("”")
        if quote is None and depth > 0:
            quote = []
        elif quote is not None and depth <= 0:
            quote = None
    for note in notes:
        _hang(draft, note)


def _place(
    stack: list[_Open], base: Draft, line: Line, at: int, text: str, *, quoted: bool, split: bool
) -> None:
    """Open what the line begins at `at`; close what it leaves. `split`: a bare `1.` numbers, too."""
    marks = _marks(text, at, line.end, split=split)
    if not marks:
        while stack and line.indent and stack[-1].column > line.indent:
            stack.pop()
        return
    column = line.indent - _STEP * (len(marks) - 1)
    while stack and stack[-1].column >= column:
        stack.pop()
    for offset, (start, end, number) in enumerate(marks):
        parent = stack[-1].draft if stack else base
        level = _level(number, parent.level, first=not stack and quoted)
        begin = line.start if offset == 0 and not quoted else start
        new = Draft(level, begin, line.end, number, (start, end), quoted=quoted and not stack)
        parent.children.append(new)
        stack.append(_Open(column + _STEP * offset, new))


def _marks(text: str, at: int, end: int, *, split: bool) -> list[tuple[int, int, str]]:
    found = []
    if split and (bare := _OWN.match(text, at, end)):
        number = bare.group().strip()
        found.append((at, at + len(number), number))
        at = bare.end()
    while (mark := _BRACKETED.match(text, at, end)) is not None:
        found.append((at, mark.end(1) + 1, f"({mark[1]})"))
        at = mark.end()
    return found


def _level(number: str, parent: str, *, first: bool) -> str:
    if number.endswith("."):
        return "paragraph" if parent == "schedule" else "section"
    if not first and parent in _BELOW:
        return _BELOW[parent]
    bare = number.strip("()")
    if bare[0].isdigit():
        return "subparagraph" if parent == "schedule" else "subsection"
    if bare.isupper():
        return "clause" if _ROMAN.fullmatch(bare.lower()) else "subclause"
    return "subparagraph" if _ROMAN.fullmatch(bare) and first and bare != "v" and bare != "x" else "paragraph"


def _hang(draft: Draft, note: Draft) -> None:
    """Put a note into the innermost provision that it stands in."""
    for child in draft.children:
        if not child.note and child.start <= note.start and note.end <= child.end:
            _hang(child, note)
            return
    draft.children.append(note)
    draft.children.sort(key=lambda d: d.start)
