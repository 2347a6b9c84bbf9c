"""How a section of a federal act, or of the United States Code, lies in running text: "(a) In General.—", "(b)(1)",
items that begin a line each, and words that may follow a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.amendments.markers import Marker
from corpus.amendments.model import Step
from corpus.amendments.refusal import Refusal
from corpus.amendments.traditions.british_layout import BritishText
from corpus.model import Provision, Span

__all__ = ["AmericanText"]

_CHAIN = re.compile(r"(?:\(\w{1,5}\)\s?)+$")
_ENDS = re.compile(r"(?:[.;:,—–]|--|-|(?<!\w)(?:and|or))[”\"’']*\s*$")
_HEADED = re.compile(r"\s?[A-Z“‘\"'$][^\n—]{0,200}?\.(?:—|--)\s?$")


@dataclass(frozen=True, slots=True)
class AmericanText(BritishText):
    """`caption` is the pattern of the heading behind a number: "(a) In General.—"."""

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
        return Provision(
            id="",
            level=self.level,
            num=_plain(text[start:end]),
            cite="",
            heading=words,
            span=_stripped(text, 0, len(text)),
            children=below,
            num_span=Span(start, end),
            heading_span=heading if words else None,
        )

    def _body(self, text: str, end: int, line: int) -> int:
        """Where the words behind the number and its heading begin; the heading is the rest of the number's line."""
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

    def _items(self, text: str, start: int, end: int, top: int, *, begun: bool = False) -> tuple[Provision, ...]:
        units = super(AmericanText, self)._items(text, start, end, top, begun=begun)
        return tuple(self._captioned(unit, text) for unit in units)

    def _captioned(self, unit: Provision, text: str) -> Provision:
        """The unit with the headings behind its number and those of the units in it."""
        children = tuple(self._captioned(child, text) for child in unit.children)
        unit = replace(unit, children=children)
        if unit.num_span is None:
            return unit
        stop = min([unit.span.end, *(c.span.start for c in children)])
        match = re.compile(self.caption).match(text, unit.num_span.end, stop)
        if match is None:
            return unit
        return replace(unit, heading=match["heading"], heading_span=Span(*match.span("heading")))

    def _may_open(self, text: str, marker: Marker, start: int) -> bool:
        """Whether a provision can begin here: on a line of its own, behind another number or a heading; in running text
        behind a sign or a conjunction."""
        after = text[marker.end : marker.end + 1]
        if after and not (after.isspace() or after in "(—“‘\"'["):
            return False
        chain = _CHAIN.search(text, 0, marker.start)
        begin = chain.start() if chain else marker.start
        before = text[:begin]
        line = before[before.rfind("\n") + 1 :]
        if not before.strip() or not line.strip(' \t\u00a0*>“"-'):
            return True
        if chain and text[begin - 1 : begin].isalnum():
            return False
        if "\n" in text:
            last = re.search(r"(?:^|\n)[\s>*“\"-]*(?:\(\w{1,5}\)\s?)+(?P<rest>[^\n]*)$", before)
            return last is not None and (not last["rest"].strip() or _HEADED.match(last["rest"]) is not None)
        return _ENDS.search(before) is not None or self._heading_behind(before)

    def _heading_behind(self, before: str) -> bool:
        """Whether running text ends in a section's heading, which no sign closes."""
        return re.compile(self.number).match(before) is not None and re.search(r"[.;:—]\s|\(", before[20:]) is None


def _plain(number: str) -> str:
    return re.sub(r"[‐-―]", "-", number).strip(". ")


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ".—–#*"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
