"""Quotations in an amending text: “…”, ‘…’, "…", with the quotations inside of them."""

from __future__ import annotations

import re

from palermo.corpus.amendments.reading.passages import HIDDEN
from palermo.corpus.amendments.traditions.british.words import words
from palermo.corpus.amendments.traditions.clausal.quoting import Quoting
from palermo.corpus.model.text_model import Span

__all__ = ["quotations"]

_OPENS_BEFORE = re.compile(r"(?:^|[\s(\[—–-])$")


def quotations(text: str, known: tuple[Span, ...] = ()) -> Quoting:
    """The outermost quotations of the text; `known` are quoted structures that a reader of the file found: those that
    stand in no marks are quotations, too."""
    pieces: list[str] = []
    inner: dict[int, Span] = {}
    at, broken = 0, None
    while at < len(text):
        start = _next(text, at)
        structure = next((s for s in known if s.start >= at and (start is None or s.start <= start)), None)
        if structure is not None:  # in no marks
            start, end = structure
            inner[start] = structure
        elif start is None:
            break
        else:
            closed = _end(text, start)
            end = len(text) if closed is None else closed
            broken = start if closed is None else None
            inner[start] = Span(start + 1, end) if closed is None else Span(start + 1, end - 1).trimmed(text)
        pieces += [text[at:start], HIDDEN * (end - start)]
        at = end
    return Quoting("".join([*pieces, text[at:]]), inner, broken)


def _next(text: str, position: int) -> int | None:
    for match in re.compile(r"[“‘\"']").finditer(text, position):
        mark, start = match.group(), match.start()
        if mark in '“"' or (
            _OPENS_BEFORE.search(text[max(0, start - 1) : start]) and not text[start + 1 : start + 2].isspace()
        ):
            return start
        if mark == "‘" and re.match(r"\s[“\"]", text[start + 1 : start + 3]):
            return start
    return None


def _end(text: str, start: int) -> int | None:
    """The offset behind the mark that closes the quotation; None where there is none."""
    mark = text[start]
    if mark == "“":
        depth = 0
        for match in re.compile(r"[“”]").finditer(text, start):
            depth += 1 if match.group() == "“" else -1
            if depth == 0:
                return match.end()
        return None
    return _straight(text, start) if mark == '"' else _single(text, start)


def _single(text: str, start: int) -> int | None:
    for match in words().single_ends.finditer(text, start + 1):
        inside = text[start + 1 : match.start()]
        if (
            inside.count("“") == inside.count("”")
            and inside.count('"') % 2 == 0
            and inside.count("‘") <= inside.count("’")
        ):
            return match.end()
    return None


def _straight(text: str, start: int) -> int | None:
    """Straight marks are told apart by the white space beside them; None where that does not tell."""
    depth, opened = 1, start
    at = text.find('"', start + 1)
    while at >= 0:
        before, after = text[at - 1], text[at + 1 : at + 2]
        opens = (before.isspace() or before in "([—–" or at - 1 == opened) and bool(after) and not after.isspace()
        closes = not before.isspace() and at - 1 != opened and (not after or not after.isalnum())
        if opens == closes:
            return None
        depth += 1 if opens else -1
        opened = at if opens else opened
        if depth == 0:
            return at + 1
        at = text.find('"', at + 1)
    return None
