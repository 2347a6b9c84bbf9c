"""Amending acts held against several acts: each act gets its own amendment, what is addressed to none is said once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from palermo.corpus.amendments.amend import amend, verdict
from palermo.corpus.amendments.commencement.order import Bill, Schedule
from palermo.corpus.amendments.model import Amendment, Instruction, Op, Outcome, Status
from palermo.corpus.amendments.reading.named_act import addressed
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.corpus.model.text_model import Version

__all__ = ["Several", "amend_each"]

_UNNAMED = "it does not say which act is meant, and several are given"


@dataclass(frozen=True, slots=True)
class Several:
    """`amendments` are those of the acts in the order given, each with the outcomes that are addressed to it;
    `elsewhere` are those that are addressed to none, or instruct nothing."""

    amendments: tuple[Amendment, ...]
    elsewhere: tuple[Outcome, ...]


def amend_each(
    bases: Sequence[Version], bills: Sequence[Bill], *, schedule: Schedule | None = None, day: str | None = None
) -> Several:
    """Every act as amended; texts of one instrument and date are parts of one act. An instruction that names no act is
    refused where there are several."""
    if len({base.title.casefold() for base in bases}) > 1:
        named = [replace(b, instructions=tuple(map(_named, b.instructions))) for b in bills]
        steps = () if schedule is None else schedule.steps
        put = [replace(step, instructions=tuple(map(_named, step.instructions))) for step in steps]
        schedule = None if schedule is None else replace(schedule, steps=tuple(put))
        bills = named
    done = [amend(base, bills, schedule=schedule, day=day) for base in bases]
    kept = [[o for o in one.outcomes if _addressed(o, base, bills)] for base, one in zip(bases, done, strict=True)]
    for at, base in enumerate(bases):
        parts = [n for n, other in enumerate(bases) if other.ref == base.ref]
        if len(parts) > 1:
            kept[at] = [o for o in kept[at] if at == _home(o, parts, bases, kept)]
    told = {_key(o) for some in kept for o in some}
    rest = {_key(o): o for one in done for o in one.outcomes if _key(o) not in told}
    return Several(
        tuple(
            replace(one, outcomes=tuple(some), status=verdict(some, failed=bool(one.reason)))
            for one, some in zip(done, kept, strict=True)
        ),
        tuple(rest[key] for key in sorted(rest)),
    )


def _named(instruction: Instruction) -> Instruction:
    if instruction.target.act or instruction.op is Op.COMMENCE:
        return instruction
    return replace(instruction, reason=instruction.reason or _UNNAMED)


def _addressed(outcome: Outcome, base: Version, bills: Sequence[Bill]) -> bool:
    """True if the instruction is one to this act, whatever became of it."""
    tradition = bills[outcome.source].tradition
    if outcome.instruction.op is Op.COMMENCE or tradition is None:
        return False
    try:
        addressed(outcome.instruction, base.lang, base.title or None, tradition.is_act)
    except Refusal:
        return False
    return True


def _home(outcome: Outcome, parts: Sequence[int], bases: Sequence[Version], kept: Sequence[Sequence[Outcome]]) -> int:
    """Which part of an act, given in `parts`, an instruction is about: the one on which it was carried out, else one
    that has the article, else the first."""
    done = [n for n in parts for o in kept[n] if _key(o) == _key(outcome) and o.status is Status.APPLIED]
    if done:
        return done[0]
    steps = outcome.instruction.target.steps
    number = steps[0].num.casefold() if steps else ""
    having = (n for n in parts if any(p.level in UNITS and p.num.casefold() == number for p in bases[n].root.walk()))
    return next(having, parts[0])


def _key(outcome: Outcome) -> tuple[int, int, str]:
    return outcome.source, outcome.instruction.order, outcome.instruction.target.cite
