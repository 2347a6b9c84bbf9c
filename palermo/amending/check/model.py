"""Results of a check: the verdict on each instruction, and each difference with what explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from palermo.alignment.compare.model import Alignment, Pair, WordEdit
from palermo.corpus.model.text_model import Provision, Version

__all__ = ["Check", "Difference", "DifferenceReason", "Verdict"]


class Verdict(StrEnum):
    """Verdict of the official text on an instruction: the first three on one that was applied, the others on one that
    was addressed to the act and not carried out."""

    SHOWN = "shown"
    NOT_SHOWN = "not shown"
    """It still has the words that the instruction changed."""
    OTHER = "other words"
    """It has neither those nor the new ones."""
    CHANGED = "changed"
    """It has other words at the target, which the result lacks."""
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"
    """Where the target is cannot be told."""


class DifferenceReason(StrEnum):
    """Explanation of a difference."""

    NONE = "no instruction"
    APPLIED = "instruction applied"
    REFUSED = "instruction not carried out"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of the result that reads otherwise in the official text.

    `was` are the result's words, `official` the official ones ("" where there are none), each as a person reads them.
    `pair` is the section that it lies in, `edits` those of its edits that make the difference; none where a section
    only has another number or place. `left` and `right` are the innermost provisions that it lies in, or those that
    are there on one side alone. `outcomes` count in the amendment's; `notes` are those on the history of the text that
    the official section has and the result has not, which often name the act that explains a difference.
    """

    why: DifferenceReason
    pair: Pair
    edits: tuple[WordEdit, ...]
    left: tuple[Provision, ...]
    right: tuple[Provision, ...]
    was: str
    official: str
    outcomes: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """`alignment` pairs the sections of the result (left) with the official ones. `verdicts` are by the number of the
    outcome, for those that were addressed to the act. `printed` counts by its reason what differs in print or in an
    editor's notes only, `aside` the sections of the official text that were left out, because the act given is no more
    than a part of it."""

    official: Version
    alignment: Alignment
    verdicts: Mapping[int, Verdict]
    differences: tuple[Difference, ...]
    printed: Mapping[str, int]
    aside: int = 0

    @property
    def differs(self) -> bool:
        """True if the official text differs from what was instructed, print and editors' notes aside."""
        return bool(self.differences)

    def count(self, verdict: Verdict) -> int:
        return sum(v is verdict for v in self.verdicts.values())

    def explained(self, why: DifferenceReason) -> list[Difference]:
        """The differences that this explains, in the order of the official text."""
        return [d for d in self.differences if d.why is why]
