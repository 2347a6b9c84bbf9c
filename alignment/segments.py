"""Segments: a unit cut into sentences and defined terms, each with its role in the statute.

Segmenting comes before looking for cues (`docs/method.md`): the same word means one thing in the basic offence and
another in an aggravation, a definition or a rule on consent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from alignment.units import Unit
from corpus.model import Provision
from kb.cues import Cues

__all__ = ["Role", "Segment", "defines_trafficking", "only_raises", "segments"]


class Role(StrEnum):
    BASIC = "basic"
    AGGRAVATED = "aggravated"
    DEFINITION = "definition"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """`start` to `end` of a unit's text. `term` is what a definition defines, `child` that it is of children only."""

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
    """The segments of a unit, in order; together they cover its body."""
    paragraphs = {unit.body, *_paragraphs(unit, cues), *_inline(unit)}
    every = {*paragraphs, *_sentences(unit), *_definitions(unit, cues), *_statements(unit, cues)}
    cuts = sorted(c for c in every if c >= unit.body)
    found: list[Segment] = []
    for start, end in zip(cuts, [*cuts[1:], len(unit.text)], strict=True):
        if unit.text[start:end].strip():
            segment = _segment(unit, cues, start, end)
            joined = start not in paragraphs or cues.term("refers_back").match(_NUMBER.sub("", segment.text, count=1))
            if found and joined and _only_penalty(segment, cues):
                segment = replace(segment, role=_penalised(found[-1]), child=found[-1].child)
            elif _raises(segment, found, cues):
                segment = replace(segment, role=Role.AGGRAVATED)
            found.append(segment)
    return found


def _raises(segment: Segment, before: list[Segment], cues: Cues) -> bool:
    """Whether a sentence that only raises a penalty stands after the penalty of the offence."""
    penalty = cues.term("penalty")
    return only_raises(segment, cues) and any(penalty.search(s.text) for s in before if s.role is Role.BASIC)


def only_raises(segment: Segment, cues: Cues) -> bool:
    """Whether a sentence gives a penalty and has neither an offender nor acts of its own."""
    subject = cues.terms.get("subject")
    if segment.role is not Role.BASIC or subject is None or subject.search(segment.text) or _acts(segment.text, cues):
        return False
    return cues.term("penalty").search(segment.text) is not None


def defines_trafficking(segment: Segment, cues: Cues) -> bool:
    """Whether the segment defines trafficking, not a victim of it or a committee against it."""
    named = cues.term("trafficking").search(segment.term)
    if cues.term("trafficking_term").fullmatch(segment.term):  # a bare "traffics" may be of drugs
        named = named or cues.term("person").search(segment.text) or cues.term("child").search(segment.text)
    return segment.role is Role.DEFINITION and bool(named) and not cues.term("neighbour").search(segment.term)


def _only_penalty(segment: Segment, cues: Cues) -> bool:
    """Whether a sentence gives the penalty for what the sentence before it says ("It is punished by …")."""
    text = segment.text
    return (
        segment.role is Role.BASIC
        and bool(cues.term("penalty").search(text))
        and not (_acts(text, cues) or cues.term("child").search(text) or cues.term("trafficking").search(text))
    )


def _penalised(before: Segment) -> Role:
    return Role.AGGRAVATED if before.role is Role.AGGRAVATED else Role.BASIC


def _paragraphs(unit: Unit, cues: Cues) -> list[int]:
    """Where numbered parts begin that are statements of their own, not the items of a sentence that goes on."""
    cuts: list[int] = []

    def visit(provision: Provision, start: int) -> None:
        below = [(unit.starts[c.id], c) for c in provision.children if c.id in unit.starts]
        if not below:
            return
        first = below[0][0]
        goes_on = any(cues.term(t).search(unit.folded[start:first]) for t in _GOES_ON)
        opening = sum(_OPENING.match(unit.text, at) is not None for at, _ in below)
        terms = any(_defined(unit.folded[at : at + _HEAD], cues) for at, _ in below)
        own = _closed(unit.text, first) or (not goes_on and (terms or 2 * opening > len(below)))
        for at, child in below:
            if own or _closed(unit.text, at):
                cuts.append(at)
                visit(child, at)

    visit(unit.provision, 0)
    return cuts


_HEAD = 120  # code points in which an item of a list of terms defines its own

# An item that begins with a capital or a quotation mark, after its number.
_OPENING = re.compile(r"[\W\d_]*(?:\(?\w{1,4}\)\s*)?[*\s]*[\"'`“„«‘]*[^\W\d_a-zа-яёіїєґà-ÿ]")

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


_ITEM = re.compile(r"(?<=[;.:]) (?:\w{2,4} )?\(?[^\W\d_]\) ")


def _statements(unit: Unit, cues: Cues) -> list[int]:
    """Where an item rules on consent, or on means against children: a statement of its own in whatever list."""
    starts = sorted({*(m.start() + 1 for m in _ITEM.finditer(unit.text)), *unit.starts.values()})
    cuts: list[int] = []
    for start, end in pairwise([*starts, len(unit.text)]):
        text = unit.folded[start:end]
        no_means = cues.term("child_no_means").search(text) and cues.term("child").search(text)
        if no_means or _on_consent(text, cues):
            cuts += [start, end]
    return cuts


def _sentences(unit: Unit) -> list[int]:
    return [m.end() for m in _SENTENCE.finditer(unit.text)] + [
        m.end() for m in _LINE.finditer(unit.text) if unit.text[m.start() - 1] == "."
    ]


def _definitions(unit: Unit, cues: Cues) -> list[int]:
    """Where a defined term begins at the start of a line or after a semicolon, full stop or dash."""
    starts = {_after_separator(unit.text, m.start()) for p in cues.define for m in p.finditer(unit.folded)}
    return [s for s in starts if not s or _BEFORE_TERM.search(unit.text[max(0, s - 6) : s])]


def _after_separator(text: str, at: int) -> int:
    match = _SEPARATOR.match(text, at)
    return match.end() if match else at


_SEPARATOR = re.compile(r"[;.:)\s]*")
_BEFORE_TERM = re.compile(r"(?:[.;:—–\n,-]|\bor|\band|\d\)|\))\W*$")


def _segment(unit: Unit, cues: Cues, start: int, end: int) -> Segment:
    text = unit.folded[start:end]
    if _on_consent(text, cues):
        return Segment(unit, start, end, Role.CONSENT, child=_about_child(text, cues))
    term = _defined(text, cues) or _explained(text, cues)
    if term:
        return Segment(unit, start, end, Role.DEFINITION, term, _about_child(text, cues))
    heading = unit.heading
    if _aggravates(text, cues) or cues.term("aggravating_heading").search(heading):
        return Segment(unit, start, end, Role.AGGRAVATED, child=_about_child(text, cues))
    child = _about_child(heading, cues) or _about_child(text, cues)
    return Segment(unit, start, end, Role.BASIC, child=child)


def _on_consent(text: str, cues: Cues) -> bool:
    """Whether a sentence sets consent aside and is no offence that mentions it in passing."""
    if not (cues.term("consent").search(text) and cues.term("consent_irrelevant").search(text)):
        return False
    threatens = cues.penalties is not None and any(kind.search(text) for kind in cues.penalties.kinds.values())
    return not threatens and _acts(text, cues) < 2


_FORMS = tuple(f"purpose.{f}" for f in ("sexual", "forced_labour", "slavery", "servitude", "organs", "begging"))
_START = 70  # code points in which a sentence names its subject


def _explained(text: str, cues: Cues) -> str:
    """The word for exploitation, where a sentence opens with it and goes on to forms of it, whatever the verb."""
    head = _NUMBER.sub("", text, count=1)
    named = cues.term("exploitation").search(head)
    if named is None or named.start() > _START or _acts(text, cues) or cues.term("penalty").search(text):
        return ""
    forms = sum(cues.element(code).search(head) is not None for code in _FORMS)
    return named[0] if forms >= 2 else ""


def _aggravates(text: str, cues: Cues) -> bool:
    """Whether the text opens as an aggravation, or holds one and repeats none of the acts."""
    if cues.term("aggravation").search(_NUMBER.sub("", text, count=1)):
        return True
    return _acts(text, cues) < 2 and bool(cues.term("aggravation_inside").search(text))


def _acts(text: str, cues: Cues) -> int:
    return sum(
        bool(cues.element(f"act.{a}").search(text)) for a in ("recruitment", "transportation", "harbouring", "receipt")
    )


def _defined(text: str, cues: Cues) -> str:
    """The term that the text defines, if it opens with a definition; "" otherwise."""
    for pattern in cues.define:
        match = pattern.search(text)
        if match and match.start() < 90:
            return next((g for g in match.groupdict().values() if g), match[0]).strip()
    return ""


def _about_child(text: str, cues: Cues) -> bool:
    """Whether only children are meant: a word for them before the purpose, "other than a child" and such aside."""
    purpose = cues.term("purpose").search(text)
    head = cues.term("child_excluded").sub(" ", text[: purpose.start()] if purpose and purpose.start() > 20 else text)
    return bool(cues.term("child").search(head)) and not cues.term("women").search(head)
