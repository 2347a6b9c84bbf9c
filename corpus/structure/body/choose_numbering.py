"""Which markers are numbers of items, and how deep: a beam search for the numbering that counts up best.

A list begins with its first number and goes on with the next; typography gives the weight, the sequence decides. So
`(i)` after `(h)` is a letter where `(j)` follows, and the first of a Roman list where `(ii)` does.
"""

from __future__ import annotations

from typing import NamedTuple

from palermo.corpus.structure.lines.markers import Marker
from palermo.corpus.structure.lines.numbers import is_first, step

__all__ = ["Placed", "place"]

_UNNUMBERED = frozenset({"definition", "indent"})
_BEAM = 10
_DEEPEST = 12  # lists in lists; drafting manuals stop at five
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
    """A list that is open: its last number, and how many it has had."""

    form: str
    kind: str
    token: str
    inline: bool
    length: int
    announced: bool


class _Link(NamedTuple):
    """The last number chosen, and those before it."""

    placed: Placed
    before: _Link | None


class _State(NamedTuple):
    score: float
    stack: tuple[_Frame, ...]
    chosen: _Link | None

    def choose(self, score: float, marker: Marker, depth: int, frame: _Frame) -> _State:
        """With a marker as the last of the list at `depth`."""
        link = _Link(Placed(marker, depth, frame.kind), self.chosen)
        return _State(self.score + score, (*self.stack[:depth], frame), link)


def place(markers: list[Marker]) -> list[Placed]:
    """The markers that number something, in order, with their depths."""
    states = [_State(0.0, (), None)]
    for marker in markers:
        grown: dict[tuple[_Frame, ...], _State] = {}
        for state in states:
            for new in _moves(state, marker):
                key = new.stack
                old = grown.get(key)
                if old is None or old.score < new.score:
                    grown[key] = new
        ranked = sorted(grown.values(), key=lambda s: -s.score)
        floor = ranked[0].score - _MARGIN
        states = [s for s in ranked[:_BEAM] if s.score >= floor]
    final = max(states, key=lambda s: s.score + sum(_closing(f) for f in s.stack))
    placed: list[Placed] = []
    link = final.chosen
    while link is not None:
        placed.append(link.placed)
        link = link.before
    placed.reverse()
    return placed


def _closing(frame: _Frame) -> float:
    """What it costs to end a list: a list of one item is rare, inside a line it is hardly ever one."""
    if frame.length > 1 or frame.kind == "definition":
        return 0.0
    return -1.6 if frame.inline else -0.5


def _moves(state: _State, marker: Marker) -> list[_State]:
    """What a marker may be: nothing, the next of an open list, or the first of a new one."""
    refused = -0.2 if marker.chained else _REJECT[marker.strength]
    moves = [_State(state.score + refused, state.stack, state.chosen)]
    inline = marker.strength < 2
    cost = 0.0
    for depth in range(len(state.stack) - 1, -1, -1):
        frame = state.stack[depth]
        if frame.form == marker.form and frame.kind in marker.kinds:
            gain = _gain(frame, marker, inline=inline)
            if gain is not None:
                grown = frame._replace(token=marker.token, length=frame.length + 1, inline=inline)
                moves.append(state.choose(gain + cost, marker, depth, grown))
            if marker.fresh and is_first(frame.kind, marker.token) and frame.length > 1:
                new = _Frame(marker.form, frame.kind, marker.token, inline, 1, marker.lead)
                moves.append(state.choose(_FIRST[marker.strength] + cost - 0.2, marker, depth, new))
        cost += _closing(frame)
    depth = len(state.stack)
    while marker.fresh and depth and state.stack[depth - 1].announced:
        depth -= 1
    closing = sum(_closing(f) for f in state.stack[depth:])
    for kind in marker.kinds:
        gain = _beginning(state.stack, marker, kind, inline=inline)
        if gain is not None:
            new = _Frame(marker.form, kind, marker.token, inline, 1, marker.lead)
            moves.append(state.choose(gain + closing - 0.05 * depth, marker, depth, new))
    return moves


def _beginning(stack: tuple[_Frame, ...], marker: Marker, kind: str, *, inline: bool) -> float | None:
    """What it gains to begin a list of a kind with a marker; None where it cannot."""
    if len(stack) >= _DEEPEST:
        return None
    gain = _FIRST[marker.strength]
    alike = any(f.form == marker.form and f.kind == kind for f in stack)
    if kind in _UNNUMBERED:
        if any(f.kind == kind for f in stack):
            return None
        gain += 0.3 if marker.intro or kind == "definition" else -1.2
    elif not is_first(kind, marker.token) or (marker.form == "paren" and not marker.token.isalnum()):
        letter = marker.form == "dot" and kind in ("letter", "LETTER")
        if inline or letter or alike:
            return None
        gain = -0.6 if marker.strength == 3 else -1.4
    if alike:
        gain -= 0.8 if marker.intro else 1.5
    gain += 0.4 * (marker.intro + marker.chained)
    if kind in ("roman", "ROMAN") and not any(f.kind.lower() == "letter" for f in stack):
        gain -= 0.15
    return gain


def _gain(frame: _Frame, marker: Marker, *, inline: bool) -> float | None:
    """What it gains to go on with an open list; None where it cannot."""
    apart = 0.9 if frame.inline != inline else 0.0
    if frame.kind in _UNNUMBERED:
        return _NEXT[marker.strength] - apart
    gap = step(frame.kind, frame.token, marker.token)
    if gap is None:
        return None
    if gap == 0:
        return 0.2 if not inline and not frame.inline else None
    gain = _NEXT[marker.strength] - apart
    if gap > 1:
        if inline and (gap > 3 or marker.strength == 0):
            return None
        gain -= 1.2 if inline else min(0.5 * gap, 3.0)
    if frame.kind.lower() == "letter" and len(marker.token) > 1 and marker.kinds[-1].lower() == "roman":
        gain -= 1.8  # (ii) after (i) is hardly a letter
    return gain
