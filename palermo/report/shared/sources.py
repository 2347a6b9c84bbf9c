"""Blocks that say which texts were read and how a document was made, so that anybody can make it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from palermo.corpus.model.text_model import Source, Translation, Version
from palermo.kb.frameworks.framework import Framework
from palermo.report.format.document import Document, cell, facts, paragraph, stacked
from palermo.report.format.parts import Block, Cell, Heading, Run, Table
from palermo.report.language import sentences as w
from palermo.report.language.forms import day, language_name
from palermo.report.shared.framework_words import versioned
from palermo.report.shared.provenance import Provenance
from palermo.texts.official_text import Official

__all__ = ["made", "making", "origin", "sources", "status", "texts_read"]


def made(  # noqa: PLR0913 - what documents differ in
    title: str,
    subject: str,
    provenance: Provenance,
    blocks: Iterable[Block],
    *,
    main: Table | None = None,
    wide: bool = False,
) -> Document:
    """A document of the blocks, and at its end how it was made."""
    return Document(title, subject, provenance.made, (*blocks, making(provenance)), main=main, wide=wide)


def sources(
    versions: Sequence[Version],
    provenance: Provenance,
    framework: Framework | None = None,
    official: Official | None = None,
    *,
    numbered: bool = False,
) -> Iterator[Block]:
    """The texts, and the facts about the making; `numbered` where the document cites the texts by number."""
    yield Heading(w.SOURCES())
    yield texts_read(versions, numbered=numbered)
    if official is not None:
        source = official.version.source
        said = w.OFFICIAL_WORDS(
            title=official.version.title,
            language=language_name(official.version.lang),
            path=source.path,
            sha256=source.sha256,
        )
        yield paragraph(said)
    yield making(provenance, framework)
    yield paragraph(Run(w.DISCLAIMER(), soft=True))


def texts_read(versions: Sequence[Version], *, numbered: bool = False) -> Table:
    """A row for each text: title and reference, language, date in force, status, file with its SHA-256."""
    head = (w.TITLE_OF_TEXT(), w.LANGUAGE(), w.IN_FORCE(), w.STATUS(), w.FILE())
    rows = tuple(_row(version, number if numbered else None) for number, version in enumerate(versions, 1))
    return Table(w.SOURCES_CAPTION(), head, rows, (26, 12, 14, 14, 34))


def making(provenance: Provenance, framework: Framework | None = None) -> Table:
    """The facts about the making: framework, if there is one, palermo's version, the day, the command."""
    known: tuple[tuple[str, str | Run], ...] = (
        *(((w.FRAMEWORK(), versioned(framework)),) if framework is not None else ()),
        (w.VERSION(), provenance.palermo),
        (w.MADE(), day(provenance.made)),
        (w.COMMAND(), Run(provenance.command, code=True)),
    )
    return facts(w.FACTS_CAPTION(), known, (15, 85))


def _row(version: Version, number: int | None) -> tuple[Cell, ...]:
    since = version.in_force
    named = version.title or version.source.path
    title = named if number is None else w.NUMBERED(n=number, title=named)
    return (
        stacked(title, Run(str(version.ref), code=True, soft=True)),
        cell(language_name(version.lang)),
        stacked(day(since.start), Run(w.BASES[since.basis](), soft=True)) if since else cell(w.NO_DATE()),
        tuple(paragraph(said) for said in status(version.source)),
        stacked(Run(version.source.path, code=True), Run(version.source.sha256, code=True, soft=True)),
    )


def status(source: Source) -> list[str]:
    """Words on whether the text is official or a translation, and when it was retrieved, as far as that is known."""
    said = [w.OFFICIAL_UNKNOWN() if source.official is None else w.OFFICIAL() if source.official else w.NOT_OFFICIAL()]
    if source.translation is not Translation.NONE:
        said.append(w.TRANSLATIONS[source.translation.value]())
    if source.retrieved:
        said.append(w.RETRIEVED(date=day(source.retrieved)))
    return said


def origin(version: Version) -> str:
    """Path of a text, the day from which it is in force, and its SHA-256, for the foot of a page."""
    dated = [version.in_force.start] if version.in_force is not None else []
    return " · ".join([version.source.path, *dated, f"SHA-256 {version.source.sha256}"])
