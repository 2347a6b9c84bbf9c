"""A coding beside the machine's as a document: the figures, code by code, and every disagreement."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.analysis.coding import CodedItem, Coding
from palermo.corpus.model.findings import Value
from palermo.report.analysis.coding import words
from palermo.report.format.document import Document, cell, paragraph, stacked
from palermo.report.format.parts import Block, Cell, Heading, PageTurn, Quote, Run, Table
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.quotes import cited, places, reading
from palermo.report.shared.sources import sources

__all__ = ["coding"]

_QUOTES = 3  # of a disagreement


def coding(found: Coding, provenance: Provenance) -> Document:
    """The document. Its CSV is `as_csv`, with a row for each answer that was coded."""
    read = tuple(dict.fromkeys(version for body in found.bodies for version in body.analysis.sources))
    blocks: tuple[Block, ...] = (
        *(paragraph(line) for line in (*words.figures(found), *words.left_over(found))),
        *(_tables(found) if found.items else ()),
        *sources(read, provenance, found.framework),
    )
    return Document(words.title(found), f"Held against: {found.framework.title}", provenance.made, blocks)


def _tables(found: Coding) -> Iterator[Block]:
    counts = found.overall.counts
    met = tuple(
        (cell(Run(one.value, strong=True)), *(cell(str(counts.get((one, other), 0))) for other in Value))
        for one in Value
    )
    yield Heading("How often which answer met which")
    head = ("The coding", *(f"palermo: {value}" for value in Value))
    yield Table("How often which answer met which", head, met, (25, *[75 // len(Value)] * len(Value)))
    yield Heading("Code by code")
    rows = tuple(
        (
            cell(found.framework.element(code).label, Run(f" {code}", code=True, soft=True)),
            *map(cell, (str(a.n), words.share(a.observed), words.kappa(a).removesuffix(" ="), words.kappa_note(a))),
        )
        for code, a in found.codes()
    )
    yield Table("Code by code", words.CODES_HEAD, rows, (40, 8, 14, 14, 24))
    yield paragraph(Run(words.NOTE, soft=True))
    yield PageTurn(wide=True)
    yield Heading("Disagreements")
    if found.disagreements:
        differ = tuple(_row(found, item) for item in found.disagreements)
        yield Table("Where the answers differ", words.DIFFER_HEAD, differ, (22, 12, 10, 32, 24))
    else:
        yield paragraph("There is no disagreement.")
    yield PageTurn()


def _row(found: Coding, item: CodedItem) -> tuple[Cell, ...]:
    finding, coded = item.finding, item.coded
    quotes = [
        Quote(e.provision.cite, reading(item.body.analysis, e), item.body.analysis.sources[e.source].lang)
        for e in cited(finding)[:_QUOTES]
    ]
    return (
        stacked(
            Run(item.body.id, strong=True),
            paragraph(found.framework.element(coded.code).label, Run(f" {coded.code}", code=True, soft=True)),
        ),
        stacked(coded.value.value, Run(coded.provision or f"line {coded.line}", soft=True)),
        cell(finding.value.value),
        cell(*quotes)
        if quotes
        else cell(Run(f"No words. Searched: {places(finding) or 'the whole text'}.", soft=True)),
        stacked(finding.explanation, Run(f"Rule {finding.rule}, confidence {finding.confidence:.0%}.", soft=True)),
    )
