"""Segments: a unit cut into sentences and defined terms, each with its role in the statute.

Segmenting comes before looking for cues (`docs/method.md`): the same word means one thing in the basic offence and
another in an aggravation, a definition or a rule on consent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from palermo.alignment.statute.codes import count_acts, form_codes
from palermo.alignment.statute.glossary import heads
from palermo.alignment.statute.units import Unit
from palermo.corpus.model.text_model import Provision
from palermo.kb.lexicon.cues import Cues

__all__ = ["Segment", "SegmentRole", "defines_trafficking", "only_raises", "segments"]


class SegmentRole(StrEnum):
    BASIC = "basic"
    AGGRAVATED = "aggravated"
    DEFINITION = "definition"
    CONSENT = "consent"
    IMMUNITY = "immunity"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Segment:
    """`start` to `end` of a unit's text. `term` is what a definition defines, `child` that it is of children only."""

    unit: Unit
    start: int
    end: int
    role: SegmentRole
    term: str = ""
    child: bool = False

    @property
    def text(self) -> str:
        return self.unit.folded[self.start : self.end]


_SENTENCE = re.compile(r"(?<=[^\W\d]{3})[.!?][\"')\]»”’¹²³⁰⁴-⁹]*[ \n]+(?=[\"'“„«‘(\[]?[^\W\d_a-zа-яёіїєґәғқңөұүһà-ÿ])")
_LINE = re.compile(r"(?<=[.;])\n+")
_INLINE = re.compile(r"(?:(?<=[.;:)—–-] )|(?<=^)|(?<=\n))\((\d{1,3}(?:\.\d+)?)\) ")
_NUMBER = re.compile(r"^\W*(?:\d+[.)°\\-]*\W*|\(\w{1,4}\)\W*|[a-zа-я]\)\W*|[ivx]{1,5}[.)]\W+)*")


def segments(unit: Unit, cues: Cues) -> list[Segment]:
    """The segments of a unit, in order; together they cover its body.

    A rule on consent among the items of an aggravation is a segment of its own inside that one.
    """
    own, held = _paragraphs(unit, cues)
    items = {*unit.starts.values()} - {*own}
    paragraphs = {unit.body, *own, *(at for at in _inline(unit) if at not in items)}
    statements = _statements(unit, cues)
    headed = heads(unit, cues)
    cuts = sorted(
        c
        for c in {*paragraphs, *headed, *_sentences(unit, held), *_definitions(unit, cues)}
        if c >= unit.body and not any(start < c <= head.text for start, head in headed.items())
    )
    found: list[Segment] = []
    for start, end in zip(cuts, [*cuts[1:], len(unit.text)], strict=True):
        inside = [(max(s, start), min(e, end)) for s, e in statements if s < end and e > start]
        whole = _segment(unit, cues, start, end)
        if start in headed and whole.role is not SegmentRole.DEFINITION:
            term = unit.folded[headed[start].term_start : headed[start].term_end]
            found.append(replace(whole, role=SegmentRole.DEFINITION, term=term))
            continue
        if whole.role is SegmentRole.AGGRAVATED:
            found += [whole, *(x for s, e in inside if (x := _segment(unit, cues, s, e)).role is SegmentRole.CONSENT)]
            continue
        within = sorted({start, end, *(c for pair in inside for c in pair)})
        for piece in pairwise(within):
            if unit.text[slice(*piece)].strip():
                found.append(_in_context(_segment(unit, cues, *piece), found, paragraphs, cues))
                _name(found, cues)
    return found


def _name(found: list[Segment], cues: Cues) -> None:
    """The term that heads a definition, where the sentence below it goes on "the expression means …"."""
    if len(found) < 2 or found[-1].role is not SegmentRole.DEFINITION or count_acts(found[-1].text, cues) < 2:
        return
    head, last = found[-2], found[-1]
    if defines_trafficking(head, cues) and not count_acts(head.text, cues) and not defines_trafficking(last, cues):
        found[-1] = replace(last, term=head.term)


def _in_context(segment: Segment, before: Sequence[Segment], paragraphs: set[int], cues: Cues) -> Segment:
    """The segment with the role that what stands before it gives it: a penalty belongs to its offence."""
    numbered = segment.start in paragraphs
    joined = not numbered or cues.term("refers_back").match(_NUMBER.sub("", segment.text, count=1))
    if before and joined and _only_penalty(segment, cues):
        return replace(segment, role=_penalised(before[-1]), child=before[-1].child)
    if _raises(segment, before, cues):
        return replace(segment, role=SegmentRole.AGGRAVATED)
    if before and before[-1].role is SegmentRole.DEFINITION and not numbered and _extends(segment, cues):
        return replace(segment, role=SegmentRole.DEFINITION, term=before[-1].term)
    return segment


_VERB_BY = 40  # code points in which a sentence that goes on with a definition says "includes"


def _extends(segment: Segment, cues: Cues) -> bool:
    """True if a sentence goes on with the definition before it ("This includes …")."""
    text = segment.text
    basic = segment.role is SegmentRole.BASIC and not cues.term("penalty").search(text)
    return basic and cues.term("open_verb").search(text[:_VERB_BY]) is not None


def _raises(segment: Segment, before: Sequence[Segment], cues: Cues) -> bool:
    """True if a sentence that only raises a penalty stands after the penalty of the offence."""
    penalty = cues.term("penalty")
    return only_raises(segment, cues) and any(penalty.search(s.text) for s in before if s.role is SegmentRole.BASIC)


def only_raises(segment: Segment, cues: Cues) -> bool:
    """True if a sentence gives a penalty and has neither an offender nor acts of its own."""
    subject = cues.terms.get("subject")
    if (
        segment.role is not SegmentRole.BASIC
        or subject is None
        or subject.search(segment.text)
        or count_acts(segment.text, cues)
    ):
        return False
    return cues.term("penalty").search(segment.text) is not None


def defines_trafficking(segment: Segment, cues: Cues) -> bool:
    """True if the segment defines trafficking, not a victim of it or a committee against it."""
    named = cues.term("trafficking").search(segment.term)
    if cues.term("trafficking_term").fullmatch(segment.term):  # a bare "traffics" may be of drugs
        named = named or cues.term("person").search(segment.text) or cues.term("child").search(segment.text)
    return segment.role is SegmentRole.DEFINITION and bool(named) and not cues.term("neighbour").search(segment.term)


def _only_penalty(segment: Segment, cues: Cues) -> bool:
    """True if a sentence gives the penalty for what the sentence before it says ("It is punished by …")."""
    text = segment.text
    return (
        segment.role is SegmentRole.BASIC
        and bool(cues.term("penalty").search(text))
        and not (count_acts(text, cues) or cues.term("child").search(text) or cues.term("trafficking").search(text))
    )


def _penalised(before: Segment) -> SegmentRole:
    return SegmentRole.AGGRAVATED if before.role is SegmentRole.AGGRAVATED else SegmentRole.BASIC


def _paragraphs(unit: Unit, cues: Cues) -> tuple[list[int], list[int]]:
    """Starts of numbered parts: those that are statements of their own, and the items of a sentence that goes on.

    In a list whose items end in full stops a full stop ends an item, not the sentence.
    """
    cuts: list[int] = []
    held: list[int] = []

    def visit(provision: Provision, start: int) -> None:
        below = [(unit.starts[c.id], c) for c in provision.children if c.id in unit.starts]
        if not below:
            return
        first = below[0][0]
        chapeau = unit.text[start:first]
        goes_on = any(cues.term(t).search(unit.folded[start:first]) for t in _GOES_ON)
        opening = sum(_OPENING.match(unit.text, at) is not None for at, _ in below)
        terms = any(_defined(unit.folded[at : at + _HEAD], cues) for at, _ in below)
        listing = chapeau.rstrip().endswith(_GOING_ON)
        defining = listing and not terms and bool(_defined(unit.folded[start:first], cues))
        own = _closed(unit.text, first) or (not (goes_on or defining) and (terms or 2 * opening > len(below)))
        items = [at for at, c in below if c.num]
        stopped = not own and listing and _all_stopped(unit, items, cues)
        for (at, child), before in zip(below, [None, *(c for _, c in below)], strict=False):
            if stopped and child.num:
                held.append(at)
            elif _closed(unit.text, at) or (own and not _item_of(before, child)):
                cuts.append(at)
                visit(child, at)

    visit(unit.provision, 0)
    return cuts, held


def _item_of(before: Provision | None, child: Provision) -> bool:
    """True if a number goes on with that of the provision before it ("2.", "2.1.", "2.2.")."""
    head, dot, _ = child.num.rstrip(".)").rpartition(".")
    return before is not None and bool(dot) and before.num.rstrip(".)").split(".")[0] == head


_GOING_ON = (":", ",", "—", "–", "-")


def _all_stopped(unit: Unit, items: Sequence[int], cues: Cues) -> bool:
    """True if the items of a list, all but the last, end in full stops and are no grades of a penalty."""
    parts = pairwise([*items, len(unit.text)])
    penalties = sum(cues.term("penalty").search(unit.folded, *part) is not None for part in parts)
    return len(items) > 1 and penalties < 2 and all(_closed(unit.text, at) for at in items[1:])


_HEAD = 120  # code points in which an item of a list of terms defines its own

# An item that begins with a capital or a quotation mark, after its number.
_OPENING = re.compile(r"[\W\d_]*(?:\(?\w{1,4}\)\s*)?[*\s]*[\"'`“„«‘]*[^\W\d_a-zа-яёіїєґәғқңөұүһà-ÿ]")

# A chapeau that holds one of these needs its items to make a sentence; "In this Act:" does not.
_GOES_ON = ("penalty", "aggravation", "aggravation_inside", "means_intro", "exploitation", "trafficking")


def _closed(text: str, position: int) -> bool:
    """True if the text before `position` has come to an end there."""
    before = text[:position].rstrip()
    return not before or before[-1] in '.!?»”"]' or bool(re.search(r"[.!?]\W{0,3}$", before[-4:]))


def _inline(unit: Unit) -> list[int]:
    """Positions where "(1) … (2) …" inside a line count on from one another."""
    cuts: list[int] = []
    expected = 1.0
    for match in _INLINE.finditer(unit.text):
        number = float(match[1])
        if number == 1 or expected - 1 < number <= expected:
            cuts.append(match.start())
            expected = int(number) + 1
    return cuts


_ITEM = re.compile(r"(?<=[;.:]) (?:\w{2,4} )?\(?[^\W\d_]\) ")


def _statements(unit: Unit, cues: Cues) -> list[tuple[int, int]]:
    """The items that rule on consent, or on means against children: statements of their own in whatever list."""
    starts = sorted({*(m.start() + 1 for m in _ITEM.finditer(unit.text)), *unit.starts.values()})
    found: list[tuple[int, int]] = []
    for start, stop in pairwise([*starts, len(unit.text)]):
        sentence = _SENTENCE.search(unit.text, start + _NUMERAL, stop)
        end = sentence.end() if sentence else stop
        text = unit.folded[start:end]
        no_means = cues.term("child_no_means").search(text) and cues.term("child").search(text)
        if no_means or _on_consent(text, cues):
            found.append((start, end))
    return found


def _sentences(unit: Unit, held: Sequence[int]) -> list[int]:
    """Positions where sentences end, but not before an item that is `held` in its sentence, nor after a bare number."""
    ends = [m.end() for m in _SENTENCE.finditer(unit.text)] + [
        m.end() for m in _LINE.finditer(unit.text) if unit.text[m.start() - 1] == "."
    ]
    numbers = {at for start in unit.starts.values() for at in range(start + 1, start + _NUMERAL)}
    return [e for e in ends if e not in held and not (e in numbers and _bare_number(unit, e))]


_NUMERAL = 12  # code points that a number takes at most, with its marks


def _bare_number(unit: Unit, end: int) -> bool:
    start = max(s for s in unit.starts.values() if s < end)
    return len(unit.text[start:end].split()) == 1


def _definitions(unit: Unit, cues: Cues) -> list[int]:
    """Spans of defined terms that begin at the start of a line or after a semicolon, full stop or dash."""
    starts = {_after_separator(unit.text, m.start()) for p in cues.define for m in p.finditer(unit.folded)}
    return [s for s in starts if not s or _BEFORE_TERM.search(unit.text[max(0, s - 6) : s])]


def _after_separator(text: str, position: int) -> int:
    match = _SEPARATOR.match(text, position)
    return match.end() if match else position


_SEPARATOR = re.compile(r"[;.:)\s]*")
_BEFORE_TERM = re.compile(r"(?:[.;:—–\n,-]|\bor|\band|\d[)/]|\))\W*$")


def _segment(unit: Unit, cues: Cues, start: int, end: int) -> Segment:
    text = unit.folded[start:end]
    if _on_consent(text, cues):
        return Segment(unit, start, end, SegmentRole.CONSENT, child=_about_child(text, cues))
    term = _defined(text, cues) or _explained(text, cues) or _headed(text, cues)
    if term:
        return Segment(unit, start, end, SegmentRole.DEFINITION, term, _about_child(text, cues))
    if _frees_victims(text, cues):
        return Segment(unit, start, end, SegmentRole.IMMUNITY, child=_about_child(text, cues))
    heading = unit.heading
    if (_aggravates(text, cues) and not _frees_of_means(text, cues)) or cues.term("aggravating_heading").search(
        heading
    ):
        return Segment(unit, start, end, SegmentRole.AGGRAVATED, child=_about_child(text, cues))
    child = _about_child(heading, cues) or _about_child(text, cues)
    return Segment(unit, start, end, SegmentRole.BASIC, child=child)


def _on_consent(text: str, cues: Cues) -> bool:
    """True if a sentence sets consent aside and is no offence that mentions it in passing."""
    if not (cues.term("consent").search(text) and cues.term("consent_irrelevant").search(text)):
        return False
    if (
        cues.term("purpose").search(text)
        and sum(cues.element(f).search(text) is not None for f in form_codes()) >= _MANY
    ):
        return False  # "… with the aim of using the person, even with consent, in prostitution, …"
    return not _threatens(text, cues) and count_acts(text, cues) < 2 and not _explained(text, cues)


def _threatens(text: str, cues: Cues) -> bool:
    """True if a text names a kind of penalty; "acts punished by law" does not."""
    return cues.penalties is not None and any(kind.search(text) for kind in cues.penalties.kinds.values())


def _frees_victims(text: str, cues: Cues) -> bool:
    """True if a sentence is about victims who are not punished for what they were made to do, and is no offence."""
    freed = cues.element("offence.non_punishment").search(text)
    return freed is not None and not _threatens(text, cues) and count_acts(text, cues) < 2


def _frees_of_means(text: str, cues: Cues) -> bool:
    """True if a sentence only says that a case of a child needs none of the means."""
    return cues.term("child_no_means").search(text) is not None and not _threatens(text, cues)


_MANY = 3  # forms of exploitation: what aims at so many says more than that consent does not matter

_START = 70  # code points in which a sentence names its subject


def _explained(text: str, cues: Cues) -> str:
    """The word for exploitation, where a sentence opens with it and goes on to forms of it, whatever the verb."""
    head = _NUMBER.sub("", text, count=1)
    named = cues.term("exploitation").search(head)
    if named is None or named.start() > _START or count_acts(text, cues) > 1 or _threatens(text, cues):
        return ""
    forms = sum(cues.element(code).search(head) is not None for code in form_codes())
    return named[0] if forms >= 2 else ""


_COLON = re.compile(r"[\"'»”“]*\s*(?:\([^)]{1,60}\))?[.:—–-]")


def _headed(text: str, cues: Cues) -> str:
    """The word for trafficking, where it heads a list of its acts ("Trafficking in persons: the recruitment, …")."""
    head = _NUMBER.sub("", text, count=1).lstrip("\"'«“„*- ")
    named = cues.term("trafficking").match(head) or cues.term("trafficking_term").match(head)
    if named is None or not _COLON.match(head, named.end()) or cues.term("penalty").search(text):
        return ""
    return named[0] if count_acts(text, cues) >= 2 else ""


def _aggravates(text: str, cues: Cues) -> bool:
    """True if the text opens as an aggravation, or holds one and repeats none of the acts."""
    if cues.term("aggravation").search(_NUMBER.sub("", text, count=1)):
        return True
    return count_acts(text, cues) < 2 and bool(cues.term("aggravation_inside").search(text))


def _defined(text: str, cues: Cues) -> str:
    """The term that the text defines, if it opens with a definition; "" otherwise."""
    formula = ""
    for pattern in cues.define:
        match = pattern.search(text)
        if match and match.start() < 90:
            term = next((g for g in match.groupdict().values() if g), "")
            if term:
                return term.strip()
            formula = formula or match[0].strip()
    return formula


def _about_child(text: str, cues: Cues) -> bool:
    """True if only children are meant: a word for them before the purpose, "other than a child" and such aside."""
    purpose = cues.term("purpose").search(text)
    head = cues.term("child_excluded").sub(" ", text[: purpose.start()] if purpose and purpose.start() > 20 else text)
    return bool(cues.term("child").search(head)) and not cues.term("women").search(head)
