"""Consent: Protocol article 3(b)."""

from __future__ import annotations

from alignment.elements import Hit
from alignment.rules.answer import Answer, absent, present
from alignment.scope import Scope
from alignment.segments import Role

__all__ = ["irrelevant"]


def irrelevant(scope: Scope) -> Answer:
    """Whether the victim's consent is declared irrelevant, in every case or where a means was used."""
    segments = [s for s in (*scope.core_segments, *scope.wide_segments) if s.role is Role.CONSENT]
    found = [
        Hit(s, m.start(), m.end())
        for s in segments
        for m in scope.cues.term("consent_irrelevant").finditer(s.unit.folded, s.start, s.end)
    ]
    if found:
        child_only = all(s.child for s in segments)
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
