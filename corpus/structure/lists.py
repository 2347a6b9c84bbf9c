"""Which markers are numbers of items, and how deep: a beam search for the numbering that counts up best.

A list begins with its first number and goes on with the next; typography gives the weight, the sequence decides. So `(i)`
after `(h)` is a letter where `(j)` follows, and the first of a Roman list where `(ii)` does.
"""

from __future__ import annotations

from typing import NamedTuple

from corpus.structure.markers import Marker
from corpus.structure.numbers import is_first, step

__all__ = ["Placed", "place"]

_UNNUMBERED = frozenset({"definition", "indent"})
_BEAM = 10
_MARGIN = 6.0
_REJECT = (0.0, 0.0, -0.9, -2.2)
_NEXT = (0.9, 1.6, 2.0, 2.6)
_FIRST = (-0.5, 0.2, 0.6, 1.2)


class Placed(NamedTuple):
    """A marker with its depth (0 is directly below the unit) and kind of number."""

    marker: Marker
    depth: int
    kind: str


class _Frame(NamedTuple):
    form: str
    kind: str
    token: str
    inline: bool
    count: int
    announced: bool


class _State(NamedTuple):
    score: float
    stack: tuple[_Frame, ...]
    chosen: tuple[object, ...] | None  # linked list: (rest, index, depth, kind)


def place(markers: list[Marker]) -> list[Placed]:
    """The markers that number something, in order, with their depths."""
    states = [_State(0.0, (), None)]
    for index, marker in enumerate(markers):
        grown: dict[tuple[_Frame, ...], _State] = {}
        for state in states:
            for new in _moves(state, marker, index):
                key = new.stack
                old = grown.get(key)
                if old is None or old.score < new.score:
                    grown[key] = new
        ranked = sorted(grown.values(), key=lambda s: -s.score)
        floor = ranked[0].score - _MARGIN
        states = [s for s in ranked[:_BEAM] if s.score >= floor]
    final = max(states, key=lambda s: s.score + sum(_closing(f) for f in s.stack))
    placed: list[Placed] = []
    node = final.chosen
    while node is not None:
        rest, index, depth, kind = node
        placed.append(Placed(markers[index], depth, kind))  # type: ignore[arg-type, call-overload]
        node = rest  # type: ignore[assignment]
    placed.reverse()
    return placed


def _closing(frame: _Frame) -> float:
    """What it costs to end a list: a list of one item is rare, inside a line it is hardly ever one."""
    if frame.count > 1 or frame.kind == "definition":
        return 0.0
    return -1.6 if frame.inline else -0.5


def _moves(state: _State, marker: Marker, index: int) -> list[_State]:
    strength = marker.strength
    inline = strength < 2
    moves = [_State(state.score + (_REJECT[strength] if not marker.chained else -0.2), state.stack, state.chosen)]
    stack = state.stack
    cost = 0.0
    for depth in range(len(stack) - 1, -1, -1):
        frame = stack[depth]
        if frame.form == marker.form and frame.kind in marker.kinds:
            gap = None if frame.kind in _UNNUMBERED else step(frame.kind, frame.token, marker.token)
            gain = _gain(frame, marker, gap, inline)
            if gain is not None:
                new = _Frame(frame.form, frame.kind, marker.token, frame.inline, frame.count + 1, frame.announced)
                moves.append(
                    _chosen(state, stack[:depth] + (new,), state.score + gain + cost, index, depth, frame.kind)
                )
            if marker.fresh and is_first(frame.kind, marker.token) and frame.count > 1:
                new = _Frame(marker.form, frame.kind, marker.token, inline, 1, marker.lead)
                restart = _FIRST[strength] + cost - 0.2
                moves.append(_chosen(state, stack[:depth] + (new,), state.score + restart, index, depth, frame.kind))
        cost += _closing(frame)
    for kind in marker.kinds:
        gain = _FIRST[strength]
        if kind in _UNNUMBERED:
            if any(f.kind == kind for f in stack):
                continue
            gain += 0.3 if marker.intro or kind == "definition" else -1.2
        elif not is_first(kind, marker.token):
            letter = marker.form == "dot" and kind in ("letter", "LETTER")
            if inline or letter or any(f.form == marker.form and f.kind == kind for f in stack):
                continue
            gain = -0.6 if strength == 3 else -1.4
        if any(f.form == marker.form and f.kind == kind for f in stack):
            gain -= 0.8 if marker.intro else 1.5
        if marker.intro:
            gain += 0.4
        if marker.chained:
            gain += 0.4
        if kind in ("roman", "ROMAN") and not any(f.kind.lower() == "letter" for f in stack):
            gain -= 0.15
        new = _Frame(marker.form, kind, marker.token, inline, 1, marker.lead)
        below = stack
        if marker.fresh:
            while below and below[-1].announced:
                below = below[:-1]
        score = state.score + gain + sum(_closing(f) for f in stack[len(below) :])
        moves.append(_chosen(state, (*below, new), score - 0.05 * len(below), index, len(below), kind))
    return moves


def _gain(frame: _Frame, marker: Marker, gap: int | None, inline: bool) -> float | None:
    if frame.kind in _UNNUMBERED:
        return _NEXT[marker.strength] - (0.9 if frame.inline != inline else 0.0)
    if gap is None:
        return None
    if gap == 0:
        return 0.2 if marker.strength >= 2 and not frame.inline else None
    gain = _NEXT[marker.strength]
    if gap > 1:
        if inline and (gap > 3 or marker.strength == 0):
            return None
        gain -= min(0.5 * gap, 3.0) if not inline else 1.2
    if frame.inline != inline:
        gain -= 0.9
    if frame.kind.lower() == "letter" and len(marker.token) > 1 and marker.kinds[-1].lower() == "roman":
        gain -= 1.8  # (ii) after (i) is hardly a letter
    return gain


def _chosen(state: _State, stack: tuple[_Frame, ...], score: float, index: int, depth: int, kind: str) -> _State:
    return _State(score, stack, (state.chosen, index, depth, kind))
