"""A record of what was done to which provision, to find instructions of one act that cannot both be in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from palermo.corpus.amendments.model import Instruction, Op, Part, Step, Target
from palermo.corpus.amendments.refusal import Refusal

__all__ = ["Record"]

_WHOLE = frozenset({Op.REPLACE, Op.DELETE, Op.REPEAL})


@dataclass
class Record:
    """The provisions that each amending act (counted from 0) replaced, inserted or repealed as a whole, each with the
    days (None: not known) on which that takes effect."""

    done: dict[tuple[int, tuple[str, ...]], set[str | None]] = field(default_factory=lambda: defaultdict(set))

    def check(self, source: int, day: str | None, instruction: Instruction) -> None:
        """Raises Refusal where the same act already replaced, brought or repealed what is now replaced or repealed.

        Drafters do that where the two take effect on different days; then both days must be known.
        """
        if instruction.op not in _WHOLE or instruction.target.part is not Part.WHOLE:
            return
        key = _key(instruction.target.steps)
        for length in range(1, len(key) + 1):
            days = self.done.get((source, key[:length]), set())
            if days and (day is None or None in days or day in days):
                raise Refusal(
                    "conflicts with an earlier instruction of the same act about the same provision: "
                    "they can only take effect on different days"
                )

    def note(self, source: int, day: str | None, instruction: Instruction, brought: Iterable[Target] = ()) -> None:
        """Keep what was done; `brought` are the provisions that are new."""
        if instruction.op in _WHOLE and instruction.target.part is Part.WHOLE:
            self.done[source, _key(instruction.target.steps)].add(day)
        for target in brought:
            self.done[source, _key(target.steps)].add(day)


def _key(steps: tuple[Step, ...]) -> tuple[str, ...]:
    counted = ("alinea", "sentence", "schedule", "annex", "part")  # the second line is not the item 2
    return tuple(f"{s.level} {s.num}" if s.level.partition(":")[0] in counted else s.num.casefold() for s in steps)
