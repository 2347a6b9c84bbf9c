"""The form of the offence: Protocol article 5, UNTOC article 10, CETS 197 article 26."""

from __future__ import annotations

from alignment.elements import Hit, find
from alignment.rules.answer import Answer, absent, present
from alignment.scope import Scope, Why, cited, number
from alignment.segments import Role, Segment

__all__ = ["criminalised", "liability"]


def criminalised(scope: Scope) -> Answer:
    """Whether the text creates an offence with a penalty."""
    pattern = scope.cues.term("penalty")
    segments = [s for s in scope.core_segments if s.role is not Role.CONSENT]
    found = [Hit(s, m.start(), m.end()) for s in segments for m in pattern.finditer(s.unit.folded, s.start, s.end)]
    if not found:
        citing = [s for s in scope.wide_segments if scope.why.get(s.unit) == Why.CITES]
        found = [Hit(s, m.start(), m.end()) for s in citing for m in pattern.finditer(s.unit.folded, s.start, s.end)]
    if found:
        return present("penalty-attached", "A penalty is attached to the conduct.", "Deleting the penalty.", found)
    where = (
        "The text defines trafficking and attaches no penalty to it."
        if scope.core
        else "No trafficking offence was found in the text."
    )
    return absent("no-penalty", where, "An offence of trafficking with a penalty.")


_HEADINGS = {
    "offence.attempt": "attempt_heading",
    "offence.accomplice": "accomplice_heading",
    "offence.organising": "organising_heading",
    "offence.legal_persons": "legal_heading",
    "offence.non_punishment": "non_punishment_heading",
}


def liability(scope: Scope, code: str, punished: bool) -> Answer:
    """Whether a form of liability is in the text: at the offence, where it is cited, or in a general part by its heading."""
    rule = code.partition(".")[2].replace("_", "-")
    gap = absent(
        f"{rule}-not-found",
        "Neither the offence, nor what cites it, nor a general part in the given text says so.",
        "A provision that says so, or the general part of the code.",
    )
    if not punished and code != "offence.non_punishment":
        return gap
    basic = find(code, _own(scope), scope.cues)
    heading = scope.cues.term(_HEADINGS[code])
    general = [s for s in scope.wide_segments if heading.search(s.unit.heading) and not _for_others(s, scope)]
    citing = [s for s in scope.wide_segments if scope.why.get(s.unit) in _CITING]
    crime = [
        s for s in citing if scope.cues.term("penalty").search(s.text) or scope.cues.term("offence").search(s.text)
    ]
    found = basic + find(code, [s for s in (*general, *crime) if s.role is not Role.DEFINITION], scope.cues)
    if not found:
        return gap
    aggravation = code == "offence.organising" and all(h.segment.role is Role.AGGRAVATED for h in found)
    return present(
        f"{rule}-in-text",
        "The text says so, at the offence or for offences in general.",
        "Deleting this rule.",
        found,
        some=aggravation,
        confidence=0.85,
    )


_CITING = (Why.CITES, Why.SPEAKS)


def _own(scope: Scope) -> list[Segment]:
    """The segments of the offence itself; words inside a definition of exploitation are not about liability."""
    return [s for s in scope.core_segments if s.role is not Role.DEFINITION]


_LISTED = 4  # numbers: from here on a text lists the offences that it is about


def _for_others(segment: Segment, scope: Scope) -> bool:
    """Whether a general rule lists the offences that it holds for, and trafficking is not among them."""
    listed = set(cited(segment.unit.folded, scope.cues))
    return len(listed) >= _LISTED and listed.isdisjoint(number(u) for u in scope.core)
