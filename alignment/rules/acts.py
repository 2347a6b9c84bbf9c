"""Acts: Protocol article 3(a), first element."""

from __future__ import annotations

from palermo.alignment.rules.answer import Answer, absent, denied, hinted, present
from palermo.alignment.rules.registry import Question, rule
from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.codes import count_acts
from palermo.alignment.statute.cue_hits import CueHit, find, find_denied, find_weak, unconditional
from palermo.alignment.statute.segments import SegmentRole

__all__ = ["act"]


@rule
def act(question: Question) -> Answer:
    """Yes where the offence or its definition names the act; an act that only aggravates is another matter."""
    scope, code = question.scope, question.code
    found = find(code, scope.role(SegmentRole.BASIC, SegmentRole.DEFINITION), scope.cues)
    if code == "act.exploitation" and found and not any(_among_acts(scope, h) for h in found):
        return hinted(found)
    if found:
        return present("act-named", "The offence or its definition names this act.", "Deleting these words.", found)
    if code == "act.transportation":
        aggravated = find(code, scope.role(SegmentRole.AGGRAVATED), scope.cues)
        variants = [h for h in aggravated if _own_limb(scope, h)]
        if variants:
            return present(
                "act-named-in-further-limb",
                "A further limb beside the aggravations names this act.",
                "Deleting these words.",
                variants,
                confidence=0.7,
            )
    basic = scope.role(SegmentRole.BASIC, SegmentRole.DEFINITION)
    if gone := find_denied(code, basic, scope.cues):
        return denied(gone, plain=unconditional(gone, scope.cues))
    if hints := find_weak(code, basic, scope.cues):
        return hinted(hints)
    return absent(
        "act-not-named",
        "No word for this act stands in the offence or its definition.",
        "Naming the act among the acts of the offence.",
    )


def _own_limb(scope: Scope, hit: CueHit) -> bool:
    """True if the hit stands in a limb that an aggravated part adds ("as well as transporting …")."""
    limb = scope.cues.term("limb").search(hit.segment.unit.folded, hit.segment.start, hit.start)
    return limb is not None


def _among_acts(scope: Scope, hit: CueHit) -> bool:
    """True if exploiting stands among the acts of trafficking, or in an offence that is called so."""
    text = hit.segment.text
    return count_acts(text, scope.cues) >= 2 or scope.cues.term("trafficking").search(text) is not None
