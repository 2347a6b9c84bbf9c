"""`palermo.gaps/1`: a gap analysis as a JSON object."""

from __future__ import annotations

import math
from typing import Literal, TypedDict

from palermo.corpus.model.findings import Evidence, Extent, Finding, GapAnalysis, Penalty, Rating, Value
from palermo.corpus.model.text_model import Span
from palermo.report.analysis.gaps.json_reviews import ReviewedJson, reviewed
from palermo.report.format.json_parts import FrameworkVersionJson, PlaceJson, SourceJson, provision, source

__all__ = ["FindingJson", "PenaltyJson", "QuoteJson", "finding", "gaps", "penalty"]


class QuoteJson(PlaceJson):
    """Words of the law: `quote` is the slice `start` to `end` of the text of source number `source`."""

    start: int
    end: int
    quote: str


class EvidenceJson(QuoteJson):
    """Words of the law on which an answer rests; `words` is the part that the rule fired on, null for the whole."""

    words: Span | None


class RequirementJson(TypedDict):
    """The requirement in the framework's words; `quote` is the official text where the library holds it."""

    article: str | None
    bindingness: str
    restatement: str
    quote: str | None


class FindingJson(TypedDict):
    """An answer to one code with its rating, its evidence and what would change it.

    `extent` is null unless the value is yes; `review` is null where no reviewer has said anything.
    """

    code: str
    value: Value
    extent: Extent | None
    rating: Rating
    confidence: float
    rule: str
    explanation: str
    would_change: str
    requires: RequirementJson
    evidence: list[EvidenceJson]
    review: ReviewedJson | None


class PenaltyJson(EvidenceJson):
    """A penalty, `min` to `max` in `unit`; null is not stated, "life" has no limit (JSON has no infinity).

    `aggravation` is the circumstance that raises it, null in the basic case.
    """

    basic: bool
    aggravation: str | None
    kind: str
    min: float | None
    max: float | Literal["life"] | None
    unit: str


class GapsJson(TypedDict):
    """Result of `palermo gaps`: the answers of a body of law to every code of a framework, and its penalties."""

    schema: Literal["palermo.gaps/1"]
    sources: list[SourceJson]
    framework: FrameworkVersionJson
    findings: list[FindingJson]
    penalties: list[PenaltyJson]


def gaps(analysis: GapAnalysis) -> GapsJson:
    """The whole object."""
    return {
        "schema": "palermo.gaps/1",
        "sources": [source(v) for v in analysis.sources],
        "framework": {"id": analysis.framework, "version": analysis.framework_version},
        "findings": [finding(f) for f in analysis.findings],
        "penalties": [penalty(p) for p in analysis.penalties],
    }


def finding(f: Finding) -> FindingJson:
    """Finding with its evidence and its reviews."""
    return {
        "code": f.code,
        "value": f.value,
        "extent": f.extent,
        "rating": f.rating,
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


def _evidence(e: Evidence) -> EvidenceJson:
    return {
        "source": e.source,
        "provision": provision(e.provision),
        "start": e.span.start,
        "end": e.span.end,
        "quote": e.quote,
        "words": e.words or None,
    }


def penalty(p: Penalty) -> PenaltyJson:
    """Penalty with the words that threaten it."""
    return {
        **_evidence(p.evidence),
        "basic": p.basic,
        "aggravation": p.aggravation,
        "kind": p.kind,
        "min": p.min,
        "max": "life" if p.max is not None and math.isinf(p.max) else p.max,
        "unit": p.unit,
    }
