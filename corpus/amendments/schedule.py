"""The order in which amending acts are carried out: by the day on which each of them takes effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.amendments.commencing import Commencement, Timetable, timetable
from corpus.amendments.model import Instruction
from corpus.amendments.passages import of_version
from corpus.amendments.tradition import Tradition, tradition_of
from corpus.model import Version

__all__ = ["Bill", "Schedule", "Step", "by_commencement"]


@dataclass(frozen=True)
class Bill:
    """An amending act as it was read: its `tradition`, None where that is not known, and what it instructs."""

    act: Version
    tradition: Tradition | None
    instructions: tuple[Instruction, ...]

    @classmethod
    def of(cls, act: Version, tradition: str | None = None) -> Bill:
        """The act, read in the tradition of that name, or in the one that it shows."""
        found = tradition_of(of_version(act), act.lang, tradition, act.ref.instrument.country)
        return cls(act, None, ()) if found is None else cls(act, found[0], tuple(found[1]))

    @cached_property
    def table(self) -> Timetable:
        """When it comes into force."""
        return timetable(self.act, self.instructions)

    @property
    def name(self) -> str:
        return " ".join((self.act.title or self.act.source.path).split())


@dataclass(frozen=True, slots=True)
class Step:
    """What takes effect together: the instructions of act number `source` with this commencement."""

    source: int
    date: str | None
    instructions: tuple[Instruction, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The steps in the order in which they are carried out, and in words what that rests on ("" for one act)."""

    steps: tuple[Step, ...]
    reason: str = ""


def by_commencement(bills: Sequence[Bill]) -> Schedule:
    """By the day of commencement; on one day in the order given. What has no known day keeps its place among the acts
    as they were given, or goes by the act's own date where no more than the day of publication is missing."""
    steps = [step for source, bill in enumerate(bills) for step in _steps(source, bill)]
    known = [(_about(bills[s.source], s), n) for n, s in enumerate(steps)]
    dated = sorted((about, n) for about, n in known if about is not None)
    order = iter(dated)
    put = [steps[next(order)[1]] if about is not None else steps[n] for about, n in known]
    return Schedule(tuple(put), _reason(bills, put) if len(bills) > 1 else "")


def _steps(source: int, bill: Bill) -> list[Step]:
    groups: dict[str | None, list[Instruction]] = {}
    for instruction in bill.instructions:
        groups.setdefault(bill.table.of(instruction).date, []).append(instruction)
    return [Step(source, date, tuple(some)) for date, some in groups.items()] or [Step(source, None, ())]


def _about(bill: Bill, step: Step) -> str | None:
    """The day to order by; None where there is none."""
    return step.date or _commencement(bill, step).near


def _commencement(bill: Bill, step: Step) -> Commencement:
    return bill.table.of(step.instructions[0]) if step.instructions else bill.table.whole


def _reason(bills: Sequence[Bill], put: Sequence[Step]) -> str:
    lost = dict.fromkeys(bills[s.source].name for s in put if s.instructions and _about(bills[s.source], s) is None)
    near = dict.fromkeys(bills[s.source].name for s in put if s.date is None and _about(bills[s.source], s) is not None)
    days = [_about(bills[s.source], s) for s in put if s.instructions]
    parts = ["in the order in which they come into force" if any(days) else "in the order given"]
    if near:
        parts.append(f"the day of publication is not known, so by its own date: {'; '.join(near)}")
    if lost and any(days):
        parts.append(f"when it comes into force is not known, so where it was given: {'; '.join(lost)}")
    elif lost:
        parts.append("when they come into force is not known")
    if len(set(filter(None, days))) < len([*filter(None, days)]):
        parts.append("on the same day in the order given")
    return "; ".join(parts)
