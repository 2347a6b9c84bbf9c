"""Grades of the offence: which penalty the law threatens for trafficking as such, and which for what aggravates it.

A penalty belongs to the offence where its sentence names the offence, its acts or a circumstance of it, or cites it; a
sentence that makes an offence of its own (obstructing the police, publishing a name) is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from palermo.alignment.penalties.aggravations import labels
from palermo.alignment.penalties.aggravations import named as named_in
from palermo.alignment.penalties.penalties import Sanction, sanctions
from palermo.alignment.scope.offences import ScopeReason
from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.body_of_law import cited, number
from palermo.alignment.statute.codes import typical_acts
from palermo.alignment.statute.memoise import memoised
from palermo.alignment.statute.segments import Segment, SegmentRole, defines_trafficking
from palermo.alignment.statute.units import Unit, starts_between
from palermo.corpus.model.findings import Evidence, Penalty
from palermo.kb.lexicon.circumstances import CHILD, OTHER
from palermo.kb.lexicon.cues import Cues

__all__ = ["HEAVIER", "penalties"]

HEAVIER = "heavier sentence"  # the kind of a penalty that is raised by no stated amount

_TIME = ("years", "months", "days")
_MAX_QUOTE = 240  # code points
_SHORT = 160  # code points from which a quotation ends at the next comma or stop
_REACH = 160  # code points from the word for a penalty to its amount


def penalties(scope: Scope) -> tuple[Penalty, ...]:
    """The penalties of the offence in the order of the text: one for each kind and amount and each circumstance.

    `basic` is a penalty without any circumstance; an offence of its own against children counts as aggravated by
    "child", unless the body knows no other. Circumstances of an offence against children read "child, death".
    """
    grouped: dict[Unit, list[Segment]] = {}
    for segment in scope.core_segments:
        grouped.setdefault(segment.unit, []).append(segment)
    found = {u: list(_of_unit(u, s, scope, u in scope.core)) for u, s in grouped.items()}
    if not any(p.basic or p.aggravation == CHILD for u in scope.core for p in found.get(u, [])):
        found |= {u: list(_of_unit(u, s, scope, True)) for u, s in _punished_beside(scope).items()}
    in_order = sorted(found, key=lambda u: (u.source, u.provision.span))
    return _with_a_basic(tuple(dict.fromkeys(p for u in in_order for p in found[u])))


def _punished_beside(scope: Scope) -> dict[Unit, list[Segment]]:
    """Sentences that punish trafficking in other articles than the one that defines it, with the aggravations there: of
    the articles the first that punish it, or it against children.
    """
    basic: dict[bool, Segment] = {}
    for segment in scope.wide_segments:
        if (
            segment.role is SegmentRole.BASIC
            and _belongs(segment, scope, False, False)
            and sanctions(segment, scope.cues)
        ):
            basic.setdefault(segment.child, segment)
    units = {s.unit for s in basic.values()}
    found: dict[Unit, list[Segment]] = {unit: [] for unit in units}
    for segment in scope.wide_segments:
        if segment in basic.values() or (segment.unit in units and segment.role is SegmentRole.AGGRAVATED):
            found[segment.unit].append(segment)
    return found


def _with_a_basic(found: tuple[Penalty, ...]) -> tuple[Penalty, ...]:
    """Penalties among which that of an offence against children, if there is no other, is the basic one."""
    if any(p.basic for p in found):
        return found
    return tuple(replace(p, basic=True) if p.aggravation == CHILD else p for p in found)


def _of_unit(unit: Unit, segments: Sequence[Segment], scope: Scope, in_core: bool) -> Iterator[Penalty]:
    """The penalties of one article; with `in_core` it punishes trafficking itself, else it stands beside that."""
    cues = scope.cues
    against_child = _against_child(segments, cues)
    waiting: list[Segment] = []  # they list circumstances; the penalty for these is still to come
    last: tuple[Segment, _Part] | None = None  # the aggravation before them
    graded = False  # whether the unit has given a penalty
    for segment in segments:
        if not _belongs(segment, scope, in_core, graded):
            continue
        parts = list(_parts(segment, cues))
        aggravated = segment.role is SegmentRole.AGGRAVATED
        if not parts and aggravated:
            if last and _is_item(segment, cues):
                for label in labels(named_in(segment, [], cues), against_child):
                    yield from (_penalty(*last, sanction, label, cues) for sanction in last[1].sanctions if label)
            else:
                waiting.append(segment)
        if not parts:
            continue
        known = graded
        for part in parts:
            named = named_in(segment, part.shown, cues) if aggravated or part.item else []
            if not named and aggravated:
                named = list(dict.fromkeys(name for s in waiting for name in named_in(s, [], cues)))
                waiting = []
            if not named and aggravated and (known or not in_core):
                named = [OTHER]
            child = against_child or (segment.child and not aggravated)
            for label in labels(named, child):
                yield from (_penalty(segment, part, sanction, label, cues) for sanction in part.sanctions)
        last = (segment, parts[-1]) if aggravated else None
        graded = True
    for segment in waiting:
        yield from _without_amount(segment, scope, against_child)


def _is_item(segment: Segment, cues: Cues) -> bool:
    """True if a segment is an item of the list that the penalty before it opens ("… if: 1. … 2. …")."""
    return bool(_ITEM.match(segment.text)) and not cues.term("aggravation_inside").search(segment.text)


_ITEM = re.compile(r"\W*(?:\d{1,2}|[^\W\d_])\W{0,2}[.)]")


def _without_amount(segment: Segment, scope: Scope, against_child: bool) -> Iterator[Penalty]:
    """A heavier sentence for circumstances that the law names, and does not say how much heavier."""
    cues, unit = scope.cues, segment.unit
    raised = cues.term("aggravation_inside").search(segment.text)
    if not raised and not cues.term("aggravating_heading").search(unit.heading):
        return
    at = segment.start + raised.start() if raised else segment.start
    start = max(unit.text.rfind(stop, segment.start, at) + 1 for stop in ".;\n") or segment.start
    start += len(unit.text[start : segment.end]) - len(unit.text[start : segment.end].lstrip())
    stop = _STOP.search(unit.folded, min(start + _SHORT, segment.end), segment.end)
    span = unit.span(start, stop.start() if stop else segment.end)
    evidence = Evidence(unit.source, unit.version.at(span.start), span, unit.version.quote(span))
    for label in labels(named_in(segment, [], cues), against_child):
        if label is not None and not (against_child and label == CHILD):
            yield Penalty(evidence, False, label, HEAVIER, None, None, "")


@dataclass(frozen=True, slots=True)
class _Part:
    """Penalties of a segment that belong together. `shown` are the spans of the unit's text whose circumstances count
    for them, `item` that they stand in one of several items with penalties of their own."""

    start: int
    sanctions: tuple[Sanction, ...]
    shown: list[tuple[int, int]]
    item: bool


def _parts(segment: Segment, cues: Cues) -> Iterator[_Part]:
    """The penalties of a segment, item by item where several items have their own."""
    found = sanctions(segment, cues)
    if not found:
        return
    starts = list(dict.fromkeys([segment.start, *starts_between(segment.unit, segment.start, segment.end)]))
    own: dict[int, list[Sanction]] = {}
    for sanction in found:
        own.setdefault(starts[max(bisect_right(starts, sanction.start), 1) - 1], []).append(sanction)
    ends = dict(zip(starts, [*starts[1:], segment.end], strict=True))
    if len(own) == 1:
        yield _Part(segment.start, tuple(_united(found)), [(segment.start, segment.end)], item=False)
        return
    shared = [(at, ends[at]) for at in starts if at not in own or at == segment.start]
    for at, group in own.items():
        shown = [*shared, (at, ends[at])] if segment.role is SegmentRole.AGGRAVATED else [(at, ends[at])]
        yield _Part(at, tuple(_united(group)), shown, item=at != segment.start)


def _united(found: Sequence[Sanction]) -> Iterator[Sanction]:
    """A term said twice counts once; a least term and "for life" that stand together are the bounds of one penalty."""
    united: list[Sanction] = []
    for s in found:
        last = united[-1] if united else None
        if last and (last.kind, last.unit, last.min, last.max) == (s.kind, s.unit, s.min, s.max):
            continue
        if last and last.kind == s.kind and last.unit == s.unit and (last.max is None) != (s.max is None):
            low, high = (last.min, s.max) if last.max is None else (s.min, last.max)
            if (last.min is None) != (s.min is None) and low is not None and high is not None and low <= high:
                united[-1] = replace(last, end=max(last.end, s.end), min=low, max=high)
                continue
        united.append(s)
    yield from united


def _belongs(segment: Segment, scope: Scope, in_core: bool, graded: bool) -> bool:
    """True if a segment can grade the offence, `graded` or not by the segments before it."""
    cues, text = scope.cues, segment.text
    if segment.role in (SegmentRole.CONSENT, SegmentRole.IMMUNITY) or (
        segment.role is SegmentRole.DEFINITION and not defines_trafficking(segment, cues)
    ):
        return False
    named = bool(cues.term("trafficking").search(text))
    if any(cues.element(code).search(text[:_HEAD]) for code in _OF_OTHERS):
        return False
    if not in_core:
        cites = not {number(u) for u in scope.core if u.provision.cite}.isdisjoint(cited(text, cues))
        return (named or cites or scope.why.get(segment.unit) == ScopeReason.CHAPTER) and not cues.term(
            "own_offence"
        ).search(text)
    if segment.role is not SegmentRole.BASIC or named or not graded:
        return True
    return not cues.term("subject").search(text) or _names_act(text, cues)


def _names_act(text: str, cues: Cues) -> bool:
    return any(cues.element(code).search(text) for code in (*typical_acts(), "act.sale"))


_OF_OTHERS = ("offence.attempt", "offence.legal_persons")  # whose penalties are not the offender's
_HEAD = 60  # code points in which a sentence says of whom it speaks


def _against_child(segments: Sequence[Segment], cues: Cues) -> bool:
    """True if all of the unit's offences are offences against children; without any, whether its heading says so."""
    offences = [
        s
        for s in segments
        if s.role is SegmentRole.BASIC and (_names_act(s.text, cues) or cues.term("trafficking").search(s.text))
    ]
    if not offences:
        return any(cues.term("child").search(s.unit.heading) for s in segments[:1])
    return all(s.child for s in offences)


def _penalty(segment: Segment, part: _Part, sanction: Sanction, label: str | None, cues: Cues) -> Penalty:
    unit = segment.unit
    start, end = _clause(segment, part, sanction, cues)
    span = unit.span(start, end)
    provision = unit.version.at(unit.span(part.start, part.start + 1).start)
    words = unit.span(sanction.start, sanction.end)
    return Penalty(
        evidence=Evidence(unit.source, provision, span, unit.version.quote(span), words),
        basic=label is None,
        aggravation=label,
        kind=sanction.kind,
        min=sanction.min,
        max=sanction.max,
        unit=_unit(sanction, unit.folded[start:end], cues),
    )


def _clause(segment: Segment, part: _Part, sanction: Sanction, cues: Cues) -> tuple[int, int]:
    """The words of a penalty: from its kind to its amount, whichever comes first, on to the next comma or stop."""
    folded = segment.unit.folded
    names_ = _named_kinds(segment, sanction.kind, cues)
    first = bisect_left(names_, (sanction.start - _REACH,))
    near = names_[first : bisect_left(names_, (sanction.end + _REACH + 1,))]
    kind = min(near, key=lambda span: abs(span[0] - sanction.start), default=None)
    start = min(sanction.start, kind[0]) if kind else sanction.start
    end = max(sanction.end, kind[1]) if kind else sanction.end
    stop = _STOP.search(folded, end, min(segment.end, start + _MAX_QUOTE))
    return start, stop.start() if stop else end


@memoised
def _named_kinds(segment: Segment, kind: str, cues: Cues) -> Sequence[tuple[int, int]]:
    """Where a segment names a kind of penalty, in order; each of its penalties asks."""
    assert cues.penalties is not None
    return [m.span() for m in cues.penalties.kinds[kind].finditer(segment.unit.folded, segment.start, segment.end)]


_STOP = re.compile(r"[,;.:\n](?=\s|$)|\s[–—-]\s|$")


def _unit(sanction: Sanction, quote: str, cues: Cues) -> str:
    """The unit of the amount; a fine counted in days or in months is one of daily rates or of the offender's income."""
    if sanction.kind != "fine" or sanction.unit not in (*_TIME, "daily rates"):
        return sanction.unit
    return "day fines" if sanction.unit in ("days", "daily rates") else f"{sanction.unit} of income"
