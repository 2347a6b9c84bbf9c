"""Layout of sections of federal acts and the United States Code in running text: "(a) In General.—", "(b)(1)",
items that begin a line each, and words that may follow a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palermo.corpus.amendments.model import Step
from palermo.corpus.amendments.provision_layout import read_unit
from palermo.corpus.amendments.reading.inline_numbers import InlineNumber
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.traditions.us_eu.parts_layout import ClausalText, trimmed, wrapped
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["AmericanText"]

_CAPTION = 150  # code points: longer lines are sentences
_CHAIN = re.compile(r"(?:\(\w{1,5}\)\s?)+$")
_ENDS = re.compile(r"(?:[.;:,—–]|--|-|(?<!\w)(?:and|or))[”\"’']*\s*$")
_HEADED = re.compile(r"\s?[A-Z“‘\"'$][^\n—]{0,200}?\.(?:—|--)\s?$")


@dataclass(frozen=True, slots=True)
class AmericanText(ClausalText):
    """`number` is the pattern of a section's number (its group `num`), `caption` is that of the heading behind a
    number: "(a) In General.—" (its group `heading`)."""

    number: str
    caption: str

    def section(self, text: str, number: str | None) -> Provision | None:
        """The section that `text` is: its number, its heading, and what is below them."""
        found = self._number(text, number)
        if found is None:
            return None
        start, end = found
        line = text.find("\n", end)
        body = self._body(text, end, line)
        below = self._items(text, body, len(text.rstrip()), 0)
        heading = _stripped(text, end, body)
        if line < 0 and below:
            heading = _stripped(text, end, below[0].span.start)
            words = text[slice(*heading)]
            if len(words) > 200 or (words.endswith(("—", ":", ",", "--")) or re.search(r"\.\s", words[:-1])):
                heading = Span(end, end)
        words = text[slice(*heading)].rstrip(".—–- ")
        heading = Span(heading.start, heading.start + len(words))
        span, titled = _stripped(text, 0, len(text)), heading if words else None
        num, place = _plain(text[start:end]), Span(start, end)
        return read_unit(text, self.level, num, span, number=place, heading=titled, children=below)

    def _body(self, text: str, end: int, line: int) -> int:
        """The offset where the words behind the number and its heading begin; the heading is the rest of the number's
        line."""
        if line < 0:
            return end
        rest = text[end:line].strip()
        first = re.match(r"[.\s]*\(\w{1,4}\)", text[end:line])
        if first or not text[line:].strip() or re.search(r"[,;:—]$|\b(?:shall|means|may)\b", rest):
            return end
        return line

    def _number(self, text: str, number: str | None, start: int = 0) -> tuple[int, int] | None:
        for match in re.compile(self.number).finditer(text, start, len(text) if start else 400):
            if number is None or _plain(match["num"]).casefold() == number.casefold():
                return match.span("num")
        return None

    def counted(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        """Sentences; of a new one (no number) only the place is asked for."""
        if step.level != "sentence":
            return None
        start = max(s.end for s in (Span(node.span.start, node.span.start), node.num_span, node.heading_span) if s)
        start += len(text[start : node.span.end]) - len(text[start : node.span.end].lstrip(" \n.—–-"))
        if not step.num:
            return [Span(start, node.span.end)]
        if node.children:
            raise Refusal("sentences of a provision with numbered parts are not counted")
        cuts = [start, *self.sentences(text, start, node.span.end), node.span.end]
        spans = (_stripped(text, a, b) for a, b in pairwise(cuts))
        return [s for s in spans if s.start < s.end]

    def _told(self, unit: Provision, text: str) -> Provision:
        """The unit with the heading behind its number: "(a) In General.—", or a line of its own."""
        told = super(AmericanText, self)._told(unit, text)
        if told.num_span is None:
            return told
        stop = min([told.span.end, *(c.span.start for c in told.children)])
        match = re.compile(self.caption).match(text, told.num_span.end, stop)
        heading = Span(*match.span("heading")) if match else self._line(text, told.num_span.end, told.span.end)
        return told if heading is None else replace(told, heading=text[slice(*heading)], heading_span=heading)

    def _line(self, text: str, start: int, end: int) -> Span | None:
        """The rest of the number's line, if it is a heading: more follows, and no sign ends it."""
        stop = text.find("\n", start, end)
        span = trimmed(text, start, max(start, stop))
        words = text[slice(*span)]
        plain = words[:1].isupper() and len(words) < _CAPTION and words[-1] not in ".;:,—-" and ". " not in words
        return span if stop >= 0 and plain and not wrapped(text) and not words.endswith((" and", " or")) else None

    def _last_end(self, text: str, last: Provision, among: Sequence[Provision]) -> int:
        """With its line, or the one below its heading, or with its own last part; further lines are its own where all
        that are listed are sentences."""
        start = last.num_span.end if last.num_span else last.span.start
        body = trimmed(text, max(start, last.heading_span.end if last.heading_span else 0), last.span.end)
        line = text.find("\n", last.children[-1].span.end if last.children else body.start, body.end)
        while line >= 0 and not self._closes(text, line):
            line = text.find("\n", line + 1, body.end)
        if line < 0:
            return last.span.end
        others = [text[slice(*sibling.span)].rstrip()[-1:] for sibling in among[:-1]]
        sentences = bool(others) and set(others) == {"."} and text[:line].rstrip().endswith(".")
        return last.span.end if sentences or last.level == self.levels[0] else line

    def _may_open(self, text: str, marker: InlineNumber, start: int) -> bool:
        """True if a provision can begin here: on a line of its own, behind another number or a heading; in running text
        behind a sign or a conjunction."""
        after = text[marker.end : marker.end + 1]
        if after and not (after.isspace() or after in "(—“‘\"'["):
            return False
        chain = _CHAIN.search(text, 0, marker.start)
        begin = chain.start() if chain else marker.start
        before = text[:begin]
        line = before[before.rfind("\n") + 1 :]
        starts_line = not line.strip(' \t\u00a0*>“"-')
        if (start <= begin and not text[start:begin].strip()) or (starts_line and self._closes(text, begin)):
            return True
        if chain and text[begin - 1 : begin].isalnum():
            return False
        if "\n" in text:
            last = re.search(r"(?:^|\n)[\s>*“\"-]*(?:\(\w{1,5}\)\s?)+(?P<rest>[^\n]*)$", before)
            return last is not None and (not last["rest"].strip() or _HEADED.match(last["rest"]) is not None)
        return _ENDS.search(before) is not None or self._heading_behind(before)

    def _heading_behind(self, before: str) -> bool:
        """True if running text ends in a section's heading, which no sign closes."""
        return re.compile(self.number).match(before) is not None and re.search(r"[.;:—]\s|\(", before[20:]) is None


def _plain(number: str) -> str:
    return re.sub(r"[‐-―]", "-", number).strip(". ")


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ".—–#*"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
