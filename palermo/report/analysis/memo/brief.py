"""A country brief: one page on how the law stands, and behind it the articles themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from palermo.corpus.model.findings import Finding, Rating
from palermo.report.analysis.memo.articles import articles
from palermo.report.analysis.memo.case import Case, memo, titled
from palermo.report.analysis.memo.method import how_sure
from palermo.report.analysis.memo.summary import dated_texts, doubtful, lead, main_gaps, tally
from palermo.report.format.document import Document, cell, paragraph
from palermo.report.format.parts import Block, Cell, Heading, PageTurn, Run, Table
from palermo.report.language import sentences as w
from palermo.report.language.forms import country_name
from palermo.report.shared.counts import lawless
from palermo.report.shared.framework_words import group as group_name
from palermo.report.shared.penalty_words import said
from palermo.report.shared.quotes import OPEN
from palermo.report.shared.rating_signs import MARKS
from palermo.report.shared.sources import sources

__all__ = ["brief"]

_MOST = 5  # gaps that have room on the page


def brief(case: Case) -> Document:
    """The first page is everything before the `PageTurn`; the articles are quoted in full after it."""
    blocks = (
        paragraph(lead(case), lead=True),
        paragraph(Run(dated_texts(case), soft=True)),
        *doubtful(case),
        paragraph(tally(case)),
        _groups(case),
        *main_gaps(case, _MOST),
        *_basic_penalty(case),
        *_sure(case),
        PageTurn(),
        *articles(case),
        *sources(case.analysis.sources, case.provenance, case.framework, numbered=True),
    )
    country = country_name(case.analysis.sources[0].ref.instrument.country)
    title = w.BRIEF_TITLE(country=country, law=titled(case.analysis))
    return replace(memo(title, case.framework, case.provenance, blocks), small=True)


def _groups(case: Case) -> Table:
    """A row a group of requirements: what is met, what is open, what is undecided."""
    asked = [f for f in case.analysis.findings if f.requires.article]
    rows = tuple(
        _group(case, group_name(group), list(inside))
        for group, inside in groupby(asked, key=lambda f: case.element(f).group)
    )
    return Table(w.BRIEF_GROUPS(), (w.GROUP(), w.MET_OF(), w.OPEN(), w.UNDECIDED()), rows, (14, 12, 48, 26))


def _group(case: Case, name: str, findings: list[Finding]) -> tuple[Cell, ...]:
    opened = [f"{MARKS[r]} {case.label(f)}" for r in OPEN for f in findings if f.rating is r]
    undecided = [case.label(f) for f in findings if f.rating is Rating.UNDECIDED]
    met = len(findings) - len(opened) - len(undecided)
    return (
        cell(name),
        cell(w.OF(n=met, all=len(findings))),
        cell("; ".join(opened) or w.NONE()),
        cell("; ".join(undecided) or w.NONE()),
    )


def _basic_penalty(case: Case) -> Iterator[Block]:
    basic = [p for p in case.analysis.penalties if p.basic]
    if basic:
        places = ", ".join(dict.fromkeys(case.place(p.evidence) for p in basic))
        yield paragraph(w.BASIC_PENALTY(penalty=said(dict.fromkeys(basic)), places=places))


def _sure(case: Case) -> Iterator[Block]:
    """The first sentence of what is to be said on it, and where the rest stands."""
    if not lawless(case.analysis):
        yield next(block for block in how_sure(case) if not isinstance(block, Heading))
    yield paragraph(Run(w.BRIEF_BEHIND(), soft=True))
