"""Units read beside the offence: those that cite it, stand in its chapter or act, or are about liability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palermo.alignment.scope.offences import ScopeReason
from palermo.alignment.statute.body_of_law import Law, cited, number
from palermo.alignment.statute.codes import count_acts, liability_headings
from palermo.alignment.statute.segments import Segment, SegmentRole, only_raises
from palermo.alignment.statute.units import Unit
from palermo.kb.lexicon.cues import Cues

__all__ = ["related_segment", "related_units"]


def related_units(law: Law, main: dict[Unit, str]) -> dict[Unit, str]:
    """The units that are read beside the offence, with the reason for each, in order."""
    numbers = {number(u) for u in main if u.provision.cite}
    found: dict[Unit, str] = {}
    for unit in law.units:
        if unit not in main and (why := _reason(law, unit, main, numbers)):
            found[unit] = why
            if why == ScopeReason.CITES and law.cues.term("penalty").search(unit.folded):
                numbers.add(number(unit))  # "an offence established in accordance with article 18"
    return found


def _reason(law: Law, unit: Unit, main: dict[Unit, str], numbers: set[str]) -> str | None:
    cues, text = law.cues, unit.folded
    near = law.near(unit, list(main))
    cites = not numbers.isdisjoint(cited(text, cues))
    reasons = (
        (ScopeReason.LIABILITY, any(cues.term(heading).search(unit.heading) for heading in liability_headings())),
        (ScopeReason.CHAPTER, near and any(_on_trafficking(h, cues) for h in unit.above[1:])),
        (ScopeReason.CITES, near and (cites or _follows(law, unit, main))),
        (
            ScopeReason.CITES,
            cites and len(text) < _SHORT and cues.term("penalty").search(text) and _on_accomplices(unit, cues),
        ),
        (ScopeReason.DIVISION, near and cues.term("same_division").search(text) and _speaks_of_liability(unit, cues)),
        (ScopeReason.DIVISION, near and cues.term("same_division").search(text) and _speaks_of_consent(unit, cues)),
        (ScopeReason.ACT, law.small and cues.term("trafficking").search(unit.above[0])),
        (ScopeReason.SPEAKS, law.small and cues.term("trafficking").search(text)),
        (ScopeReason.LIABILITY, _in_general_part(law, unit)),
    )
    return next((why for why, holds in reasons if holds), None)


def _on_trafficking(heading: str, cues: Cues) -> bool:
    return bool(cues.term("trafficking").search(heading)) and not cues.term("neighbour").search(heading)


def _follows(law: Law, unit: Unit, main: dict[Unit, str]) -> bool:
    """True if the unit speaks of the article before it, and that is the offence."""
    before = law.before(unit)
    return before is not None and before in main and law.cues.term("previous").search(unit.folded) is not None


def _speaks_of_liability(unit: Unit, cues: Cues) -> bool:
    return any(cues.term(heading).search(unit.folded) for heading in liability_headings())


def _on_accomplices(unit: Unit, cues: Cues) -> bool:
    return cues.element("offence.accomplice").search(unit.folded) is not None


def _speaks_of_consent(unit: Unit, cues: Cues) -> bool:
    return all(cues.term(term).search(unit.folded) for term in ("consent", "consent_irrelevant"))


_GENERAL_PART = 0.2  # share of a code in which its general part stands, where articles have no headings
_SHORT = 900  # code points


def _in_general_part(law: Law, unit: Unit) -> bool:
    """True if a short article without a heading, early in a code or in an extract, is about liability in general."""
    early = law.small or law.place[unit] < len(law.units) * _GENERAL_PART
    early = early and not unit.heading and len(unit.folded) < _SHORT
    return early and law.cues.term("offence").search(unit.folded) is not None and _speaks_of_liability(unit, law.cues)


def related_segment(
    why: str, segment: Segment, unit: Sequence[Segment], numbers: set[str], cues: Cues
) -> Segment | None:
    """The segment of a unit beside the offence that aggravates it or rules on consent to it; None for another one.

    In a unit with an offence of its own, "the same act" is that offence, unless trafficking is cited there. In an act
    or chapter on trafficking a penalty without an offender and acts of its own is one for trafficking.
    """
    whole = why in (ScopeReason.ACT, ScopeReason.CHAPTER)
    if whole and only_raises(segment, cues):
        return replace(segment, role=SegmentRole.AGGRAVATED)
    if (whole or why == ScopeReason.CITES) and _raises_cited(segment, numbers, cues):
        return replace(segment, role=SegmentRole.AGGRAVATED)
    if segment.role not in (SegmentRole.AGGRAVATED, SegmentRole.CONSENT):
        return None
    if why == ScopeReason.CITES and segment.role is SegmentRole.AGGRAVATED:
        own = any(
            s.role is SegmentRole.BASIC and cues.term("penalty").search(s.text) for s in unit if s.start < segment.start
        )
        return segment if not own or not numbers.isdisjoint(cited(segment.text, cues)) else None
    named = cues.term("trafficking").search(f"{segment.unit.heading} {segment.text}")
    return (
        segment
        if whole or why in (ScopeReason.CITES, ScopeReason.DIVISION) or (why == ScopeReason.SPEAKS and named)
        else None
    )


_AT_THE_HEAD = 160  # code points in which a sentence names the offence that it is about


def _raises_cited(segment: Segment, numbers: set[str], cues: Cues) -> bool:
    """True if a sentence begins with the offence by its number and goes on to a penalty for it, without own acts."""
    if (
        segment.role is not SegmentRole.BASIC
        or count_acts(segment.text, cues) >= 2
        or not cues.term("penalty").search(segment.text)
    ):
        return False
    head = segment.text[:_AT_THE_HEAD]
    subject = cues.term("subject").search(head)
    return not numbers.isdisjoint(cited(head, cues)) and subject is None
