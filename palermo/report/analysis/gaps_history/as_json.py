"""`palermo.gaps-history/1`: the story of a law as a JSON object."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.gaps.gaps_change import GapChangeKind, GapsChange
from palermo.alignment.gaps.history import History
from palermo.corpus.model.findings import Penalty
from palermo.report.analysis.gaps.as_json import finding, penalty
from palermo.report.format.json_parts import source

__all__ = ["gaps_history"]


def gaps_history(story: History) -> dict[str, object]:
    """The whole object: the editions with their findings and penalties, a table of the ratings, and the steps.

    A step is from the edition before it to `edition`; its penalties are places in the two editions' lists.
    """
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
                "values": [x.value.value for x in story.row(f.code)],
                "ratings": [x.rating.value for x in story.row(f.code)],
            }
            for f in last.findings
        ],
        "steps": [_step(number, step) for number, step in enumerate(story.steps, 1)],
    }


def _step(edition: int, step: GapsChange) -> dict[str, object]:
    return {
        "edition": edition,
        "counts": {kind.value: len(step.of(kind)) for kind in GapChangeKind},
        "changes": [{"code": c.code, "change": c.kind.value} for c in step.changes],
        "penalties": [
            {
                "basic": p.either.basic,
                "aggravation": p.either.aggravation,
                "kind": p.either.kind,
                "change": p.kind.value,
                "from": _place(step.before.penalties, p.before),
                "to": _place(step.after.penalties, p.after),
            }
            for p in step.penalties
        ],
    }


def _place(penalties: Sequence[Penalty], wanted: Penalty | None) -> int | None:
    return next((i for i, p in enumerate(penalties) if p is wanted), None)
