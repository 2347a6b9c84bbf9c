"""Units that are the trafficking offence, and the segments of them that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from palermo.alignment.statute.body_of_law import Law
from palermo.alignment.statute.codes import act_codes, count_acts, form_codes, means_codes
from palermo.alignment.statute.segments import Segment, SegmentRole, defines_trafficking
from palermo.alignment.statute.units import Unit
from palermo.kb.lexicon.cues import Cues

__all__ = ["ScopeReason", "by_division", "by_substance", "by_title", "offence", "offence_parts"]


class ScopeReason(StrEnum):
    """Why a unit was read: the first four make it part of the offence."""

    HEADING = "its heading names trafficking"
    OFFENCE = "it makes trafficking an offence"
    DEFINITION = "it defines trafficking"
    ACTS = "it names the acts of trafficking"
    LIABILITY = "its heading is about liability"
    CITES = "it cites the offence"
    CHAPTER = "it stands in the chapter on trafficking"
    DIVISION = "it speaks of the offences of its chapter"
    ACT = "its act is about trafficking"
    SPEAKS = "it speaks of trafficking"


def offence(law: Law, unit: Unit) -> str | None:
    """Why the unit is taken as the offence or its definition, None if it is not."""
    cues, text, heading = law.cues, unit.folded, unit.heading
    count = count_acts(text, cues)
    aim = cues.term("purpose").search(heading)
    neighbour = cues.term("neighbour").search(heading[: aim.start() if aim and aim.start() else len(heading)])
    named = cues.term("trafficking").search(heading)
    bare = cues.term("trafficking_term").fullmatch(heading) and cues.term("exploitation").search(text)
    if (named and not neighbour and _heads(cues, heading[: named.start()])) or bare:
        if count or any(cues.term(t).search(text) for t in ("penalty", "exploitation", "own_offence", "offence_verb")):
            return ScopeReason.HEADING
    elif not any(cues.term(t).search(text) for t in _NAMES) and not _under_trafficking(unit, cues):
        return None
    if count >= 2 and cues.term("offence_phrase").search(text):
        return ScopeReason.OFFENCE
    punished = cues.term("penalty").search(text) is not None
    reasons = (r for segment in law.parts(unit) if (r := _of_segment(segment, bool(neighbour), punished, cues)))
    if reason := next(reasons, None):
        return reason
    spelt_out = count >= 3 and (cues.term("purpose").search(text) or cues.term("penalty").search(text))
    return ScopeReason.ACTS if not heading and spelt_out else None


_NAMES = ("trafficking", "offence_verb")


def by_substance(law: Law, unit: Unit) -> str | None:
    """Why a unit that is not called so is taken as the offence: it has acts, means and purposes of trafficking.

    What punishes nearly all the acts for exploitation needs no means.

    Asked only where no unit is called so (`offence`), in whatever words a statute names it.
    """
    cues = law.cues
    if count_acts(unit.folded, cues) < _MANY or cues.term("neighbour").search(unit.heading):
        return None
    text = unit.folded
    whole = bool(unit.provision.cite) and len(text) < _SHORT and cues.term("penalty").search(text) is not None
    if (whole and _has_all(text, cues)) or any(_has_all(segment.text, cues) for segment in law.parts(unit)):
        return ScopeReason.ACTS
    punished = cues.term("own_offence").search(text) is not None
    exploited = cues.term("exploitation").search(text) and cues.term("purpose").search(text)
    return (
        ScopeReason.ACTS if punished and exploited and count_acts(text, cues) > _MANY and len(text) < _SHORT else None
    )


def by_division(law: Law, unit: Unit) -> str | None:
    """Why a unit under a heading that is called trafficking is taken as the offence: it punishes something.

    Asked only where neither name nor substance (`offence`, `by_substance`) found any, as where a chapter "On traffic in
    human beings" punishes, in words of its own, who alienates another's freedom.
    """
    cues, heading = law.cues, unit.above[-1] if len(unit.above) > 1 else ""
    named = cues.term("trafficking").search(heading)
    if named is None or cues.term("neighbour").search(heading) or not _heads(cues, heading[: named.start()]):
        return None
    return ScopeReason.CHAPTER if cues.term("penalty").search(unit.folded) else None


def by_title(law: Law, unit: Unit) -> str | None:
    """Why a unit of an act on trafficking is taken as the offence: it punishes one of the acts with its aim or means.

    Asked only where none of the others found any.
    """
    cues, text = law.cues, unit.folded
    if not (law.small and cues.term("trafficking").search(unit.above[0]) and cues.term("penalty").search(text)):
        return None
    named = sum(cues.element(code).search(text) is not None for code in act_codes())
    aimed = cues.term("exploitation").search(text) or any(
        cues.element(code).search(text) for code in (*form_codes(), *means_codes())
    )
    return ScopeReason.ACT if aimed and (named > 1 or (named and cues.term("purpose").search(text))) else None


def _has_all(text: str, cues: Cues) -> bool:
    means = sum(cues.element(code).search(text) is not None for code in means_codes())
    aimed = cues.term("exploitation").search(text) or any(cues.element(code).search(text) for code in form_codes())
    return count_acts(text, cues) >= _MANY and means >= _MANY and bool(aimed)


_SHORT = 3000  # code points: in so short an article its items are parts of one offence
_MANY = 3  # of the Protocol's acts, and of its means


def _heads(cues: Cues, before: str) -> bool:
    """True if what a heading says before "trafficking" leaves it the subject ("Offence of", not "Profiting from")."""
    lead = cues.terms.get("heading_lead")
    return lead is None or lead.fullmatch(before) is not None


def _under_trafficking(unit: Unit, cues: Cues) -> bool:
    """True if an article without a heading stands in a chapter, or in an act, that names trafficking."""
    return not unit.heading and any(cues.term("trafficking").search(h) for h in unit.above)


def _of_segment(segment: Segment, neighbour: bool, punished: bool, cues: Cues) -> str | None:
    """Why a segment makes its unit the offence; `punished` says that the unit has a penalty."""
    if defines_trafficking(segment, cues) and count_acts(segment.text, cues) >= 2:
        return ScopeReason.DEFINITION
    return ScopeReason.OFFENCE if punished and not neighbour and _punishes(segment, cues) else None


_OPENING = 25  # code points in which the subject of a sentence stands


def _punishes(segment: Segment, cues: Cues) -> bool:
    """True if a sentence punishes who traffics, or opens with trafficking and goes on to its penalty."""
    text = segment.text
    penalty, named = cues.term("penalty").search(text), cues.term("trafficking").search(text)
    if penalty and named and named.start() < _OPENING and named.end() < penalty.start() < named.end() + 3 * _OPENING:
        return True
    return cues.term("offence_verb").search(text) is not None


_FEW = 3  # definitions: a unit with fewer is an article on trafficking that defines it, not a list of terms


def offence_parts(why: str, unit: Sequence[Segment], cues: Cues) -> list[Segment]:
    """The segments of an offence's unit that are about trafficking: all, but of a list of terms only its own."""
    if why != ScopeReason.DEFINITION or sum(s.role is SegmentRole.DEFINITION for s in unit) < _FEW:
        return list(unit)
    return [s for s in unit if _in_a_list(s, cues)]


def _in_a_list(segment: Segment, cues: Cues) -> bool:
    if segment.role is SegmentRole.DEFINITION:
        return defines_trafficking(segment, cues)
    spelt_out = count_acts(segment.text, cues) >= 2 and cues.term("purpose").search(segment.text)
    return segment.role is SegmentRole.CONSENT or bool(spelt_out)
