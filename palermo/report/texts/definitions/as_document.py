"""Definitions side by side as a document: what each instrument has at a glance, then the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.alignment.definitions.define import Definition, DefinitionCell, DefinitionRow
from palermo.corpus.model.findings import Value
from palermo.corpus.model.text_model import Version
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps.official_words import excerpt
from palermo.report.format.document import Document, cell, data, paragraph
from palermo.report.format.parts import Block, Cell, Heading, PageTurn, Paragraph, Quote, Run, Table
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import sources
from palermo.report.texts.definitions.words import IN_SOME_CASES, LEGEND, called, grouped, in_context, lead
from palermo.texts.official_text import Official

__all__ = ["define"]

_SIGN = {Value.YES: "✓", Value.NO: "✗", Value.UNCLEAR: "?"}
_GLANCE, _WORDS = "At a glance", "Word for word"
_COLUMNS = ("element", "label", "group", "instrument", "language", "value", "extent", "cite", "quote", "reference")


def define(
    definition: Definition, framework: Framework, provenance: Provenance, official: Official | None = None
) -> Document:
    """The document; with an official text, its words stand at the head of each row. CSV has a row for each element and
    instrument.
    """
    read = tuple(dict.fromkeys(version for side in definition.sides for version in side))
    blocks: tuple[Block, ...] = (
        Heading(_GLANCE),
        paragraph(LEGEND),
        _glance(definition),
        PageTurn(wide=True),
        Heading(_WORDS),
        _word_for_word(definition, official),
        PageTurn(),
        *sources(read, provenance, framework, official),
    )
    return Document(
        title=f"The definition of {definition.term}",
        subject=lead(definition),
        made=provenance.made,
        blocks=blocks,
        main=_plain(definition),
    )


def _glance(definition: Definition) -> Table:
    rows = tuple(
        (
            cell(Run(row.label, strong=row.differs)),
            cell(group),
            *(cell(_mark(one)) for one in row.cells),
            cell("differ" if row.differs else ""),
        )
        for group, rows in grouped(definition)
        for row in rows
    )
    many = len(definition.sides)
    head = ("Element", "Group", *map(_headed, definition.sides), "Differ")
    return Table(_GLANCE, head, rows, (30, 14, *[46 // many] * many, 10))


def _headed(side: Sequence[Version]) -> str:
    when = f", {side[0].in_force.start}" if side[0].in_force else ""
    return f"{called(side)} ({side[0].lang}{when})"


def _mark(one: DefinitionCell) -> str:
    return f"{_SIGN[one.value]} {IN_SOME_CASES}" if one.in_some_cases else _SIGN[one.value]


def _word_for_word(definition: Definition, official: Official | None) -> Table:
    rows = tuple(
        (cell(*_label(row, official)), *(_quote(definition, one) for one in row.cells)) for row in definition.rows
    )
    many = len(definition.sides)
    return Table(_WORDS, ("Element", *map(_headed, definition.sides)), rows, (24, *[76 // many] * many))


def _label(row: DefinitionRow, official: Official | None) -> Iterator[Paragraph | Quote]:
    yield paragraph(Run(row.label, strong=True), Run(" (differ)" if row.differs else "", soft=True))
    if row.element is None:
        return
    yield paragraph(Run(row.code, code=True, soft=True))
    if official is not None and (words := excerpt(official, row.element.article, row.code)):
        yield Quote(f"art. {row.element.article}", words, official.version.lang)


def _quote(definition: Definition, one: DefinitionCell) -> Cell:
    if one.evidence is None:
        return cell(_mark(one))
    version = definition.sides[one.side][one.evidence.source]
    before, words, after = in_context(version, one.evidence)
    marked = ((len(before), len(before) + len(words)),) if before or after else ()
    quote = Quote(one.evidence.provision.cite, before + words + after, version.lang, marked)
    return cell(_mark(one), quote) if one.value is not Value.YES or one.in_some_cases else cell(quote)


def _plain(definition: Definition) -> Table:
    """A row for each element and instrument, for spreadsheets and statistics packages."""
    rows = (
        _row(definition, row, one, group) for group, rows in grouped(definition) for row in rows for one in row.cells
    )
    return data("Elements", _COLUMNS, rows, (12, 14, 8, 14, 6, 6, 6, 6, 22, 16))


def _row(definition: Definition, row: DefinitionRow, one: DefinitionCell, group: str) -> tuple[str, ...]:
    side = definition.sides[one.side]
    evidence = one.evidence
    version = side[evidence.source] if evidence else side[0]
    return (
        row.code if row.element else "",
        row.label,
        group,
        called(side),
        version.lang,
        one.value.value,
        one.extent.value if one.extent else "",
        evidence.provision.cite if evidence else "",
        version.reading(evidence.span).text if evidence else "",
        f"{version.ref}~{evidence.provision.id}" if evidence and evidence.provision.id else "",
    )
