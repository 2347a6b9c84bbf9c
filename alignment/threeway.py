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
    changed = [_Changed.of(pair) for pair in pairs]
    touches: dict[int, list[Touch]] = {}
    elsewhere: list[Touch] = []
    for one in change.changes:
        direction = _DIRECTIONS.get(one.kind, Direction.NEITHER)
        places = [*_of(one.before, left=True), *_of(one.after, left=False)]
        touched = [pair for pair, at in zip(pairs, changed, strict=True) if at.covers(places)]
        if not touched and direction is not Direction.NEITHER:
            # The words around those of the evidence decide, too: what limited them went, or came.
            touched = [pair for pair in pairs if _holds(pair, places)]
        touch = Touch(one.code, direction, _reason(one))
        for pair in touched:
            touches.setdefault(id(pair), []).append(touch)
        if not touched and direction is not Direction.NEITHER:
            elsewhere.append(touch)
    return ThreeWay(alignment, change, tuple(elsewhere), {key: tuple(found) for key, found in touches.items()})


@dataclass(frozen=True, slots=True)
class _Place:
    """Position of evidence: on the left (before the change) or not, in which text, at which code points."""

    left: bool
    source: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Changed:
    """The spans of a pair in which words differ."""

    left_source: int | None
    right_source: int | None
    left: tuple[Span, ...]
    right: tuple[Span, ...]

    @classmethod
    def of(cls, pair: Pair) -> _Changed:
        left = tuple(e.left for e in pair.edits if e.real and e.op is WordOp.DELETE)
        right = tuple(e.right for e in pair.edits if e.real and e.op is WordOp.INSERT)
        return cls(pair.left_source, pair.right_source, left, right)

    def covers(self, places: Iterable[_Place]) -> bool:
        """True if words of one of the places are among the changed ones."""
        return any(
            place.source == (self.left_source if place.left else self.right_source)
            and any(place.span.overlaps(span) for span in (self.left if place.left else self.right))
            for place in places
        )


def _holds(pair: Pair, places: Iterable[_Place]) -> bool:
    """True if words of one of the places stand in the pair's own text, changed or not."""
    return any(
        place.source == (pair.left_source if place.left else pair.right_source)
        and any(place.span.overlaps(s) for p in (pair.left if place.left else pair.right) for s in p.own_spans())
        for place in places
    )


def _of(finding: Finding, *, left: bool) -> Iterator[_Place]:
    """The words that the answer rests on. A "no" without words rests on none: it shows the offence that lacks them."""
    for evidence in finding.evidence:
        if evidence.words is not None or finding.value is not Value.NO:
            yield _Place(left, evidence.source, evidence.words or evidence.span)


def _reason(one: GapChange) -> str:
    before, after = one.before.rating.value, one.after.rating.value
    step = f"{before} before and after" if before == after else f"{before} before, {after} after"
    beside = f" ({_BESIDE[one.kind]})" if one.kind in _BESIDE else ""
    return f"{step}{beside}. {one.after.explanation}"
