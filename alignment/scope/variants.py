"""Limbs: the basic variants of the offence, one by one.

`means.essential_adult` and `purpose.required` speak of every variant, so one limb without the element turns the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.codes import act_codes, form_codes, means_codes
from palermo.alignment.statute.cue_hits import CueHit, find, gives_acts, limb_cuts, penalty_tail, purpose_regions
from palermo.alignment.statute.memoise import memoised
from palermo.alignment.statute.segments import Segment, SegmentRole, defines_trafficking
from palermo.kb.lexicon.cues import Cues
from palermo.kb.lexicon.numbers import number

__all__ = ["Variant", "assimilated", "variants"]


_BESIDE = ("offence.attempt", "offence.accomplice")  # "who attempts or abets it": no variant, whatever act it names


@dataclass(frozen=True, slots=True)
class Variant:
    """A basic variant: its words, and what belongs to it.

    `named` is a limb that says "trafficking" in place of the acts ("a person who traffics another …").
    """

    segment: Segment
    start: int
    end: int
    means: bool
    open_means: bool
    purpose: bool
    child: bool
    named: bool


@memoised
def variants(scope: Scope) -> Sequence[Variant]:
    """The basic variants.

    A limb that only names trafficking takes acts, means and purpose from the definition. Where no definition is
    complete and it adds neither means nor purpose of its own, it is no variant: it gives the penalty of one.
    """
    offences = [limb for s in scope.role(SegmentRole.BASIC) for limb in _split(scope, s)]
    defined = [
        limb
        for s in scope.role(SegmentRole.DEFINITION)
        if defines_trafficking(s, scope.cues) or not gives_acts(s, scope.cues)
        for limb in _split(scope, s)
    ]
    full = [limb for limb in offences if not limb.named]
    complete = any(d.purpose for d in defined)
    naming = [limb for limb in offences if limb.named and (limb.means or limb.purpose or complete)]
    if naming and defined:
        inherited = (any(d.means for d in defined), any(d.open_means for d in defined), any(d.purpose for d in defined))
        naming = [_inherit(limb, *inherited) for limb in naming]
        return full + naming if any(not limb.child for limb in naming) else full + naming + defined
    return full + (naming if not full else []) + defined or [_in_parts(scope, x) for x in offences if x.named]


def _in_parts(scope: Scope, limb: Variant) -> Variant:
    """A limb that only names trafficking, with what its section says of the offence in parts.

    So where "relevant action" is defined for the acts, and another sentence says what they must be done for.
    """
    parts = [s for s in scope.role(SegmentRole.BASIC) if s.unit is limb.segment.unit]
    if not any(gives_acts(s, scope.cues) for s in scope.role(SegmentRole.DEFINITION)):
        return limb
    purpose = any(purpose_regions(s, scope.cues) for s in parts)
    return _inherit(limb, any(find(code, parts, scope.cues) for code in means_codes()), False, purpose)


def assimilated(scope: Scope) -> list[CueHit]:
    """Hits where the text assimilates further acts to trafficking, which may or may not be the offence itself."""
    pattern = scope.cues.term("assimilated")
    return [
        CueHit(s, m.start(), m.end())
        for s in (*scope.core_segments, *scope.wide_segments)
        for m in pattern.finditer(s.unit.folded, s.start, s.end)
    ]


def _inherit(limb: Variant, means: bool, open_means: bool, purpose: bool) -> Variant:
    return replace(
        limb,
        means=limb.means or means,
        open_means=limb.open_means or (open_means and not limb.means),
        purpose=limb.purpose or purpose,
    )


def _split(scope: Scope, segment: Segment) -> list[Variant]:
    cuts = [segment.start, *limb_cuts(segment, scope.cues)]
    parts = zip(cuts, [*cuts[1:], segment.end], strict=True)
    own = len(cuts) > 1 and not _about_child(segment.unit.heading, scope)
    return [limb for start, end in parts if (limb := _limb(scope, segment, start, end, own=own))]


def _limb(scope: Scope, segment: Segment, start: int, end: int, *, own: bool) -> Variant | None:
    """The words as a variant, if they are one; with `own` only they say whether it is about children."""
    cues = scope.cues
    whole = (start, end) == (segment.start, segment.end)
    part = segment if whole else Segment(segment.unit, start, end, segment.role, segment.term, segment.child)
    acts = sum(bool(find(code, [part], cues)) for code in act_codes())
    named = (
        not acts
        and bool(cues.term("trafficking").search(part.text))
        and bool(cues.term("penalty").search(segment.text))
    )
    if not (acts and _makes_an_offence(segment, scope)) and not named:
        return None
    if acts < 2 and any(find(code, [part], cues) for code in _BESIDE):
        return None
    text = part.text
    tail = penalty_tail(part, cues)
    hits = [h for code in means_codes() for h in find(code, [part], cues) if h.start < tail]
    if all(_in_aim(h, part, cues) for h in hits):
        hits = []
    cited = cues.term("means_cited").search(segment.unit.folded, start, tail)
    either = bool(hits) and _or_purpose(part, min(h.end for h in hits), cues)
    return Variant(
        segment=segment,
        start=start,
        end=end,
        means=not either and (bool(cited) or (bool(hits) and not _any_means(part, min(h.start for h in hits), cues))),
        open_means=bool(hits) and _introduced_as_open(part, min(h.start for h in hits), cues),
        purpose=not either
        and (bool(cues.term("purpose").search(text)) or any(find(code, [part], cues) for code in form_codes())),
        child=(_about_child(text, scope) if own else segment.child) and not _adult_too(text, scope),
        named=named,
    )


def _in_aim(hit: CueHit, part: Segment, cues: Cues) -> bool:
    """True if the words for a means are part of what the acts aim at ("forced labour")."""
    forced = cues.element("means.coercion").match(hit.segment.unit.folded, hit.start)
    return forced is not None and any(start <= hit.start < end for start, end in purpose_regions(part, cues))


_LISTED = 30  # code points between the words that bring means in and the first of them


def _any_means(part: Segment, first: int, cues: Cues) -> bool:
    """True if any means will do, and no list of them ("by means of …") begins right before the first one named."""
    folded = part.unit.folded
    if cues.term("any_means").search(part.text) is None:
        return False
    listed = cues.term("means_intro").search(folded, max(part.start, first - _LISTED), first + 1)
    return (
        listed is None or cues.term("any_means").search(folded, max(part.start, first - 2 * _LISTED), first) is not None
    )


def _introduced_as_open(part: Segment, first: int, cues: Cues) -> bool:
    """True if the list of means is opened before the first of them; "or by other improper means" still asks for one."""
    opened = cues.term("open_means").search(part.unit.folded, part.start, part.end)
    return opened is not None and opened.start() < first


def _or_purpose(part: Segment, after: int, cues: Cues) -> bool:
    """True if the purpose is an alternative to the means before it: "by force or for the purpose of slavery"."""
    purpose = cues.term("purpose").search(part.unit.folded, part.start, part.end)
    if purpose is None or purpose.start() < after:
        return False
    words = part.unit.folded[after : purpose.start()].split()
    return bool(words) and cues.term("or").fullmatch(words[-1]) is not None


def _about_child(text: str, scope: Scope) -> bool:
    return bool(scope.cues.term("child").search(scope.cues.term("child_excluded").sub(" ", text)))


def _makes_an_offence(segment: Segment, scope: Scope) -> bool:
    """True if the sentence punishes or defines; one that only explains how an act may be done is no variant."""
    terms = ("penalty", "offence", "trafficking", "aggravation")
    return segment.role is SegmentRole.DEFINITION or any(scope.cues.term(t).search(segment.text) for t in terms)


def _adult_too(text: str, scope: Scope) -> bool:
    """True if the age limit of a variant is above eighteen, so that adults are its victims, too."""
    words = (next(filter(None, m.groupdict().values()), "") for m in scope.cues.term("age").finditer(text))
    return any((number(word, scope.cues.lang) or 0) in range(19, 26) for word in words)
