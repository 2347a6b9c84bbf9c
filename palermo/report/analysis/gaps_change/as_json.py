"""`palermo.gaps-change/1`: what lies between two gap analyses, as a JSON object."""

from __future__ import annotations

from palermo.alignment.gaps.gaps_change import GapChangeKind, GapsChange
from palermo.report.analysis.gaps.as_json import finding, penalty
from palermo.report.format.json_parts import source

__all__ = ["between", "gaps_change"]


def gaps_change(change: GapsChange) -> dict[str, object]:
    """The whole object. A finding or penalty `from` counts its source in `before`, one `to` in `after`."""
    return {
        "schema": "palermo.gaps-change/1",
        "framework": {"id": change.after.framework, "version": change.after.framework_version},
        "before": {"sources": [source(v) for v in change.before.sources]},
        "after": {"sources": [source(v) for v in change.after.sources]},
        **between(change),
    }


def between(change: GapsChange) -> dict[str, object]:
    """`counts` of the kinds, `changes` (every code) and `penalties` (every kind of penalty for every circumstance)."""
    return {
        "counts": {kind.value: len(change.of(kind)) for kind in GapChangeKind},
        "changes": [
            {"code": c.code, "change": c.kind.value, "from": finding(c.before), "to": finding(c.after)}
            for c in change.changes
        ],
        "penalties": [
            {
                "basic": p.either.basic,
                "aggravation": p.either.aggravation,
                "kind": p.either.kind,
                "change": p.kind.value,
                "from": penalty(p.before) if p.before else None,
                "to": penalty(p.after) if p.after else None,
            }
            for p in change.penalties
        ],
    }
