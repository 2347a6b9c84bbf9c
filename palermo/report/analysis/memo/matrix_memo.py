"""A matrix as a document: how the bodies of law stand beside each other, and what is open in each, with its words."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import Finding, Rating
from palermo.kb.frameworks.headlines import headlines
from palermo.report.analysis.memo.case import Case, memo, short
from palermo.report.analysis.memo.method import method
from palermo.report.analysis.memo.requirements import requirement_table
from palermo.report.analysis.memo.summary import compared, lead, main_gaps, tally
from palermo.report.format.document import Document, cell, paragraph, stacked, text
from palermo.report.format.parts import Block, Cell, Heading, Items, PageTurn, Run, Table
from palermo.report.format.pictures.heat import heat
from palermo.report.language import sentences as w
from palermo.report.language.forms import day
from palermo.report.shared.counts import counts
from palermo.report.shared.framework_words import label, titled, told
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.quotes import OPEN
from palermo.report.shared.sources import sources

__all__ = ["matrix"]

_MOST = 5
_FIRST = 1  # sentences on a body in the table


def matrix(found: Matrix, provenance: Provenance) -> Document:
    """Summary and heat map first, then body by body what is open and undecided, then method and texts."""
    cases = [Case(body.analysis, found.framework, provenance) for body in found.bodies]
    blocks: list[Block] = [*_summary(found, cases), PageTurn(wide=True), *heat(found)]
    for body, case in zip(found.bodies, cases, strict=True):
        blocks += _body(body, case)
    blocks.append(PageTurn())
    blocks += method(found.framework, len(found.framework.elements))
    texts = tuple(dict.fromkeys(v for body in found.bodies for v in body.analysis.sources))
    blocks += sources(texts, provenance, found.framework)
    return memo(w.MATRIX_OF.of(len(found.bodies)), found.framework, provenance, blocks)


def _summary(found: Matrix, cases: list[Case]) -> Iterator[Block]:
    yield Heading(w.SUMMARY())
    yield paragraph(w.MATRIX_COMPARED.of(len(cases), framework=titled(found.framework)))
    if common := _often_open(found):
        yield paragraph(w.OFTEN_OPEN())
        yield Items(tuple(common), numbered=True)
    rows = tuple(_row(body, case) for body, case in zip(found.bodies, cases, strict=True))
    head = (w.BODY(), w.IN_FORCE(), w.MET(), w.OPEN(), w.UNDECIDED(), w.GRAVEST())
    yield Table(w.MATRIX_TABLE(), head, rows, (28, 13, 8, 9, 13, 29))
    if found.left_out:
        yield paragraph(w.LEFT_OUT_SIDES())
        yield Items(tuple(text(Run(side, code=True), ": ", why) for side, why in found.left_out))


def _often_open(found: Matrix) -> list[tuple[Run, ...]]:
    """The requirements that most bodies leave open, as far as more than one does."""
    counted = [
        (sum(body.analysis.finding(e.code).rating in OPEN for body in found.bodies), e)
        for e in found.framework.elements
    ]
    often = sorted((pair for pair in counted if pair[0] > 1), key=lambda pair: -pair[0])[:_MOST]
    return [text(w.OPEN_IN(label=label(e), n=n, all=len(found.bodies))) for n, e in often]


def _row(body: MatrixBody, case: Case) -> tuple[Cell, ...]:
    tally_ = counts(body.analysis)
    gaps = headlines(body.analysis)[:_FIRST]
    name = stacked(Run(short(body.title), strong=True, lang=body.lang), Run(body.id, code=True, soft=True))
    numbers = (tally_.met, tally_.open, tally_.undecided)
    gravest = " ".join(told(h, case.framework) for h in gaps) or w.NOTHING_OPEN()
    said = (day(body.date) if body.date else w.NO_DATE(), *map(str, numbers), gravest)
    return name, *map(cell, said)


def _body(body: MatrixBody, case: Case) -> Iterator[Block]:
    """What is open and undecided in a body; what is met stands in the heat map and in the workbook."""
    title = short(body.title)
    yield Heading(f"{title} ({day(body.date)})" if body.date else title, lang=body.lang)
    yield paragraph(lead(case), lead=True)
    yield from compared(case)
    yield paragraph(tally(case))
    yield from main_gaps(case, _MOST)
    yield from _open(case, body.analysis.findings, f"{body.id}, {day(body.date)}" if body.date else body.id)


def _open(case: Case, findings: tuple[Finding, ...], law: str) -> Iterator[Block]:
    opened = [f for rating in OPEN for f in findings if f.rating is rating]
    undecided = [f for f in findings if f.rating is Rating.UNDECIDED]
    if opened:
        yield requirement_table(case, w.OPEN_OF(n=len(opened), law=law), opened, w.CLOSING())
    if undecided:
        yield requirement_table(case, w.UNDECIDED_OF(n=len(undecided), law=law), undecided, w.SETTLING())
