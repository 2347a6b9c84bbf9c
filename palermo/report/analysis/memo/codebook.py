"""The codebook as a document: values, extents, then each code with what a yes means, close calls and its scale."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby

from palermo.corpus.model.findings import Extent, Value
from palermo.kb.frameworks.codebook import Codebook, CodebookEntry, common
from palermo.report.format.document import Document, cell, data, paragraph, text
from palermo.report.format.parts import Block, Heading, Items, Run, Table
from palermo.report.language import sentences as w
from palermo.report.language.forms import day
from palermo.report.language.message import COLUMN, Message, translated
from palermo.report.shared.framework_words import ABOUT, bindingness, citation, label, titled, versioned
from palermo.report.shared.framework_words import group as group_name
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.rating_signs import rated

__all__ = ["CODEBOOK", "code_rows", "codebook"]

CODEBOOK = "codebook"
"""The context of its words in the catalogues."""


_CODES = Message("Codes")
_COLUMNS = (
    *("code", "requirement", "a yes means", "close calls", "yes gives", "yes in some cases gives", "no gives"),
    *("article", "bindingness", "what is asked", "citation"),
)
_WIDTHS = (12, 12, 20, 22, 8, 8, 8, 6, 10, 20, 14)


def codebook(book: Codebook, provenance: Provenance) -> Document:
    """Codebook with a heading for each group and each code; CSV has a row for each code."""
    framework = book.framework
    blocks = (
        Heading(w.CODEBOOK_HOW()),
        paragraph(w.CODEBOOK_INTRO()),
        _named(w.VALUES_TABLE(), w.VALUE(), book.values),
        _named(w.EXTENTS_TABLE(), w.EXTENT(), book.extents),
        _ratings(),
        *_shared(w.CODEBOOK_ALL(), general := common(book.entries)),
        *(
            block
            for group, inside in groupby(book.entries, key=lambda entry: entry.element.group)
            for block in _codes(group, tuple(inside), general)
        ),
        Heading(w.SOURCES()),
        paragraph(versioned(framework)),
        paragraph(f"palermo {provenance.palermo}, {day(provenance.made)}"),
    )
    return Document(
        title=w.CODEBOOK_TITLE(framework=titled(framework)),
        subject=w.CODEBOOK_SUBJECT(codes=len(book.entries)),
        made=provenance.made,
        blocks=blocks,
        main=_table(book),
    )


def code_rows(book: Codebook) -> Iterator[tuple[str, ...]]:
    """A row a code: what a yes means, how close calls go, which rating each answer gives, and what is asked."""
    for entry in book.entries:
        e = entry.element
        given = (e.rate(Value.YES), e.rate(Value.YES, Extent.SOME), e.rate(Value.NO))
        yield (
            e.code,
            label(e),
            translated(entry.means, CODEBOOK),
            "\n".join(translated(d, CODEBOOK) for d in entry.decisions),
            *map(rated, given),
            e.article,
            bindingness(e.bindingness),
            translated(e.restatement, ABOUT),
            citation(e.citation),
        )


def _table(book: Codebook) -> Table:
    head = tuple(translated(name, COLUMN) for name in _COLUMNS)
    return data(_CODES(), head, code_rows(book), _WIDTHS)


def _named(caption: str, head: str, meanings: Mapping[str, str]) -> Table:
    rows = tuple(
        (cell(Run(translated(name), strong=True)), cell(translated(meaning, CODEBOOK)))
        for name, meaning in meanings.items()
    )
    return Table(caption, (head, w.MEANS()), rows, (18, 82))


def _ratings() -> Table:
    rows = tuple((cell(Run(rated(rating), strong=True)), cell(meaning())) for rating, meaning in w.MEANINGS.items())
    return Table(w.RATINGS_CAPTION(), (w.RATING(), w.MEANS()), rows, (18, 82))


def _shared(title: str, decisions: Sequence[str]) -> Iterator[Block]:
    if decisions:
        yield paragraph(title)
        yield Items(tuple(text(translated(decision, CODEBOOK)) for decision in decisions))


def _codes(group: str, entries: tuple[CodebookEntry, ...], general: tuple[str, ...]) -> Iterator[Block]:
    yield Heading(group_name(group))
    shared = tuple(d for d in common(entries) if d not in general)
    yield from _shared(w.CODEBOOK_GROUP(), shared)
    for entry in entries:
        yield Heading(f"{entry.element.code}: {label(entry.element)}", 3)
        yield Items(tuple(text(said) for said in _said(entry, {*general, *shared})))


def _said(entry: CodebookEntry, seen: Container[str]) -> Iterator[str]:
    element = entry.element
    yield w.CODE_YES(means=translated(entry.means, CODEBOOK))
    yield from (w.CODE_DECISIONS(decisions=translated(d, CODEBOOK)) for d in entry.decisions if d not in seen)
    asked = w.CODE_ASKED if element.article else w.CODE_NOT_ASKED
    yield asked(
        restatement=translated(element.restatement, ABOUT),
        citation=citation(element.citation),
        bindingness=bindingness(element.bindingness),
    )
    yield w.CODE_SCALE(
        yes=rated(element.rate(Value.YES)),
        some=rated(element.rate(Value.YES, Extent.SOME)),
        no=rated(element.rate(Value.NO)),
        unclear=rated(element.rate(Value.UNCLEAR)),
    )
    if element.notes:
        yield w.CODE_NOTES(notes=translated(element.notes, ABOUT))
