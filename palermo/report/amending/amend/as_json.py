"""`palermo.amend/1`, and the lines of `palermo amend --jsonl`."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.amending.check import Check
from palermo.corpus.amendments import Amendment, Outcome
from palermo.corpus.amendments.amend_several import Several
from palermo.corpus.amendments.model import Commencement, Timetable
from palermo.corpus.model.text_model import Version
from palermo.report.amending.amend.check.as_json import checked
from palermo.report.format.json_parts import source

__all__ = ["amend", "amend_each", "answer"]


def amend(
    amendment: Amendment, base: Version, amending: Sequence[Version], check: Check | None = None
) -> dict[str, object]:
    """The document; `source` of an outcome counts in `amending`. Only what was checked against an official text has
    `check`."""
    return {"schema": "palermo.amend/1"} | _amendment(amendment, base, check, _acts(amending, amendment))


def amend_each(
    several: Several, bases: Sequence[Version], amending: Sequence[Version], checks: Sequence[Check | None]
) -> dict[str, object]:
    """`palermo.amendments/1`: several acts amended by the same amending acts."""
    first = several.amendments[0]
    return (
        {"schema": "palermo.amendments/1"}
        | _acts(amending, first)
        | {
            "amendments": [
                _amendment(one, base, check, {})
                for one, base, check in zip(several.amendments, bases, checks, strict=True)
            ],
            "elsewhere": [_outcome(outcome, first) for outcome in several.elsewhere],
        }
    )


def _acts(amending: Sequence[Version], amendment: Amendment) -> dict[str, object]:
    return {
        "amending": [source(version) for version in amending],
        "commencement": [_table(table) for table in amendment.tables],
        "order": amendment.order,
    }


def _amendment(amendment: Amendment, base: Version, check: Check | None, acts: dict[str, object]) -> dict[str, object]:
    document: dict[str, object] = {
        "base": source(base),
        **acts,
        "status": amendment.status,
        "reason": amendment.reason,
        "text": amendment.text,
        "outcomes": [_outcome(outcome, amendment) for outcome in amendment.outcomes],
    }
    return document if check is None else document | {"check": checked(check)}


def _table(table: Timetable) -> dict[str, object]:
    return {
        **_commencement(table.whole),
        "provisions": [{"start": span.start, "end": span.end, **_commencement(one)} for span, one in table.parts],
        "unread": list(table.unread),
    }


def _commencement(one: Commencement) -> dict[str, object]:
    return {"date": one.date, "reason": one.reason}


def answer(case: object, amendment: Amendment) -> dict[str, object]:
    """One line of a batch; `case` is its id as given."""
    outcomes: list[dict[str, object]] = [
        {"instruction": o.instruction.text, "status": o.status.value, "reason": o.reason} for o in amendment.outcomes
    ]
    if not outcomes and amendment.reason:
        outcomes = [{"instruction": "", "status": "refused", "reason": amendment.reason}]
    return {"id": case, "status": amendment.status, "after": amendment.text, "outcomes": outcomes}


def _outcome(outcome: Outcome, amendment: Amendment) -> dict[str, object]:
    instruction, edit = outcome.instruction, outcome.edit
    table = amendment.tables[outcome.source] if amendment.tables else None
    return {
        "instruction": instruction.text,
        "start": instruction.span.start,
        "end": instruction.span.end,
        "source": outcome.source,
        "op": instruction.op.value,
        "target": instruction.target.cite,
        "commences": None if table is None else table.of(instruction).date,
        "status": outcome.status.value,
        "reason": outcome.reason,
        "edit": None if edit is None else {"base": list(edit.base), "insert": edit.insert},
    }
