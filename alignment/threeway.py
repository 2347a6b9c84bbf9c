"""Two versions and a framework: which elements each changed clause touches, and which way it moves the law.

Nothing is found here: the answers are those of the gap analyses of both sides and of what lies between them
(`palermo.alignment.gaps.gaps_change`); a clause is only held against the words that they rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from palermo.alignment.compare.model import Alignment, Pair, WordOp
from palermo.alignment.gaps.gaps_change import GapChange, GapChangeKind, GapsChange
from palermo.corpus.model.findings import Finding, Value
from palermo.corpus.model.text_model import Span

__all__ = ["Direction", "ThreeWay", "Touch", "threeway"]


class Direction(StrEnum):
    """Direction in which the law moved. NEITHER: the answer is as near to the requirement as before, or is unknown."""

    TOWARDS = "towards"
    AWAY = "away"
    NEITHER = "neither"


_DIRECTIONS = {
    GapChangeKind.CLOSED: Direction.TOWARDS,
    GapChangeKind.IMPROVED: Direction.TOWARDS,
    GapChangeKind.OPENED: Direction.AWAY,
    GapChangeKind.WORSENED: Direction.AWAY,
}
_BESIDE = {
    GapChangeKind.UNDECIDED: "it cannot be told",
    GapChangeKind.ADDED: "further than what is asked",
    GapChangeKind.WITHDRAWN: "no longer further than what is asked",
}


@dataclass(frozen=True, slots=True)
class Touch:
    """An element whose words stand among the changed words of a clause."""

    code: str
    direction: Direction
    reason: str


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """Requirements that the changed clauses touch; `elsewhere` are the elements whose answer moved although no changed
    clause holds the words that it rests on: they hang on several clauses together, or on how the texts are built.
    """

    alignment: Alignment
    change: GapsChange
    elsewhere: tuple[Touch, ...]
    touches: Mapping[int, tuple[Touch, ...]]  # by the identity of the pair

    def of(self, pair: Pair) -> tuple[Touch, ...]:
        """Requirements that a pair of the alignment touches, in the order of the framework."""
        return self.touches.get(id(pair), ())


def threeway(alignment: Alignment, change: GapsChange) -> ThreeWay:
    """The elements that each pair touches; both analyses must be of the sides of the alignment, in the same order."""
    pairs = [pair for pair in alignment.pairs if pair.differs]
    changed = [_changed(pair) for pair in pairs]
    touches: dict[int, list[Touch]] = {}
    elsewhere: list[Touch] = []
    for one in change.changes:
        direction = _DIRECTIONS.get(one.kind, Direction.NEITHER)
        places = [*_of(one.before, 0), *_of(one.after, 1)]
        touched = [pair for pair, at in zip(pairs, changed, strict=True) if _covers(pair, at, places)]
        if not touched and direction is not Direction.NEITHER:
            # The words around those of the evidence decide, too: what limited them went, or came.
            touched = [pair for pair in pairs if _covers(pair, _own(pair), places)]
        touch = Touch(one.code, direction, _reason(one))
        for pair in touched:
            touches.setdefault(id(pair), []).append(touch)
        if not touched and direction is not Direction.NEITHER:
            elsewhere.append(touch)
    return ThreeWay(alignment, change, tuple(elsewhere), {key: tuple(found) for key, found in touches.items()})


_Sides = tuple[list[Span], list[Span]]


@dataclass(frozen=True, slots=True)
class _Place:
    """Position of evidence: on the left (0, before the change) or the right, in which text, at which code points."""

    side: int
    source: int
    span: Span


def _changed(pair: Pair) -> _Sides:
    """The words of a pair that differ."""
    left = [e.left for e in pair.edits if e.real and e.op is WordOp.DELETE]
    return left, [e.right for e in pair.edits if e.real and e.op is WordOp.INSERT]


def _own(pair: Pair) -> _Sides:
    """The pair's own text, changed or not."""
    left, right = ([span for p in side for span in p.own_spans()] for side in (pair.left, pair.right))
    return left, right


def _covers(pair: Pair, spans: _Sides, places: Iterable[_Place]) -> bool:
    """True if words of one of the places are among those of the pair at `spans`."""
    sources = pair.left_source, pair.right_source
    return any(
        place.source == sources[place.side] and any(place.span.overlaps(span) for span in spans[place.side])
        for place in places
    )


def _of(finding: Finding, side: int) -> Iterator[_Place]:
    """The words that the answer rests on. A "no" without words rests on none: it shows the offence that lacks them."""
    for evidence in finding.evidence:
        if evidence.words is not None or finding.value is not Value.NO:
            yield _Place(side, evidence.source, evidence.words or evidence.span)


def _reason(one: GapChange) -> str:
    before, after = one.before.rating.value, one.after.rating.value
    step = f"{before} before and after" if before == after else f"{before} before, {after} after"
    beside = f" ({_BESIDE[one.kind]})" if one.kind in _BESIDE else ""
    return f"{step}{beside}. {one.after.explanation}"
