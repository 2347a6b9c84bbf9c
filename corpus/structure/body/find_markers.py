"""The candidates for numbers of items in part of a text: at the start of its lines and inside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from palermo.corpus.grammar_words import any_word
from palermo.corpus.structure.body.context import ArticleStretch, ParseContext
from palermo.corpus.structure.lines.lines import Line
from palermo.corpus.structure.lines.markers import (
    TOKEN,
    Marker,
    at_line_start,
    definition,
    ends_sentence,
    marker_at,
    opens_sentence,
    quoted_terms,
    set_off,
)
from palermo.corpus.structure.lines.numbers import clean, kinds

__all__ = ["Finder"]

_INLINE = re.compile(
    rf"(?<=[\s—–\-;:,.»”\"\]])(?:\(\s?(?P<paren>{TOKEN})\s?\)(?!\s?[,;](?!\s?\())|(?P<half>[^\W\d_]|\d{{1,2}})\)(?=\s)"
    r"|(?P<degree>\d{1,2})\s?°\)?(?=\s))"
)
_LEAD = re.compile(r"(?:<[^<>\n]{3,200}>|[A-Z]?\d{0,3}\[|[“„«\"‘]|[\s_]|[—–-]+(?=\s*[(\d“\"]))*")
_AMENDED = re.compile(r"(?:[A-Z]?\d{0,3}\[\s*)+")  # how revised acts mark inserted words: F1[ or 1[
_DASH = re.compile(r"[—–•-]\s+(?=\S)")
_BEFORE_TERM = re.compile(r"(?:[;:.—–\])]|-|__+)\s*$")
_NUMBER_BEFORE = re.compile(r"\(\s?\w{1,4}\s?\)\s*\[?\s*$")
_FILLER = re.compile(r"[\s.()—–‒―\-“„«»\"'‘’:\[\]_*•\d]*")
_FLUSH_AFTER = re.compile(r"[;,.—–-]\s*[”\"»]?\s*$")
_CITED = re.compile(r"\s\d+[A-Za-z]{0,2}(?:[.-]\d+)*\s*(?:\(\s?\w{1,4}\s?\)\s*)*$")
_INTRO = re.compile(r"(?:[:—–]|--|-|_{2,})\s*$")
_LISTED = re.compile(r"\(\s?\w{1,5}\s?\),$")


class Finder:
    """Finds the markers of a stretch of the text, outside `holes` (sorted)."""

    def __init__(self, reading: ParseContext, stretch: ArticleStretch, holes: list[tuple[int, int]]) -> None:
        self.text = reading.view.text
        self.lines = reading.view.lines
        self.tradition = reading.tradition
        self.habits = reading.habits
        self.stretch = stretch
        self.holes = holes
        self.found: list[Marker] = []

    def find(self) -> list[Marker]:
        """The markers in order."""
        fresh = False
        begin = before = self.stretch.start
        for index in self.stretch.lines:
            line = self.lines[index]
            at = max(line.start, begin)
            if at >= line.end or self._in_hole(at):
                continue
            count = len(self.found)
            rest = self._at_start(line, index, at)
            if len(self.found) > count:
                self.found[count].fresh = fresh
                fresh = False
            elif line.first or not self.habits.wrapped:
                fresh = fresh or self._new_block(at, self.text[max(begin, before - 14) : before])
            before = line.end
            self._inside(line, index, rest)
        before = begin
        for marker in self.found:
            marker.lead = not _FILLER.fullmatch(self.text, before, marker.start)
            before = marker.end
        return self.found

    def _new_block(self, position: int, tail: str) -> bool:
        """Whether a line without a number is a sentence of its own, or flush text that ends the items before it."""
        if opens_sentence(self.text[position]):
            return ends_sentence(tail)
        return not self.habits.loose and bool(_FLUSH_AFTER.search(tail))

    def _in_hole(self, position: int) -> bool:
        index = bisect_right(self.holes, (position, 1 << 60)) - 1
        return position >= self.stretch.end or (index >= 0 and self.holes[index][0] <= position < self.holes[index][1])

    def _at_start(self, line: Line, index: int, position: int) -> int:
        """Find the markers at the start of a line, one after the other (`1. (a)`); returns where the text begins."""
        text = self.text
        strength = 3 if line.first or position == self.stretch.start else 2
        amended = _AMENDED.match(text, position, line.end)
        term = definition(text, amended.end() if amended else position, line.end, self.tradition)
        term = term or set_off(text, position, line, self.tradition)
        if term is None and (strength < 3 or self.habits.loose):
            if self._runs_on(position):
                strength = 0
            if self._refers(position):
                return position
        chained = False
        while position < line.end:
            begin = position
            marker = None if chained else term
            if marker is None:
                marker = self._next(line, position, raised=line.raised and not chained)
            if marker is None and not chained and (dash := _DASH.match(text, begin, line.end)):
                marker = definition(text, dash.end(), line.end, self.tradition)
                marker = marker or Marker(begin, dash.end(), (begin, begin), "indent", "", ("indent",))
            if marker is None or self._in_hole(marker.start) or (marker.form == "sign" and self.tradition.signs):
                return begin
            marker.strength, marker.line, marker.chained = strength, index, chained
            marker.intro = bool(_INTRO.search(text[max(0, begin - 12) : begin].rstrip()))
            self.found.append(marker)
            chained = True
            position = marker.end
            while position < line.end and text[position].isspace():
                position += 1
            if marker.form in ("definition", "indent"):
                return position
        return position

    def _next(self, line: Line, position: int, *, raised: bool) -> Marker | None:
        """The number at `position`, dashes, quotation marks and brackets of amended words before it left out."""
        dashed = self.text[position] in "-–—•" and self.text[position + 1 : position + 2] == " "
        if dashed and at_line_start(self.text, position + 2, line.end, dashes=True):
            position += 2
        lead = _LEAD.match(self.text, position, line.end)
        return marker_at(self.text, lead.end() if lead else position, line.end, raised=raised)

    def _refers(self, position: int) -> bool:
        """Whether the words before make the number at the start of a line a reference."""
        tail = self.text[max(self.stretch.start, position - 40) : position].rstrip()
        before = self.tradition.before
        return before is not None and bool(before.match(tail)) and not _joins(tail)

    def _runs_on(self, position: int) -> bool:
        """Whether the line before stops in mid-sentence, so that a number here is hardly one (`de TRES` / `(3) a
        SEIS`).
        """
        tail = self.text[max(self.stretch.start, position - 60) : position].rstrip()
        line = tail.rpartition("\n")[2]
        return len(line) >= 20 and line[-1].islower() and not _joins(line)

    def _inside(self, line: Line, index: int, start: int) -> None:
        """Find the markers inside a line from `start` on, those that are plainly references left out."""
        last = self.found[-1] if self.found else None
        fresh: list[Marker] = []
        for match in _INLINE.finditer(self.text, start, line.end):
            form = match.lastgroup or ""
            at = match.start()
            token = clean(match[form])
            found = kinds(token)
            if not found or self._in_hole(at):
                continue
            lead = self.text[max(start, at - 40) : at].rstrip()
            chained = last is not None and not self.text[last.end : at].strip() and last.strength < 2
            strength = 1 if _conjunctions().after_stop.search(lead) or not lead else 0
            if not chained and self._referred(lead, strength):
                continue
            last = Marker(at, match.end(), match.span(form), form, token, found, strength, index, chained=chained)
            last.intro = bool(_INTRO.search(lead))
            fresh.append(last)
        if line.end - start > 120 and self.tradition.definition:
            fresh += self._definitions(index, start, line.end)
            fresh.sort(key=lambda m: m.start)
        self.found += fresh

    def _referred(self, lead: str, strength: int) -> bool:
        """Whether the words before a number inside a line make it a reference (`section 5 (1)`, `points (a), (b)`)."""
        before = self.tradition.before
        number = _CITED.search(lead)
        if before is not None and number is not None and before.match(lead[: number.start()]):
            return True
        if strength and lead[-1:] == "," and _LISTED.search(lead):
            return True
        return before is not None and _conjunctions().joint.search(lead) is None and bool(before.match(lead))

    def _definitions(self, index: int, start: int, end: int) -> Iterator[Marker]:
        """Definitions inside a line."""
        at = start
        while (match := quoted_terms().search(self.text, at, end)) is not None:
            begin = match.start()
            at = begin + 1
            lead = self.text[max(start, begin - 12) : begin]
            if self._in_hole(begin) or not _BEFORE_TERM.search(lead) or _NUMBER_BEFORE.search(lead):
                continue
            marker = definition(self.text, begin, end, self.tradition)
            if marker is not None:
                marker.line = index
                at = marker.end
                yield marker


def _joins(tail: str) -> bool:
    """Whether words end with an and or an or."""
    known = _conjunctions()
    return known.last.search(tail, max(0, len(tail) - known.longest)) is not None


class _Conjunctions(NamedTuple):
    """Patterns of what words end with: `last` is a conjunction of at most `longest` code points, `after_stop` a stop
    and perhaps one, `joint` a comma or semicolon and one."""

    last: re.Pattern[str]
    longest: int
    after_stop: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def _conjunctions() -> _Conjunctions:
    known = any_word(lambda words: words.conjunctions.between_items)
    stop = r"(?:[;:.,—–*]|[—–-]{1,2}|_{2,}|[\])])"
    return _Conjunctions(
        last=re.compile(rf"(?<!\w)(?:{known})$", re.I),
        longest=max(map(len, known.split("|"))),
        after_stop=re.compile(rf"{stop}\s*(?:(?:{known})\s*(?:[—–-]\s*)?)?$", re.I),
        joint=re.compile(rf"[;,]\s*(?:{known})\s*[—–:-]?\s*$", re.I),
    )
