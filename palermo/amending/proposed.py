"""Body of law as a bill would make it: its texts with the bill carried out, and what of it could not be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from palermo.amending.consolidate import consolidate, consolidate_each
from palermo.corpus.amendments import Amendment, Outcome, Status, read
from palermo.corpus.errors import UsageError
from palermo.corpus.model.text_model import Version
from palermo.kb.library.links.act_names import cites, is_dated
from palermo.kb.library.links.read_links import words_behind

__all__ = ["Billed", "as_billed", "whole"]


@dataclass(frozen=True, slots=True)
class Billed:
    """The body's texts as they would read, in the order given, and the instructions about them that were refused."""

    texts: tuple[Version, ...]
    refused: tuple[Outcome, ...]


def as_billed(texts: Sequence[Version], bills: Sequence[Version]) -> Billed:
    """The texts with what the bills instruct, whenever that takes effect.

    Raises UsageError where the bills change none of them, with the first reason.
    """
    named = [_named(text, bills) for text in texts]
    if len(named) == 1:
        done: Sequence[Amendment] = [consolidate(named[0], bills)]
    else:
        done = consolidate_each(named, bills).amendments
    outcomes = [o for one in done for o in one.outcomes]
    refused = tuple(o for o in outcomes if o.status is Status.REFUSED)
    if not any(o.status is Status.APPLIED for o in outcomes):
        why = next(
            (o.reason for o in refused), next((one.reason for one in done if one.reason), "nothing is addressed")
        )
        raise UsageError(
            f"changes nothing in the law given: {why}",
            file=", ".join(bill.source.path for bill in bills),
            expected="a bill that amends it: `palermo amend` says what becomes of each instruction",
        )
    return Billed(
        tuple(replace(one.version or text, title=text.title) for one, text in zip(done, texts, strict=True)),
        refused,
    )


def _named(text: Version, bills: Sequence[Version]) -> Version:
    """The text under the name that a bill gives it, if that is told by the date and number behind the name."""
    if not is_dated(text.ref.instrument):
        return text
    for bill in bills:
        names = {i.target.act for i in read(bill).instructions if i.target.act}
        for name, behind in words_behind(bill, names).items():
            if cites(behind, text.ref.instrument):
                return replace(text, title=name)
    return text


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
