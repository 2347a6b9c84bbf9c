"""`palermo.amend/1`, and the lines of `palermo amend --jsonl`."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.amendments import Amendment, Outcome
from corpus.model import Version
from palermo.checking import Check
from palermo.report.contract.checked import checked
from palermo.report.contract.common import source

__all__ = ["amend", "answer"]


def amend(
    amendment: Amendment, base: Version, amending: Sequence[Version], check: Check | None = None
) -> dict[str, object]:
    """The document; `source` of an outcome counts in `amending`. Only what was checked against an official text has
    `check`."""
    document: dict[str, object] = {
        "schema": "palermo.amend/1",
        "base": source(base),
        "amending": [source(version) for version in amending],
        "status": amendment.status,
        "reason": amendment.reason,
        "text": amendment.text,
        "outcomes": [_outcome(outcome) for outcome in amendment.outcomes],
    }
    return document if check is None else document | {"check": checked(check)}


def answer(case: object, amendment: Amendment) -> dict[str, object]:
    """One line of a batch; `case` is its id as given."""
    outcomes: list[dict[str, object]] = [
        {"instruction": o.instruction.text, "status": o.status.value, "reason": o.reason} for o in amendment.outcomes
    ]
    if not outcomes and amendment.reason:
        outcomes = [{"instruction": "", "status": "refused", "reason": amendment.reason}]
    return {"id": case, "status": amendment.status, "after": amendment.text, "outcomes": outcomes}


def _outcome(outcome: Outcome) -> dict[str, object]:
    instruction, edit = outcome.instruction, outcome.edit
    return {
        "instruction": instruction.text,
        "start": instruction.span.start,
        "end": instruction.span.end,
        "source": outcome.source,
        "op": instruction.op.value,
        "target": instruction.target.cite,
        "status": outcome.status.value,
        "reason": outcome.reason,
        "edit": None if edit is None else {"base": list(edit.base), "insert": edit.insert},
    }
