"""The form of the offence: Protocol article 5, UNTOC article 10, CETS 197 article 26."""

from __future__ import annotations

from palermo.alignment.rules.answer import Answer, absent, denied, hinted, in_part, present
from palermo.alignment.rules.registry import Question, rule
from palermo.alignment.scope.offences import ScopeReason
from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.body_of_law import cited, number
from palermo.alignment.statute.cue_hits import CueHit, find, find_denied, find_weak, purpose_regions, unconditional
from palermo.alignment.statute.denials import denies_penalty
from palermo.alignment.statute.segments import Segment, SegmentRole
from palermo.corpus.model.findings import Value

__all__ = ["criminalised", "liability"]


@rule
def criminalised(question: Question) -> Answer:
    """Yes if the text creates an offence with a penalty."""
    scope = question.scope
    pattern = scope.cues.term("penalty")

    def punished(segments: list[Segment]) -> list[CueHit]:
        return [
            CueHit(s, m.start(), m.end())
            for s in segments
            for m in pattern.finditer(s.unit.folded, s.start, s.end)
            if not denies_penalty(s, m.start(), m.end(), scope.cues)
        ]

    found = punished([s for s in scope.core_segments if s.role not in (SegmentRole.CONSENT, SegmentRole.IMMUNITY)])
    found = found or punished([s for s in scope.wide_segments if scope.why.get(s.unit) == ScopeReason.CITES])
    found = found or punished([s for s in scope.wide_segments if _punishes_trafficking(s, scope)])
    if found:
        return present("penalty-attached", "A penalty is attached to the conduct.", "Deleting the penalty.", found)
    where = (
        "The text defines trafficking and attaches no penalty to it."
        if scope.core
        else "No trafficking offence was found in the text."
    )
    return absent("no-penalty", where, "An offence of trafficking with a penalty.")


def _punishes_trafficking(segment: Segment, scope: Scope) -> bool:
    """True if a sentence in the chapter on trafficking has an offender, and trafficking as what is done."""
    offender, named = scope.cues.term("subject").search(segment.text), scope.cues.term("trafficking")
    return (
        scope.why.get(segment.unit) == ScopeReason.CHAPTER and offender is not None and bool(named.search(segment.text))
    )


@rule
def liability(question: Question) -> Answer:
    """Yes if a form of liability is in the text: at the offence, where it is cited, or in a general part."""
    scope, code = question.scope, question.code
    name = code.partition(".")[2].replace("_", "-")
    gap = absent(
        f"{name}-not-found",
        "Neither the offence, nor what cites it, nor a general part in the given text says so.",
        "A provision that says so, or the general part of the code.",
    )
    punished = question.answer("offence.criminalised").value is Value.YES
    if not punished and code != "offence.non_punishment":
        return gap
    offence = [s for s in scope.core_segments if s.role is not SegmentRole.DEFINITION]
    beside = [s for s in (*_general(question), *_citing(scope, code)) if s.role is not SegmentRole.DEFINITION]
    if code == "offence.legal_persons":
        beside += _who_is_a_person(scope)
    found = [h for h in find(code, [*offence, *beside], scope.cues) if not _aimed_at(h, scope)]
    if not found and (
        gone := [h for h in find_denied(code, [*offence, *beside], scope.cues) if not _aimed_at(h, scope)]
    ):
        own = all(h.segment in offence for h in gone)  # elsewhere it may be denied for other offences
        return denied(gone, plain=own and unconditional(gone, scope.cues))
    if not found:
        hints = find_weak(code, [*offence, *beside], scope.cues)
        return hinted(hints) if hints else gap
    found.sort(key=lambda h: h.segment.role is SegmentRole.AGGRAVATED)  # what says it for every case comes first
    if code == "offence.organising" and found[0].segment.role is SegmentRole.AGGRAVATED:
        return in_part(
            "organised-group-aggravates",
            "An organised group raises the penalty; organising or directing others is not punishable by itself.",
            "A rule that organising or directing others is punishable would make it whole; deleting these words "
            "would turn it.",
            found,
            confidence=0.85,
        )
    return present(
        f"{name}-in-text",
        "The text says so, at the offence or for offences in general.",
        "Deleting this rule.",
        found,
        confidence=0.85,
    )


def _aimed_at(hit: CueHit, scope: Scope) -> bool:
    """True if the words stand in what an act of the offence aims at ("for participation in crimes")."""
    regions = purpose_regions(hit.segment, scope.cues) if hit.segment.role is SegmentRole.BASIC else ()
    return any(start <= hit.start < end for start, end in regions)


def _who_is_a_person(scope: Scope) -> list[Segment]:
    """Definitions of "person", which may take in bodies corporate far from the offence."""
    person = scope.cues.term("person")
    everywhere = (*scope.context, *scope.wide_segments)
    return [s for s in everywhere if s.role is SegmentRole.DEFINITION and person.fullmatch(s.term)]


_APART = 12  # units: rules on one matter that stand further apart are not of one set


def _general(question: Question) -> list[Segment]:
    """The general part on this form of liability, without rules that list their offences and leave trafficking out.

    Where one rule on legal persons lists the offences for all of them, the others beside it are left out, too.
    """
    scope, heading = question.scope, question.scope.cues.term(question.treatment.heading)
    general = [s for s in scope.wide_segments if heading.search(_about(s, scope))]
    others = {s.unit for s in general if _for_others(s, scope)}
    if question.code == "offence.legal_persons" and others:
        place, listing = {unit: n for n, unit in enumerate(scope.units)}, frozenset(others)
        for unit in dict.fromkeys(s.unit for s in general):
            if any(unit.above == o.above and abs(place[unit] - place[o]) <= _APART for o in listing):
                others.add(unit)
    return [s for s in general if s.unit not in others]


def _about(segment: Segment, scope: Scope) -> str:
    """Text that shows the topic of a unit: its heading, or its text where it has none or speaks of its chapter."""
    unit, why = segment.unit, scope.why.get(segment.unit)
    return (
        unit.folded
        if why == ScopeReason.DIVISION or (why == ScopeReason.LIABILITY and not unit.heading)
        else unit.heading
    )


_LISTED = 4  # numbers: from here on a text lists the offences that it is about


def _for_others(segment: Segment, scope: Scope) -> bool:
    """True if a general rule lists the offences that it holds for, and trafficking is not among them."""
    listed = set(cited(segment.text, scope.cues))
    return len(listed) >= _LISTED and listed.isdisjoint(number(u) for u in scope.core)


_BESIDE = (ScopeReason.CITES, ScopeReason.SPEAKS, ScopeReason.CHAPTER, ScopeReason.ACT)


def _citing(scope: Scope, code: str) -> list[Segment]:
    """The segments about an offence in units that cite trafficking or speak of it; of a victim's immunity all."""
    penalty, offence = scope.cues.term("penalty"), scope.cues.term("offence")
    return [
        s
        for s in scope.wide_segments
        if scope.why.get(s.unit) in _BESIDE
        and (code == "offence.non_punishment" or penalty.search(s.text) or offence.search(s.text))
    ]
