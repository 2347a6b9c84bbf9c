"""Segments: a unit cut into sentences and defined terms, each with its role in the statute.

Segmenting comes before looking for cues (`docs/method.md`): the same word means one thing in the basic offence and
another in an aggravation, a definition or a rule on consent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from alignment.units import Unit
from corpus.model import Provision
from kb.cues import Cues

__all__ = ["Role", "Segment", "segments"]


class Role(StrEnum):
    BASIC = "basic"
    AGGRAVATED = "aggravated"
    DEFINITION = "definition"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """`start` to `end` of a unit's text. `term` is what a definition defines; `child` that it is about children only."""

    unit: Unit
    start: int
    end: int
    role: Role
    term: str = ""
    child: bool = False

    @property
    def text(self) -> str:
        return self.unit.folded[self.start : self.end]


_SENTENCE = re.compile(r"(?<=[^\W\d]{3})[.!?][\"')\]»”’]*[ \n]+(?=[\"'“„«‘(]?[^\W\d_a-zа-яёіїєґà-ÿ])")
_LINE = re.compile(r"(?<=[.;])\n+")
_INLINE = re.compile(r"(?:(?<=[.;:)—–-] )|(?<=^)|(?<=\n))\((\d{1,3}(?:\.\d+)?)\) ")
_NUMBER = re.compile(r"^\W*(?:\d+[.)°\\-]*\W*|\(\w{1,4}\)\W*|[a-zа-я]\)\W*)*")


def segments(unit: Unit, cues: Cues) -> list[Segment]:
    """The segments of a unit, in order; together they cover its text."""
    cuts = sorted({0, *_paragraphs(unit, cues), *_inline(unit), *_sentences(unit), *_definitions(unit, cues)})
    ends = [*cuts[1:], len(unit.text)]
    return [_segment(unit, cues, s, e) for s, e in zip(cuts, ends, strict=True) if unit.text[s:e].strip()]


def _paragraphs(unit: Unit, cues: Cues) -> list[int]:
    """Where numbered parts begin that are statements of their own, not the items of a sentence that goes on."""
    cuts: list[int] = []

    def visit(provision: Provision, start: int) -> None:
        below = [(unit.starts[c.id], c) for c in provision.children if c.id in unit.starts]
        if not below:
            return
        chapeau = unit.folded[start : below[0][0]]
        own = _closed(unit.text, below[0][0]) or not any(cues.term(t).search(chapeau) for t in _GOES_ON)
        for at, child in below:
            if own or _closed(unit.text, at):
                cuts.append(at)
                visit(child, at)

    visit(unit.provision, 0)
    return cuts


# A chapeau that holds one of these needs its items to make a sentence; "In this Act:" does not.
_GOES_ON = ("penalty", "aggravation", "aggravation_inside", "means_intro", "exploitation", "trafficking")


def _closed(text: str, at: int) -> bool:
    """Whether the text before `at` has come to an end there."""
    before = text[:at].rstrip()
    return not before or before[-1] in '.!?»”"]' or bool(re.search(r"[.!?]\W{0,3}$", before[-4:]))


def _inline(unit: Unit) -> list[int]:
    """Where "(1) … (2) …" inside a line count on from one another."""
    cuts: list[int] = []
    expected = 1.0
    for match in _INLINE.finditer(unit.text):
        number = float(match[1])
        if number == 1 or expected - 1 < number <= expected:
            cuts.append(match.start())
            expected = int(number) + 1
    return cuts


def _sentences(unit: Unit) -> list[int]:
    return [m.end() for m in _SENTENCE.finditer(unit.text)] + [
        m.end() for m in _LINE.finditer(unit.text) if unit.text[m.start() - 1] == "."
    ]


def _definitions(unit: Unit, cues: Cues) -> list[int]:
    """Where a defined term begins at the start of a line or after a semicolon, full stop or dash."""
    starts = [m.start() for pattern in cues.define for m in pattern.finditer(unit.folded)]
    return [
        s for s in starts if not s or re.search(r"(?:[.;:—–\n,]|\bor|\band|\d\)|\))\W*$", unit.text[max(0, s - 6) : s])
    ]


def _segment(unit: Unit, cues: Cues, start: int, end: int) -> Segment:
    text = unit.folded[start:end]
    if cues.term("consent").search(text) and cues.term("consent_irrelevant").search(text):
        return Segment(unit, start, end, Role.CONSENT, child=_about_child(text, cues))
    term = _defined(text, cues)
    if term:
        return Segment(unit, start, end, Role.DEFINITION, term, _about_child(text, cues))
    heading = unit.heading
    if _aggravates(text, cues) or cues.term("aggravating_heading").search(heading):
        return Segment(unit, start, end, Role.AGGRAVATED, child=_about_child(text, cues))
    child = _about_child(heading, cues) or _about_child(text, cues)
    return Segment(unit, start, end, Role.BASIC, child=child)


def _aggravates(text: str, cues: Cues) -> bool:
    """Whether the text opens as an aggravation, or holds one and repeats none of the acts."""
    if cues.term("aggravation").search(_NUMBER.sub("", text, count=1)):
        return True
    acts = sum(
        bool(cues.element(f"act.{a}").search(text)) for a in ("recruitment", "transportation", "harbouring", "receipt")
    )
    return acts < 2 and bool(cues.term("aggravation_inside").search(text))


def _defined(text: str, cues: Cues) -> str:
    """The term that the text defines, if it opens with a definition; "" otherwise."""
    for pattern in cues.define:
        match = pattern.search(text)
        if match and match.start() < 90:
            return next((g for g in match.groupdict().values() if g), match[0]).strip()
    return ""


def _about_child(text: str, cues: Cues) -> bool:
    """Whether only children are meant: a word for them before the purpose, once "other than a child" and the like are out."""
    purpose = cues.term("purpose").search(text)
    head = cues.term("child_excluded").sub(" ", text[: purpose.start()] if purpose and purpose.start() > 20 else text)
    return bool(cues.term("child").search(head))
