"""Explanations of answers, and the reading of a body of law, as documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from palermo.alignment.gaps.explain_answer import AnswerPart, AnswerReading, Explanation, OffenceVariant
from palermo.alignment.gaps.gaps import NO_RULE
from palermo.corpus.model.findings import Evidence
from palermo.corpus.model.text_model import Provision, Version
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.explain.words import answered, fired, needs, searched, victim
from palermo.report.format.document import Document, cell, data, facts, paragraph, text
from palermo.report.format.parts import Block, Cell, Heading, Items, Quote, Run, Table
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import sources

__all__ = ["explain", "scope"]


def explain(explanation: Explanation, framework: Framework, provenance: Provenance) -> Document:
    """The report on one finding; in the quotations the words are marked that fired. CSV has these."""
    f, element = explanation.finding, explanation.element
    blocks: tuple[Block, ...] = (
        facts("The answer", answered(explanation), (18, 82)),
        *(() if f.rule == NO_RULE else _found(explanation)),
        *sources(explanation.sources, provenance, framework),
    )
    return Document(
        title=f"{element.label}: {f.value}",
        subject=f"{element.code}, held against: {framework.title}",
        made=provenance.made,
        blocks=blocks,
        main=_words(explanation),
    )


def _words(explanation: Explanation) -> Table:
    rows = tuple(_evidence(explanation.sources, e) for e in explanation.finding.evidence)
    return Table("Words", ("Provision", "Words", "What fired"), rows, (18, 57, 25))


def _evidence(read: Sequence[Version], e: Evidence) -> tuple[Cell, ...]:
    version = read[e.source]
    mapped = version.reading(e.span)
    marked: tuple[tuple[int, int], ...] = ()
    if e.words is not None and e.words != e.span:
        marked = ((mapped.locate(e.words.start), mapped.locate(e.words.end - 1) + 1),)
    words = version.reading(e.words).text if e.words else ""
    return (
        cell(Run(e.provision.cite or "-", strong=True)),
        cell(Quote("", mapped.text, version.lang, marked)),
        cell(Run(words, lang=version.lang)) if words else (),
    )


def _found(explanation: Explanation) -> Iterator[Block]:
    yield Heading(fired(explanation.finding))
    yield _words(explanation)
    yield Heading("Words looked for")
    yield paragraph("; ".join(explanation.words))
    yield Heading("Searched")
    yield paragraph(searched(explanation))


def scope(reading: AnswerReading, framework: Framework, provenance: Provenance) -> Document:
    """Reading of the texts; CSV has the parts of the offence, its definitions and variants in one table."""
    blocks: list[Block] = []
    for title, units in (("The offence", reading.core), ("Read beside it", reading.wide)):
        blocks += [Heading(title), *_units(units)]
    variants = tuple(_variant(reading, one) for one in reading.variants)
    blocks += [Heading("Basic variants"), _table("Basic variants", "Against, and what it needs", variants)]
    for title, parts in (("Parts of the offence", reading.parts), ("Definitions it rests on", reading.definitions)):
        blocks += [Heading(title), _table(title, "Role", tuple(_part(reading, part) for part in parts))]
    return Document(
        title="What was read as the law on trafficking",
        subject=f"Held against: {framework.title}",
        made=provenance.made,
        blocks=(*blocks, *sources(reading.sources, provenance, framework)),
        main=_plain(reading),
    )


def _units(units: Iterable[tuple[int, Provision, str]]) -> Iterator[Block]:
    said = tuple(
        text(Run(f"{provision.cite or 'the text'} {provision.heading}".strip(), strong=True), f" — {why}")
        for _, provision, why in units
    )
    yield Items(said) if said else paragraph("none")


def _table(title: str, role: str, rows: tuple[tuple[Cell, ...], ...]) -> Table:
    return Table(title, ("Provision", role, "Words"), rows, (15, 25, 60))


def _variant(reading: AnswerReading, one: OffenceVariant) -> tuple[Cell, ...]:
    quote = Quote("", one.text, reading.sources[one.source].lang)
    return cell(one.provision.cite or "-"), cell(f"{victim(one)}; needs {needs(one)}"), cell(quote)


def _part(reading: AnswerReading, part: AnswerPart) -> tuple[Cell, ...]:
    quote = Quote("", part.text, reading.sources[part.source].lang)
    return cell(part.provision.cite or "-"), cell(_role(part)), cell(quote)


def _role(part: AnswerPart) -> str:
    return f"{part.role}, child" if part.child else part.role


def _plain(reading: AnswerReading) -> Table:
    rows = [("variant", v.provision.cite, f"{victim(v)}; needs {needs(v)}", v.text) for v in reading.variants]
    rows += [("part", p.provision.cite, _role(p), p.text) for p in reading.parts]
    rows += [("definition", p.provision.cite, _role(p), p.text) for p in reading.definitions]
    return data("All parts", ("kind", "citation", "role", "text"), rows, (10, 10, 25, 55))
