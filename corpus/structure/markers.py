"""Numbers of items: candidates at the start of lines and inside them. Which of them are numbers, `lists` decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.structure.grammar import Tradition
from corpus.structure.numbers import clean, kinds
from corpus.structure.view import View

__all__ = ["Marker", "find"]

_T = r"[^\W\d_]{1,3}(?:[.\-]?\d{1,2})?|\d{1,3}(?:[.\-‐‑]\d{1,3}){0,2}[^\W\d_]{0,2}|[ivxlcIVXLC]{1,7}(?:\.\d+)?"
_START = re.compile(
    rf"""
      \(\s?(?P<paren>{_T})\s?\)
    | (?P<degree>\d{{1,3}})\s?[°º](?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies))?[.)]?(?=\s|$|[^\W\d])
    | (?P<dash>[IVXL]{{1,6}}(?:\s?(?:bis|ter|quater)|\s[A-Z])?)\s?\.?\s?[—–-]+\s?(?=\S)
    | (?P<half>{_T}(?:\.{_T})?)\)(?=\s|$|\S)
    | (?P<dot>\d{{1,3}}(?:[.\-]\d{{1,3}}){{0,2}}[^\W\d_]{{0,2}}|[a-zа-я]|[A-Z]|[IVX]{{1,5}})(?:\.|।)(?=\s|$|[—–-]|[^\W\d])(?!\w\.)
    """,
    re.X,
)
_INLINE = re.compile(
    rf"(?P<before>[\s—–\-;:,.»”\"\]])(?:\(\s?(?P<paren>{_T})\s?\)|(?P<half>[^\W\d_]|\d{{1,2}})\)(?=\s)|(?P<degree>\d{{1,2}})\s?°\)?(?=\s))"
)
_OPENING_QUOTES = "“„«\"‘"
_TERMINAL = re.compile(r"(?:[;:.,—–]|[—–-]{1,2}|_{2,})\s*(?:(?:and|or|et|ou|und|oder|en|of|y|o|и|или|та|або)\s*(?:[—–-]\s*)?)?$", re.I)
_INTRO = re.compile(r"(?:[:—–]|--|-|_{2,})\s*$")
_JOIN = re.compile(r"[;,]\s*(?:and|or|et|ou|und|oder|sowie|en|of|y|o|e|и|или|либо|та|або|и/или)\s*[—–:-]?\s*$", re.I)


@dataclass(slots=True)
class Marker:
    """A candidate: `start` to `end` of the view with its brackets and stops, `token` the number as cited.

    `strength` is 3 after a blank line, 2 at the start of a line, 1 inside one after a stop, 0 inside a clause;
    `fresh` says that a block without a number stands between this and the marker before.
    """

    start: int
    end: int
    num: tuple[int, int]
    form: str
    token: str
    kinds: tuple[str, ...]
    strength: int
    intro: bool = False
    chained: bool = False
    fresh: bool = False
    line: int = -1


def find(view: View, first: int, last: int, start: int, tradition: Tradition, holes: list[tuple[int, int]]) -> list[Marker]:
    """The markers of the lines `first` to `last` (exclusive), from `start` on, outside `holes` (sorted)."""
    found: list[Marker] = []
    text = view.text
    plain = 0
    for index in range(first, last):
        line = view.lines[index]
        at = max(line.start, start)
        if at >= line.end or _in_hole(holes, at):
            continue
        count = len(found)
        at = _at_line_start(view, index, at, found, start)
        if len(found) > count:
            found[count].fresh = plain > 0
            plain = 0
        elif line.first or line.end - line.start > 200:
            plain += 1
        _inside(text, at, line.end, found, tradition, holes, index)
    return found


def _in_hole(holes: list[tuple[int, int]], at: int) -> bool:
    return any(a <= at < b for a, b in holes)


def _at_line_start(view: View, index: int, at: int, found: list[Marker], body: int) -> int:
    """Markers at the start of a line, one after the other (`1. (a)`); returns where the text begins."""
    text, line = view.text, view.lines[index]
    strength = 3 if line.first or at == body else 2
    chained = False
    if text[at : at + 2] in ("- ", "– ", "• ", "_ ") and _START.match(text, at + 2, line.end):
        at += 2
    while at < line.end:
        if text[at] in _OPENING_QUOTES + "[ —–" and (lead := re.compile(r"(?:\d{0,2}\[|[“„«\"‘]|[\s.]|[—–-])*").match(text, at, line.end)):
            at = lead.end()
        marker = _marker(text, at, line.end, strength, raised=line.raised and not chained)
        if marker is None:
            break
        marker.chained = chained
        marker.line = index
        marker.intro = bool(_INTRO.search(text[max(0, at - 12) : at].rstrip()))
        found.append(marker)
        chained = True
        at = marker.end
        while at < line.end and text[at].isspace():
            at += 1
    return at


def _marker(text: str, at: int, end: int, strength: int, raised: bool) -> Marker | None:
    if raised and (bare := re.compile(r"(\d{1,2}(?:bis|ter|quater)?)\s+").match(text, at, end)):
        return Marker(at, bare.end(), bare.span(1), "raised", bare[1], ("decimal",), strength)
    match = _START.match(text, at, end)
    if match is None:
        return None
    form = match.lastgroup or ""
    printed = match[form]
    token = clean(printed)
    if form == "half" and "(" in text[at : match.end()]:
        return None
    if form == "dot" and match.end() < end and text[match.end()].isalpha() and text[match.end()].islower():
        return None
    found = kinds(token)
    if form == "dash":
        found = ("ROMAN",)
    if form == "dot" and found == ("letter",) and printed.isupper():
        return None
    return Marker(at, match.end(), match.span(form), form, token, found, strength) if found else None


def _inside(
    text: str, start: int, end: int, found: list[Marker], tradition: Tradition, holes: list[tuple[int, int]], index: int
) -> None:
    previous = found[-1].end if found else -1
    for match in _INLINE.finditer(text, start, end):
        form = match.lastgroup or ""
        at = match.start() + 1
        if _in_hole(holes, at):
            continue
        lead = text[max(start, at - 40) : at].rstrip()
        chained = previous == at or text[previous:at].isspace() and found[-1].end == previous and found[-1].strength < 2
        strength = 1 if _TERMINAL.search(lead) or not lead else 0
        if not chained and strength == 0 and tradition.before and tradition.before.match(lead):
            continue
        if not chained and strength == 1 and lead[-1:] == "," and _reference_list(text, at, match.end(), end):
            continue
        if tradition.before and _JOIN.search(lead) is None and tradition.before.match(lead):
            continue
        token = clean(match[form])
        span = match.span(form)
        intro = bool(_INTRO.search(lead))
        marker = Marker(at, match.end(), span, form, token, kinds(token), strength, intro, chained, line=index)
        if marker.kinds:
            found.append(marker)
            previous = marker.end


def _reference_list(text: str, at: int, after: int, end: int) -> bool:
    """`(1), (2) and (3)`: a number right after another one's comma is a reference."""
    before = text[max(0, at - 8) : at].rstrip(" ,")
    return before.endswith(")") and re.search(r"\(\s?\w{1,5}\s?\)$", before) is not None
