"""`palermo.explain/1` and `palermo.scope/1`: how an answer came about, what was read as what."""

from __future__ import annotations

from palermo.alignment.gaps.explain_answer import AnswerPart, AnswerReading, Explanation
from palermo.report.analysis.gaps.as_json import finding
from palermo.report.format.json_parts import provision, source

__all__ = ["explain", "scope"]


def explain(explanation: Explanation) -> dict[str, object]:
    """The finding as in `palermo.gaps/1`, with the words looked for, the provisions searched and what turns it."""
    return {
        "schema": "palermo.explain/1",
        "sources": [source(v) for v in explanation.sources],
        "finding": finding(explanation.finding),
        "words": list(explanation.words),
        "searched": [{"source": i, "provision": provision(p)} for i, p in explanation.searched],
        "turn": _turn(explanation),
    }


def _turn(explanation: Explanation) -> dict[str, object] | None:
    """The deletions, tried on the text, that make the answer `becomes`; None where none was found."""
    found = explanation.turn
    if found is None:
        return None
    deleted = []
    for number, span in found.deleted:
        version = explanation.sources[number]
        place = {"source": number, "provision": provision(version.at(span.start)), "start": span.start}
        deleted.append({**place, "end": span.end, "quote": version.quote(span)})
    return {"deleted": deleted, "becomes": found.becomes.value}


def scope(reading: AnswerReading) -> dict[str, object]:
    """The reading of a body of law; texts are those of the segments, spaces folded."""
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


def _part(part: AnswerPart) -> dict[str, object]:
    return {
        "source": part.source,
        "provision": provision(part.provision),
        "role": part.role,
        "child": part.child,
        "text": part.text,
    }
