"""Means: Protocol article 3(a), second element, and the status that a statute gives them."""

from __future__ import annotations

import re
from dataclasses import replace

from palermo.alignment.penalties.penalties import severity
from palermo.alignment.rules.answer import Answer, absent, denied, hinted, in_part, present, undecided
from palermo.alignment.rules.registry import Question, rule
from palermo.alignment.scope.scope import Scope
from palermo.alignment.scope.variants import Variant, assimilated, variants
from palermo.alignment.statute.codes import means_codes
from palermo.alignment.statute.cue_hits import (
    CueHit,
    find,
    find_denied,
    find_weak,
    penalty_tail,
    purpose_regions,
    unconditional,
)
from palermo.alignment.statute.denials import denies_aggravation, requires_means
from palermo.alignment.statute.segments import Segment, SegmentRole
from palermo.corpus.model.findings import Value

__all__ = ["aggravating", "child_needs_none", "essential", "means", "non_exhaustive"]


@rule
def means(question: Question) -> Answer:
    """Yes where a means stands in the offence, its aggravations or the definitions that it rests on."""
    scope, code = question.scope, question.code
    basic = find(code, scope.role(SegmentRole.BASIC, SegmentRole.DEFINITION), scope.cues)
    if basic:
        return present("means-named", "The offence or its definition names this means.", "Deleting these words.", basic)
    aggravated = find(code, scope.role(SegmentRole.AGGRAVATED, SegmentRole.CONSENT), scope.cues)
    if aggravated:
        return in_part(
            "means-named-beside",
            "This means is named as an aggravating circumstance or in the rule on consent, not in the basic offence.",
            "Naming it in the basic offence would make it whole; deleting these words would turn it.",
            aggravated,
        )
    defined = [h for h in find(code, scope.definitions, scope.cues) if not _part_of_a_purpose(h, scope)]
    if defined:
        return present(
            "means-in-definition",
            "A definition that the offence rests on names this means.",
            "Deleting these words.",
            defined,
            confidence=0.75,
        )
    if gone := find_denied(code, [*scope.core_segments, *scope.definitions], scope.cues):
        return denied(gone, plain=unconditional(gone, scope.cues))
    hints = find_weak(code, scope.core_segments, scope.cues)
    if code == "means.coercion":  # "compelling to beg" in a definition of exploitation
        hints = hints or find(code, scope.definitions, scope.cues)
    if code == "means.abduction":
        hints = hints or _own_offence(scope)
    if hints:
        return hinted(hints)
    return absent(
        "means-not-named",
        "No word for this means stands in the offence or the definitions that it rests on.",
        "Naming the means in the offence.",
    )


def _own_offence(scope: Scope) -> list[CueHit]:
    """Abduction as an offence of its own that aims at exploitation: beside trafficking, or a way into it."""
    abduction, exploitation = scope.cues.element("means.abduction"), scope.cues.term("exploitation")
    return [
        CueHit(s, m.start(), m.end())
        for s in scope.around
        if abduction.search(s.unit.heading)
        for m in exploitation.finditer(s.unit.folded, s.start, s.end)
    ][:1]


def _part_of_a_purpose(hit: CueHit, scope: Scope) -> bool:
    """ "Compelling a person to beg" in a definition of exploitation is the exploitation, not the way into it."""
    unit = hit.segment.unit
    if not scope.cues.term("exploitation").search(hit.segment.term):
        return False
    window = (max(hit.segment.start, hit.start - 40), hit.start)
    return not scope.cues.term("means_intro").search(unit.folded, *window)


def _hits(scope: Scope, segments: list[Segment]) -> list[CueHit]:
    return [h for code in means_codes() for h in find(code, segments, scope.cues)]


@rule
def essential(question: Question) -> Answer:
    """Yes if every basic variant against an adult needs a means; one that does not turns the answer."""
    scope = question.scope
    name = "means-in-every-basic-limb"
    heavier = {limb for limb, light in _heavier_limbs(scope) if not light}
    every = [limb for limb in variants(scope) if limb not in heavier]
    if every and all(limb.child and _of_children(limb, scope) for limb in every):
        return undecided(
            name,
            "The text protects children only: there is no basic offence against an adult to ask this of.",
            "An offence against adults.",
            [CueHit(limb.segment, limb.start, limb.end) for limb in every],
        )
    adult = [limb for limb in every if not limb.child] or every
    marks = [CueHit(limb.segment, limb.start, limb.end) for limb in adult]
    free = [m for m, limb in zip(marks, adult, strict=True) if not limb.means or limb.open_means]
    if not adult:
        return undecided(
            name, "No basic variant of the offence against an adult was found.", "The text of the basic offence."
        )
    if not free and (freed := _incapable_freed(scope) or assimilated(scope)):
        return undecided(
            name,
            "Each basic variant of the offence needs one of the means, but the text frees adults who cannot resist "
            "from them, or assimilates further acts to trafficking: whether these are the basic offence decides "
            "the answer.",
            "A reading of the words that are quoted.",
            freed,
        )
    if not free:
        return present(
            name,
            "Each basic variant of the offence needs one of the means.",
            "A further basic variant without means, or means that only aggravate.",
            _hits(scope, [m.segment for m in marks]) or marks,
        )
    if len(free) == len(adult) or len({_place(m) for m in marks}) == 1:
        return absent(
            name,
            "A basic variant of the offence can be committed without any of the means.",
            "Requiring one of the means in the basic offence.",
            free,
        )
    return undecided(
        name,
        "Some basic variants need one of the means, others do not: which of them is the trafficking offence "
        "decides the answer.",
        "A reading of the variants that are quoted.",
        free,
    )


def _of_children(limb: Variant, scope: Scope) -> bool:
    """True if what a variant punishes is called trafficking in children, where it stands or in its text's title."""
    unit, child = limb.segment.unit, scope.cues.term("child")
    return any(child.search(title) for title in (unit.heading, *unit.above)) or bool(
        limb.named and child.search(limb.segment.text)
    )


def _incapable_freed(scope: Scope) -> list[CueHit]:
    """Hits where no means is needed against adults who cannot resist, as against children."""
    incapable, needless = scope.cues.term("incapable"), scope.cues.term("child_no_means")
    said = [s for s in (*scope.core_segments, *scope.definitions) if needless.search(s.text)]
    own = [x for x in variants(scope) if x.child and not x.means]
    spans = [*((s, s.start, s.end) for s in said), *((x.segment, x.start, x.end) for x in own)]
    return [
        CueHit(s, m.start(), m.end())
        for s, start, end in spans
        if scope.cues.term("child").search(s.unit.folded, start, end)
        for m in incapable.finditer(s.unit.folded, start, end)
    ]


def _place(hit: CueHit) -> str:
    """The provision that a variant stands in: in one sentence variants are one offence, in items several."""
    unit = hit.segment.unit
    return unit.provision.id + unit.version.at(unit.offsets[hit.start]).id


@rule
def aggravating(question: Question) -> Answer:
    """Yes if means appear, also or only, as aggravating circumstances."""
    scope = question.scope
    found = [h for h in _hits(scope, scope.role(SegmentRole.AGGRAVATED)) if not _needless(h, scope)]
    for segment in scope.role(SegmentRole.BASIC):
        tail = penalty_tail(segment, scope.cues)
        found += [h for h in _hits(scope, [segment]) if h.start >= tail]
    found += _heavier(scope)
    found = [h for h in found if not any(s <= h.start < e for s, e in purpose_regions(h.segment, scope.cues))]
    gone = [h for h in found if denies_aggravation(h.segment, h.start, h.end, scope.cues)]
    found = [h for h in found if h not in gone]
    if found:
        return present("means-aggravate", "One of the means raises the penalty.", "Deleting the circumstance.", found)
    if gone:
        return denied(gone, plain=True)
    if hints := find_weak("means.aggravating", scope.role(SegmentRole.AGGRAVATED), scope.cues):
        return hinted(hints)
    return absent(
        "means-do-not-aggravate",
        "None of the means stands among the aggravating circumstances.",
        "Making one of the means an aggravating circumstance.",
    )


_NEAR = 60  # code points from "even where" to the means that was not used
_CLAUSE = re.compile(r"[^.;]{0,160}")


def _needs_none(segment: Segment, scope: Scope) -> list[tuple[int, int]]:
    """Spans that say that the means do not matter ("even where no means was used", "whether or not by force")."""
    folded, cues = segment.unit.folded, scope.cues
    found = [m.span() for m in cues.term("child_no_means").finditer(folded, segment.start, segment.end)]
    for match in cues.term("concessive").finditer(folded, segment.start, segment.end):
        clause = _CLAUSE.match(folded, match.end(), segment.end)
        end = clause.end() if clause else match.end()
        named = [m for code in means_codes() if (m := cues.element(code).search(folded, match.end(), end))]
        first = min((m.start() for m in named), default=end)
        if named and not cues.term("consent").search(folded, match.end(), first):
            found.append((match.start(), max(m.end() for m in named)))
    return found


def _needless(hit: CueHit, scope: Scope) -> bool:
    """True if a means stands where the text says that it need not be used."""
    return any(start - _NEAR < hit.start < end + _NEAR for start, end in _needs_none(hit.segment, scope))


def _heavier(scope: Scope) -> list[CueHit]:
    """The means of a variant with a heavier penalty that a lighter variant does not have."""
    return [
        hit
        for limb, light in _heavier_limbs(scope)
        for hit in _hits(scope, [limb.segment])
        if _code(hit, scope) - light
    ]


def _code(hit: CueHit, scope: Scope) -> set[str]:
    return {c for c in means_codes() if scope.cues.element(c).match(hit.segment.unit.folded, hit.start)}


def _heavier_limbs(scope: Scope) -> list[tuple[Variant, set[str]]]:
    """The variants against an adult with a heavier penalty than the lightest, and the means of the lightest."""
    graded = [(limb, severity(limb.segment, scope.cues)) for limb in variants(scope) if not limb.child]
    grades = [grade for _, grade in graded if grade]
    if not grades:
        return []
    least = min(grades)
    lightest = dict.fromkeys(limb.segment for limb, grade in graded if grade == least)
    light = {c for h in _hits(scope, [*lightest]) for c in _code(h, scope)}
    return [(limb, light) for limb, grade in graded if grade and grade > least and limb.means]


@rule
def non_exhaustive(question: Question) -> Answer:
    """Yes if the list of means is introduced as open, at the list itself."""
    scope = question.scope
    pattern = scope.cues.term("open_means")
    segments = [*scope.role(SegmentRole.BASIC, SegmentRole.DEFINITION), *scope.definitions]
    found = [
        CueHit(s, m.start(), m.end())
        for s in segments
        for m in pattern.finditer(s.unit.folded, s.start, s.end)
        if _means_near(s, m.start(), m.end(), scope)
    ]
    if found:
        return present(
            "means-introduced-as-open", "The list of means is introduced as open.", "Closing the list.", found
        )
    if hints := find_weak("means.non_exhaustive", segments, scope.cues):
        return hinted(hints)
    return absent(
        "means-closed", "The means, where there are any, are a closed list.", "Introducing the means as examples."
    )


_NEAR = 160  # code points on either side of the words that open a list of means


def _means_near(segment: Segment, start: int, end: int, scope: Scope) -> bool:
    """True if means stand by the words that open their list ("by means such as …", "… or by other improper means")."""
    around = replace(segment, start=max(segment.start, start - _NEAR), end=min(segment.end, end + _NEAR))
    return any(find(code, [around], scope.cues) for code in means_codes())


@rule
def child_needs_none(question: Question) -> Answer:
    """Yes if trafficking a child needs none of the means (article 3(c))."""
    scope, essential_adult = question.scope, question.answer("means.essential_adult")
    said = [
        CueHit(s, start, end)
        for s in (*scope.core_segments, *scope.wide_segments, *scope.definitions)
        if scope.cues.term("child").search(s.unit.heading + " " + s.text)
        for start, end in _needs_none(s, scope)
        # "even where the victim is a child, one of the means must be used"
        if not requires_means(s, start, end, scope.cues)
    ]
    if said:
        return present(
            "child-means-declared-needless",
            "The text says that no means is needed where the victim is a child.",
            "Deleting this rule.",
            said,
        )
    own = [limb for limb in variants(scope) if limb.child]
    free = [CueHit(x.segment, x.start, x.end) for x in own if not x.means]
    if free:
        return present(
            "child-limb-without-means",
            "A variant of the offence against a child names no means.",
            "Requiring one of the means in it.",
            free,
        )
    if essential_adult.value is Value.NO:
        return present(
            "no-means-for-anyone",
            "The basic offence needs no means, so none is needed where the victim is a child.",
            "Making the means essential without a rule for children.",
            essential_adult.hits,
            confidence=0.8,
        )
    if essential_adult.value is Value.UNCLEAR:
        return undecided(
            "child-means-open",
            "Whether the basic offence needs a means is open, and no rule for children stands in the text.",
            "A rule for children.",
            essential_adult.hits,
        )
    return absent(
        "child-means-needed",
        "The basic offence needs one of the means, and no rule frees it from them for children.",
        "Saying that no means is needed where the victim is a child.",
        essential_adult.hits,
    )
