"""Purposes: Protocol article 3(a), third element, and the forms of exploitation."""

from __future__ import annotations

import re

from palermo.alignment.rules.answer import Answer, absent, denied, hinted, present, undecided
from palermo.alignment.rules.registry import Question, rule
from palermo.alignment.scope.scope import Scope
from palermo.alignment.scope.variants import assimilated, variants
from palermo.alignment.statute.cue_hits import CueHit, find, find_denied, find_weak, purpose_regions, unconditional
from palermo.alignment.statute.denials import denies_aggravation
from palermo.alignment.statute.segments import Segment, SegmentRole, defines_trafficking

__all__ = ["open_list", "organs_aggravating", "purpose", "required"]


def _basic(scope: Scope) -> list[Segment]:
    return scope.role(SegmentRole.BASIC, SegmentRole.DEFINITION)


def _undefined(scope: Scope) -> list[CueHit]:
    """The words "exploitation" in the purpose of the offence, where no definition of it was reached."""
    pattern = scope.cues.term("exploitation")
    if any(pattern.search(d.term) for d in scope.definitions):
        return []
    forms = [code for code in scope.cues.elements if code.startswith("purpose.")]
    named = sum(bool(find(code, _basic(scope), scope.cues)) for code in forms)
    if named > _FEW or (named and not _named_as_open(scope) and not _with_examples(scope)):
        return []
    return [
        CueHit(s, m.start(), m.end())
        for s in _basic(scope)
        for start, end in purpose_regions(s, scope.cues)
        for m in pattern.finditer(s.unit.folded, start, end)
    ]


_FEW = 2  # forms: what names more of them after "exploitation, including" defines it


def _with_examples(scope: Scope) -> bool:
    """True if the purpose is exploitation "including" what it names, so that it is left open what else it is."""
    pattern = scope.cues.term("exploitation_including")
    return any(pattern.search(s.text) for s in _basic(scope))


def _named_as_open(scope: Scope) -> bool:
    """True if the purpose names some forms and leaves it open to others ("sexual or other exploitation")."""
    pattern = scope.cues.term("open_phrase")
    return any(
        pattern.search(s.unit.folded, start, end)
        for s in _basic(scope)
        for start, end in purpose_regions(s, scope.cues)
    )


@rule
def purpose(question: Question) -> Answer:
    """Yes where the form is named in the purpose of the basic offence or in the definition of exploitation."""
    scope, code = question.scope, question.code
    named = find(code, _basic(scope), scope.cues)
    if named:
        return present(
            "purpose-named",
            "The purpose of the offence names this form of exploitation.",
            "Deleting these words.",
            named,
        )
    defined = find(code, scope.definitions, scope.cues)
    if defined:
        return present(
            "purpose-in-definition",
            "The definition of exploitation, or one that it rests on, names this form.",
            "Deleting these words.",
            defined,
        )
    if gone := find_denied(code, [*_basic(scope), *scope.definitions], scope.cues):
        return denied(gone, plain=unconditional(gone, scope.cues))
    unnamed = _undefined(scope)
    if unnamed and not (code == "purpose.organs" and organs_aggravating(question).hits):
        return undecided(
            "exploitation-not-defined",
            "The offence aims at exploitation, which the given text does not define.",
            "The text that defines exploitation.",
            unnamed,
        )
    hints = find_weak(code, [*_basic(scope), *scope.definitions], scope.cues)
    if hints:
        return hinted(hints)
    return absent(
        "purpose-not-named",
        "Neither the purpose of the offence nor the definition of exploitation names this form.",
        "Naming it in the definition of exploitation.",
    )


@rule
def organs_aggravating(question: Question) -> Answer:
    """Yes if the removal of organs appears only as an aggravating circumstance."""
    scope = question.scope
    code = "purpose.organs"
    basic = find(code, [*_basic(scope), *scope.definitions], scope.cues)
    found = [
        CueHit(s, m.start(), m.end())
        for s in scope.role(SegmentRole.AGGRAVATED)
        for m in scope.cues.element(code).finditer(s.unit.folded, s.start, s.end)
        if not denies_aggravation(s, m.start(), m.end(), scope.cues)
    ]
    if found and not basic:
        return present(
            "organs-only-aggravate",
            "The removal of organs stands among the aggravating circumstances only.",
            "Moving it into the basic offence or the definition of exploitation.",
            found,
        )
    return absent(
        "organs-not-only-aggravating",
        "The removal of organs is part of the basic offence, or is not named at all.",
        "Naming it as an aggravating circumstance only.",
        basic,
    )


@rule
def open_list(question: Question) -> Answer:
    """Yes if the list of exploitation is open, at the definition of exploitation itself."""
    scope = question.scope
    verb, phrase = scope.cues.term("open_verb"), scope.cues.term("open_phrase")
    found: list[CueHit] = []
    for segment in [*scope.definitions, *_basic(scope)]:
        folded = segment.unit.folded
        defines = segment.role is SegmentRole.DEFINITION and not defines_trafficking(segment, scope.cues)
        if defines and not _is_exploitation(segment, scope):
            continue
        spans = [(segment.start, segment.end)] if defines else purpose_regions(segment, scope.cues)
        for start, end in spans:
            for named in _of_itself(segment, start, end, scope):
                near = min(named.end() + _AT_THE_TERM, end)
                hits = [*verb.finditer(folded, named.end(), near), *phrase.finditer(folded, start, end)]
                found += [CueHit(segment, m.start(), m.end()) for m in hits]
    if found:
        return present(
            "exploitation-introduced-as-open",
            "The list of forms of exploitation is introduced as open.",
            "Closing the list.",
            found,
        )
    unnamed = _undefined(scope)
    if unnamed and not any(
        find(c, _basic(scope), scope.cues) for c in ("purpose.sexual", "purpose.forced_labour", "purpose.slavery")
    ):
        return undecided(
            "exploitation-not-defined",
            "The offence aims at exploitation, which the given text does not define.",
            "The text that defines exploitation.",
            unnamed,
        )
    if hints := find_weak(
        "purpose.open_list", [s for s in scope.definitions if _is_exploitation(s, scope)], scope.cues
    ):
        return hinted(hints)
    return absent(
        "exploitation-closed", "The forms of exploitation are a closed list.", "Introducing them as examples."
    )


def _of_itself(segment: Segment, start: int, end: int, scope: Scope) -> list[re.Match[str]]:
    """The first word for exploitation that is not part of the name of a form of it ("sexual exploitation")."""
    folded = segment.unit.folded
    forms = [scope.cues.element(f"purpose.{f}") for f in ("sexual", "forced_labour", "begging")]
    spans = [m.span() for f in forms for m in f.finditer(folded, start, end)]
    words = scope.cues.term("exploitation").finditer(folded, start, end)
    return [m for m in words if not any(s <= m.start() <= e + 1 for s, e in spans)][:1]


_AT_THE_TERM = 75  # code points after the term in which "includes" speaks of the whole list


def _is_exploitation(segment: Segment, scope: Scope) -> bool:
    """True if the definition is of exploitation itself, not of one form of it."""
    match = scope.cues.term("exploitation").search(segment.term)
    if not match:
        return False
    forms = (f"purpose.{f}" for f in ("sexual", "forced_labour", "begging"))
    return not any(scope.cues.element(f).search(segment.term) for f in forms)


@rule
def required(question: Question) -> Answer:
    """Yes if every variant of the basic offence needs a purpose (or knowledge) of exploitation."""
    scope = question.scope
    name = "purpose-in-every-basic-limb"
    every = variants(scope)
    adult = [limb for limb in every if not limb.child] or every
    if not adult:
        return undecided(
            name, "No basic variant of the offence against an adult was found.", "The text of the basic offence."
        )
    marks = [CueHit(limb.segment, limb.start, limb.end) for limb in adult]
    free = [m for m, limb in zip(marks, adult, strict=True) if not limb.purpose]
    if not free and (further := assimilated(scope)):
        return undecided(
            name,
            "Each basic variant of the offence needs a purpose of exploitation, but the text assimilates further acts "
            "to trafficking: whether these are the basic offence decides the answer.",
            "A reading of the words that are quoted.",
            further,
        )
    if not free:
        hits = [CueHit(m.segment, s, e) for m in marks for s, e in purpose_regions(m.segment, scope.cues)]
        return present(
            name,
            "Each basic variant of the offence needs a purpose of exploitation.",
            "A basic variant without a purpose.",
            hits or marks,
        )
    if all(_exploits(m, scope) for m in free):
        return undecided(
            name,
            "A basic variant is to exploit the person or to profit from it, with no further purpose: whether knowing "
            "of the exploitation is the purpose decides the answer.",
            "A reading of the variants that are quoted.",
            free,
        )
    if len(free) == len(adult) or any(m.segment is f.segment for m in marks for f in free if m is not f):
        return absent(
            name,
            "A basic variant of the offence needs no purpose of exploitation.",
            "Requiring the purpose for every act.",
            free,
        )
    return undecided(
        name,
        "Some basic variants need a purpose of exploitation, others do not: which of them is the trafficking "
        "offence decides the answer.",
        "A reading of the variants that are quoted.",
        free,
    )


def _exploits(variant: CueHit, scope: Scope) -> bool:
    """True if a variant is exploiting the person itself."""
    return any(
        variant.start <= hit.start < variant.end for hit in find("act.exploitation", [variant.segment], scope.cues)
    )
