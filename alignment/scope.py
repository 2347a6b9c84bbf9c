"""Scope: which units of a body of law are its trafficking law, and which definitions they rest on.

The offence is found first (by heading, by "guilty of the offence of trafficking", by a definition of trafficking), then
what cites it, then the definitions reached from there, transitively. Source: the decision rules of `docs/method.md`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from alignment.segments import Role, Segment, defines_trafficking, only_raises, segments
from alignment.units import Unit, units
from corpus.model import Version
from kb.cues import Cues

__all__ = ["Scope", "Why", "cited", "find_scope", "number"]

_NEAR = 8  # units: how far from the offence a unit of a large code may stand to be read because it cites it
_SMALL = 150  # units: a text up to this size is taken as an act about one matter
_ACTS = ("act.recruitment", "act.transportation", "act.transfer", "act.harbouring", "act.receipt")
_DOMAIN = (
    *(f"purpose.{p}" for p in ("sexual", "forced_labour", "slavery", "servitude", "organs", "begging", "pornography")),
    *(f"means.{m}" for m in ("coercion", "vulnerability", "deception", "fraud", "threat")),
    "purpose.marriage",
)
_LIABILITY = ("attempt", "accomplice", "organising", "legal", "non_punishment")

Parts = Callable[[Unit], list[Segment]]


class Why:
    """Why a unit was read."""

    HEADING = "its heading names trafficking"
    OFFENCE = "it makes trafficking an offence"
    DEFINITION = "it defines trafficking"
    ACTS = "it names trafficking and its acts"
    LIABILITY = "its heading is about liability"
    CITES = "it cites the offence"
    CHAPTER = "it stands in the chapter on trafficking"
    DIVISION = "it speaks of the offences of its chapter"
    ACT = "its act is about trafficking"
    SPEAKS = "it speaks of trafficking"


@dataclass(frozen=True, slots=True)
class Scope:
    """The parts of a body of law that matter, each in the order of the text.

    `core` are the units of the offence, `wide` those that cite it or speak of liability for it; `core_segments` the
    offence itself with its aggravations wherever they stand; `definitions` those that it rests on, from whatever
    unit; `beside` the segments of the units around the offence; `core_context` all segments of the core's units, other
    definitions among them; `why` the reason for each unit of core and wide.
    """

    cues: Cues
    units: tuple[Unit, ...]
    core: tuple[Unit, ...]
    wide: tuple[Unit, ...]
    core_segments: tuple[Segment, ...]
    wide_segments: tuple[Segment, ...]
    definitions: tuple[Segment, ...]
    beside: tuple[Segment, ...]
    core_context: tuple[Segment, ...]
    why: dict[Unit, str]

    def role(self, *roles: Role, child: bool | None = None) -> list[Segment]:
        """The segments of the core with one of the roles; with `child`, only those about children or only the others."""
        return [s for s in self.core_segments if s.role in roles and (child is None or s.child is child)]


def find_scope(versions: Sequence[Version], cues: Cues) -> Scope:
    """The scope of a body of law. Without any trafficking law everything but `units` is empty."""
    everything = units(versions)
    cut: dict[Unit, list[Segment]] = {}

    def parts(unit: Unit) -> list[Segment]:
        if unit not in cut:
            cut[unit] = segments(unit, cues)
        return cut[unit]

    why = {unit: reason for unit in everything if (reason := _offence(unit, parts, cues))}
    core = list(why)
    wide = _wide(everything, core, cues, why) if core else []
    offence = [s for u in core for s in _offence_parts(why[u], parts(u), cues)]
    numbers = {number(u) for u in core}
    offence += [s for u in wide for p in parts(u) if (s := _added(why[u], p, parts(u), numbers, cues))]
    definitions = _reach(offence, everything, {*core, *wide}, parts, cues) if core else []
    return Scope(
        cues=cues,
        units=tuple(everything),
        core=tuple(core),
        wide=tuple(wide),
        core_segments=tuple(s for s in offence if s not in definitions),
        wide_segments=tuple(s for u in wide for s in parts(u)),
        definitions=tuple(definitions),
        beside=tuple(s for u in _neighbours(everything, core) for s in parts(u)),
        core_context=tuple(s for u in core for s in parts(u)),
        why=why,
    )


def _neighbours(everything: Sequence[Unit], core: Sequence[Unit]) -> list[Unit]:
    """The units that stand near the offence and are none of it."""
    places = [i for i, unit in enumerate(everything) if unit in core]
    return [unit for i, unit in enumerate(everything) if unit not in core and any(abs(i - p) <= _NEAR for p in places)]


def _offence(unit: Unit, parts: Parts, cues: Cues) -> str | None:
    """Why the unit is taken as the offence, None if it is not."""
    text, heading = unit.folded, unit.heading
    acts = _acts(text, cues)
    neighbour = cues.term("neighbour").search(heading)
    named = cues.term("trafficking").search(heading)
    if named and not neighbour and _heads(cues, heading[: named.start()]):
        if acts or cues.term("penalty").search(text) or cues.term("exploitation").search(text):
            return Why.HEADING
    elif not cues.term("trafficking").search(text) and not _under_trafficking(unit, cues):
        return None
    if acts >= 2 and cues.term("offence_phrase").search(text):
        return Why.OFFENCE
    reasons = (reason for segment in parts(unit) if (reason := _of_segment(segment, bool(neighbour), cues)))
    if reason := next(reasons, None):
        return reason
    return Why.ACTS if not heading and acts >= 3 and cues.term("purpose").search(text) else None


def _of_segment(segment: Segment, neighbour: bool, cues: Cues) -> str | None:
    if segment.role is Role.DEFINITION and defines_trafficking(segment, cues) and _acts(segment.text, cues) >= 2:
        return Why.DEFINITION
    return Why.OFFENCE if not neighbour and _punishes(segment, cues) else None


def _punishes(segment: Segment, cues: Cues) -> bool:
    """Whether a sentence punishes who traffics, or opens with trafficking and goes on to its penalty."""
    penalty = cues.term("penalty").search(segment.text)
    if penalty is None:
        return False
    named = cues.term("trafficking").search(segment.text)
    opens = (
        named is not None and named.start() < _OPENING and named.end() < penalty.start() < named.end() + 3 * _OPENING
    )
    return opens or cues.term("offence_verb").search(segment.text) is not None


_OPENING = 25  # code points in which the subject of a sentence stands


def _under_trafficking(unit: Unit, cues: Cues) -> bool:
    """Whether an article without a heading stands in a chapter, or in an act, that names trafficking."""
    return not unit.heading and any(cues.term("trafficking").search(h) for h in unit.above)


def _heads(cues: Cues, before: str) -> bool:
    """Whether what a heading says before "trafficking" leaves it the subject ("Offence of", not "Profiting from")."""
    lead = cues.terms.get("heading_lead")
    return lead is None or lead.fullmatch(before) is not None


def _acts(text: str, cues: Cues) -> int:
    return sum(bool(cues.element(code).search(text)) for code in _ACTS)


_FEW = 3  # definitions: a unit with fewer is an article on trafficking that defines it, not a list of terms


def _offence_parts(why: str, unit: Sequence[Segment], cues: Cues) -> list[Segment]:
    """The segments of a core unit that are about trafficking: all of them, but of a list of terms only its definition."""
    if why != Why.DEFINITION or sum(s.role is Role.DEFINITION for s in unit) < _FEW:
        return list(unit)
    return [
        s
        for s in unit
        if (s.role is Role.DEFINITION and defines_trafficking(s, cues))
        or s.role is Role.CONSENT
        or (s.role is not Role.DEFINITION and _acts(s.text, cues) >= 2 and cues.term("purpose").search(s.text))
    ]


def _added(why: str, segment: Segment, unit: Sequence[Segment], numbers: set[str], cues: Cues) -> Segment | None:
    """The segment of a unit beside the offence that aggravates it or rules on consent to it; None for another one.

    In a unit with an offence of its own, "the same act" is that offence, unless trafficking is cited there. In an act
    or chapter on trafficking a penalty without an offender and acts of its own is one for trafficking.
    """
    whole = why in (Why.ACT, Why.CHAPTER)
    if whole and segment.role is Role.BASIC and only_raises(segment, cues):
        return replace(segment, role=Role.AGGRAVATED)
    if segment.role not in (Role.AGGRAVATED, Role.CONSENT):
        return None
    if why == Why.CITES and segment.role is Role.AGGRAVATED:
        own = any(s.role is Role.BASIC and cues.term("penalty").search(s.text) for s in unit if s.start < segment.start)
        return segment if not own or not numbers.isdisjoint(cited(segment.text, cues)) else None
    named = cues.term("trafficking").search(f"{segment.unit.heading} {segment.text}")
    return segment if whole or why == Why.CITES or (why == Why.SPEAKS and named) else None


def _wide(everything: Sequence[Unit], core: Sequence[Unit], cues: Cues, why: dict[Unit, str]) -> list[Unit]:
    """The units that cite the offence or whose heading says that they are about liability; reasons go to `why`."""
    small = len(everything) <= _SMALL
    place = {unit: i for i, unit in enumerate(everything)}
    numbers = {number(u) for u in core if u.provision.cite}
    headings = [cues.term(f"{kind}_heading") for kind in _LIABILITY]
    wide = []
    for unit in everything:
        if unit in why:
            continue
        near = small or min(abs(place[unit] - place[c]) for c in core) <= _NEAR
        if any(h.search(unit.heading) for h in headings):
            why[unit] = Why.LIABILITY
        elif near and any(_on_trafficking(h, cues) for h in unit.above[1:]):
            why[unit] = Why.CHAPTER
        elif near and (
            not numbers.isdisjoint(cited(unit.folded, cues)) or _follows(unit, everything, place, why, cues)
        ):
            why[unit] = Why.CITES
            if cues.term("penalty").search(unit.folded):
                numbers.add(number(unit))  # "an offence established in accordance with article 18"
        elif near and cues.term("same_division").search(unit.folded) and _speaks_of_liability(unit, cues):
            why[unit] = Why.DIVISION
        elif small and cues.term("trafficking").search(unit.above[0]):
            why[unit] = Why.ACT
        elif small and cues.term("trafficking").search(unit.folded):
            why[unit] = Why.SPEAKS
        elif not unit.heading and place[unit] < len(everything) * _GENERAL_PART and _general(unit, cues):
            why[unit] = Why.LIABILITY
        else:
            continue
        wide.append(unit)
    return wide


def number(unit: Unit) -> str:
    """The number by which other units cite this one, folded."""
    return unit.provision.cite.split("|")[-1].casefold()


_GENERAL_PART = 0.2  # share of a code in which its general part stands, where articles have no headings
_SHORT = 900  # code points


def _follows(unit: Unit, everything: Sequence[Unit], place: dict[Unit, int], why: dict[Unit, str], cues: Cues) -> bool:
    """Whether the unit speaks of the article before it, and that is the offence."""
    before = everything[place[unit] - 1] if place[unit] else None
    return before in why and why.get(before) in _OFFENCE and bool(cues.term("previous").search(unit.folded))


_OFFENCE = (Why.HEADING, Why.OFFENCE, Why.DEFINITION, Why.ACTS)


def _on_trafficking(heading: str, cues: Cues) -> bool:
    return bool(cues.term("trafficking").search(heading)) and not cues.term("neighbour").search(heading)


def _speaks_of_liability(unit: Unit, cues: Cues) -> bool:
    return any(cues.term(f"{kind}_heading").search(unit.folded) for kind in _LIABILITY)


def _general(unit: Unit, cues: Cues) -> bool:
    """Whether a short article without a heading is about liability for offences in general."""
    text = unit.folded
    return len(text) < _SHORT and bool(cues.term("offence").search(text)) and _speaks_of_liability(unit, cues)


_NUMBER = r"\d+(?:[.-]\d+)*[a-z]?"
_LIST = re.compile(rf"\W*({_NUMBER}(?:\W{{0,3}}(?:\(\w+\))?[^\d.;:]{{0,12}}{_NUMBER})*)")


def cited(text: str, cues: Cues) -> Iterator[str]:
    """The numbers that the text cites ("section 5", "статьями 128, 133", "§§ 232 bis 233a")."""
    for match in cues.term("cite").finditer(text):
        listed = _LIST.match(text[match.end() : match.end() + 120])
        if listed:
            yield from re.findall(_NUMBER, listed[1])


def _reach(
    start: Sequence[Segment], everything: Sequence[Unit], near: set[Unit], parts: Parts, cues: Cues
) -> list[Segment]:
    """The definitions whose terms the offence uses, and those that these use in turn, in the order of the text.

    A section that is all about exploitation is read whole.
    """
    small = len(everything) <= _SMALL
    pool = [
        segment
        for unit in everything
        if small or unit in near or cues.term("definitions_heading").search(unit.heading)
        for segment in parts(unit)
        if segment.role is Role.DEFINITION
        and _domain(segment.term, cues)
        and not defines_trafficking(segment, cues)
        and (unit in near or not _for_its_unit_only(segment, cues))
    ]
    reached: list[Segment] = []
    texts = [s.text for s in start]
    while texts:
        new = [
            s
            for s in pool
            if s not in reached and (_of_children(s, cues) or any(_uses(t, s.term, cues) for t in texts))
        ]
        reached += new
        texts = [s.text for s in new]
    own = {s.unit for s in start}
    explained = {s.unit for s in reached if s.unit not in own and cues.term("exploitation").search(s.unit.heading)}
    found = [*reached, *(s for unit in explained for s in parts(unit) if s not in reached)]
    return sorted(found, key=lambda s: (s.unit.source, s.unit.provision.span, s.start))


def _of_children(segment: Segment, cues: Cues) -> bool:
    """Whether the definition is of "child": it matters wherever a child is the victim."""
    return cues.term("child").match(segment.term) is not None


def _for_its_unit_only(segment: Segment, cues: Cues) -> bool:
    """Whether the definition says that it holds in its own section only ("In this section …")."""
    before = segment.unit.folded[max(0, segment.start - 120) : segment.start + 60]
    return bool(cues.term("own_scope").search(before))


def _domain(term: str, cues: Cues) -> bool:
    patterns: Iterable[re.Pattern[str]] = (cues.term("exploitation"), cues.term("child"), *map(cues.element, _DOMAIN))
    return any(pattern.search(term) for pattern in patterns)


def _uses(text: str, term: str, cues: Cues) -> bool:
    """Whether the text uses the term: each of its longer words, by stem, or another form of exploitation or child."""
    if any(cues.term(t).search(term) and cues.term(t).search(text) for t in ("exploitation", "child")):
        return True
    words = [w for w in re.findall(r"[^\W\d_]{4,}", term)][:3]
    return bool(words) and all(w[: max(4, len(w) - 3)] in text for w in words)
