"""Layout of sections of British acts in running text: the number first or behind the heading, terms in quotation
marks, and words that may follow a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palermo.corpus.amendments.operations.list_punctuation import UNOWNED
from palermo.corpus.amendments.provision_layout import read_unit
from palermo.corpus.amendments.reading.inline_numbers import InlineNumbers
from palermo.corpus.amendments.reading.running_text import RunningText
from palermo.corpus.amendments.traditions.british.schedules import SCHEDULE, schedule
from palermo.corpus.amendments.traditions.british.words import words
from palermo.corpus.amendments.working_text.provision_tree import shifted
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["BritishText"]

_SCHEDULE = re.compile(rf"\s*(?P<name>{SCHEDULE})(?=\s|$)", re.I)
_BODY = re.compile(r"\s?[—–]|\s?-?\s?\(1\)")
# What India, Pakistan and Bangladesh put below a section, or below one of its subsections; it says of which it speaks.
_BELOW = re.compile(
    r"(?:\n[\s*_>]*|(?<=[.;:”\"])\s+)"
    r"(?=(?:Explanation|Illustration|Exception)s?(?:[ -]?(?:\d+|[IVX]+))?\s?[.:]?\s?[—–:-])"
)
_OF_SECTION = re.compile(r"\bthis section\b")
_OF_SUBSECTION = re.compile(r"\b(?:this|that) sub-?section\b|\b(?:this|that) clause\b")
_TERM = r"(?:(?<=[\s—:(])|^)[“‘\"'](?P<term>[^“”‘\"]{1,120}?)\s?[”’\"']"


@dataclass(frozen=True, slots=True)
class BritishText(RunningText):
    """`number` is the pattern of a section's number (its group `num`), `scheduled` the numbers in a schedule."""

    number: str
    scheduled: InlineNumbers

    def section(self, text: str, number: str | None) -> Provision | None:
        """The section that `text` is. A heading stands before its number or between that and the first subsection."""
        found = self._number(text, number)
        if found is None:
            return None
        start, end = found
        dash = re.compile(r"\s?[—–-]").match(text, end)
        below = self._items(text, dash.end() if dash else end, len(text.rstrip()), 0)
        below = _owned(below, text)
        above = Span(0, start).trimmed(text)
        heading = above if above.start < above.end else self._behind(text, end, below)
        num, span = re.sub(r"\W+$", "", text[start:end]), Span(0, len(text)).trimmed(text)
        return read_unit(text, self.level, num, span, number=Span(start, end), heading=heading, children=below)

    def sections(self, text: str, numbers: Sequence[str]) -> tuple[Provision, ...]:
        at = 0
        cuts: list[int] = []
        for number in numbers:
            found = self._number(text, number, at)
            if found is not None:
                cuts.append(found[0] if cuts else 0)
                at = found[1]
        made = [(a, self.section(text[a:b], None)) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
        return tuple(shifted(unit, a) for a, unit in made if unit is not None)

    def units(self, text: str, start: int, end: int, level: str) -> tuple[Provision, ...]:
        """The units; in a schedule those that its own numbering has, a bare number or "(1)"."""
        opens = re.compile(r"\s*(?:\d|\(\d)").match(text, start, end)
        if opens is not None and level in ("paragraph", "subparagraph"):
            return self._within(text, start, end, level)
        return super(BritishText, self).units(text, start, end, level)

    def annex(self, text: str, number: str) -> Provision | None:
        """The schedule that `text` is, the one with `number` where that is said."""
        head = _SCHEDULE.match(text)
        if head is None:
            return None
        step = schedule(head["name"])
        line = text.find("\n", head.end())
        begin = re.compile(r"(?m)^\s*(?=\d+[A-Z]{0,2}\.?\s)").search(text, head.end())
        if (number and step.num != number) or line < 0 or begin is None:
            return None
        span = Span(head.start("name"), len(text)).trimmed(text)
        below = self._within(text, begin.end(), len(text.rstrip()), "paragraph")
        return read_unit(text, "schedule", step.num, span, number=Span(*head.span("name")), children=below)

    def _within(self, text: str, start: int, end: int, level: str) -> tuple[Provision, ...]:
        numbers = RunningText(self.scheduled, self.level, self.abbreviations, self.meaning, self.conjunctions)
        rung = self.scheduled.rung(level)
        return tuple(_by_lines(u, text) for u in numbers._items(text, start, end, rung or 0, begun=True))

    def definitions(self, text: str, node: Provision) -> list[Span]:
        """The definitions: each begins with its term in quotation marks, and what it means follows.

        The last one ends before the next subsection, or at the end of its line."""
        known = [c.span for c in node.children if c.level == "definition"]
        if known:
            return known
        begin = node.num_span.end if node.num_span else node.span.start
        stop = min((c.span.start for c in node.children if c.level == self.levels[0]), default=node.span.end)
        pattern = re.compile(rf"{_TERM}{self.meaning}")
        starts = [m.start() for m in pattern.finditer(text, begin, stop) if self._begins(text, m.start(), begin)]
        return [Span(a, b).trimmed(text) for a, b in pairwise([*starts, stop])] if starts else []

    def _begins(self, text: str, position: int, begin: int) -> bool:
        before = text[begin:position].rstrip()
        return not before or before[-1] in "—:;.,-–" or "\n" in text[begin + len(before) : position]

    def _number(self, text: str, number: str | None, start: int = 0) -> tuple[int, int] | None:
        limit = len(text) if start else 400
        found = [
            (m.start("num"), m.end("dot"))
            for m in re.compile(self.number).finditer(text, start, limit)
            if number is None or m["num"].casefold() == number.casefold()
        ]
        lead = [s for s in found if s[0] == start or text[: s[0]].rstrip(" ").endswith("\n")]
        first = next(iter(lead or found), None)
        if first is None:
            return None
        same = [s for s in found if text[slice(*s)].strip(".") == text[slice(*first)].strip(".")]
        again = [s for s in same if _BODY.match(text, s[1]) and not text[: s[0]].rstrip().endswith(words().refers)]
        return next(iter(again), first)  # "5 Enforcement. 5.—(1) An officer…": the number before the heading, and again

    def _behind(self, text: str, end: int, below: tuple[Provision, ...]) -> Span | None:
        """The heading behind the number: a line of its own, or what stands before the first subsection."""
        line = text.find("\n", end)
        first = below[0].span.start if below and below[0].level == self.levels[0] else -1
        stop = line if line >= 0 else first
        if stop < 0:
            return None
        span = Span(end, stop).trimmed(text)
        words = text[span.start : span.end]
        sentence = words.endswith((".", "—", ":", ",", ";")) or not words[:1].isupper()
        return None if span.start >= span.end or sentence else span

    def _items(self, text: str, start: int, end: int, top: int, *, begun: bool = False) -> tuple[Provision, ...]:
        units = super(BritishText, self)._items(text, start, end, top, begun=begun)
        bare = _bare(units, text)
        return tuple(_by_lines(unit, text) for unit in bare) if "\n" in text else bare


def _bare(units: tuple[Provision, ...], text: str) -> tuple[Provision, ...]:
    """The units without headings, which British subsections do not have: what stands before a number ends the unit
    before."""
    out: list[Provision] = []
    for unit in units:
        if unit.num_span is not None and unit.span.start < unit.num_span.start:
            if out:
                out[-1] = replace(out[-1], span=Span(out[-1].span.start, unit.num_span.start).trimmed(text))
            out.append(replace(unit, heading="", heading_span=None, span=Span(unit.num_span.start, unit.span.end)))
        else:
            out.append(unit)
    return tuple(out)


def _owned(units: tuple[Provision, ...], text: str) -> tuple[Provision, ...]:
    """The subsections with what stands below the last of them apart, where it speaks of the section; where it does not
    say of which it speaks, its level is UNOWNED."""
    if not units or units[-1].level != "subsection":
        return units
    last = units[-1]
    found = _BELOW.search(text, last.num_span.end if last.num_span else last.span.start, last.span.end)
    if found is None:
        return units
    words = text[found.end() : last.span.end]
    if _OF_SECTION.search(words):
        level = "explanation"
    elif _OF_SUBSECTION.search(words):
        return units
    else:
        level = UNOWNED
    end = found.start()
    kept = tuple(c for c in last.children if c.span.start < end)
    inner = tuple(replace(c, span=Span(c.span.start, min(c.span.end, end)).trimmed(text)) for c in kept)
    cut = replace(last, span=Span(last.span.start, end).trimmed(text), children=inner)
    note = read_unit(text, level, "", Span(end, last.span.end).trimmed(text))
    return (*units[:-1], cut, note)


def _by_lines(unit: Provision, text: str) -> Provision:
    """The unit with its lists ended where their last line ends: words below them are the parent's."""
    if not unit.children:
        return unit
    inner = [_by_lines(child, text) for child in unit.children]
    last = inner[-1]
    if not last.children and last.num_span is not None:
        body = Span(last.num_span.end, last.span.end).trimmed(text)
        line = text.find("\n", body.start, body.end)
        if line >= 0:
            inner[-1] = replace(last, span=Span(last.span.start, line).trimmed(text))
    elif last.children and last.level != "subsection":
        line = text.find("\n", last.children[-1].span.end, last.span.end)
        if line >= 0:
            inner[-1] = replace(last, span=Span(last.span.start, line).trimmed(text))
    return replace(unit, children=tuple(inner))
