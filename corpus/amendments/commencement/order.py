"""The order in which amending acts are carried out: by the day on which each of them takes effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from palermo.corpus.amendments.commencement.clauses import timetable
from palermo.corpus.amendments.contenders import tradition_of
from palermo.corpus.amendments.model import Commencement, Instruction, Timetable
from palermo.corpus.amendments.reading.passages import of_version
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.model.text_model import Version

__all__ = ["Bill", "CommencementStep", "Schedule", "by_commencement"]


@dataclass(frozen=True)
class Bill:
    """An amending act as it was read: its `tradition`, None where that is not known, and what it instructs."""

    act: Version
    tradition: DraftingTradition | None
    instructions: tuple[Instruction, ...]

    @classmethod
    def of(cls, act: Version, tradition: str | None = None) -> Bill:
        """The act, read in the tradition of that name, or in the one that it shows."""
        found = tradition_of(of_version(act), act.lang, tradition, act.ref.instrument.country)
        return cls(act, None, ()) if found is None else cls(act, found.tradition, tuple(found.instructions))

    @cached_property
    def table(self) -> Timetable:
        """The commencement of the act."""
        return timetable(self.act, self.instructions)

    @property
    def name(self) -> str:
        return " ".join((self.act.title or self.act.source.path).split())


@dataclass(frozen=True, slots=True)
class CommencementStep:
    """Instructions that take effect together: those of act number `source` with this commencement."""

    source: int
    date: str | None
    instructions: tuple[Instruction, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The steps in the order in which they are carried out, and in words what that rests on ("" for one act)."""

    steps: tuple[CommencementStep, ...]
    reason: str = ""


def by_commencement(bills: Sequence[Bill]) -> Schedule:
    """By the day of commencement; on one day in the order given. Where no more than the day of publication is missing,
    by the act's own date; what is not known, but cannot be before any of those, comes last; what else is not known
    keeps its place among the acts as they were given."""
    steps = [step for source, bill in enumerate(bills) for step in _steps(source, bill)]
    known = {id(s): day for s in steps if (day := s.date or _commencement(bills[s.source], s).near) is not None}
    latest = max(known.values(), default="")
    late = [
        s for s in steps if id(s) not in known and latest and (_commencement(bills[s.source], s).after or "") >= latest
    ]
    fixed = [s for s in steps if s not in late]
    order = iter(sorted((s for s in fixed if id(s) in known), key=lambda s: known[id(s)]))
    put = [next(order) if id(s) in known else s for s in fixed] + late
    return Schedule(tuple(put), _reason(bills, put, known, late) if len(bills) > 1 else "")


def _steps(source: int, bill: Bill) -> list[CommencementStep]:
    groups: dict[str | None, list[Instruction]] = {}
    for instruction in bill.instructions:
        groups.setdefault(bill.table.of(instruction).date, []).append(instruction)
    return [CommencementStep(source, date, tuple(some)) for date, some in groups.items()] or [
        CommencementStep(source, None, ())
    ]


def _commencement(bill: Bill, step: CommencementStep) -> Commencement:
    return bill.table.of(step.instructions[0]) if step.instructions else bill.table.whole


def _reason(
    bills: Sequence[Bill], put: Sequence[CommencementStep], known: Mapping[int, str], late: Sequence[CommencementStep]
) -> str:
    def names(some: Iterable[CommencementStep]) -> str:
        return "; ".join(dict.fromkeys(bills[s.source].name for s in some))

    some = [s for s in put if s.instructions]
    days = [known[id(s)] for s in some if id(s) in known]
    parts = ["in the order in which they come into force"]
    if not days:
        return "in the order given: when they come into force is not known"
    if near := names(s for s in some if s.date is None and id(s) in known):
        parts.append(f"the day of publication is not known, so by its own date: {near}")
    if last := names(s for s in some if s in late):
        parts.append(f"when it comes into force is not known, but not before its enactment, so last: {last}")
    if lost := names(s for s in some if id(s) not in known and s not in late):
        parts.append(f"when it comes into force is not known, so where it was given: {lost}")
    if len(set(days)) < len(days):
        parts.append("on the same day in the order given")
    return "; ".join(parts)
