"""An amended act in stretches: the places where something is to be seen, and what lies between and can be folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import count, groupby

from palermo.report.amending.amend.account import OutcomeGroup
from palermo.report.redline.tracked import Tracked

__all__ = ["CONTEXT", "FoldKind", "FoldedStretch", "folded"]

CONTEXT = 2  # unchanged paragraphs that are shown on either side of a place
_FOLDED_FROM = 2  # paragraphs; folding a single one away saves nothing


class FoldKind(Enum):
    PLACE = "place"
    """Something changed or was refused here; the paragraphs that follow it at once may be with it."""
    PLAIN = "plain"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class FoldedStretch:
    """Paragraphs that stand together. A PLACE has its `number` in the act, from 1, and the `outcomes` that it shows, by
    their numbers in the amendment.
    """

    kind: FoldKind
    paragraphs: tuple[Tracked, ...]
    outcomes: tuple[int, ...] = ()
    number: int = 0


def folded(
    groups: Iterable[OutcomeGroup], context: int = CONTEXT, *, first: int = 1
) -> list[tuple[OutcomeGroup, tuple[FoldedStretch, ...]]]:
    """Every group with its stretches, in order; one without a place has none. `context` unchanged paragraphs on either
    side of a place are not folded. Places are numbered from `first` on.
    """
    numbers = count(first)
    return [
        (
            group,
            tuple(
                replace(stretch, number=next(numbers)) if stretch.kind is FoldKind.PLACE else stretch
                for stretch in (_stretches(group, context) if group.touched else ())
            ),
        )
        for group in groups
    ]


def _stretches(group: OutcomeGroup, context: int) -> Iterator[FoldedStretch]:
    """Every paragraph of the group, in order. The first is always shown, as it says what the article is."""
    paragraphs = group.paragraphs
    core = [at for at, paragraph in enumerate(paragraphs) if paragraph.changed or at in group.beside]
    shown = {0, *(at + by for at in core for by in range(-context, context + 1))}
    places = list(_places(group, core, context))
    at = 0
    for n, (start, end, outcomes) in enumerate(places):
        yield from _between(paragraphs, at, start, shown)
        limit = places[n + 1][0] if n + 1 < len(places) else len(paragraphs)
        at = min(end + context, limit)
        yield FoldedStretch(FoldKind.PLACE, paragraphs[start:at], outcomes)
    yield from _between(paragraphs, at, len(paragraphs), shown)


def _places(group: OutcomeGroup, main: Sequence[int], context: int) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """From where to where (half-open) each place reaches, with its outcomes. An outcome begins one; changes soon after
    belong to it, and those right before it that no other one claims.
    """
    start = end = -1
    outcomes: tuple[int, ...] = ()
    for at in main:
        mine = group.beside.get(at, ())
        if end < 0 or at > end + 2 * context or (mine and (outcomes or at > end)):
            if end >= 0:
                yield start, end, outcomes
            start, outcomes = at, mine
        end, outcomes = at + 1, outcomes or mine
    if end >= 0:
        yield start, end, outcomes


def _between(paragraphs: Sequence[Tracked], start: int, end: int, shown: set[int]) -> Iterator[FoldedStretch]:
    """What lies between two places, its far parts folded."""
    for near, run in groupby(range(start, end), key=shown.__contains__):
        some = tuple(paragraphs[at] for at in run)
        yield FoldedStretch(FoldKind.PLAIN if near or len(some) < _FOLDED_FROM else FoldKind.FOLDED, some)
