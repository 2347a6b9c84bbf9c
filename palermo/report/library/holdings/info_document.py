"""Instrument: all that a library knows of it, as a document."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.amending.amending_acts import Amends
from palermo.library.info import Info
from palermo.library.use_cases import Held
from palermo.report.format.document import Document, cell, text
from palermo.report.format.parts import Block, Cell, Heading, Items, Run, Table
from palermo.report.library.holdings.words import dates, pending_in
from palermo.report.shared.links import amending, counted, since, why_pending
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import made

__all__ = ["info"]

_ACTS = ("Act", "Reference", "What it instructs", "When")


def info(found: Info, provenance: Provenance) -> Document:
    """The document: the texts with their files, bodies, and what amends what; CSV has the texts."""
    subject = f"{found.instrument} · {found.instrument.country}"
    return made(found.title or str(found.instrument), subject, provenance, _blocks(found))


def _blocks(found: Info) -> Iterator[Block]:
    yield Heading("Texts")
    head = ("Language", "In force", "Reference", "File", "SHA-256")
    yield Table("Texts", head, tuple(row for held in found.held for row in _texts(held)), (9, 20, 25, 18, 28))
    if found.bodies:
        yield Heading("Read together with others in")
        yield Items(tuple(map(text, found.bodies)))
    if found.amended_by:
        yield Heading("Amended by")
        yield Table("Amended by", _ACTS, tuple(_act(one, since(one)) for one in found.amended_by), (32, 24, 22, 22))
    if found.pending:
        yield Heading(pending_in(found))
        rows = tuple(_act(one.amends, why_pending(one)) for one in found.pending)
        yield Table("Not in the newest text", _ACTS, rows, (32, 24, 22, 22))
    if amends := [line.removeprefix("amends ") for line in amending(found.amends)]:
        yield Heading("Amends")
        yield Items(tuple(map(text, amends)))


def _texts(held: Held) -> Iterator[tuple[Cell, ...]]:
    for fragment in held.fragments:
        yield (
            cell(fragment.lang),
            cell(dates(held.in_force)),
            cell(Run(str(fragment.ref), code=True, soft=True)),
            cell(Run(fragment.source.path, code=True, soft=True)),
            cell(Run(fragment.source.sha256, code=True, soft=True)),
        )


def _act(one: Amends, when: str) -> tuple[Cell, ...]:
    act = one.amending
    return (
        cell(Run(act.title or act.source.path, strong=True, lang=act.lang)),
        cell(Run(str(act.ref), code=True, soft=True)),
        cell(counted(one)),
        cell(when),
    )
