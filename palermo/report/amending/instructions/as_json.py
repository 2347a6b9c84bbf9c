"""`palermo.instructions/1`: what an amending act instructs, each instruction as `palermo.amend/1` has it."""

from __future__ import annotations

from palermo.corpus.amendments import AmendingReading, Instruction
from palermo.corpus.model.text_model import Span, Version
from palermo.report.amending.instructions import words
from palermo.report.format.json_parts import source

__all__ = ["instructions"]


def instructions(reading: AmendingReading) -> dict[str, object]:
    """The document; `tradition` is null where no instruction is read, and `reason` says why."""
    return {
        "schema": "palermo.instructions/1",
        "source": source(reading.act),
        "tradition": reading.tradition or None,
        "reason": reading.reason,
        "instructions": [_instruction(reading.act, i) for i in reading.instructions],
    }


def _instruction(act: Version, i: Instruction) -> dict[str, object]:
    return {
        "order": i.order + 1,
        "cite": words.place(act, i),
        "instruction": i.text,
        **_span(i.span),
        "op": words.operation(i) or None,
        "target": i.target.cite,
        "part": i.target.part.value,
        "act": words.act(i) or None,
        "lang": i.target.lang,
        "where": words.where(i),
        "payload": None if i.payload is None else {"text": i.payload.text, **_span(i.payload.span)},
        "also": [list(pair) for pair in i.anchor.others] if i.anchor else [],
        "status": words.status(i),
        "reason": i.reason,
    }


def _span(span: Span | None) -> dict[str, int | None]:
    return {"start": span.start if span else None, "end": span.end if span else None}
