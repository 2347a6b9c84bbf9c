"""Chooses the markers that number items, and their depth: a beam search for the numbering that counts up best.

A list begins with its first number and goes on with the next; typography gives the weight, the sequence decides. So
`(i)` after `(h)` is a letter where `(j)` follows, and the first of a Roman list where `(ii)` does.
"""

from __future__ import annotations

from operator import attrgetter
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


class _Move(NamedTuple):
    """A state that may follow: of the many only the best become states. `taken` says that the marker is a number."""

    score: float
    stack: tuple[_Frame, ...]
    taken: bool
    before: _Link | None

    def made(self, marker: Marker) -> _State:
        """The state, with the marker as the last of the innermost list where it is taken."""
        if not self.taken:
            return _State(self.score, self.stack, self.before)
        depth = len(self.stack) - 1
        return _State(self.score, self.stack, _Link(Placed(marker, depth, self.stack[depth].kind), self.before))


def place(markers: list[Marker]) -> list[Placed]:
    """The markers that number something, in order, with their depths."""
    states = [_State(0.0, (), None)]
    for marker in markers:
        grown: dict[tuple[_Frame, ...], _Move] = {}
        for state in states:
            for new in _moves(state, marker):
                old = grown.setdefault(new.stack, new)
                if old.score < new.score:
                    grown[new.stack] = new
        ranked = sorted(grown.values(), key=_score, reverse=True)
        floor = ranked[0].score - _MARGIN
        states = [move.made(marker) for move in ranked[:_BEAM] if move.score >= floor]
    final = max(states, key=lambda s: s.score + sum(_closing(f) for f in s.stack))
    placed: list[Placed] = []
    link = final.chosen
    while link is not None:
        placed.append(link.placed)
        link = link.before
    placed.reverse()
    return placed


_score = attrgetter("score")


def _closing(frame: _Frame) -> float:
    """What it costs to end a list: a list of one item is rare, inside a line it is hardly ever one."""
    if frame.length > 1 or frame.kind == "definition":
        return 0.0
    return -1.6 if frame.inline else -0.5


def _moves(state: _State, marker: Marker) -> list[_Move]:
    """What a marker may be: nothing, the next of an open list, or the first of a new one."""
    score, stack, before = state
    refused = -0.2 if marker.chained else _REJECT[marker.strength]
    moves = [_Move(score + refused, stack, False, before)]
    form, token, inline = marker.form, marker.token, marker.strength < 2
    cost = 0.0
    for depth in range(len(stack) - 1, -1, -1):
        frame = stack[depth]
        if frame.form == form and frame.kind in marker.kinds:
            gain = _gain(frame, marker, inline=inline)
            if gain is not None:
                grown = _Frame(form, frame.kind, token, inline, frame.length + 1, frame.announced)
                moves.append(_Move(score + (gain + cost), (*stack[:depth], grown), True, before))
            if marker.fresh and is_first(frame.kind, token) and frame.length > 1:
                new = _Frame(form, frame.kind, token, inline, 1, marker.lead)
                again = _FIRST[marker.strength] + cost - 0.2
                moves.append(_Move(score + again, (*stack[:depth], new), True, before))
        cost += _closing(frame)
    depth = len(stack)
    while marker.fresh and depth and stack[depth - 1].announced:
        depth -= 1
    closing = sum(_closing(f) for f in stack[depth:])
    for kind in marker.kinds:
        gain = _beginning(stack, marker, kind, inline=inline)
        if gain is not None:
            new = _Frame(form, kind, token, inline, 1, marker.lead)
            moves.append(_Move(score + (gain + closing - 0.05 * depth), (*stack[:depth], new), True, before))
    return moves


def _beginning(stack: tuple[_Frame, ...], marker: Marker, kind: str, *, inline: bool) -> float | None:
    """What it gains to begin a list of a kind with a marker; None where it cannot."""
    if len(stack) >= _DEEPEST:
        return None
    gain = _FIRST[marker.strength]
    alike = False
    for frame in stack:  # no generator: it is asked for each state and marker
        alike = alike or (frame.kind == kind and frame.form == marker.form)
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
