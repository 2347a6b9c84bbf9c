"""An amendment as the table of three columns: in force, what is instructed, amended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from palermo.corpus.amendments import Status
from palermo.report.amending.amend.account import Account
from palermo.report.amending.amend.as_tracked_changes import amended
from palermo.report.format.passage_table import Cell, Sheet, TableLook, TablePassage, note
from palermo.report.redline.lines import RedlineLine
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tree import ParagraphTree
from palermo.report.redline.words import readable
from palermo.report.shared.sources import origin
from palermo.report.texts.ministry_tables.labels import Labels
from palermo.report.texts.ministry_tables.passages import side

__all__ = ["three_columns"]

_WIDTHS = (9.5, 7.7, 9.5)


def three_columns(account: Account, labels: Labels) -> Sheet:
    """Table with a row for each provision that is touched, and each refused outcome that has no place in the act."""
    rows = [_row(account, numbers, lines, labels) for numbers, lines in _touched(account)]
    rows += [
        [note(labels["homeless"], labels.lang), _instructions(account, [n]), _refusals(account, [n], labels)]
        for n in account.homeless
    ]
    return Sheet(
        labels.titled("columns", account.title),
        labels.lang,
        [f"{account.counts}. {account.verdict}", labels["marks"]],
        [labels[head] for head in ("in_force", "instruction", "amended")],
        _WIDTHS,
        rows,
        [origin(text) for text in (account.base, *account.amending)],
    )


def _touched(account: Account) -> Iterator[tuple[list[int], list[RedlineLine]]]:
    """The instructions and the lines of each provision that is touched."""
    lines = amended(account, ParagraphTree([account.base, account.version]), readable)
    for group in account.groups:
        here = list(islice(lines, len(group.paragraphs)))
        if group.touched:
            yield account.ordered(group.outcomes), here


def _row(account: Account, numbers: Sequence[int], lines: Sequence[RedlineLine], labels: Labels) -> list[Cell]:
    return [
        side(lines, PieceMark.OUT) or note(labels["absent"], labels.lang),
        _instructions(account, numbers),
        [*_refusals(account, numbers, labels), *(side(lines, PieceMark.IN) or note(labels["gone"], labels.lang))],
    ]


def _instructions(account: Account, numbers: Sequence[int]) -> list[TablePassage]:
    """Where each stands in its amending act, and its words; those of the one before are not said again."""
    found: list[TablePassage] = []
    before = None
    for outcome in (account.outcomes[n] for n in numbers):
        found += note(account.cited(outcome), "und", TableLook.STRONG)
        if outcome.instruction.text != before:
            before = outcome.instruction.text
            lang = account.amending[outcome.source].lang
            found.append(TablePassage(lang, ((TableLook.PLAIN, " ".join(before.split())),)))
    return found


def _refusals(account: Account, numbers: Sequence[int], labels: Labels) -> list[TablePassage]:
    found: list[TablePassage] = []
    for outcome in (account.outcomes[n] for n in numbers):
        if outcome.status is Status.REFUSED:
            found += note(labels.said("refused", outcome.reason), labels.lang, TableLook.STRONG)
    return found
