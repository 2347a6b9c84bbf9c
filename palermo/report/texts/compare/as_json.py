"""`palermo.compare/1`."""

from __future__ import annotations

from palermo.alignment.compare.model import Alignment, Divergence, Pair, WordEdit
from palermo.alignment.threeway import ThreeWay, Touch
from palermo.report.format.json_parts import provision, source

__all__ = ["compare", "edit", "pair"]


def compare(alignment: Alignment, against: ThreeWay | None = None) -> dict[str, object]:
    """The document: `left` and `right` are the sources of the sides, in the order given.

    `left_source` and `right_source` of a pair count in them; null on the side where a pair has nothing. `pairs` is an
    iterator: each is made when it is written, as all together take more room than both texts. Only what was held
    `against` a framework has `against`, with the elements whose answer moved but stands in no changed clause, and
    `elements` in each pair.
    """
    document: dict[str, object] = {
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


def pair(p: Pair, against: ThreeWay | None = None) -> dict[str, object]:
    """What became of some provisions, with its edits."""
    elements = {} if against is None else {"elements": [_touch(touch) for touch in against.of(p)]}
    return {
        "kind": p.kind.value,
        "moved": p.moved,
        "renumbered": p.renumbered,
        "left": [provision(one) for one in p.left],
        "right": [provision(one) for one in p.right],
        "left_source": p.left_source,
        "right_source": p.right_source,
        "score": round(p.score, 3),
        "parts": {name: round(value, 3) for name, value in p.parts.items()},
        "edits": [edit(e) for e in p.edits],
        **elements,
    }


def _touch(touch: Touch) -> dict[str, object]:
    return {"code": touch.code, "direction": touch.direction.value, "reason": touch.reason}


def edit(e: WordEdit) -> dict[str, object]:
    """One step from the left own text to the right one."""
    return {
        "op": e.op.value,
        "left": list(e.left),
        "right": list(e.right),
        "divergence": None if e.divergence is None else _divergence(e.divergence),
    }


def _divergence(divergence: Divergence) -> dict[str, object]:
    return {
        "kind": divergence.kind,
        "reason": divergence.reason,
        "from": divergence.from_,
        "to": divergence.to,
        "unit": divergence.unit,
    }
