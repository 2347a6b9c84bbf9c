"""`palermo.gaps-history/1`: the history of a law's answers as a JSON object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from palermo.alignment.gaps.gaps_change import GapChangeKind, GapsChange, PenaltyKind
from palermo.alignment.gaps.history import History
from palermo.corpus.model.findings import Penalty, Rating, Value
from palermo.report.analysis.gaps.as_json import FindingJson, PenaltyJson, finding, penalty
from palermo.report.format.json_parts import FrameworkVersionJson, SourceJson, source

__all__ = ["gaps_history"]

_Places = TypedDict("_Places", {"from": int | None, "to": int | None})


class EditionJson(TypedDict):
    """An edition of the law (`date`: since when it is in force, ISO) with its findings and penalties."""

    date: str
    sources: list[SourceJson]
    findings: list[FindingJson]
    penalties: list[PenaltyJson]


class CodeHistoryJson(TypedDict):
    """The values and ratings of one code, one an edition."""

    code: str
    values: list[Value]
    ratings: list[Rating]


class CodeStepJson(TypedDict):
    """The change of one code's answer in a step."""

    code: str
    change: GapChangeKind


class PenaltyStepJson(_Places):
    """The change of one kind of penalty for one circumstance; `from` and `to` are places in the editions' lists."""

    basic: bool
    aggravation: str | None
    kind: str
    change: PenaltyKind


class HistoryStepJson(TypedDict):
    """The changes from the edition before to the one at place `edition`."""

    edition: int
    counts: dict[GapChangeKind, int]
    changes: list[CodeStepJson]
    penalties: list[PenaltyStepJson]


class GapsHistoryJson(TypedDict):
    """Result of `palermo gaps --history`: the editions of a law, a table of the answers, and the steps between them."""

    schema: Literal["palermo.gaps-history/1"]
    framework: FrameworkVersionJson
    editions: list[EditionJson]
    table: list[CodeHistoryJson]
    steps: list[HistoryStepJson]


def gaps_history(story: History) -> GapsHistoryJson:
    """The whole object."""
    last = story.editions[-1].analysis
    return {
        "schema": "palermo.gaps-history/1",
        "framework": {"id": last.framework, "version": last.framework_version},
        "editions": [
            {
                "date": e.date,
                "sources": [source(v) for v in e.analysis.sources],
                "findings": [finding(f) for f in e.analysis.findings],
                "penalties": [penalty(p) for p in e.analysis.penalties],
            }
            for e in story.editions
        ],
        "table": [
            {
                "code": f.code,
                "values": [x.value for x in story.row(f.code)],
                "ratings": [x.rating for x in story.row(f.code)],
            }
            for f in last.findings
        ],
        "steps": [_step(number, step) for number, step in enumerate(story.steps, 1)],
    }


def _step(edition: int, step: GapsChange) -> HistoryStepJson:
    return {
        "edition": edition,
        "counts": {kind: len(step.of(kind)) for kind in GapChangeKind},
        "changes": [{"code": c.code, "change": c.kind} for c in step.changes],
        "penalties": [
            {
                "basic": p.either.basic,
                "aggravation": p.either.aggravation,
                "kind": p.either.kind,
                "change": p.kind,
                "from": _place(step.before.penalties, p.before),
                "to": _place(step.after.penalties, p.after),
            }
            for p in step.penalties
        ],
    }


def _place(penalties: Sequence[Penalty], wanted: Penalty | None) -> int | None:
    return next((i for i, p in enumerate(penalties) if p is wanted), None)
