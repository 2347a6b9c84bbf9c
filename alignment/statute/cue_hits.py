"""Elements: where the cue words of a code stand, in the part of a segment where they mean that element."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from palermo.alignment.statute import denials
from palermo.alignment.statute.codes import act_codes, count_acts, form_codes, typical_acts
from palermo.alignment.statute.memoise import memoised
from palermo.alignment.statute.segments import Segment, SegmentRole, defines_trafficking
from palermo.alignment.statute.units import starts_between
from palermo.kb.lexicon.cues import Cues

__all__ = [
    "CueHit",
    "find",
    "find_denied",
    "find_weak",
    "gives_acts",
    "limb_cuts",
    "penalty_tail",
    "purpose_regions",
    "regions",
    "unconditional",
]


@dataclass(frozen=True, slots=True)
class CueHit:
    """Cue words at `start` to `end` of the text of the segment's unit."""

    segment: Segment
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.segment.unit.text[self.start : self.end]


def find(code: str, segments: Iterable[Segment], cues: Cues) -> list[CueHit]:
    """The hits of a code in the segments, in order: acts and means outside of the purpose, purposes inside of it.

    Words that the text denies are none (`find_denied`).
    """
    return [h for h in _named(code, segments, cues) if not _denied(code, h, cues)]


def find_denied(code: str, segments: Iterable[Segment], cues: Cues) -> list[CueHit]:
    """The words for a code that the text speaks of to deny it ("an attempt is not punishable", "but not begging")."""
    return [h for h in _named(code, segments, cues) if _denied(code, h, cues)]


def unconditional(hits: Iterable[CueHit], cues: Cues) -> bool:
    """True if the sentences of the hits hold in every case."""
    return not any(denials.is_conditional(h.segment, h.start, h.end, cues) for h in hits)


def _denied(code: str, hit: CueHit, cues: Cues) -> bool:
    group = code.partition(".")[0]
    if code == "offence.non_punishment":
        asked = denials.denies_immunity
    elif group == "offence":
        asked = denials.is_unpunished
    else:
        asked = denials.is_left_out
    return asked(hit.segment, hit.start, hit.end, cues)


def _named(code: str, segments: Iterable[Segment], cues: Cues) -> list[CueHit]:
    """The words for a code, whether the text says or denies it."""
    group, pattern = code.partition(".")[0], cues.element(code)
    found = []
    for segment in segments:
        folded = segment.unit.folded
        spans = [m.span() for region in regions(segment, group, cues) for m in pattern.finditer(folded, *region)]
        if spans and group == "act":  # "giving or receiving payments" is a means, not the receipt of a person
            paid = [m.span() for m in cues.element("means.payment").finditer(folded, segment.start, segment.end)]
            spans = [span for span in spans if not _inside(paid, span[0])]
        found += [CueHit(segment, *span) for span in spans]
    return found


def find_weak(code: str, segments: Iterable[Segment], cues: Cues) -> list[CueHit]:
    """The words that point to the element of a code without naming it."""
    pattern = cues.weak.get(code)
    if pattern is None:
        return []
    return [CueHit(s, m.start(), m.end()) for s in segments for m in pattern.finditer(s.unit.folded, s.start, s.end)]


@memoised
def regions(segment: Segment, group: str, cues: Cues) -> Sequence[tuple[int, int]]:
    """The parts of a segment where a group of codes is looked for."""
    whole = [(segment.start, segment.end)]
    if group == "purpose":
        return purpose_regions(segment, cues) or _after_acts(segment, cues)
    if group == "act":
        return list(_without(whole[0], purpose_regions(segment, cues)))
    return whole


@memoised
def purpose_regions(segment: Segment, cues: Cues) -> Sequence[tuple[int, int]]:
    """Spans that state a purpose: from a purpose word to the penalty, the means or the acts that follow it.

    In a definition of exploitation (or of a form of it) it is everything after the term.
    """
    folded = segment.unit.folded
    if segment.role is SegmentRole.DEFINITION and not (defines_trafficking(segment, cues) or gives_acts(segment, cues)):
        return [(segment.start, segment.end)]
    found: list[tuple[int, int]] = []
    cuts: list[int] | None = None
    for match in cues.term("purpose").finditer(folded, segment.start, segment.end):
        if found and match.start() < found[-1][1]:
            continue
        stop = segment.end
        after = cues.term("penalty").search(folded, match.end() + 3, stop)
        stop = after.start() if after else stop
        stop = next(_means_after(folded, match.end(), stop, cues), stop)
        cuts = limb_cuts(segment, cues) if cuts is None else cuts
        before, beyond = bisect_left(cuts, match.start()), bisect_right(cuts, match.end())
        stop = min([stop, *cuts[beyond : beyond + 1]])
        limb = cuts[before - 1] if before else segment.start
        if (not found or limb > found[-1][0]) and not _acts_between(segment, limb, match.start(), cues):
            after_acts = [m.start() for c in typical_acts() if (m := cues.element(c).search(folded, match.end(), stop))]
            stop = min([stop, *after_acts])
        found.append((match.start(), max(stop, match.end())))
    return found


def _means_after(folded: str, start: int, stop: int, cues: Cues) -> Iterator[int]:
    """Positions where means begin after a purpose; "exploitation through prostitution" names a form of it."""
    named = [m.end() for m in cues.term("exploitation").finditer(folded, start, stop)]
    for after in cues.term("means_intro").finditer(folded, start + 3, stop):
        blank = after.start()
        while blank > start and folded[blank - 1].isspace():
            blank -= 1
        through = bisect_left(named, blank) < bisect_right(named, after.start())
        if not through and not _forms_after(folded, after.end(), stop, cues):
            yield after.start()


def _forms_after(folded: str, start: int, stop: int, cues: Cues) -> bool:
    """True if a list of forms of exploitation goes on there ("adoption by coercion, slavery, removal of organs")."""
    return sum(cues.element(code).search(folded, start, stop) is not None for code in form_codes()) > 1


def gives_acts(segment: Segment, cues: Cues) -> bool:
    """True if a definition is of the acts of the offence ("relevant action"), not of exploitation or a form of it."""
    forms = (code for code in cues.elements if code.startswith("purpose."))
    if cues.term("exploitation").search(segment.term) or any(cues.element(c).search(segment.term) for c in forms):
        return False
    return count_acts(segment.text, cues) >= 2


def _after_acts(segment: Segment, cues: Cues) -> list[tuple[int, int]]:
    """Span after the acts, where no purpose word was recognised; nothing where there are no acts."""
    folded = segment.unit.folded
    ends = [m.end() for c in typical_acts() for m in cues.element(c).finditer(folded, segment.start, segment.end)]
    return (
        [(max(ends), penalty_tail(segment, cues))] if len(ends) > 1 and max(ends) < penalty_tail(segment, cues) else []
    )


def limb_cuts(segment: Segment, cues: Cues) -> list[int]:
    """Starts of further limbs: a word that joins one ("as well as", "а равно") with an act of its own after it, or
    an item of a list whose items are whole variants.
    """
    folded = segment.unit.folded
    joints = [m.start() for m in cues.term("limb").finditer(folded, segment.start + 1, segment.end)]
    variants = _variants(segment, cues)
    last = max([*joints, *variants], default=0)
    covers = cues.term("covers_all").search(folded, last, segment.end) if last else None
    if not last or (covers and not count_acts(folded[covers.end() : segment.end], cues)):
        return []  # "committed by … for …" in the plural at the end is said of all acts before it
    named = (cues.element(code).search(folded, segment.start, segment.end) for code in act_codes())
    first = min((m.start() for m in named if m), default=0)
    ends = [*joints[1:], segment.end][: len(joints)]
    subject = cues.term("subject")  # "who takes advantage of it" is another variant, whatever it names
    cuts = (
        at
        for at, end in zip(joints, ends, strict=True)
        if subject.match(folded, at) or any(_act_at(c, folded, at, end, cues) for c in act_codes())
    )
    joined = [at for at in cuts if at > first]  # before the acts they join means or purposes
    return sorted({*joined, *variants})


def _variants(segment: Segment, cues: Cues) -> list[int]:
    """Positions of list items that are variants of their own: each has acts, and a purpose or several acts.

    The first of them begins no further limb. A list of single acts under one purpose has none.
    """
    starts = starts_between(segment.unit, segment.start, segment.end)
    if not starts or count_acts(segment.unit.folded[segment.start : starts[0]], cues):
        return []
    items = zip(starts, [*starts[1:], segment.end], strict=True)
    whole = [start for start, end in items if _is_variant(segment, start, end, cues)]
    return whole[1:]


def _is_variant(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    text = segment.unit.folded[start:end]
    count = count_acts(text, cues)
    return count > 1 or (count == 1 and cues.term("purpose").search(text) is not None)


_LEAD = 140  # code points from the joint to the act


def _act_at(code: str, folded: str, position: int, end: int, cues: Cues) -> bool:
    return cues.element(code).search(folded, position, min(end, position + _LEAD)) is not None


def _acts_between(segment: Segment, start: int, end: int, cues: Cues) -> bool:
    return any(cues.element(c).search(segment.unit.folded, start, end) for c in (*typical_acts(), "act.sale"))


def _inside(spans: Sequence[tuple[int, int]], position: int) -> bool:
    """True if one of the spans, which are in order and do not touch, goes over a place."""
    before = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return before >= 0 and position < spans[before][1]


def _without(whole: tuple[int, int], holes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = whole[0]
    for start, end in holes:
        if start > at:
            yield at, start
        at = max(at, end)
    if at < whole[1]:
        yield at, whole[1]


@memoised
def penalty_tail(segment: Segment, cues: Cues) -> int:
    """Position where the penalty of a segment begins, after its acts; its end where there is none.

    What stands after it ("… for life if they kidnap") raises the penalty and makes no offence.
    """
    folded = segment.unit.folded
    last_act = max(
        (
            m.end()
            for c in typical_acts()
            for s, e in regions(segment, "act", cues)
            for m in cues.element(c).finditer(folded, s, e)
        ),
        default=segment.start,
    )
    penalty = cues.term("penalty").search(folded, last_act, segment.end)
    return penalty.start() if penalty and last_act > segment.start else segment.end
