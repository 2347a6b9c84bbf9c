"""An amendment as a document: in force, what is instructed, amended; a row for each provision that is touched."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.corpus.model.text_model import Version
from palermo.report.amending.amend.account import Account
from palermo.report.amending.amend.as_csv import COLUMNS, records
from palermo.report.format.document import Document, cell, data, stacked, text
from palermo.report.format.parts import Cell, Heading, Items, Quote, Run, Table
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import sources

__all__ = ["amend"]

_HEAD = ("Act", "Provision", "In force", "Instruction", "Amended", "Status")


def amend(
    accounts: Sequence[Account], rest: Account | None, acts: Sequence[Version], provenance: Provenance
) -> Document:
    """The document; `rest` are the instructions that are addressed to none of several acts. In a workbook a sheet has
    the columns of `as_csv`.
    """
    found = tuple(records(accounts, rest))
    lang = accounts[0].version.lang
    table = Table("Changes", _HEAD, tuple(_row(row, lang) for row in found), (12, 10, 24, 20, 24, 10))
    return Document(
        title="; ".join(dict.fromkeys(account.title for account in accounts)),
        subject="; ".join(dict.fromkeys(act.title or act.source.path for act in acts)),
        made=provenance.made,
        blocks=(
            Items(tuple(text(Run(f"{account.title}: ", strong=True), _stands(account)) for account in accounts)),
            Heading("Changes"),
            table,
            *sources((*(account.base for account in accounts), *acts), provenance),
        ),
        main=data("As data", COLUMNS, found, (12, 8, 22, 20, 22, 6, 10)),
        wide=True,
    )


def _stands(account: Account) -> str:
    """How many instructions came to what, and whether the text is a consolidation."""
    return " ".join(filter(None, (f"{account.counts}.", account.verdict, account.amendment.reason)))


def _row(row: tuple[str, ...], lang: str) -> tuple[Cell, ...]:
    act, provision, before, instructed, after, status, reason = row
    return (
        cell(Run(act, lang=lang)),
        cell(Run(provision, strong=True)),
        cell(Quote("", before, lang)) if before else (),
        cell(Run(instructed, soft=True)),
        cell(Quote("", after, lang)) if after else (),
        stacked(status, Run(reason, soft=True) if reason else None),
    )
