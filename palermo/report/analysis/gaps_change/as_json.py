"""`palermo.gaps-change/1`: the differences between two gap analyses as a JSON object."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.alignment.gaps.gaps_change import GapChangeKind, GapsChange, PenaltyKind
from palermo.report.analysis.gaps.as_json import FindingJson, PenaltyJson, finding, penalty
from palermo.report.format.json_parts import FrameworkVersionJson, SourceJson, source

__all__ = ["gaps_change"]

_Findings = TypedDict("_Findings", {"from": FindingJson, "to": FindingJson})
_Penalties = TypedDict("_Penalties", {"from": PenaltyJson | None, "to": PenaltyJson | None})


class ComparedSideJson(TypedDict):
    """The texts of one side."""

    sources: list[SourceJson]


class GapChangeJson(_Findings):
    """Finding on a code before and after; `from` counts its sources in `before`, `to` in `after`."""

    code: str
    change: GapChangeKind


class PenaltyChangeJson(_Penalties):
    """Penalty of a kind for a circumstance, before and after; null on the side that has none."""

    basic: bool
    aggravation: str | None
    kind: str
    change: PenaltyKind


class GapsChangeJson(TypedDict):
    """Result of `palermo gaps --with` and `--with-bill`: every code, and every kind of penalty, before and after."""

    schema: Literal["palermo.gaps-change/1"]
    framework: FrameworkVersionJson
    before: ComparedSideJson
    after: ComparedSideJson
    counts: dict[GapChangeKind, int]
    changes: list[GapChangeJson]
    penalties: list[PenaltyChangeJson]


def gaps_change(change: GapsChange) -> GapsChangeJson:
    """The whole object."""
    return {
        "schema": "palermo.gaps-change/1",
        "framework": {"id": change.after.framework, "version": change.after.framework_version},
        "before": {"sources": [source(v) for v in change.before.sources]},
        "after": {"sources": [source(v) for v in change.after.sources]},
        "counts": {kind: len(change.of(kind)) for kind in GapChangeKind},
        "changes": [
            {"code": c.code, "change": c.kind, "from": finding(c.before), "to": finding(c.after)}
            for c in change.changes
        ],
        "penalties": [
            {
                "basic": p.either.basic,
                "aggravation": p.either.aggravation,
                "kind": p.either.kind,
                "change": p.kind,
                "from": penalty(p.before) if p.before else None,
                "to": penalty(p.after) if p.after else None,
            }
            for p in change.penalties
        ],
    }
