"""An amendment as CSV: in force, what is instructed, amended; one row a provision that is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from palermo.corpus.amendments import Outcome, Status
from palermo.report.amending.amend.account import Account, named
from palermo.report.amending.instructions.words import short
from palermo.report.format.csv import rows
from palermo.report.redline.pieces import PieceMark

__all__ = ["COLUMNS", "amend", "records"]

COLUMNS = ("act", "provision", "in_force", "instruction", "amended", "status", "reason")


def amend(accounts: Iterable[Account], rest: Account | None = None) -> str:
    """The table with its head, act after act. What was refused without a place in the act, or is not addressed to it,
    follows with nothing in `in_force` and `amended`; `rest` are the instructions that are addressed to none of several
    acts.
    """
    return rows(COLUMNS, records(accounts, rest))


def records(accounts: Iterable[Account], rest: Account | None) -> Iterator[tuple[str, ...]]:
    """The rows in the order of COLUMNS, without the head."""
    for account in accounts:
        yield from ((account.title, *row) for row in _rows(account))
    if rest is not None:
        yield from (("", *_alone(rest, outcome)) for outcome in rest.outcomes)


def _rows(account: Account) -> Iterator[tuple[str, ...]]:
    for group in account.touched:
        here = account.outcomes_of(group)
        sides = [
            "\n".join(filter(None, (paragraph.text(without) for paragraph in group.paragraphs)))
            for without in (PieceMark.IN, PieceMark.OUT)
        ]
        yield named(group), sides[0], _instructions(account, here), sides[1], _status(here), _reasons(account, here)
    for n, outcome in enumerate(account.outcomes):
        if n not in account.homes:
            yield _alone(account, outcome)


def _alone(account: Account, outcome: Outcome) -> tuple[str, ...]:
    """The row of an outcome without a place."""
    return "", "", _instructions(account, [outcome]), "", outcome.status.value, outcome.reason


def _instructions(account: Account, here: Iterable[Outcome]) -> str:
    """Each with its place, what it does, and its words."""
    return "\n".join(
        f"{account.told(outcome)}\n{short(outcome.instruction.text, len(outcome.instruction.text))}" for outcome in here
    )


def _status(here: Iterable[Outcome]) -> str:
    """That of all, or `partly` as of the whole amendment."""
    found = {outcome.status for outcome in here}
    return found.pop().value if len(found) == 1 else "partly" if Status.REFUSED in found else ""


def _reasons(account: Account, here: Iterable[Outcome]) -> str:
    return "\n".join(f"{account.cited(o)}: {o.reason}" for o in here if o.reason)
