"""The story of a law as a document: a timeline, the ratings by date, then each step with its words."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.gaps.history import History
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps_change.words import titled
from palermo.report.analysis.memo.case import Case, memo
from palermo.report.analysis.memo.case import titled as law
from palermo.report.analysis.memo.change import change_tables, told
from palermo.report.analysis.memo.method import how_sure, method
from palermo.report.analysis.memo.requirements import sign
from palermo.report.format.document import Document, cell, paragraph, text
from palermo.report.format.parts import Block, Heading, Items, PageTurn, Run, Table
from palermo.report.format.pictures.timeline import timeline
from palermo.report.language import sentences as w
from palermo.report.language.forms import day
from palermo.report.language.message import COLUMN, translated
from palermo.report.shared.counts import counts
from palermo.report.shared.framework_words import label
from palermo.report.shared.framework_words import titled as framework_title
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.rating_signs import rated
from palermo.report.shared.sources import sources

__all__ = ["history"]

_MOST_COLUMNS = 8  # editions that a table has room for


def history(story: History, framework: Framework, provenance: Provenance) -> Document:
    """Summary and timeline, the steps, the table of all ratings that changed, method, the texts of all editions."""
    first, last = story.editions[0], story.editions[-1]
    lead = w.CHANGE_LEAD(before=counts(first.analysis).open, after=counts(last.analysis).open)
    texts = tuple(dict.fromkeys(v for edition in story.editions for v in edition.analysis.sources))
    blocks = (
        Heading(w.SUMMARY()),
        paragraph(lead, lead=True),
        paragraph(w.HISTORY_COMPARED(n=len(story.editions), framework=framework_title(framework))),
        Items(tuple(text(titled(edition.analysis)) for edition in story.editions)),
        timeline(story, framework),
        paragraph(w.HISTORY_DATES()),
        *how_sure(Case(last.analysis, framework, provenance)),
        PageTurn(wide=True),
        *_steps(story, framework),
        *_table(story, framework),
        PageTurn(),
        *method(framework, len(last.analysis.findings)),
        *sources(texts, provenance, framework),
    )
    title = w.HISTORY_TITLE(first=day(first.date), last=day(last.date), law=law(last.analysis))
    return memo(title, framework, provenance, blocks, _every_rating(story, framework))


def _every_rating(story: History, framework: Framework) -> Table:
    """A row a code, a column an edition: CSV has this table."""
    rows = tuple(
        (cell(element.code), cell(label(element)), *(cell(rated(f.rating)) for f in story.row(element.code)))
        for element in framework.elements
    )
    dates = tuple(edition.date for edition in story.editions)
    head = (translated("code", COLUMN), w.REQUIREMENT(), *dates)
    return Table(w.HISTORY_TABLE(), head, rows, (16, 24, *[60 // len(dates) or 1] * len(dates)))


def _steps(story: History, framework: Framework) -> Iterator[Block]:
    for step, edition in zip(story.steps, story.editions[1:], strict=True):
        yield Heading(w.HISTORY_STEP(date=day(edition.date), law=titled(edition.analysis, date=False)))
        yield Items(tuple(told(step, framework)))
        yield from change_tables(step, framework, level=3)


def _table(story: History, framework: Framework) -> Iterator[Block]:
    """The ratings by date of what changed at all; of a long story the last editions."""
    yield Heading(w.HISTORY_TABLE())
    editions = story.editions[-_MOST_COLUMNS:]
    head = (w.REQUIREMENT(), *(day(edition.date) for edition in editions))
    rows = tuple(
        (
            cell(Run(label(element), strong=True)),
            *(cell(sign(finding.rating)) for finding in story.row(element.code)[-_MOST_COLUMNS:]),
        )
        for element in framework.elements
        if len({finding.rating for finding in story.row(element.code)}) > 1
    )
    if rows:
        yield Table(w.HISTORY_TABLE(), head, rows, (30, *[70 // len(editions)] * len(editions)))
    else:
        yield paragraph(w.CHANGE_NOTHING())
