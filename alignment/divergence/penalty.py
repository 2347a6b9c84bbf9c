"""Penalties raised, lowered or otherwise changed.

A penalty counts as raised where its upper bound is higher or, with the same upper bound, its lower one; where a graver
one is added or threatened instead; and where one beside another is no longer optional.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from alignment.divergence.change import Change
from alignment.divergence.side import Side
from alignment.model import PENALTY_LOWERED, PENALTY_RAISED, Divergence
from alignment.penalties import Sanction

__all__ = ["PENALTY_CHANGED", "penalty"]

PENALTY_CHANGED = "penalty-changed"

# The gravest first: Rome Statute art. 77 has no order; this one is that of the criminal codes in the corpus, which list
# their penalties by gravity (Kazakhstan 2014 art. 40, Ukraine art. 51, France art. 131-1 to 131-3).
_GRAVITY = (
    "death", "imprisonment", "restriction of liberty", "arrest", "compulsory work", "correctional work", "fine",
    "disqualification", "confiscation",
)  # fmt: skip
_MOST_OTHER_WORDS = 12  # a longer passage that also changes a penalty is a passage rewritten
_YEARS = {"years": 1.0, "months": 1 / 12, "days": 1 / 365}
_NEAR = 3  # code points between an edit and the penalty that it belongs to
_CLAIM = 90  # code points before a penalty in which its kind, its "or" and its limits stand


def penalty(change: Change) -> Divergence | None:
    """What became of the penalties that the change touches; None where it touches none."""
    if change.left.cues is None or change.left.cues.penalties is None:
        return None
    if found := _conditions(change):
        return found
    for gone, come in _unequal(change.left.sanctions, change.right.sanctions):
        if _touches(change, gone, come) and _is_about(change):
            return _compare(change, gone, come)
    return None


def _unequal(old: Sequence[Sanction], new: Sequence[Sanction]) -> Iterator[tuple[list[Sanction], list[Sanction]]]:
    matcher = SequenceMatcher(None, [_what(s) for s in old], [_what(s) for s in new], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, come = list(old[i:i_end]), list(new[j:j_end])
        if len(gone) == len(come):
            yield from (([a], [b]) for a, b in zip(gone, come, strict=True) if _what(a) != _what(b))
        else:
            yield gone, come


def _what(s: Sanction) -> tuple[object, ...]:
    return s.kind, s.min, s.max, s.unit


def _touches(change: Change, gone: Sequence[Sanction], come: Sequence[Sanction]) -> bool:
    return any(
        start - _NEAR <= s.end and s.start - _NEAR <= end and (start < end or s.start < start < s.end)
        for sanctions, (start, end) in ((gone, change.a), (come, change.b))
        for s in sanctions
    ) or any(
        pattern.search(text)
        for text in (change.old, change.new)
        for pattern in change.left.cues.penalties.kinds.values()  # type: ignore[union-attr]
    )


def _is_about(change: Change) -> bool:
    """Whether the change is about the penalty, not a passage rewritten that also holds one."""
    return len(change.gone) <= _MOST_OTHER_WORDS and len(change.come) <= _MOST_OTHER_WORDS


def _conditions(change: Change) -> Divergence | None:
    """A penalty made optional or no longer so, and penalties that may or may not be put together."""
    patterns = change.words.penalties
    if not (change.left.sanctions or change.right.sanctions):
        return None
    for name, with_it, reason in (
        ("optional", PENALTY_LOWERED, "whether a penalty may be left out"),
        ("both", PENALTY_RAISED, "whether both penalties may be imposed"),
        ("either", PENALTY_LOWERED, "whether one of the penalties is enough"),
    ):
        there = [_phrase(patterns[name], side, span) for side, span in change.sides]
        if (there[0] is None) != (there[1] is None) and max(len(change.gone), len(change.come)) <= _MOST_OTHER_WORDS:
            raised = (there[1] is not None) == (with_it == PENALTY_RAISED)
            return Divergence(PENALTY_RAISED if raised else PENALTY_LOWERED, reason, there[0], there[1])
    return None


def _phrase(pattern: re.Pattern[str], side: Side, span: tuple[int, int]) -> str | None:
    """The phrase that a span takes part in, if it holds most of it."""
    for match in pattern.finditer(side.folded, max(0, span[0] - 40), span[1] + 40):
        shared = min(match.end(), span[1]) - max(match.start(), span[0])
        if 2 * shared >= len(match[0]):
            return match[0]
    return None


def _compare(change: Change, gone: Sequence[Sanction], come: Sequence[Sanction]) -> Divergence:
    if len(gone) == len(come) == 1 and gone[0].kind == come[0].kind:
        return _bounds(change, gone[0], come[0])
    old, new = _named(gone), _named(come)
    unit = _unit(gone, come)
    if not gone or not come:
        kind = _added(change.right, come) if come else _turned(_added(change.left, gone))
        return Divergence(kind, "a penalty that only one of the texts has", old, new, unit)
    ranks = [min(map(_rank, some)) for some in (gone, come)]
    if ranks[0] != ranks[1]:
        kind = PENALTY_RAISED if ranks[1] < ranks[0] else PENALTY_LOWERED
        return Divergence(kind, "the kind of penalty", old, new, unit)
    main = [max(some, key=lambda s: (s.max or 0, s.min or 0)) for some in (gone, come)]
    if main[0].kind == main[1].kind and main[0].unit == main[1].unit and main[0].max != main[1].max:
        return Divergence(_direction(*main), f"{main[0].kind}: the bounds", old, new, unit)
    return Divergence(PENALTY_CHANGED, "the penalties", old, new, unit)


def _rank(s: Sanction) -> int:
    return _GRAVITY.index(s.kind) if s.kind in _GRAVITY else len(_GRAVITY)


def _added(side: Side, some: Sequence[Sanction]) -> str:
    """Whether a penalty more makes the threat graver: one beside others does, and so does a graver one to choose."""
    first = some[0]
    before = side.folded[max(0, first.start - _CLAIM) : first.start]
    others = [s for s in side.sanctions if s not in some]
    joined = [
        (match.end(), name) for name, pattern in side.words.connectives.items() for match in pattern.finditer(before)
    ]
    if not others or not joined or max(joined)[1] != "or":
        return PENALTY_RAISED
    return PENALTY_RAISED if min(map(_rank, some)) < min(map(_rank, others)) else PENALTY_LOWERED


def _turned(kind: str) -> str:
    return {PENALTY_RAISED: PENALTY_LOWERED, PENALTY_LOWERED: PENALTY_RAISED}.get(kind, kind)


def _bounds(change: Change, old: Sanction, new: Sanction) -> Divergence:
    comparable = old.unit == new.unit or {old.unit, new.unit} <= set(_YEARS)
    if old.unit == "currency" and _currency(change.left, old) != _currency(change.right, new):
        comparable = False
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
    if not comparable:
        return Divergence(PENALTY_CHANGED, f"{old.kind}: another unit", _with_unit(old), _with_unit(new))
    if old.unit != new.unit:
        return Divergence(_direction(old, new), reason, _with_unit(old), _with_unit(new))
    return Divergence(_direction(old, new), reason, _amount(old), _amount(new), old.unit)


def _direction(old: Sanction, new: Sanction) -> str:
    factors = [_YEARS.get(s.unit, 1.0) for s in (old, new)]
    most = [
        math.inf if s.max is None and s.min is not None else (s.max or 0.0) * f
        for s, f in zip((old, new), factors, strict=True)
    ]
    least = [(s.min or 0.0) * f for s, f in zip((old, new), factors, strict=True)]
    up = (most[1] > most[0]) + (least[1] > least[0])
    down = (most[1] < most[0]) + (least[1] < least[0])
    if bool(up) == bool(down):
        return PENALTY_CHANGED
    return PENALTY_RAISED if up else PENALTY_LOWERED


_CURRENCY = re.compile(r"[€$£₦¢¥]|euro|franc|mark|pound|dollar|rupee|тенге|рубл|gulden|grivn|гривн")


def _currency(side: Side, s: Sanction) -> str | None:
    match = _CURRENCY.search(side.folded, max(0, s.start - 2), s.end + 12)
    return None if match is None else {"€": "euro", "$": "dollar", "£": "pound"}.get(match[0], match[0])


def _named(some: Sequence[Sanction]) -> str | None:
    return "; ".join(f"{s.kind} {_with_unit(s)}".strip() for s in some) or None


def _unit(gone: Sequence[Sanction], come: Sequence[Sanction]) -> str | None:
    units = {s.unit for s in (*gone, *come) if s.unit}
    return units.pop() if len(units) == 1 else None


def _with_unit(s: Sanction) -> str:
    return "for life" if s.max == math.inf else f"{_amount(s) or ''} {s.unit}".strip()


def _amount(s: Sanction) -> str | None:
    if s.max == math.inf:
        return "life"
    low, high = (None if n is None else f"{n:g}" if n < _LARGE else f"{n:.0f}" for n in (s.min, s.max))
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"up to {high}" if high else f"at least {low}" if low else None


_LARGE = 1_000_000
