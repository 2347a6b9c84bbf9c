"""The frameworks as a document: a table of elements for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.kb.frameworks.framework import Element, Framework
from palermo.report.analysis.explain.words import about, place
from palermo.report.format.document import Document, cell, data, paragraph
from palermo.report.format.parts import Block, Cell, Heading, Run, Table
from palermo.report.language.english import count
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import made

__all__ = ["frameworks"]

_PLAIN = ("framework", "code", "element", "group", "article", "bindingness", "restatement")


def frameworks(catalogues: Sequence[Framework], provenance: Provenance) -> Document:
    """The document; CSV has the elements of all frameworks in one table."""
    blocks = [block for framework in catalogues for block in _framework(framework)]
    title = "Frameworks" if len(catalogues) > 1 else catalogues[0].title
    subject = count(len(catalogues), "framework")
    return made(title, subject, provenance, blocks, main=_plain(catalogues), wide=True)


def _framework(framework: Framework) -> Iterator[Block]:
    yield Heading(framework.title)
    yield paragraph(about(framework))
    rows = tuple(map(_row, framework.elements))
    yield Table(framework.title, ("Code", "Element", "Group", "Asked by", "Restatement"), rows, (18, 20, 10, 16, 36))


def _row(element: Element) -> tuple[Cell, ...]:
    return (
        cell(Run(element.code, code=True)),
        cell(Run(element.label, strong=True)),
        cell(element.group),
        cell(place(element)),
        cell(element.restatement),
    )


def _plain(catalogues: Sequence[Framework]) -> Table:
    rows = (
        (framework.id, e.code, e.label, e.group, e.article, e.bindingness, e.restatement)
        for framework in catalogues
        for e in framework.elements
    )
    return data("All elements", _PLAIN, rows, (9, 15, 17, 8, 6, 9, 36))
