"""Numbers of items: candidates at the start of lines and inside them. Which of them number something, `lists` decides."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.grammar import Tradition
from corpus.structure.numbers import clean, kinds
from corpus.structure.view import Line

__all__ = ["Hole", "Marker", "at_line_start", "ends_sentence", "find", "opens_sentence"]

Hole = tuple[int, int]

_TOKEN = (
    r"[^\W\d_]{1,3}(?:[.\-]?\d{1,2})?|\d{1,3}(?:[.\-‐‑]\d{1,3}){0,2}[^\W\d_]{0,2}"
    r"|[ivxlcIVXLC]{1,7}(?:\.\d+)?|[^\W\d_]\.[^\W\d_]"
)
_ORDER = r"(?:\s?(?:bis|ter|quater|quinquies|sexies|septies|octies))?"
_START = re.compile(
    rf"""
      \(\s?(?P<paren>{_TOKEN})\s?\)
    | (?P<degree>\d{{1,3}})\s?[°º]{_ORDER}[.)]?(?=\s|$|[^\W\d])
    | (?P<dash>[IVXL]{{1,6}}(?:\s?(?:bis|ter|quater)|\s[A-Z])?)\s?\.?\s?[—–-]+\s?(?=\S)
    | §\s?(?P<sign>\d{{1,2}})(?:er|bis|ter|quater|/\d)?[.)]?(?=\s)
    | (?P<half>{_TOKEN})\)(?=\s|$|\S)
    | (?P<dot>\d{{1,3}}(?:[.\-]\d{{1,3}}){{0,2}}[^\W\d_]{{0,2}}|[a-zа-я]|[A-Z]|[IVX]{{1,5}})
      (?:\.|।)(?=\s|$|[—–-]|[^\W\d])(?!\w\.)
    """,
    re.X,
)
_INLINE = re.compile(
    rf"(?<=[\s—–\-;:,.»”\"\]])(?:\(\s?(?P<paren>{_TOKEN})\s?\)|(?P<half>[^\W\d_]|\d{{1,2}})\)(?=\s)"
    r"|(?P<degree>\d{1,2})\s?°\)?(?=\s))"
)
_RAISED = re.compile(r"(\d{1,2}(?:bis|ter|quater)?)\s+(?=[^a-zа-яà-ÿ])")
_LEAD = re.compile(r"(?:[A-Z]?\d{0,3}\[|[“„«\"‘]|[\s_]|[—–-]+(?=\s*[(\d“\"]))*")
_AMENDED = re.compile(r"(?:[A-Z]?\d{0,3}\[\s*)+")  # how revised acts mark inserted words: F1[ or 1[
_DASH = re.compile(r"[—–•-]\s+(?=\S)")
_TERM = re.compile(
    r"[“„«\"‘']\s*[^“”„«»\"\n]{1,90}?\s*[”“»\"’'](?:\s*(?:,|or|and|means)?\s*[“„«\"‘']\s*[^“”„«»\"\n]{1,90}?\s*[”“»\"’'])*"
)
_BEFORE_TERM = re.compile(r"(?:[;:.—–\])]|-|__+)\s*$")
_NUMBER_BEFORE = re.compile(r"\(\s?\w{1,4}\s?\)\s*\[?\s*$")
_AND = r"and|or|et|ou|und|oder|sowie|en|of|y|o|e|и|или|либо|та|або|и/или|dan|atau|a|alebo|nebo|ali|ja|või|un|vai|ir|arba|ar|и|или|και|ή|და|ან"
_FILLER = re.compile(r"[\s.()—–‒―\-“„«»\"'‘’:\[\]_*•\d]*")
_FLUSH_AFTER = re.compile(r"[;,.—–-]\s*[”\"»]?\s*$")
_CITED = re.compile(r"\s\d+[A-Za-z]{0,2}(?:[.-]\d+)*\s*(?:\(\s?\w{1,4}\s?\)\s*)*$")
_CONJUNCTION = re.compile(rf"(?<!\w)(?:{_AND})$", re.I)
_TERMINAL = re.compile(rf"(?:[;:.,—–*]|[—–-]{{1,2}}|_{{2,}}|[\])])\s*(?:(?:{_AND})\s*(?:[—–-]\s*)?)?$", re.I)
_SENTENCE_END = re.compile(r"[.!?;…।∙·]\s*[”\"»’')\]]*\s*(?:<\*>|\((?:\*+|\d)\)\s*)*\s*[\d*]*\s*$")
_INTRO = re.compile(r"(?:[:—–]|--|-|_{2,})\s*$")
_JOIN = re.compile(rf"[;,]\s*(?:{_AND})\s*[—–:-]?\s*$", re.I)


@dataclass(slots=True)
class Marker:
    """A candidate: `start` to `end` of the view with its brackets and stops, `token` the number as cited.

    `strength` is 3 after a blank line, 2 at the start of a line, 1 inside one after a stop, 0 inside a clause; `intro` says
    that the words before announce a list, `chained` that another marker stands directly before, `fresh` that a sentence
    without a number, or flush text, stands in a block of its own between this and the marker before, `lead` that any text does.
    """

    start: int
    end: int
    num: tuple[int, int]
    form: str
    token: str
    kinds: tuple[str, ...]
    strength: int
    line: int
    intro: bool = False
    chained: bool = False
    fresh: bool = False
    lead: bool = False


def opens_sentence(char: str) -> bool:
    """Whether a block that begins so begins a sentence: a capital, an opening mark, or a letter of a script without case."""
    return char.isupper() or char in "“„«\"‘'¿¡[" or (char.isalpha() and not char.islower())


def ends_sentence(tail: str) -> bool:
    """Whether words that end so end a sentence or a clause of a list."""
    return bool(_SENTENCE_END.search(tail))


def at_line_start(text: str, at: int, end: int) -> bool:
    """Whether a number of an item stands at `at`."""
    match = _START.match(text, at, end)
    return match is not None and match.lastgroup != "dash"


def find(
    text: str,
    lines: Sequence[Line],
    span: tuple[int, int],
    start: int,
    tradition: Tradition,
    holes: list[Hole],
    *,
    wrapped: bool = False,
    loose: bool = False,
) -> list[Marker]:
    """The markers of the lines `span` (first, last exclusive), from `start` of the view on, outside `holes` (sorted).

    `wrapped` says that lines are broken at a fixed width; `loose` that blank lines stand inside sentences, too.
    """
    found: list[Marker] = []
    fresh = False
    before = start
    for index in range(*span):
        line = lines[index]
        at = max(line.start, start)
        if at >= line.end or _in_hole(holes, at):
            continue
        count = len(found)
        begin = at
        at = _from_line_start(text, line, index, at, start, found, tradition, holes, loose=loose)
        if len(found) > count:
            found[count].fresh = fresh
            fresh = False
        elif line.first or not wrapped:
            fresh = fresh or _new_block(text, begin, text[max(start, before - 14) : before], loose=loose)
        before = line.end
        _inside(text, at, line.end, index, found, tradition, holes)
    before = start
    for marker in found:
        marker.lead = not _FILLER.fullmatch(text, before, marker.start)
        before = marker.end
    return found


def _new_block(text: str, at: int, tail: str, *, loose: bool) -> bool:
    """Whether a line without a number is a sentence of its own, or flush text that ends the items before it."""
    if opens_sentence(text[at]):
        return ends_sentence(tail)
    return not loose and bool(_FLUSH_AFTER.search(tail))


def _in_hole(holes: list[Hole], at: int) -> bool:
    index = bisect_right(holes, (at, 1 << 60)) - 1
    return index >= 0 and holes[index][0] <= at < holes[index][1]


def _from_line_start(
    text: str,
    line: Line,
    index: int,
    at: int,
    body: int,
    found: list[Marker],
    tradition: Tradition,
    holes: list[Hole],
    *,
    loose: bool,
) -> int:
    """Markers at the start of a line, one after the other (`1. (a)`); returns where the text begins."""
    strength = 3 if line.first or at == body else 2
    amended = _AMENDED.match(text, at, line.end)
    begin = amended.end() if amended else at
    term = _definition(text, begin, line.end, tradition) or _set_off(text, at, line, tradition)
    if term is None and (strength < 3 or loose):
        if _runs_on(text, at, body):
            strength = 0
        tail = text[max(body, at - 40) : at].rstrip()
        if tradition.before and tradition.before.match(tail) and not _CONJUNCTION.search(tail):
            return at
    chained = False
    while at < line.end:
        begin = at
        term = None if chained else term
        if text[at] in "-–—•" and text[at + 1 : at + 2] == " " and _START.match(text, at + 2, line.end):
            at += 2
        if term is None and (lead := _LEAD.match(text, at, line.end)):
            at = lead.end()
        marker = term or _marker(text, at, line.end, strength, index, raised=line.raised and not chained)
        if marker is not None and marker.form == "sign" and tradition.signs:
            return begin
        if marker is None and not chained and (dash := _DASH.match(text, begin, line.end)):
            term = _definition(text, dash.end(), line.end, tradition)
            marker = term or Marker(begin, dash.end(), (begin, begin), "indent", "", ("indent",), strength, index)
        if marker is None or _in_hole(holes, marker.start):
            return begin
        marker.strength, marker.line, marker.chained = strength, index, chained
        marker.intro = bool(_INTRO.search(text[max(0, begin - 12) : begin].rstrip()))
        found.append(marker)
        chained = True
        at = marker.end
        while at < line.end and text[at].isspace():
            at += 1
        if marker.form in ("definition", "indent"):
            return at
    return at


def _runs_on(text: str, at: int, body: int) -> bool:
    """Whether the line before stops in mid-sentence, so that a number here is hardly one (`de TRES` / `(3) a SEIS`)."""
    tail = text[max(body, at - 60) : at].rstrip()
    line = tail.rpartition("\n")[2]
    return len(line) >= 20 and line[-1].islower() and not _CONJUNCTION.search(line)


def _marker(text: str, at: int, end: int, strength: int, line: int, *, raised: bool) -> Marker | None:
    if raised and (bare := _RAISED.match(text, at, end)):
        return Marker(at, bare.end(), bare.span(1), "raised", bare[1], ("decimal",), strength, line)
    match = _START.match(text, at, end)
    if match is None:
        return None
    form = match.lastgroup or ""
    printed = match[form]
    token = clean(printed)
    after = text[match.end() : match.end() + 1]
    if form == "dot" and after.islower():
        return None
    found = ("ROMAN",) if form == "dash" else kinds(token)
    if form == "dot" and len(printed) > 1 and printed.isalpha():
        found = ("ROMAN",)
    return Marker(at, match.end(), match.span(form), form, token, found, strength, line) if found else None


def _definition(text: str, at: int, end: int, tradition: Tradition) -> Marker | None:
    """A term in quotation marks with the verb of a definition near behind it."""
    if tradition.definition is None or (match := _TERM.match(text, at, end)) is None:
        return None
    clause = text[match.end() : min(end, match.end() + 160)]
    verb = tradition.definition.search(clause)
    if verb is None or re.search(r"[;.“”\"«»]", clause[: verb.start()]):
        return None
    return Marker(at, match.end(), (at, at), "definition", "", ("definition",), 1, -1)


def _set_off(text: str, at: int, line: Line, tradition: Tradition) -> Marker | None:
    """A term set in italics or bold at the start of a line, with the verb of a definition near behind it."""
    if tradition.definition is None or not (line.italic or line.strong) or not text[at].isalpha() or at != line.start:
        return None
    clause = text[at : min(line.end, at + 160)]
    verb = tradition.definition.search(clause)
    if verb is None or verb.start() < 2 or re.search(r"[;:.]", clause[: verb.start()]):
        return None
    return Marker(at, at + verb.start(), (at, at), "definition", "", ("definition",), 1, -1)


def _inside(
    text: str, start: int, end: int, line: int, found: list[Marker], tradition: Tradition, holes: list[Hole]
) -> None:
    """Markers inside a line, those that are plainly references left out."""
    last = found[-1] if found else None
    fresh: list[Marker] = []
    for match in _INLINE.finditer(text, start, end):
        form = match.lastgroup or ""
        at = match.start()
        if _in_hole(holes, at):
            continue
        lead = text[max(start, at - 40) : at].rstrip()
        between = text[last.end : at] if last is not None else "x"
        chained = last is not None and not between.strip() and last.strength < 2
        strength = 1 if _TERMINAL.search(lead) or not lead else 0
        if not chained:
            if _cites(lead, tradition):
                continue
            if strength and lead[-1:] == "," and re.search(r"\(\s?\w{1,5}\s?\),$", lead):
                continue
            if tradition.before and _JOIN.search(lead) is None and tradition.before.match(lead):
                continue
        token = clean(match[form])
        found_kinds = kinds(token)
        if not found_kinds:
            continue
        last = Marker(at, match.end(), match.span(form), form, token, found_kinds, strength, line, chained=chained)
        last.intro = bool(_INTRO.search(lead))
        fresh.append(last)
    if tradition.definition and end - start > 120:
        fresh += _inline_definitions(text, start, end, line, tradition, holes)
        fresh.sort(key=lambda m: m.start)
    found += fresh


def _cites(lead: str, tradition: Tradition) -> bool:
    """Whether the words before are a reference with its number (`section 5 (1)`)."""
    number = _CITED.search(lead)
    return number is not None and tradition.before is not None and bool(tradition.before.match(lead[: number.start()]))


def _inline_definitions(
    text: str, start: int, end: int, line: int, tradition: Tradition, holes: list[Hole]
) -> list[Marker]:
    out: list[Marker] = []
    at = start
    while (match := _TERM.search(text, at, end)) is not None:
        begin = match.start()
        at = begin + 1
        lead = text[max(start, begin - 12) : begin]
        if _in_hole(holes, begin) or not _BEFORE_TERM.search(lead) or _NUMBER_BEFORE.search(lead):
            continue
        marker = _definition(text, begin, end, tradition)
        if marker is not None:
            marker.line = line
            out.append(marker)
            at = marker.end
    return out
