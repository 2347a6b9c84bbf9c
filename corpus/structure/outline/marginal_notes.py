"""Marginal notes in plain text: a section's heading in a column of its own, left of the text.

Acts in the British manner print it so, and plain text made from their pages keeps the columns by blanks::

    Sinking a       12.—(1) Nobody shall sink
    raft.           a raft.
"""

from __future__ import annotations

import re

from palermo.corpus.structure.lines.lines import Line, Lines

__all__ = ["read_margins"]

_NUMBER = r"\d{1,4}[A-Z]{0,2}\.(?:[ \t]?[—–-]{0,2}[ \t]?\((?:1|a)\)|[ \t]+[A-Z“\"])"
_NOTE = r"[ \t]{0,3}(?P<note>[A-Z“\"\[(](?:(?![ \t]{3})[^\n])*)"
_OPENS = re.compile(rf"{_NOTE}[ \t]{{3,}}(?P<body>{_NUMBER})")
_GOES_ON = re.compile(r"[ \t]{0,3}(?P<note>\S(?:(?![ \t]{2})[^\n])*)[ \t]{2,}(?P<body>\S)")
_WIDEST = 60  # columns that a marginal note takes up
_LEAST = 2  # sections with a note beside them that make it the text's manner


def read_margins(view: Lines, text: str) -> None:
    """Let the lines of `view` begin behind their marginal notes and know where those are; `text` is the source.

    Lines that hold nothing but the end of a note are left out of the view's lines.
    """
    if not view.cut:
        return
    begins = [text.rfind("\n", 0, view.origin(line.start)) + 1 for line in view.lines]
    found = {i: m for i, at in enumerate(begins) if (m := _OPENS.match(text, at)) and m.start("body") - at <= _WIDEST}
    if len(found) < _LEAST:
        return
    alone: set[int] = set()
    for index, match in found.items():
        column = match.start("body") - begins[index]
        notes = [_set(view, index, match)]
        for after in range(index + 1, len(view.lines)):
            if view.lines[after].first or after in found:
                break
            begin, end = begins[after], view.source(view.lines[after].start, view.lines[after].end).end
            if view.origin(view.lines[after].start) - begin >= column - 1:
                continue
            more = _GOES_ON.match(text, begin, end)
            if more is not None and more.start("body") - begin >= column - 1:
                notes.append(_set(view, after, more))
            elif end - begin < column:
                alone.add(after)
                notes.append((view.lines[after].start, view.lines[after].end))
            else:
                break
        view.lines[index].note = _whole(view.text, notes)
    view.lines[:] = [line for i, line in enumerate(view.lines) if i not in alone]


def _set(view: Lines, index: int, match: re.Match[str]) -> tuple[int, int]:
    """Let a line begin behind the note beside it; where the note stands in the view."""
    line: Line = view.lines[index]
    note = (line.start, view.place(match.end("note")))
    line.start = view.place(match.start("body"))
    return note


def _whole(text: str, notes: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The pieces of a note up to the one that ends with a full stop; what follows is the history of the section."""
    for count, (start, end) in enumerate(notes, 1):
        if text[start:end].rstrip().endswith("."):
            return tuple(notes[:count])
    return tuple(notes)
