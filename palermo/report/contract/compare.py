"""`palermo.compare/1`."""

from __future__ import annotations

from alignment.model import Alignment, Divergence, Edit, Pair
from palermo.report.contract.common import provision, source

__all__ = ["compare"]


def compare(alignment: Alignment) -> dict[str, object]:
    """The document: `left` and `right` are the sources of the sides, in the order given.

    `left_source` and `right_source` of a pair count in them; null on the side where a pair has nothing.
    """
    return {
        "schema": "palermo.compare/1",
        "left": [source(version) for version in alignment.left],
        "right": [source(version) for version in alignment.right],
        "pairs": [_pair(pair) for pair in alignment.pairs],
        "counts": alignment.counts,
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "kind": pair.kind.value,
        "moved": pair.moved,
        "renumbered": pair.renumbered,
        "left": [provision(p) for p in pair.left],
        "right": [provision(p) for p in pair.right],
        "left_source": pair.left_source,
        "right_source": pair.right_source,
        "score": round(pair.score, 3),
        "parts": {name: round(value, 3) for name, value in pair.parts.items()},
        "edits": [_edit(edit) for edit in pair.edits],
    }


def _edit(edit: Edit) -> dict[str, object]:
    return {
        "op": edit.op.value,
        "left": list(edit.left),
        "right": list(edit.right),
        "divergence": None if edit.divergence is None else _divergence(edit.divergence),
    }


def _divergence(divergence: Divergence) -> dict[str, object]:
    return {
        "kind": divergence.kind,
        "reason": divergence.reason,
        "from": divergence.from_,
        "to": divergence.to,
        "unit": divergence.unit,
    }
