"""`palermo.gaps/1`: a gap analysis as a JSON object."""

from __future__ import annotations

import math

from palermo.corpus.model.findings import Evidence, Finding, GapAnalysis, Penalty
from palermo.report.analysis.gaps.json_reviews import reviewed
from palermo.report.format.json_parts import provision, source

__all__ = ["finding", "gaps", "penalty"]


def gaps(analysis: GapAnalysis) -> dict[str, object]:
    """The whole object. `quote` is the slice `start` to `end` of the text of the source that it names."""
    return {
        "schema": "palermo.gaps/1",
        "sources": [source(v) for v in analysis.sources],
        "framework": {"id": analysis.framework, "version": analysis.framework_version},
        "findings": [finding(f) for f in analysis.findings],
        "penalties": [penalty(p) for p in analysis.penalties],
    }


def finding(f: Finding) -> dict[str, object]:
    """One finding with its evidence, and what reviewers say of it (`review`, null where nobody has)."""
    return {
        "code": f.code,
        "value": f.value.value,
        "extent": f.extent,
        "rating": f.rating.value,
        "confidence": f.confidence,
        "rule": f.rule,
        "explanation": f.explanation,
        "would_change": f.would_change,
        "requires": {
            "article": f.requires.article or None,
            "bindingness": f.requires.bindingness,
            "restatement": f.requires.restatement,
            "quote": f.requires.quote,
        },
        "evidence": [_evidence(e) for e in f.evidence],
        "review": reviewed(f.review),
    }


def _evidence(e: Evidence) -> dict[str, object]:
    return {
        "source": e.source,
        "provision": provision(e.provision),
        "start": e.span.start,
        "end": e.span.end,
        "quote": e.quote,
        "words": list(e.words) if e.words else None,
    }


def penalty(p: Penalty) -> dict[str, object]:
    """A maximum without limit (life, death) is the string "life": JSON has no infinity."""
    return _evidence(p.evidence) | {
        "basic": p.basic,
        "aggravation": p.aggravation,
        "kind": p.kind,
        "min": p.min,
        "max": "life" if p.max is not None and math.isinf(p.max) else p.max,
        "unit": p.unit,
    }
