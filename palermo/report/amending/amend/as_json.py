"""`palermo.amend/1`, `palermo.amendments/1` and the lines of `palermo amend --jsonl`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

from palermo.amending.check import Check
from palermo.corpus.amendments import Amendment, Op, Outcome
from palermo.corpus.amendments.amend_several import Several
from palermo.corpus.amendments.model import Commencement, Status, Timetable
from palermo.corpus.model.text_model import Span, Version
from palermo.report.amending.amend.check.as_json import CheckJson, checked
from palermo.report.format.json_parts import SourceJson, source

__all__ = ["amend", "amend_each", "answer"]


class CommencementJson(TypedDict):
    """The ISO date on which something takes effect, null if the act does not give one, and what that rests on."""

    date: str | None
    reason: str


class CommencingProvisionJson(CommencementJson):
    """A provision of the amending act, from `start` to `end`, that takes effect on a date of its own."""

    start: int
    end: int


class TimetableJson(CommencementJson):
    """The commencement of an amending act; `unread` are its clauses on commencement that were not understood."""

    provisions: list[CommencingProvisionJson]
    unread: list[str]


class EditJson(TypedDict):
    """The words that are put in place of the span `base` of the text that is amended."""

    base: Span
    insert: str


class OutcomeJson(TypedDict):
    """An instruction, from `start` to `end` of the amending act number `source`, and what came of it.

    `target` is the citation of what it amends, `commences` the ISO date on which it takes effect (null: not known).
    `edit` is null unless it was applied; `reason` says why it was not.
    """

    instruction: str
    start: int
    end: int
    source: int
    op: Op
    target: str
    commences: str | None
    status: Status
    reason: str
    edit: EditJson | None


class _ActsJson(TypedDict):
    amending: list[SourceJson]
    commencement: list[TimetableJson]
    order: str


class AmendedActJson(TypedDict):
    """An act (`base`) with its amended text and the outcome of every instruction.

    `status` is applied, refused or partly. Only what was checked against an official text (`--check`) has `check`.
    """

    base: SourceJson
    status: str
    reason: str
    text: str
    outcomes: list[OutcomeJson]
    check: NotRequired[CheckJson]


class AmendJson(AmendedActJson, _ActsJson):
    """Result of `palermo amend`: the amended text and the outcome of every instruction of the amending acts.

    `status` is applied, refused or partly; `order` says in which order the acts were carried out. Only what was checked
    against an official text (`--check`) has `check`.
    """

    schema: Literal["palermo.amend/1"]


class AmendmentsJson(_ActsJson):
    """Result of `palermo amend` for several acts: the amended texts and the outcomes of the instructions.

    `elsewhere` are the instructions that concern none of the acts.
    """

    schema: Literal["palermo.amendments/1"]
    amendments: list[AmendedActJson]
    elsewhere: list[OutcomeJson]


class AnswerOutcomeJson(TypedDict):
    """An instruction of a case, and what came of it."""

    instruction: str
    status: Status
    reason: str


class AmendLineJson(TypedDict):
    """Result of `palermo amend --jsonl`, a line for each case: the amended text (`after`) and the outcomes.

    `id` is that of the case, as given.
    """

    id: object
    status: str
    after: str
    outcomes: list[AnswerOutcomeJson]


def amend(amendment: Amendment, base: Version, amending: Sequence[Version], check: Check | None = None) -> AmendJson:
    """The whole object for one act."""
    act = _amended(amendment, base, check)
    document: AmendJson = {"schema": "palermo.amend/1", "base": act["base"], **_acts(amending, amendment), **act}
    return document


def amend_each(
    several: Several, bases: Sequence[Version], amending: Sequence[Version], checks: Sequence[Check | None]
) -> AmendmentsJson:
    """The whole object for several acts amended by the same amending acts."""
    first = several.amendments[0]
    return {
        "schema": "palermo.amendments/1",
        **_acts(amending, first),
        "amendments": [
            _amended(one, base, check) for one, base, check in zip(several.amendments, bases, checks, strict=True)
        ],
        "elsewhere": [_outcome(outcome, first) for outcome in several.elsewhere],
    }


def _acts(amending: Sequence[Version], amendment: Amendment) -> _ActsJson:
    return {
        "amending": [source(version) for version in amending],
        "commencement": [_table(table) for table in amendment.tables],
        "order": amendment.order,
    }


def _amended(amendment: Amendment, base: Version, check: Check | None) -> AmendedActJson:
    made: AmendedActJson = {
        "base": source(base),
        "status": amendment.status,
        "reason": amendment.reason,
        "text": amendment.text,
        "outcomes": [_outcome(outcome, amendment) for outcome in amendment.outcomes],
    }
    if check is not None:
        made["check"] = checked(check)
    return made


def _table(table: Timetable) -> TimetableJson:
    return {
        **_commencement(table.whole),
        "provisions": [{"start": span.start, "end": span.end, **_commencement(one)} for span, one in table.parts],
        "unread": list(table.unread),
    }


def _commencement(one: Commencement) -> CommencementJson:
    return {"date": one.date, "reason": one.reason}


def answer(case: object, amendment: Amendment) -> AmendLineJson:
    """Line of a batch; `case` is its id as given."""
    outcomes: list[AnswerOutcomeJson] = [
        {"instruction": o.instruction.text, "status": o.status, "reason": o.reason} for o in amendment.outcomes
    ]
    if not outcomes and amendment.reason:
        outcomes = [{"instruction": "", "status": Status.REFUSED, "reason": amendment.reason}]
    return {"id": case, "status": amendment.status, "after": amendment.text, "outcomes": outcomes}


def _outcome(outcome: Outcome, amendment: Amendment) -> OutcomeJson:
    instruction, edit = outcome.instruction, outcome.edit
    table = amendment.tables[outcome.source] if amendment.tables else None
    return {
        "instruction": instruction.text,
        "start": instruction.span.start,
        "end": instruction.span.end,
        "source": outcome.source,
        "op": instruction.op,
        "target": instruction.target.cite,
        "commences": None if table is None else table.of(instruction).date,
        "status": outcome.status,
        "reason": outcome.reason,
        "edit": None if edit is None else {"base": edit.base, "insert": edit.insert},
    }
