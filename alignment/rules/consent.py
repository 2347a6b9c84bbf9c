"""Consent: Protocol article 3(b)."""

from __future__ import annotations

from alignment.elements import Hit
from alignment.rules.answer import Answer, absent, present
from alignment.scope import Scope, Why
from alignment.segments import Role, Segment

__all__ = ["irrelevant"]


def irrelevant(scope: Scope) -> Answer:
    """Whether the victim's consent is declared irrelevant, in every case or where a means was used."""
    found = [hit for s in (*scope.core_segments, *scope.wide_segments) for hit in _declared(scope, s)]
    if found:
        child_only = all(h.segment.child for h in found)
        return present(
            "consent-irrelevant",
            "The text says that consent of the victim does not matter.",
            "Deleting this rule.",
            found,
            some=child_only,
        )
    return absent(
        "consent-silent",
        "Nothing in the text says that the consent of the victim does not matter.",
        "A rule that consent does not matter where one of the means was used.",
    )


_WINDOW = 200  # code points between the word for consent and what is said of it


def _declared(scope: Scope, segment: Segment) -> list[Hit]:
    """The words that set consent aside, where the consent stands in the same sentence."""
    if scope.why.get(segment.unit) == Why.SPEAKS and segment.role is not Role.CONSENT:
        return []
    folded = segment.unit.folded
    found = []
    for said in scope.cues.term("consent_irrelevant").finditer(folded, segment.start, segment.end):
        window = max(segment.start, said.start() - _WINDOW), min(segment.end, said.end() + _WINDOW)
        if scope.cues.term("consent").search(folded, *window):
            found.append(Hit(segment, said.start(), said.end()))
    return found
