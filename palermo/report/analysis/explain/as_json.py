"""`palermo.explain/1` and `palermo.scope/1`: how an answer was reached, and how the law was read for it."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.alignment.gaps.explain_answer import AnswerPart, AnswerReading, Explanation
from palermo.corpus.model.findings import Value
from palermo.report.analysis.gaps.as_json import FindingJson, QuoteJson, finding
from palermo.report.format.json_parts import PlaceJson, SourceJson, provision, source

__all__ = ["explain", "scope"]


class TurnJson(TypedDict):
    """The smallest deletions that change the answer: tried on the text, without `deleted` it `becomes` that value."""

    deleted: list[QuoteJson]
    becomes: Value


class ExplainJson(TypedDict):
    """Result of `palermo explain CODE`: the finding as in `palermo.gaps/1`, the words looked for, the provisions that
    were searched, and what would turn the answer (null where nothing was found)."""

    schema: Literal["palermo.explain/1"]
    sources: list[SourceJson]
    finding: FindingJson
    words: list[str]
    searched: list[PlaceJson]
    turn: TurnJson | None


class ScopeProvisionJson(PlaceJson):
    """A provision that was read as the law on trafficking, and why."""

    why: str


class SegmentJson(PlaceJson):
    """A part of a provision and its role in the offence (`child`: of a child victim), white space folded in `text`."""

    role: str
    child: bool
    text: str


class OffenceVariantJson(PlaceJson):
    """A variant of the offence: whether it needs means, whether it needs a purpose, whether its victim is a child."""

    text: str
    means: bool
    purpose: bool
    child: bool


class ScopeJson(TypedDict):
    """Result of `palermo explain --scope`: the reading of a body of law on which its answers rest."""

    schema: Literal["palermo.scope/1"]
    sources: list[SourceJson]
    core: list[ScopeProvisionJson]
    wide: list[ScopeProvisionJson]
    segments: list[SegmentJson]
    definitions: list[SegmentJson]
    variants: list[OffenceVariantJson]


def explain(explanation: Explanation) -> ExplainJson:
    """The object that explains one answer."""
    return {
        "schema": "palermo.explain/1",
        "sources": [source(v) for v in explanation.sources],
        "finding": finding(explanation.finding),
        "words": list(explanation.words),
        "searched": [{"source": i, "provision": provision(p)} for i, p in explanation.searched],
        "turn": _turn(explanation),
    }


def _turn(explanation: Explanation) -> TurnJson | None:
    found = explanation.turn
    if found is None:
        return None
    deleted: list[QuoteJson] = []
    for number, span in found.deleted:
        version = explanation.sources[number]
        deleted.append(
            {
                "source": number,
                "provision": provision(version.at(span.start)),
                "start": span.start,
                "end": span.end,
                "quote": version.quote(span),
            }
        )
    return {"deleted": deleted, "becomes": found.becomes}


def scope(reading: AnswerReading) -> ScopeJson:
    """The object that shows how a body of law was read."""
    return {
        "schema": "palermo.scope/1",
        "sources": [source(v) for v in reading.sources],
        "core": [{"source": i, "provision": provision(p), "why": why} for i, p, why in reading.core],
        "wide": [{"source": i, "provision": provision(p), "why": why} for i, p, why in reading.wide],
        "segments": [_part(p) for p in reading.parts],
        "definitions": [_part(p) for p in reading.definitions],
        "variants": [
            {
                "source": v.source,
                "provision": provision(v.provision),
                "text": v.text,
                "means": v.means,
                "purpose": v.purpose,
                "child": v.child,
            }
            for v in reading.variants
        ],
    }


def _part(part: AnswerPart) -> SegmentJson:
    return {
        "source": part.source,
        "provision": provision(part.provision),
        "role": part.role,
        "child": part.child,
        "text": part.text,
    }
