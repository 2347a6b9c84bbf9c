"""The codebook as a document: values, extents, then each code with what a yes means, close calls and its scale."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby

from corpus.findings import Value
from kb.codebook import Codebook, Entry, common
from palermo.report.analysis import words as w
from palermo.report.analysis.provenance import Provenance
from palermo.report.document import Block, Document, Heading, Items, Paragraph, Run, Table, cell, text

__all__ = ["codebook"]


def codebook(book: Codebook, provenance: Provenance) -> Document:
    """One heading a group, one a code."""
    framework = book.framework
    blocks = (
        Heading(w.CODEBOOK_HOW),
        Paragraph(text(w.CODEBOOK_INTRO)),
        _named(w.VALUES_TABLE, w.VALUE, book.values),
        _named(w.EXTENTS_TABLE, w.EXTENT, book.extents),
        _ratings(),
        *_shared(w.CODEBOOK_ALL, general := common(book.entries)),
        *(
            block
            for group, inside in groupby(book.entries, key=_group)
            for block in _codes(group, tuple(inside), general)
        ),
        Heading(w.SOURCES),
        Paragraph(
            text(
                w.FRAMEWORK_VERSION.format(
                    id=framework.id, version=framework.version, title=framework.title, citation=framework.citation
                )
            )
        ),
        Paragraph(text(f"palermo {provenance.palermo}, {provenance.made}")),
    )
    return Document(
        title=w.CODEBOOK_TITLE.format(framework=framework.title),
        subject=w.CODEBOOK_SUBJECT.format(codes=len(book.entries)),
        made=provenance.made,
        blocks=blocks,
    )


def _group(entry: Entry) -> str:
    return entry.element.group


def _named(caption: str, head: str, meanings: Mapping[str, str]) -> Table:
    rows = tuple((cell(Run(name, strong=True)), cell(meaning)) for name, meaning in meanings.items())
    return Table(caption, (head, w.MEANS), rows, (18, 82))


def _ratings() -> Table:
    rows = tuple((cell(Run(w.RATINGS[rating], strong=True)), cell(meaning)) for rating, meaning in w.MEANINGS.items())
    return Table(w.RATINGS_CAPTION, (w.RATING, w.MEANS), rows, (18, 82))


def _shared(title: str, decisions: Sequence[str]) -> Iterator[Block]:
    if decisions:
        yield Paragraph(text(title))
        yield Items(tuple(text(decision) for decision in decisions))


def _codes(group: str, entries: tuple[Entry, ...], general: tuple[str, ...]) -> Iterator[Block]:
    yield Heading(w.GROUPS.get(group, group))
    shared = tuple(d for d in common(entries) if d not in general)
    yield from _shared(w.CODEBOOK_GROUP, shared)
    for entry in entries:
        yield Heading(f"{entry.element.code}: {entry.element.label}", 3)
        yield Items(tuple(text(said) for said in _said(entry, {*general, *shared})))


def _said(entry: Entry, told: Container[str]) -> Iterator[str]:
    element = entry.element
    yield w.CODE_YES.format(means=entry.means)
    yield from (w.CODE_DECISIONS.format(decisions=d) for d in entry.decisions if d not in told)
    asked = w.CODE_ASKED if element.article else w.CODE_NOT_ASKED
    yield asked.format(restatement=element.restatement, citation=element.citation, bindingness=element.bindingness)
    yield w.CODE_SCALE.format(
        yes=w.RATINGS[element.rate(Value.YES)],
        some=w.RATINGS[element.rate(Value.YES, "some cases")],
        no=w.RATINGS[element.rate(Value.NO)],
        unclear=w.RATINGS[element.rate(Value.UNCLEAR)],
    )
    if element.notes:
        yield w.CODE_NOTES.format(notes=element.notes)
