"""Further keys of `palermo.text/1` for a text asked for by its day: the texts and acts that it was built from."""

from __future__ import annotations

from collections import Counter
from typing import TypedDict

from palermo.amending.text_on_day import Carried, Standing
from palermo.report.format.json_parts import source
from palermo.report.library.holdings.links_json import AmendedByJson, HeldSourceJson, amended_by

__all__ = ["StandingJson", "built"]


class RefusedInstructionJson(TypedDict):
    """An instruction that was not carried out, and why."""

    target: str
    instruction: str
    reason: str


class CarriedActJson(TypedDict):
    """An amending act carried out as of `date`: how many instructions were applied, and those that were refused."""

    ref: str
    title: str | None
    date: str
    applied: int
    refused: list[RefusedInstructionJson]


class StandingJson(TypedDict):
    """A text on the day `at` (ISO), and how it came about.

    `built_from` are the texts that the library holds, `amended_by` the acts carried out on them (none: the library
    holds the text itself), `outcomes` the number of instructions by status, `unknown` the acts whose day is not known,
    `later` those that amended a text named by its date by that day and were not carried out.
    """

    at: str
    built: bool
    built_from: list[HeldSourceJson]
    amended_by: list[CarriedActJson]
    outcomes: dict[str, int]
    unknown: list[AmendedByJson]
    later: list[AmendedByJson]


def built(found: Standing) -> StandingJson:
    """The keys that say how the text came about."""
    counts = Counter(o.status.value for step in found.carried for o in step.outcomes)
    absent = sum(step.absent for step in found.carried)
    return {
        "at": found.at,
        "built": bool(found.carried),
        "built_from": [{"ref": str(base.ref), "source": source(base)} for base in found.bases],
        "amended_by": [_step(step) for step in found.carried],
        "outcomes": {**counts, **({"not addressed": absent} if absent else {})},
        "unknown": [amended_by(one) for one in found.unknown],
        "later": [amended_by(one) for one in found.later],
    }


def _step(step: Carried) -> CarriedActJson:
    return {
        "ref": str(step.amending.amending.ref),
        "title": step.amending.amending.title or None,
        "date": step.date,
        "applied": step.applied,
        "refused": [
            {"target": o.instruction.target.cite, "instruction": o.instruction.text, "reason": o.reason}
            for o in step.refused
        ],
    }
