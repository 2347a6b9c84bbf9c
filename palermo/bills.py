"""What a bill would make of a body of law: its texts with the bill carried out, and what of it could not be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.amendments import Amendment, Outcome, Status
from corpus.errors import UsageError
from corpus.model import Version
from palermo.consolidating import consolidate, consolidate_each

__all__ = ["Billed", "as_billed", "whole"]


@dataclass(frozen=True, slots=True)
class Billed:
    """The body's texts as they would read, in the order given, and the instructions about them that were refused."""

    texts: tuple[Version, ...]
    applied: int
    refused: tuple[Outcome, ...]


def as_billed(texts: Sequence[Version], bills: Sequence[Version]) -> Billed:
    """The texts with what the bills instruct, whenever that takes effect.

    Raises UsageError where the bills change none of them, with the first reason.
    """
    if len(texts) == 1:
        done: Sequence[Amendment] = [consolidate(texts[0], bills)]
    else:
        done = consolidate_each(texts, bills).amendments
    outcomes = [o for one in done for o in one.outcomes]
    applied = sum(1 for o in outcomes if o.status is Status.APPLIED)
    refused = tuple(o for o in outcomes if o.status is Status.REFUSED)
    if not applied:
        why = next(
            (o.reason for o in refused), next((one.reason for one in done if one.reason), "nothing is addressed")
        )
        raise UsageError(
            f"changes nothing in the law given: {why}",
            file=", ".join(bill.source.path for bill in bills),
            expected="a bill that amends it: `palermo amend` says what becomes of each instruction",
        )
    return Billed(
        tuple(one.version or text for one, text in zip(done, texts, strict=True)),
        applied,
        refused,
    )


def whole(amendments: Sequence[Amendment]) -> tuple[Version, ...]:
    """The texts that result, if all that was instructed about each of them was carried out.

    Raises UsageError else: what lacks an instruction is no text of the act.
    """
    refused = [o for one in amendments for o in one.outcomes if o.status is Status.REFUSED]
    reasons = [one.reason for one in amendments if one.reason]
    if refused or reasons:
        first = f"{refused[0].instruction.target.cite or 'the act'}: {refused[0].reason}" if refused else reasons[0]
        number = len(refused) or "all"
        raise UsageError(
            f"{number} of the instructions were not carried out, so the result is no consolidation to keep ({first})",
            expected="a result without refusals",
        )
    changed = [one.version for one in amendments if one.edits and one.version is not None]
    if not changed:
        raise UsageError("nothing was changed", expected="amending acts that amend the act")
    return tuple(changed)
