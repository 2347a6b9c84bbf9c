"""Reach of the offence: conditions that the Protocol does not know (movement, borders, sex of the victim)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from palermo.alignment.rules.answer import Answer, absent, present, undecided
from palermo.alignment.rules.registry import Question, rule
from palermo.alignment.scope.scope import Scope
from palermo.alignment.scope.variants import Variant, variants
from palermo.alignment.statute.codes import act_codes
from palermo.alignment.statute.cue_hits import CueHit, find
from palermo.alignment.statute.memoise import memoised
from palermo.alignment.statute.segments import Segment
from palermo.kb.lexicon.negation import negation

__all__ = ["gender_limited", "movement_required", "transnational_only"]


@rule
def movement_required(question: Question) -> Answer:
    """Yes if every basic variant is movement or travel."""
    scope = question.scope
    all_limbs = variants(scope)
    still = [limb for limb in all_limbs if not _only_moves(limb.segment, scope)]
    if all_limbs and not still and find("act.transportation", [x.segment for x in all_limbs], scope.cues):
        return present(
            "only-movement",
            "Every act of the offence is a movement of the person.",
            "An act without movement, such as recruiting or harbouring.",
            find("act.transportation", [x.segment for x in all_limbs], scope.cues),
        )
    return absent(
        "movement-not-required",
        "The offence can be committed without moving the victim.",
        "Making movement a condition of every act.",
        _marks(still),
    )


@memoised
def _only_moves(segment: Segment, scope: Scope) -> bool:
    """True if a variant says "arranges travel", or names no other act than moving the person."""
    if scope.cues.term("movement_act").search(segment.text):
        return True
    return not any(find(code, [segment], scope.cues) for code in act_codes() if code != "act.transportation")


def _marks(found: Sequence[Variant]) -> list[CueHit]:
    return [CueHit(x.segment, x.start, x.end) for x in found[:1]]


@rule
def transnational_only(question: Question) -> Answer:
    """Yes if every basic variant crosses a border."""
    scope = question.scope
    pattern = scope.cues.term("border")
    inland = scope.cues.term("inland")
    inner = [
        x
        for x in variants(scope)
        if not pattern.search(x.segment.unit.folded, x.start, x.end)
        or inland.search(x.segment.unit.folded, x.start, x.end)
    ]
    inside = set(inner)
    outer = [x for x in variants(scope) if x not in inside]
    if outer and not inner:
        marks = [
            CueHit(x.segment, m.start(), m.end())
            for x in outer
            for m in pattern.finditer(x.segment.unit.folded, x.start, x.end)
        ]
        return present(
            "only-across-borders",
            "Every variant of the offence crosses a border.",
            "A variant inside the country.",
            marks,
            confidence=0.6,
        )
    if limits := _limits(scope, negation(scope.cues.lang).crossing):
        return _limited(limits)
    return absent(
        "borders-not-required",
        "The offence can be committed inside the country.",
        "Making a border a condition.",
        _marks(inner),
    )


@rule
def gender_limited(question: Question) -> Answer:
    """Yes if only women, or only women and children, are protected."""
    scope = question.scope
    women, person, subject = (scope.cues.term(t) for t in ("women", "person", "subject"))
    found = variants(scope)
    narrow = [
        x
        for x in found
        if women.search(x.segment.unit.folded, x.start, x.end)
        and not person.search(subject.sub(" ", x.segment.unit.folded[x.start : x.end], 1))  # "any person who" offends
    ]
    if found and len(narrow) == len(found):
        marks = [
            CueHit(x.segment, m.start(), m.end())
            for x in narrow
            for m in women.finditer(x.segment.unit.folded, x.start, x.end)
        ]
        return present(
            "only-women", "Only women, or only women and children, are named as victims.", "Naming any person.", marks
        )
    if limits := _limits(scope, negation(scope.cues.lang).female):
        return _limited(limits)
    return absent("any-person", "Any person can be the victim.", "Naming only women and children.", _marks(found))


_SENTENCE = re.compile(r"(?:[^.;]|[.;](?!\s|$))+")


def _limits(scope: Scope, pattern: re.Pattern[str]) -> list[CueHit]:
    """Hits where a sentence beside the variants limits what the offence is applied to ("applies to women only").

    It has to speak of applying. What holds "whether or not" limits nothing.
    """
    applies, concessive = negation(scope.cues.lang).applies, scope.cues.term("concessive")
    return [
        CueHit(segment, m.start(), m.end())
        for segment in dict.fromkeys((*scope.core_segments, *scope.context, *scope.wide_segments))
        for said in _SENTENCE.finditer(segment.unit.folded, segment.start, segment.end)
        if applies.search(said[0])
        for m in pattern.finditer(segment.unit.folded, *said.span())
        if not concessive.search(said[0])
    ]


def _limited(limits: list[CueHit]) -> Answer:
    return undecided(
        "reach-limited-beside",
        "The variants of the offence name no such condition, but a sentence beside them limits what the law applies "
        "to: whether it limits the offence decides the answer.",
        "A reading of the words that are quoted.",
        limits,
    )
