"""Effect of a change of the law: two gap analyses held against one another, code by code and penalty by penalty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from palermo.alignment.penalties.amounts import IN_MONTHS
from palermo.alignment.penalties.penalties import direction, years
from palermo.corpus.model.findings import Finding, GapAnalysis, Penalty, Rating, Value
from palermo.kb.lexicon.circumstances import names

__all__ = ["GapChange", "GapChangeKind", "GapsChange", "PenaltyChange", "PenaltyKind", "change"]

# Worst first; what stands further down meets more of what is asked.
_OPEN = (Rating.CONTRARY, Rating.ABSENT, Rating.NARROWER, Rating.PARTLY)


class GapChangeKind(StrEnum):
    """Change of a requirement. "Settled" is everything that is not open and not undecided."""

    CLOSED = "closed"  # open before, settled after
    OPENED = "opened"  # settled before, open after
    IMPROVED = "improved"  # open before and after, nearer to what is asked
    WORSENED = "worsened"
    UNDECIDED = "undecided"  # it cannot be told on one side or on both
    ADDED = "added"  # the law goes further than what is asked, where it did not before
    WITHDRAWN = "withdrawn"
    ALTERED = "altered"  # settled before and after, by another answer or extent
    OPEN = "still open"
    SETTLED = "still settled"


class PenaltyKind(StrEnum):
    """Change of a penalty; "altered" is neither plainly higher nor plainly lower."""

    RAISED = "raised"
    LOWERED = "lowered"
    NEW = "new"
    GONE = "gone"
    ALTERED = "altered"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class GapChange:
    """Findings on a code before and after."""

    kind: GapChangeKind
    before: Finding
    after: Finding

    @property
    def code(self) -> str:
        return self.after.code


@dataclass(frozen=True, slots=True)
class PenaltyChange:
    """Penalties of one kind for one circumstance (None: the offence itself), the gravest of either side."""

    kind: PenaltyKind
    before: Penalty | None
    after: Penalty | None

    @property
    def either(self) -> Penalty:
        penalty = self.after or self.before
        assert penalty is not None
        return penalty


@dataclass(frozen=True, slots=True)
class GapsChange:
    """Two analyses and what lies between them, in the order of the framework and of the circumstances."""

    before: GapAnalysis
    after: GapAnalysis
    changes: tuple[GapChange, ...]
    penalties: tuple[PenaltyChange, ...]

    def of(self, *kinds: GapChangeKind) -> list[GapChange]:
        return [c for kind in kinds for c in self.changes if c.kind is kind]


def change(before: GapAnalysis, after: GapAnalysis) -> GapsChange:
    """Changes from one analysis to another against the same framework."""
    earlier = {f.code: f for f in before.findings}
    changes = tuple(
        GapChange(_kind(earlier[f.code], f), earlier[f.code], f) for f in after.findings if f.code in earlier
    )
    return GapsChange(before, after, changes, tuple(_penalties(before.penalties, after.penalties)))


def _kind(before: Finding, after: Finding) -> GapChangeKind:
    if Rating.UNDECIDED in (before.rating, after.rating):
        return GapChangeKind.UNDECIDED
    was, now = before.rating in _OPEN, after.rating in _OPEN
    if was and now:
        step = _OPEN.index(after.rating) - _OPEN.index(before.rating)
        return GapChangeKind.IMPROVED if step > 0 else GapChangeKind.WORSENED if step < 0 else GapChangeKind.OPEN
    if was or now:
        return GapChangeKind.CLOSED if was else GapChangeKind.OPENED
    if (before.value, before.extent) == (after.value, after.extent):
        return GapChangeKind.SETTLED
    if Rating.NOT_REQUIRED in (before.rating, after.rating):
        return GapChangeKind.ADDED if after.value is Value.YES else GapChangeKind.WITHDRAWN
    return GapChangeKind.ALTERED


_Key = tuple[str | None, str, str]  # aggravation, kind, what it is counted in


def _penalties(before: Iterable[Penalty], after: Iterable[Penalty]) -> Iterable[PenaltyChange]:
    """The penalties side by side, basic ones first; of several for the same circumstance the gravest counts."""
    earlier, later = _gravest(before), _gravest(after)
    for key in sorted({*earlier, *later}, key=_place):
        old, new = earlier.get(key), later.get(key)
        yield PenaltyChange(_compared(old, new), old, new)


def _place(key: _Key) -> tuple[list[int], str, str]:
    """The offence itself, then each circumstance in the order of the data, then kinds by name, imprisonment first."""
    order = names()
    circumstances = [order.index(part) if part in order else len(order) for part in (key[0] or "").split(", ") if part]
    return circumstances, "" if key[1] == "imprisonment" else key[1], key[2]


def _gravest(penalties: Iterable[Penalty]) -> dict[_Key, Penalty]:
    found: dict[_Key, Penalty] = {}
    for p in penalties:
        key = (p.aggravation, p.kind, "time" if p.unit in IN_MONTHS else p.unit)
        if key not in found or years(p) > years(found[key]):
            found[key] = p
    return found


_DIRECTIONS = {1: PenaltyKind.RAISED, -1: PenaltyKind.LOWERED, 0: PenaltyKind.SAME, None: PenaltyKind.ALTERED}


def _compared(old: Penalty | None, new: Penalty | None) -> PenaltyKind:
    """Change of a penalty; one without an amount is the same only in the same words."""
    if old is None or new is None:
        return PenaltyKind.NEW if old is None else PenaltyKind.GONE
    if not any((old.min, old.max, new.min, new.max)):
        return PenaltyKind.SAME if _words(old) == _words(new) else PenaltyKind.ALTERED
    return _DIRECTIONS[direction(old, new)]


def _words(p: Penalty) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in p.evidence.quote.casefold()).split()
