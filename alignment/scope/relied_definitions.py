"""Definitions the offence rests on: those whose terms it uses, and those that these use in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from palermo.alignment.statute.body_of_law import Law, cited, number
from palermo.alignment.statute.codes import count_acts, form_codes
from palermo.alignment.statute.cue_hits import purpose_regions
from palermo.alignment.statute.segments import Segment, SegmentRole, defines_trafficking
from palermo.alignment.statute.units import Unit
from palermo.kb.lexicon.cues import Cues

__all__ = ["act_definitions", "purpose_offences", "relied_definitions"]

# Only terms of the field are followed: exploitation and its forms, child, the means.
_DOMAIN = (
    *(f"purpose.{p}" for p in ("sexual", "forced_labour", "slavery", "servitude", "organs", "begging", "pornography")),
    *(f"means.{m}" for m in ("coercion", "vulnerability", "deception", "fraud", "threat")),
    "purpose.marriage",
)


def relied_definitions(law: Law, start: Sequence[Segment], near: set[Unit]) -> list[Segment]:
    """The definitions that the segments rest on, in the order of the text; a section on exploitation is read whole.

    `near` are the units of the offence and those read beside it.
    """
    cues = law.cues
    pool = [s for unit in _defining(law, near) for s in law.parts(unit) if _matters(s, near, cues)]
    pool = [s for s in pool if s not in start or _of_the_field(s.term, cues)]
    reached: list[Segment] = []
    texts = [s.text for s in start]
    while texts:
        new = [s for s in pool if s not in reached and _wanted(s, texts, cues)]
        reached += new
        texts = [s.text for s in new]
    own = {s.unit for s in start}
    whole = {s.unit for s in reached if s.unit not in own and cues.term("exploitation").search(s.unit.heading)}
    found = [*reached, *(_defining_too(s) for unit in whole for s in law.parts(unit) if s not in reached)]
    return sorted(found, key=lambda s: (s.unit.source, s.unit.provision.span, s.start))


def act_definitions(law: Law, start: Sequence[Segment], near: set[Unit]) -> list[Segment]:
    """The definitions of a term of the offence that give its acts ("relevant action" means the recruitment …)."""
    cues = law.cues
    texts = [s.text for s in start if s.role is SegmentRole.BASIC]
    return [
        s
        for unit in _defining(law, near)
        for s in law.parts(unit)
        if s.role is SegmentRole.DEFINITION and s not in start and count_acts(s.text, cues) >= 2
        if not cues.term("neighbour").search(s.term) and any(_uses(text, s.term, cues) for text in texts)
    ]


def purpose_offences(law: Law, start: Sequence[Segment]) -> list[Segment]:
    """The offences that the purpose cites ("in order to commit the crimes of article 5"), as definitions.

    Only what names a form of exploitation is one; aggravations of it are none.
    """
    numbers = {number(unit): unit for unit in law.units}
    named = [n for s in start if s.role is SegmentRole.BASIC for n in _cited_as_aim(s, law.cues)]
    found = dict.fromkeys(unit for n in named if (unit := numbers.get(n)) and all(s.unit is not unit for s in start))
    return [
        replace(s, role=SegmentRole.DEFINITION)
        for unit in found
        for s in law.parts(unit)
        if s.role is SegmentRole.BASIC and any(law.cues.element(form).search(s.text) for form in form_codes())
    ]


def _cited_as_aim(segment: Segment, cues: Cues) -> list[str]:
    """The numbers that the purposes of a segment cite; "the same article" is the last one cited before it."""
    found: list[str] = []
    for start, end in purpose_regions(segment, cues):
        aim = segment.unit.folded[start:end]
        found += cited(aim, cues)
        if cues.term("same_article").search(aim):
            found += [*cited(segment.unit.folded[segment.start : start], cues)][-1:]
    return found


def _defining_too(segment: Segment) -> Segment:
    """A paragraph of a section that is a definition as a whole."""
    return segment if segment.role is SegmentRole.DEFINITION else replace(segment, role=SegmentRole.DEFINITION)


def _defining(law: Law, near: set[Unit]) -> list[Unit]:
    heading = law.cues.term("definitions_heading")
    return [u for u in law.units if law.small or u in near or heading.search(u.heading)]


def _matters(segment: Segment, near: set[Unit], cues: Cues) -> bool:
    return (
        segment.role is SegmentRole.DEFINITION
        and (_of_the_field(segment.term, cues) or _lists_forms(segment, cues))
        and not defines_trafficking(segment, cues)
        and (segment.unit in near or not _for_its_unit_only(segment, cues))
    )


def _of_the_field(term: str, cues: Cues) -> bool:
    patterns = (cues.term("exploitation"), cues.term("child"), *map(cues.element, _DOMAIN))
    return any(pattern.search(term) for pattern in patterns)


def _lists_forms(segment: Segment, cues: Cues) -> bool:
    """True if a definition lists forms of exploitation under a name of its own ("unlawful purpose")."""
    return (
        count_acts(segment.text, cues) < 2
        and sum(cues.element(f).search(segment.text) is not None for f in form_codes()) >= 2
    )


def _for_its_unit_only(segment: Segment, cues: Cues) -> bool:
    """True if the definition says that it holds in its own section only ("In this section …")."""
    before = segment.unit.folded[max(0, segment.start - 120) : segment.start + 60]
    return cues.term("own_scope").search(before) is not None


def _wanted(segment: Segment, texts: Sequence[str], cues: Cues) -> bool:
    """True if a text uses the term; "child" matters wherever a child may be the victim."""
    child = cues.term("child").match(segment.term) is not None
    return child or any(_uses(text, segment.term, cues) for text in texts)


def _uses(text: str, term: str, cues: Cues) -> bool:
    """True if the text uses the term: each of its longer words, by stem, or another form of exploitation or child."""
    if any(cues.term(t).search(term) and cues.term(t).search(text) for t in ("exploitation", "child")):
        return True
    words = re.findall(r"[^\W\d_]{4,}", term)[:3]
    return bool(words) and all(w[: max(4, len(w) - 3)] in text for w in words)
