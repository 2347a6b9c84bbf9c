"""Effect of a change of the law on the gaps, as a document."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.compare.model import Alignment
from palermo.alignment.gaps.gaps_change import GapChange, GapChangeKind, GapsChange
from palermo.corpus.model.findings import Finding, GapAnalysis, Rating
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps_change import words
from palermo.report.analysis.memo.case import Case, memo
from palermo.report.analysis.memo.method import how_sure, method
from palermo.report.analysis.memo.requirements import sign
from palermo.report.analysis.memo.summary import texts_together
from palermo.report.format.document import Document, cell, paragraph, stacked, text
from palermo.report.format.parts import Block, Cell, Heading, Items, PageTurn, Run, Table
from palermo.report.language import sentences as w
from palermo.report.shared import framework_words as asked
from palermo.report.shared.counts import counts
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import sources
from palermo.report.texts.compare.strip import strip

__all__ = ["change", "change_tables", "told"]

_TOLD = (
    (GapChangeKind.CLOSED, w.CHANGE_CLOSED),
    (GapChangeKind.IMPROVED, w.CHANGE_NEARER),
    (GapChangeKind.OPENED, w.CHANGE_OPENED),
    (GapChangeKind.WORSENED, w.CHANGE_WORSE),
    (GapChangeKind.UNDECIDED, w.CHANGE_UNDECIDED),
    (GapChangeKind.OPEN, w.CHANGE_LEFT),
)


def change(
    found: GapsChange, framework: Framework, provenance: Provenance, alignment: Alignment | None = None
) -> Document:
    """Summary, how sure, the requirements by what became of them, penalties, method, the texts of both sides; with the
    comparison of the texts also where they changed.
    """
    after = Case(found.after, framework, provenance)
    blocks = (
        Heading(w.SUMMARY()),
        paragraph(w.CHANGE_LEAD(before=counts(found.before).open, after=counts(found.after).open), lead=True),
        paragraph(w.CHANGE_COMPARED(framework=asked.titled(framework))),
        Items(tuple(_texts(found))),
        Items(tuple(told(found, framework))),
        *([strip(alignment)] if alignment else []),
        *how_sure(after),
        Heading(w.NEXT()),
        Items((text(w.NEXT_CHANGED()), text(w.NEXT_CHANGE()), text(w.NEXT_PRACTICE())), numbered=True),
        PageTurn(wide=True),
        *change_tables(found, framework, level=2),
        PageTurn(),
        *method(framework, len(found.after.findings)),
        *sources(tuple(dict.fromkeys((*found.before.sources, *found.after.sources))), provenance, framework),
    )
    title = w.CHANGE_TITLE(before=words.titled(found.before), after=words.titled(found.after))
    return memo(title, framework, provenance, blocks)


def _texts(found: GapsChange) -> Iterator[tuple[Run, ...]]:
    for said, analysis in ((w.BEFORE_TEXT, found.before), (w.AFTER_TEXT, found.after)):
        yield from (text(said(text=sentence)) for sentence in texts_together(analysis.sources))


def told(found: GapsChange, framework: Framework) -> Iterator[tuple[Run, ...]]:
    """A sentence for each kind of change that there is, with the names of the requirements."""
    any_ = False
    for kind, sentence in _TOLD:
        if changes := found.of(kind):
            any_ = True
            names = ", ".join(asked.label(framework.element(c.code)) for c in changes)
            yield text(sentence.of(len(changes), names=names))
    if not any_:
        yield text(w.CHANGE_NOTHING())


def change_tables(found: GapsChange, framework: Framework, *, level: int) -> Iterator[Block]:
    """The requirements by what became of them, with the words before and after; then the penalties that changed. The
    captions name the day of the change, as there may be several in a document.
    """
    day = words.dated(found.after)
    for kind, title in words.TITLES:
        changes = found.of(kind)
        if not changes or kind is GapChangeKind.SETTLED:
            continue
        yield Heading(w.CHANGED(title=title(), n=len(changes)), level)
        if kind in words.BRIEF:
            yield paragraph("; ".join(asked.label(framework.element(c.code)) for c in changes) + ".")
            continue
        shown = [c for c in changes if not words.unsettled(c)]
        if shown:
            rows = tuple(_row(found, framework, c) for c in shown)
            caption = (w.CHANGED_ON if day else w.CHANGED)(title=title(), n=len(shown), day=day)
            yield Table(caption, (w.REQUIREMENT(), w.BEFORE(), w.AFTER()), rows, (24, 38, 38))
        if rest := ", ".join(asked.label(framework.element(c.code)) for c in changes if c not in shown):
            yield paragraph(w.BOTH_SIDES(names=rest))
        if kind in (GapChangeKind.OPENED, GapChangeKind.WORSENED):
            yield from (paragraph(note) for note in words.notes(found, framework, changes))
    yield from _penalties(found, level, day)


def _row(found: GapsChange, framework: Framework, c: GapChange) -> tuple[Cell, ...]:
    element = framework.element(c.code)
    name = stacked(
        paragraph(Run(asked.label(element), strong=True), " ", Run(c.code, code=True, soft=True)),
        Run(words.ratings(c.before, c.after), soft=True),
    )
    return name, _side(found.before, framework, c.before), _side(found.after, framework, c.after)


def _side(analysis: GapAnalysis, framework: Framework, finding: Finding) -> Cell:
    rated = paragraph(Run(sign(finding.rating), strong=True))
    evidence = words.evidence_of(finding)
    if evidence is None or finding.rating is Rating.UNDECIDED:
        return stacked(rated, Run(words.found(analysis, finding), soft=True))
    return cell(rated, Case(analysis, framework, Provenance("", "", "")).quote(evidence))


def _penalties(found: GapsChange, level: int, day: str) -> Iterator[Block]:
    if not found.penalties:
        return
    yield Heading(w.PENALTIES(), level)
    rows = tuple(
        (
            cell(row.labels),
            cell(words.PENALTY_KINDS[row.kind]()),
            cell(row.before or w.NO_PENALTY_HERE()),
            cell(row.after or w.NO_PENALTY_HERE()),
            cell(row.cites),
        )
        for row in words.penalty_rows(found)
    )
    if rows:
        head = (w.CIRCUMSTANCE(), w.KIND_OF_CHANGE(), w.BEFORE(), w.AFTER(), w.PLACE())
        yield Table((w.PENALTIES_ON if day else w.PENALTIES_CHANGED)(day=day), head, rows, (26, 12, 23, 23, 16))
    else:
        yield paragraph(w.PENALTIES_SAME())
