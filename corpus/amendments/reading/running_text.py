"""The structure of one section given as running text, with its line breaks or without them.

A section is `[heading] number [subsections]`, a subsection `[heading] (n) text`; a heading has no number to show where
it begins, so it begins where the sentence before it ends. Where that cannot be told, nothing is called a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from palermo.corpus.amendments.model import Step
from palermo.corpus.amendments.provision_layout import read_unit
from palermo.corpus.amendments.reading.definitions import GLOSSARY, definitions
from palermo.corpus.amendments.reading.inline_numbers import InlineNumber, InlineNumbers
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.provision_tree import shifted
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["RunningText"]

_SENTENCE_END = re.compile(rf"[.;:!?][”\"’»)]*(?=\s)|{GLOSSARY}(?=\s)|\](?=\s)|\n")
_NUMBER = re.compile(r"(?<!\S)(?P<num>\d+(?:\.\d+)*)(?=\s+(?:\((?:0\.)?1[).]|[^\Wa-z\d_]|[\[“«\"]|$))")
_MAX_HEADING = 200  # code points: longer ones are sentences


@dataclass(frozen=True, slots=True)
class RunningText:
    """The layout of a tradition: `level` is the section's, `marks` are those below it, from the outermost in;
    `abbreviations` end in a full stop that ends no sentence, `meaning` stands between a defined term and what it means
    (patterns)."""

    marks: InlineNumbers
    level: str
    abbreviations: str
    meaning: str
    conjunctions: frozenset[str]

    @property
    def levels(self) -> tuple[str, ...]:
        return tuple(rung.level for rung in self.marks.rungs)

    @property
    def closed(self) -> frozenset[str]:
        return frozenset({self.marks.rungs[0].level})

    @property
    def ranges(self) -> bool:
        return True

    @property
    def rereads(self) -> bool:
        return False

    def section(self, text: str, number: str | None) -> Provision | None:
        """The section that `text` is, the one with `number` where it is known; None where no number is found."""
        found = _number(text, number)
        if found is None:
            return None
        place, span = Span(*found), Span(0, len(text)).trimmed(text)
        heading, below = _worded(text, 0, place.start), self._items(text, place.end, len(text.rstrip()), 0)
        return read_unit(text, self.level, text[slice(*place)], span, number=place, heading=heading, children=below)

    def sections(self, text: str, numbers: Sequence[str]) -> tuple[Provision, ...]:
        """The sections with these numbers that `text` consists of, in order; those that are not found are left out."""
        at = 0
        cuts: list[int] = []
        for number in numbers:
            found = _number(text, number, at)
            if found is not None:
                cuts.append(_heading(text, at, InlineNumber(number, *found, ()), self.abbreviations) if cuts else 0)
                at = found[1]
        parts = zip(cuts, [*cuts[1:], len(text)], strict=True)
        made = [(a, self.section(text[a:b], None)) for a, b in parts]
        return tuple(shifted(unit, a) for a, unit in made if unit is not None)

    def units(self, text: str, start: int, end: int, level: str) -> tuple[Provision, ...]:
        """The units in `text[start:end]`, of which the first is of `level` with whatever number; () where it is not."""
        if level == "definition":
            inside = self._items(text, start, end, 1)
            return (Provision("", level, "", "", "", Span(start, end).trimmed(text), inside),)
        rung = self.marks.rung(level)
        return self._items(text, start, end, rung, begun=True) if rung is not None else ()

    def sentences(self, text: str, start: int, end: int) -> list[int]:
        ends = re.compile(r"[.!?][”\"’»)]*(?=\s+[^\Wa-z\d_])").finditer(text, start, end)
        return [m.end() for m in ends if not _abbreviated(text, m.start(), self.abbreviations)]

    def counted(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        start = node.num_span.end if node.num_span else node.span.start
        if step.level == "alinea":
            if "\n" not in text:
                raise Refusal("the text has no line breaks: where its alinéas begin cannot be told")
            cuts = [start, *(m.start() for m in re.finditer(r"\n", text[: node.span.end]) if m.start() >= start)]
        elif step.level == "sentence":
            if any(c.span.start > start for c in node.children):
                raise Refusal("sentences of a provision with numbered parts are not counted")
            cuts = [start, *self.sentences(text, start, node.span.end)]
        else:
            return None
        spans = (Span(a, b).trimmed(text) for a, b in pairwise([*cuts, node.span.end]))
        return [s for s in spans if s.start < s.end]

    def definitions(self, text: str, node: Provision) -> list[Span]:
        return definitions(node, text, self.meaning)

    def _items(self, text: str, start: int, end: int, top: int, *, begun: bool = False) -> tuple[Provision, ...]:
        """The numbered units in `text[start:end]` from the rung `top` in; headings only over those of rung 0."""
        markers = self.marks.find(text, start, end)
        floors = [start, *(m.end for m in markers)]  # a heading never goes back beyond the number before
        floor = dict(zip(markers, floors, strict=False))
        placed = self.marks.climb([m for m in markers if self._may_open(text, m, floor[m])], text, top, begun=begun)
        starts = [_heading(text, floor[m], m, self.abbreviations) if rung == 0 else m.start for m, rung in placed]
        return _nest(text, list(zip(placed, starts, strict=True)), end, self.marks)

    def _may_open(self, text: str, marker: InlineNumber, start: int) -> bool:
        """True if the words around allow a unit: no sign of a list after the number, a sentence's end before a (2)."""
        after = text[marker.end : marker.end + 1]
        if after and not after.isspace():
            return False
        if 0 not in marker.rungs:
            return True
        if not re.match(r"\s+[^\Wa-z_]|\s+[\[“«\"(—]|\s*$", text[marker.end : marker.end + 3]):
            return False
        before = text[start : marker.start].rstrip()
        return not before or before[-1] in ".:;])”»" or _heading(text, start, marker, self.abbreviations) < marker.start


def _nest(
    text: str, placed: list[tuple[tuple[InlineNumber, int], int]], end: int, marks: InlineNumbers
) -> tuple[Provision, ...]:
    out: list[Provision] = []
    at = 0
    while at < len(placed):
        (marker, rung), begin = placed[at]
        after = at + 1
        while after < len(placed) and placed[after][0][1] > rung:
            after += 1
        stop = placed[after][1] if after < len(placed) else end
        num = marker.num + (f"-{marker.through}" if marker.through else "")
        span, number = Span(begin, stop).trimmed(text), Span(marker.start, marker.end)
        heading, below = _worded(text, begin, marker.start), _nest(text, placed[at + 1 : after], stop, marks)
        out.append(read_unit(text, marks.rungs[rung].level, num, span, number=number, heading=heading, children=below))
        at = after
    return tuple(out)


def _worded(text: str, start: int, end: int) -> Span | None:
    """The words there; None where there are none."""
    span = Span(start, end).trimmed(text)
    return span if span.start < span.end else None


def _heading(text: str, start: int, marker: InlineNumber, abbreviations: str) -> int:
    """The start of the heading before the marker: after the last end of a sentence; the marker's start where none is.

    Nothing before `start` is looked at; where no sentence ends behind it, what stands there may be a heading.
    """
    floor = max(start, marker.start - _MAX_HEADING)
    ends = [
        m for m in _SENTENCE_END.finditer(text, floor, marker.start) if not _abbreviated(text, m.start(), abbreviations)
    ]
    line = text.rfind("\n", floor, marker.start)
    if line >= 0 and not text[line : marker.start].strip():
        return _line_above(text, floor, line, marker.start)
    for end in reversed(ends):
        at = _word(text, end.end(), marker.start)
        if at < marker.start and text[end.start()] == ":" and text[at].islower():
            continue  # a colon inside the heading
        return at if at < marker.start and _begins(text[at]) else marker.start
    at = _word(text, floor, marker.start)
    return at if floor == start and at < marker.start and _begins(text[at]) else marker.start


def _line_above(text: str, floor: int, line: int, start: int) -> int:
    """In a text with line breaks a heading is the line before the number's, if that is no sentence's end."""
    before = text[floor:line].rstrip()
    at = floor + before.rfind("\n") + 1
    at = _word(text, at, line)
    if not before or before[-1] in ".;,:—" or at >= line or not _begins(text[at]):
        return start
    return at


def _word(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _begins(char: str) -> bool:
    return char.isupper() or char in '“«"['


def _abbreviated(text: str, position: int, abbreviations: str) -> bool:
    return re.search(rf"(?<!\w)(?:{abbreviations})$", text[max(0, position - 12) : position + 1]) is not None


def _number(text: str, number: str | None, start: int = 0) -> tuple[int, int] | None:
    """The place where the section's number stands behind `start`: the one asked for, or the first that may be one."""
    limit = len(text) if start else _MAX_HEADING * 2
    found = [m.span("num") for m in _NUMBER.finditer(text, start, limit) if number in (None, m["num"])]
    numbered = [span for span in found if re.match(r"\s+\(1\)", text[span[1] : span[1] + 6])]
    return next(iter(numbered or found), None)
