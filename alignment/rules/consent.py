"""Consent: Protocol article 3(b)."""

from __future__ import annotations

from palermo.alignment.rules.answer import Answer, absent, denied, in_part, present
from palermo.alignment.rules.registry import Question, rule
from palermo.alignment.scope.offences import ScopeReason
from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.codes import means_codes
from palermo.alignment.statute.cue_hits import CueHit, find, unconditional
from palermo.alignment.statute.denials import makes_consent_matter
from palermo.alignment.statute.segments import Segment, SegmentRole

__all__ = ["irrelevant"]


@rule
def irrelevant(question: Question) -> Answer:
    """Yes if the victim's consent is declared irrelevant, in every case or where a means was used."""
    scope = question.scope
    said = [
        hit for s in (*scope.core_segments, *scope.wide_segments, *scope.definitions) for hit in _declared(scope, s)
    ]
    gone = [h for h in said if makes_consent_matter(h.segment, h.start, h.end, scope.cues)]
    found = [h for h in said if h not in gone]
    if found:
        if all(h.segment.child for h in found):
            return in_part(
                "consent-irrelevant-in-part",
                "The text says that consent of the victim does not matter where the victim is a child; for the rest "
                "it is silent.",
                "Saying it for every victim.",
                found,
            )
        if all(_few_means(scope, h) for h in found):
            return in_part(
                "consent-irrelevant-in-part",
                "The text says that consent of the victim does not matter where some of the means were used; for the "
                "rest it is silent.",
                "Naming all means of the offence.",
                found,
            )
        return present(
            "consent-irrelevant",
            "The text says that consent of the victim does not matter.",
            "Deleting this rule.",
            found,
        )
    if gone:
        return denied(gone, plain=unconditional(gone, scope.cues))
    return absent(
        "consent-silent",
        "Nothing in the text says that the consent of the victim does not matter.",
        "A rule that consent does not matter where one of the means was used.",
    )


def _few_means(scope: Scope, hit: CueHit) -> bool:
    """True if the rule names means itself, and not all that the offence names (`any of the means` names none)."""
    folded = hit.segment.unit.folded
    start = max(folded.rfind(stop, hit.segment.start, hit.start) + 1 for stop in ".;") or hit.segment.start
    ends = (at for stop in ".;" if (at := folded.find(stop, hit.end, hit.segment.end)) >= 0)
    sentence = start, min(ends, default=hit.segment.end)
    named = {code for code in means_codes() if scope.cues.element(code).search(folded, *sentence)}
    offence = [s for s in scope.core_segments if s.role is SegmentRole.BASIC]
    return bool(named) and not named >= {code for code in means_codes() if find(code, offence, scope.cues)}


_WINDOW = 200  # code points between the word for consent and what is said of it


def _declared(scope: Scope, segment: Segment) -> list[CueHit]:
    """The words that set consent aside, where the consent stands in the same sentence."""
    if scope.why.get(segment.unit) == ScopeReason.SPEAKS and segment.role is not SegmentRole.CONSENT:
        return []
    folded = segment.unit.folded
    found = []
    for said in scope.cues.term("consent_irrelevant").finditer(folded, segment.start, segment.end):
        window = max(segment.start, said.start() - _WINDOW), min(segment.end, said.end() + _WINDOW)
        if segment.role is SegmentRole.CONSENT:  # the whole sentence is about it, however long its list of means
            window = segment.start, segment.end
        if scope.cues.term("consent").search(folded, *window):
            found.append(CueHit(segment, said.start(), said.end()))
    return found
