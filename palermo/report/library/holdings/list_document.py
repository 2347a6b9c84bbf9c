"""Holdings of a library as a document: a table of its texts."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.kb.library.library import Body
from palermo.library.use_cases import Held
from palermo.report.format.document import Document, cell, stacked
from palermo.report.format.parts import Cell, Run, Table
from palermo.report.language.english import count
from palermo.report.library.holdings.words import HEAD, dates, files
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import made

__all__ = ["bodies", "listing"]


def listing(versions: Sequence[Held], provenance: Provenance) -> Document:
    """The document: one row a version, in the order given."""
    table = Table("Texts", HEAD, tuple(map(_row, versions)), (30, 7, 6, 17, 22, 18))
    return made("The library", count(len(versions), "text"), provenance, [table], wide=True)


def bodies(held: Sequence[Body], provenance: Provenance) -> Document:
    """The document: one row a body, with the texts that it is read from."""
    rows = tuple(
        (
            cell(Run(body.id, strong=True)),
            cell(body.title),
            stacked(*(Run(str(ref), code=True, soft=True) for ref in body.refs)),
        )
        for body in held
    )
    table = Table("Bodies", ("Body", "Title", "Texts"), rows, (20, 35, 45))
    return made("Bodies of law", count(len(held), "body of law", "bodies of law"), provenance, [table])


def _row(held: Held) -> tuple[Cell, ...]:
    lang = held.fragments[0].lang
    return (
        cell(Run(held.title or "untitled", strong=True, lang=lang)),
        cell(held.ref.instrument.country),
        cell(lang),
        cell(dates(held.in_force)),
        cell(Run(str(held.ref), code=True, soft=True)),
        cell(Run(files(held), soft=True)),
    )
