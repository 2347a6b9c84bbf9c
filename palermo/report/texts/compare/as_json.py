"""`palermo.compare/1`: a comparison of two texts as a JSON object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NotRequired, TypedDict

from palermo.alignment.compare.model import Alignment, Divergence, Pair, PairKind, WordEdit, WordOp
from palermo.alignment.threeway import Direction, ThreeWay, Touch
from palermo.corpus.model.text_model import Span
from palermo.report.format.json_parts import FrameworkVersionJson, ProvisionJson, SourceJson, provision, source

__all__ = ["PairJson", "WordEditJson", "compare", "edit", "pair"]

_FromTo = TypedDict("_FromTo", {"from": str | None, "to": str | None})


class DivergenceJson(_FromTo):
    """The kind of a change of words; `from` and `to` are the values that changed, in `unit`, null where it has none."""

    kind: str
    reason: str
    unit: str | None


class WordEditJson(TypedDict):
    """Step from the left own text to the right own text, as spans of the two texts."""

    op: WordOp
    left: Span
    right: Span
    divergence: DivergenceJson | None


class TouchJson(TypedDict):
    """A requirement whose answer the change moves, and in which direction."""

    code: str
    direction: Direction
    reason: str


class PairJson(TypedDict):
    """Provisions that correspond, with the edits between their own texts.

    `left_source` and `right_source` count in the sources of the sides, null on the side where the pair has nothing.
    Only a comparison against a framework has `elements`.
    """

    kind: PairKind
    moved: bool
    renumbered: bool
    left: list[ProvisionJson]
    right: list[ProvisionJson]
    left_source: int | None
    right_source: int | None
    score: float
    parts: dict[str, float]
    edits: list[WordEditJson]
    elements: NotRequired[list[TouchJson]]


class AgainstJson(TypedDict):
    """The framework that the change was held against; `elsewhere` are answers that moved without a changed clause."""

    framework: FrameworkVersionJson
    elsewhere: list[TouchJson]


class CompareJson(TypedDict):
    """Result of `palermo compare`: the pairs of provisions of two sides, and how many there are of each kind.

    Only a comparison against a framework (`--against`) has `against`.
    """

    schema: Literal["palermo.compare/1"]
    left: list[SourceJson]
    right: list[SourceJson]
    pairs: Iterator[PairJson]
    counts: dict[str, int]
    against: NotRequired[AgainstJson]


def compare(alignment: Alignment, against: ThreeWay | None = None) -> CompareJson:
    """The whole object. `pairs` is an iterator: each pair is made when it is written, as all of them together take more
    memory than both texts."""
    document: CompareJson = {
        "schema": "palermo.compare/1",
        "left": [source(version) for version in alignment.left],
        "right": [source(version) for version in alignment.right],
        "pairs": (pair(p, against) for p in alignment.pairs),
        "counts": alignment.counts,
    }
    if against is not None:
        after = against.change.after
        document["against"] = {
            "framework": {"id": after.framework, "version": after.framework_version},
            "elsewhere": [_touch(touch) for touch in against.elsewhere],
        }
    return document


def pair(p: Pair, against: ThreeWay | None = None) -> PairJson:
    """Pair with its edits, and with the requirements that it touches if it was held `against` a framework."""
    made: PairJson = {
        "kind": p.kind,
        "moved": p.moved,
        "renumbered": p.renumbered,
        "left": [provision(one) for one in p.left],
        "right": [provision(one) for one in p.right],
        "left_source": p.left_source,
        "right_source": p.right_source,
        "score": round(p.score, 3),
        "parts": {name: round(value, 3) for name, value in p.parts.items()},
        "edits": [edit(e) for e in p.edits],
    }
    if against is not None:
        made["elements"] = [_touch(touch) for touch in against.of(p)]
    return made


def _touch(touch: Touch) -> TouchJson:
    return {"code": touch.code, "direction": touch.direction, "reason": touch.reason}


def edit(e: WordEdit) -> WordEditJson:
    """Step from the left own text to the right own text."""
    return {
        "op": e.op,
        "left": e.left,
        "right": e.right,
        "divergence": None if e.divergence is None else _divergence(e.divergence),
    }


def _divergence(divergence: Divergence) -> DivergenceJson:
    return {
        "kind": divergence.kind,
        "reason": divergence.reason,
        "from": divergence.from_,
        "to": divergence.to,
        "unit": divergence.unit,
    }
