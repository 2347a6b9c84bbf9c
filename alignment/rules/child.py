"""Children: Protocol articles 3(c) and 3(d), and what national laws add."""

from __future__ import annotations

from palermo.alignment.penalties.penalties import sanctions, severity
from palermo.alignment.rules.answer import Answer, absent, denied, present, undecided
from palermo.alignment.rules.registry import Question, rule
from palermo.alignment.rules.sentence import Sentence
from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.cue_hits import CueHit
from palermo.alignment.statute.denials import denies_aggravation
from palermo.alignment.statute.segments import Segment, SegmentRole
from palermo.kb.lexicon.numbers import number

__all__ = ["age_18", "aggravated"]


def _ages(scope: Scope, segment: Segment) -> list[tuple[int, CueHit]]:
    found = []
    terms = [(s.start, s.end) for s in sanctions(segment, scope.cues) if s.unit]
    for match in scope.cues.term("age").finditer(segment.unit.folded, segment.start, segment.end):
        if any(start < match.end() and match.start() < end for start, end in terms):
            continue  # "imprisonment of up to eighteen years" is no age
        word = next((g for g in match.groupdict().values() if g), "")
        years = number(word, scope.cues.lang)
        if years is not None and 10 <= years <= 25:
            found.append((int(years), CueHit(segment, match.start(), match.end())))
    return found


def _used(scope: Scope, term: str) -> bool:
    """True if the offence, or what is read beside it, uses the word that is defined."""
    word = scope.cues.term("child").search(term)
    stem = (word[0] if word else term)[:4]  # ребенок, ребенка; Kinder, Kind
    return any(stem in s.text for s in (*scope.core_segments, *scope.wide_segments))


@rule
def age_18(question: Question) -> Answer:
    """Yes if a child is a person under eighteen; a term for minors that the text does not define is unclear."""
    scope = question.scope
    definitions = [s for s in scope.definitions if scope.cues.term("child").search(s.term) and _used(scope, s.term)]
    ages = [(years, hit) for s in (*definitions, *scope.core_segments) for years, hit in _ages(scope, s)]
    eighteen = [hit for years, hit in ages if years == 18]
    if eighteen:
        return present("child-under-eighteen", "The text draws the line at eighteen.", "Another age limit.", eighteen)
    if ages:
        return absent(
            "child-other-age",
            Sentence(
                "The text draws the line at another age: {ages}.",
                ages=", ".join(str(y) for y in sorted({y for y, _ in ages})),
            ),
            "Drawing the line at eighteen.",
            [hit for _, hit in ages],
        )
    named = [
        CueHit(s, m.start(), m.end())
        for s in scope.core_segments
        for m in scope.cues.term("child").finditer(s.unit.folded, s.start, s.end)
    ]
    if named:
        return undecided(
            "child-not-defined",
            "The text speaks of children or minors and does not say who they are.",
            "The provision that defines the age.",
            named,
        )
    elsewhere = [
        (years, hit)
        for s in dict.fromkeys((*scope.context, *scope.wide_segments))
        if s.role is SegmentRole.DEFINITION and scope.cues.term("child").search(s.term)
        for years, hit in _ages(scope, s)
    ]
    if elsewhere:
        return undecided(
            "child-defined-and-not-used",
            Sentence(
                "The text says who a child is and draws the line at {ages}, but the offence does not speak of "
                "children.",
                ages=", ".join(str(y) for y in sorted({y for y, _ in elsewhere})),
            ),
            "An offence that speaks of children, or a reading of what the definition is for.",
            [hit for _, hit in elsewhere],
        )
    return undecided(
        "child-not-named",
        "The offence does not speak of children; who is one may stand in another text.",
        "A definition of child.",
    )


@rule
def aggravated(question: Question) -> Answer:
    """Yes if a child victim raises the penalty, as a circumstance or by a heavier offence of its own."""
    scope = question.scope
    pattern = scope.cues.term("child")
    excluded = scope.cues.term("child_excluded")
    found = [
        CueHit(s, s.start + m.start(), s.start + m.end())
        for s in scope.role(SegmentRole.AGGRAVATED)
        for m in pattern.finditer(excluded.sub(lambda x: " " * len(x[0]), s.text))
    ]
    gone = [h for h in found if denies_aggravation(h.segment, h.start, h.end, scope.cues)]
    found = [h for h in found if h not in gone]
    if found:
        return present(
            "child-aggravates", "A child victim is an aggravating circumstance.", "Deleting the circumstance.", found
        )
    own = [s for s in scope.role(SegmentRole.BASIC, child=True) if severity(s, scope.cues) is not None]
    adult = [v for s in scope.role(SegmentRole.BASIC, child=False) if (v := severity(s, scope.cues)) is not None]
    heavier = [s for s in own if adult and (severity(s, scope.cues) or (0, 0)) > min(adult)]
    if heavier:
        return present(
            "child-offence-heavier",
            "The offence against a child carries a heavier penalty than the basic one.",
            "An equal penalty.",
            [CueHit(s, s.start, s.end) for s in heavier],
        )
    if gone:
        return denied(gone, plain=True)
    return absent(
        "child-does-not-aggravate",
        "No heavier penalty for child victims was found.",
        "A heavier penalty where the victim is a child.",
    )
