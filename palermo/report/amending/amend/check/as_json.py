"""`check` in `palermo.amend/1`: an amendment compared with the official consolidation."""

from __future__ import annotations

from typing import TypedDict

from palermo.amending.check import Check, Difference, Verdict
from palermo.amending.check.model import DifferenceReason
from palermo.report.format.json_parts import ProvisionJson, SourceJson, provision, source
from palermo.report.texts.compare.as_json import WordEditJson, edit

__all__ = ["CheckJson", "checked"]


class VerdictJson(TypedDict):
    """The verdict on the instruction whose outcome has that place in `outcomes`."""

    outcome: int
    verdict: Verdict


class DifferenceJson(TypedDict):
    """A stretch in which the amended text (`result`) and the official one differ, and why.

    `outcomes` are the places of the outcomes that it concerns. In an edit `left` is a span of the amended text, `right`
    of the official text as read.
    """

    why: DifferenceReason
    outcomes: list[int]
    moved: bool
    renumbered: bool
    left: list[ProvisionJson]
    right: list[ProvisionJson]
    result: str
    official: str
    edits: list[WordEditJson]
    notes: list[str]


class CheckJson(TypedDict):
    """The comparison with the official consolidation: a verdict on each instruction, and the differences.

    `print` counts the differences of print only, by kind; `left_out` counts those of no account.
    """

    official: SourceJson
    differs: bool
    counts: dict[Verdict, int]
    instructions: list[VerdictJson]
    differences: list[DifferenceJson]
    print: dict[str, int]
    left_out: int


def checked(check: Check) -> CheckJson:
    """The object for the key `check`."""
    return {
        "official": source(check.official),
        "differs": check.differs,
        "counts": {verdict: check.count(verdict) for verdict in Verdict},
        "instructions": [{"outcome": n, "verdict": v} for n, v in sorted(check.verdicts.items())],
        "differences": [_difference(d) for d in check.differences],
        "print": dict(check.printed),
        "left_out": check.aside,
    }


def _difference(difference: Difference) -> DifferenceJson:
    return {
        "why": difference.why,
        "outcomes": list(difference.outcomes),
        "moved": difference.pair.moved,
        "renumbered": difference.pair.renumbered,
        "left": [provision(p) for p in difference.left],
        "right": [provision(p) for p in difference.right],
        "result": difference.was,
        "official": difference.official,
        "edits": [edit(e) for e in difference.edits],
        "notes": list(difference.notes),
    }
