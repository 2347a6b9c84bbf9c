"""Penalties raised, lowered or otherwise changed.

A penalty counts as raised where its upper bound is higher or, with the same upper bound, its lower one; where a graver
one is added or threatened instead; and where one beside another is no longer optional.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from palermo.alignment.compare.divergence.change import ClauseChange
from palermo.alignment.compare.divergence.side import DivergenceSide
from palermo.alignment.compare.model import PENALTY_LOWERED, PENALTY_RAISED, Divergence
from palermo.alignment.penalties.penalties import Sanction, comparable, direction
from palermo.corpus.grammar_words import any_word

__all__ = ["PENALTY_CHANGED", "penalty"]

PENALTY_CHANGED = "penalty-changed"

# The gravest first: Rome Statute art. 77 has no order; this one is that of the criminal codes in the corpus, which list
# their penalties by gravity (Kazakhstan 2014 art. 40, Ukraine art. 51, France art. 131-1 to 131-3).
_GRAVITY = (
    "death", "imprisonment", "restriction of liberty", "probation", "arrest", "compulsory work", "correctional work",
    "fine", "disqualification", "confiscation",
)  # fmt: skip
# A longer passage that also changes a penalty is a passage rewritten; a penalty alone may be long.
_MOST_WORDS, _MOST_ALONE = 12, 30
_WITH_AMOUNT = frozenset(_GRAVITY) - {"death", "fine", "disqualification", "confiscation"}
_CLAIM = 90  # code points before a penalty in which its kind, its "or" and its limits stand


def penalty(change: ClauseChange) -> Divergence | None:
    """Divergence of the penalties that the change touches; None if it touches no penalty."""
    if change.left.cues is None:
        return _counted(change)
    left, right = change.left.sanctions, change.right.sanctions
    most = _MOST_WORDS if change.old and change.new else _MOST_ALONE
    if not left or not right or max(len(change.gone), len(change.come)) > most:
        return None  # a penalty that one text has elsewhere, or a passage rewritten that also holds one
    events = _in_place(change) or [event for event in _events(left, right) if _touches(change, event)]
    return _told(change, events) if events else _conditions(change)


class _Event(NamedTuple):
    """A penalty that became another; None where one of the texts does not have it."""

    old: Sanction | None
    new: Sanction | None


def _in_place(change: ClauseChange) -> list[_Event]:
    """The penalties that stand in the changed words themselves, where both texts have one of the same kind there."""
    here = [
        [s for s in side.sanctions if s.start < end and start < s.end and (s.unit or s.kind not in _WITH_AMOUNT)]
        for side, (start, end) in change.sides
    ]
    if not {s.kind for s in here[0]} & {s.kind for s in here[1]}:
        return []
    return list(filter(_differ, _by_kind(*here)))


def _differ(event: _Event) -> bool:
    return event.old is None or event.new is None or _what(event.old) != _what(event.new)


def _by_kind(gone: Sequence[Sanction], come: Sequence[Sanction]) -> Iterator[_Event]:
    """Penalties of one kind answer each other in their order."""
    for kind in dict.fromkeys(s.kind for s in (*gone, *come)):
        same = ([s for s in some if s.kind == kind] for some in (gone, come))
        yield from (_Event(old, new) for old, new in zip_longest(*same))


def _events(left: Sequence[Sanction], right: Sequence[Sanction]) -> Iterator[_Event]:
    """What differs between the penalties of two texts, wherever it stands."""
    matcher = SequenceMatcher(None, [_what(s) for s in left], [_what(s) for s in right], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        gone, come = left[i:i_end], right[j:j_end]
        if tag != "equal":
            yield from filter(_differ, _by_kind(gone, come))


def _what(s: Sanction) -> tuple[object, ...]:
    return s.kind, s.min, s.max, s.unit


def _touches(change: ClauseChange, event: _Event) -> bool:
    """Whether the words that changed are those of the penalty: its amount, or its name where only one text has it.

    One that is only named, without an amount, counts where its kind has none ("with confiscation").
    """
    spans = list(zip(event, change.sides, strict=True))
    if any(s is not None and s.start < end and start < s.end for s, (_, (start, end)) in spans):
        lone = None if event.old and event.new else event.old or event.new
        return lone is None or bool(lone.unit) or lone.kind not in _WITH_AMOUNT
    return not (event.old and event.new) and any(
        s is not None and bool(s.unit) and _names(side, span, s) for s, (side, span) in spans
    )


def _names(side: DivergenceSide, span: tuple[int, int], s: Sanction) -> bool:
    """Whether the span holds the name of the kind of a penalty whose amount stands near."""
    words = side.cues.penalties if side.cues else None
    near = span[0] - _CLAIM < s.start < span[1] + _CLAIM
    return (
        near
        and words is not None
        and any(
            m.start() < span[1] and span[0] < m.end()
            for m in words.kinds[s.kind].finditer(side.folded, max(0, span[0] - _CLAIM), span[1] + _CLAIM)
        )
    )


def _conditions(change: ClauseChange) -> Divergence | None:
    """A penalty made optional or no longer so, and penalties that may or may not be put together."""
    patterns = change.words.penalties
    for name, with_it, reason in (
        ("optional", PENALTY_LOWERED, "whether a penalty may be left out"),
        ("both", PENALTY_RAISED, "whether both penalties may be imposed"),
        ("either", PENALTY_LOWERED, "whether one of the penalties is enough"),
    ):
        there = [_phrase(patterns[name], side, span) for side, span in change.sides]
        if (there[0] is None) != (there[1] is None) and max(len(change.gone), len(change.come)) <= _MOST_WORDS:
            raised = (there[1] is not None) == (with_it == PENALTY_RAISED)
            return Divergence(PENALTY_RAISED if raised else PENALTY_LOWERED, reason, there[0], there[1])
    return None


def _phrase(pattern: re.Pattern[str], side: DivergenceSide, span: tuple[int, int]) -> str | None:
    """The phrase that a span takes part in, if it holds most of it."""
    for match in pattern.finditer(side.folded, max(0, span[0] - 40), span[1] + 40):
        shared = min(match.end(), span[1]) - max(match.start(), span[0])
        if 2 * shared >= len(match[0]):
            return match[0]
    return None


def _told(change: ClauseChange, events: Sequence[_Event]) -> Divergence:
    gone, come = [e.old for e in events if e.old], [e.new for e in events if e.new]
    if len(events) == 1 and gone and come:
        return _bounds(change, gone[0], come[0])
    found = [_bounds(change, e.old, e.new).kind for e in events if e.old and e.new]
    less = [e.old for e in events if e.old and not e.new]
    more = [e.new for e in events if e.new and not e.old]
    if less and more:
        ranks = [min(map(_rank, some)) for some in (less, more)]
        equal = ranks[0] == ranks[1]
        found.append(PENALTY_CHANGED if equal else PENALTY_RAISED if ranks[1] < ranks[0] else PENALTY_LOWERED)
    elif more:
        found.append(_added(change.right, more))
    elif less:
        found.append(_turned(_added(change.left, less)))
    kind = found[0] if len(set(found)) == 1 else PENALTY_CHANGED
    reason = "which penalties there are" if less or more else "the bounds of the penalties"
    return Divergence(kind, reason, _named(gone), _named(come))


def _counted(change: ClauseChange) -> Divergence | None:
    """A number beside a word for a penalty, in a language whose penalties are not read otherwise."""
    named = change.words.penalties.get("named")
    found = [side.own_figures(span) for side, span in change.sides]
    if named is None or not len(found[0]) == len(found[1]) == 1:
        return None
    old, new = found[0][0], found[1][0]
    beside = all(
        named.search(side.folded, max(0, f.start - _BESIDE), f.end + _BESIDE)
        for (side, _), f in zip(change.sides, (old, new), strict=True)
    )
    if not beside or old.value == new.value:
        return None
    values = [float(f.value) if f.value.count(".") < 2 else 0.0 for f in (old, new)]  # "5.2.1" is no number
    if not all(values):
        return None
    kind = PENALTY_RAISED if values[1] > values[0] else PENALTY_LOWERED
    return Divergence(kind, "a number of the penalty", old.value, new.value)


_BESIDE = 40  # code points between a number and the word for the penalty that it measures


def _rank(s: Sanction) -> int:
    return _GRAVITY.index(s.kind) if s.kind in _GRAVITY else len(_GRAVITY)


def _added(side: DivergenceSide, some: Sequence[Sanction]) -> str:
    """Whether a penalty more makes the threat graver: one beside others does, and so does a graver one to choose."""
    others = [s for s in side.sanctions if s not in some]
    first, last = some[0].start, some[-1].end
    before, after = [s.end for s in others if s.end <= first], [s.start for s in others if s.start >= last]
    pieces = [side.folded[max(before) : first]] if before else []
    pieces += [side.folded[last : min(after)]] if after else []
    either = side.words.connectives.get("or")
    if either is None or not any(either.search(piece[-_CLAIM:]) for piece in pieces):
        return PENALTY_RAISED
    return PENALTY_RAISED if min(map(_rank, some)) < min(map(_rank, others)) else PENALTY_LOWERED


def _turned(kind: str) -> str:
    return {PENALTY_RAISED: PENALTY_LOWERED, PENALTY_LOWERED: PENALTY_RAISED}.get(kind, kind)


def _bounds(change: ClauseChange, old: Sanction, new: Sanction) -> Divergence:
    alike = comparable(old, new)
    if old.unit == "currency" and _currency(change.left, old) != _currency(change.right, new):
        alike = False
    reason = f"{old.kind}: the bounds"
    if not (old.unit and new.unit):
        graded = any(
            change.words.penalties["classes"].search(side.folded, max(0, s.start - 30), s.end + 40)
            for side, s in ((change.left, old), (change.right, new))
            if not s.unit
        )
        limited = old if old.unit else new
        kind = PENALTY_CHANGED if graded or limited.max is None else PENALTY_RAISED if old.unit else PENALTY_LOWERED
        return Divergence(
            kind, f"{old.kind}: whether there is a limit", _amount(old), _amount(new), old.unit or new.unit
        )
    if not alike:
        return Divergence(PENALTY_CHANGED, f"{old.kind}: another unit", _with_unit(old), _with_unit(new))
    if (
        math.inf in {old.max, new.max}
        or old.unit != new.unit
        or any(s.unit == "years" and s.min and s.min < 1 for s in (old, new))
    ):
        return Divergence(_direction(old, new), reason, _with_unit(old), _with_unit(new))
    return Divergence(_direction(old, new), reason, _amount(old), _amount(new), old.unit)


def _direction(old: Sanction, new: Sanction) -> str:
    return {1: PENALTY_RAISED, -1: PENALTY_LOWERED}.get(direction(old, new) or 0, PENALTY_CHANGED)


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"[€$£₦¢¥]|{any_word(lambda words: words.currencies)}")


def _currency(side: DivergenceSide, s: Sanction) -> str | None:
    match = _money().search(side.folded, max(0, s.start - 2), s.end + 12)
    return None if match is None else {"€": "euro", "$": "dollar", "£": "pound"}.get(match[0], match[0])


def _named(some: Sequence[Sanction]) -> str | None:
    return "; ".join(f"{s.kind} {_with_unit(s)}".strip() for s in some) or None


def _with_unit(s: Sanction) -> str:
    if s.max == math.inf:
        return "for life"
    if s.min and s.max and s.unit == "years" and s.min < 1:
        return f"{s.min * 12:g} months to {s.max:g} years"
    return f"{_amount(s) or ''} {s.unit}".strip()


def _amount(s: Sanction) -> str | None:
    if s.max == math.inf:
        return "life"
    low, high = (None if n is None else f"{round(n, 2):.12g}" for n in (s.min, s.max))
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"up to {high}" if high else f"at least {low}" if low else None
