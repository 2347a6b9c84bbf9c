"""`palermo.instructions/1`: the instructions of an amending act as a JSON object."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.corpus.amendments import AmendingReading, Instruction
from palermo.corpus.amendments.model import Part
from palermo.corpus.model.text_model import Span, Version
from palermo.report.amending.instructions import words
from palermo.report.format.json_parts import SourceJson, source

__all__ = ["instructions"]


class _SpanJson(TypedDict):
    start: int | None
    end: int | None


class PayloadJson(_SpanJson):
    """The words that an instruction brings; `start` and `end` lead into the amending act, null where it lacks them."""

    text: str


class InstructionJson(_SpanJson):
    """An instruction; `start` and `end` lead into the amending act.

    `op` is null where none was read, and `reason` says why. `act` is the act amended, null where it is the one named
    before; `also` are further pairs of words to be replaced, old and new.
    """

    order: int
    cite: str
    instruction: str
    op: str | None
    target: str
    part: Part
    act: str | None
    lang: str | None
    where: str
    payload: PayloadJson | None
    also: list[tuple[str, str]]
    status: str
    reason: str


class InstructionsJson(TypedDict):
    """Result of `palermo instructions`: the instructions of an amending act, in their order.

    `tradition` is null where no instruction was read, and `reason` says why.
    """

    schema: Literal["palermo.instructions/1"]
    source: SourceJson
    tradition: str | None
    reason: str
    instructions: list[InstructionJson]


def instructions(reading: AmendingReading) -> InstructionsJson:
    """The whole object."""
    return {
        "schema": "palermo.instructions/1",
        "source": source(reading.act),
        "tradition": reading.tradition or None,
        "reason": reading.reason,
        "instructions": [_instruction(reading.act, i) for i in reading.instructions],
    }


def _instruction(act: Version, i: Instruction) -> InstructionJson:
    return {
        "order": i.order + 1,
        "cite": words.place(act, i),
        "instruction": i.text,
        **_span(i.span),
        "op": words.operation(i) or None,
        "target": i.target.cite,
        "part": i.target.part,
        "act": words.act(i) or None,
        "lang": i.target.lang,
        "where": words.where(i),
        "payload": None if i.payload is None else {"text": i.payload.text, **_span(i.payload.span)},
        "also": list(i.anchor.others) if i.anchor else [],
        "status": words.status(i),
        "reason": i.reason,
    }


def _span(span: Span | None) -> _SpanJson:
    return {"start": span.start if span else None, "end": span.end if span else None}
