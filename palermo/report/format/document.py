"""A report as a document, whatever the format, and the makers of its parts.

What is said is decided once, by whoever makes the `Document`; the writers (`text`, `markdown`, `html/blocks`,
`docx/report`, `xlsx/document_sheets`, `csv`) only write it down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from palermo.report.format.parts import Block, Cell, Paragraph, Quote, Run, Table, Text
from palermo.report.language.forms import quoted
from palermo.report.language.speaking import spoken

__all__ = ["Document", "cell", "data", "facts", "main_table", "paragraph", "plain", "said", "stacked", "text"]


@dataclass(frozen=True, slots=True)
class Document:
    """`lang` is the language of the report, `made` the ISO day on which it was made.

    `small` asks for smaller type and narrower margins, where everything has to be on one page. `main` is the table that
    CSV has; None stands for the first of the blocks that is a table with heads. With `wide` the pages lie wide from the
    first one on.
    """

    title: str
    subject: str
    made: str
    blocks: tuple[Block, ...]
    lang: str = field(default_factory=spoken)
    small: bool = False
    main: Table | None = None
    wide: bool = False


def main_table(made: Document) -> Table:
    """The table that CSV has. Raises ValueError for a document without one."""
    if made.main is not None:
        return made.main
    found = next((block for block in made.blocks if isinstance(block, Table) and block.head), None)
    if found is None:
        raise ValueError(f"{made.title}: a document without a table")
    return found


def text(*parts: str | Run) -> Text:
    """Runs, where plain strings are words without a style."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def paragraph(*parts: str | Run, lead: bool = False) -> Paragraph:
    """A paragraph of runs, where plain strings are words without a style."""
    return Paragraph(text(*parts), lead)


def cell(*parts: str | Run | Paragraph | Quote) -> Cell:
    """A cell: neighbouring strings and runs make one paragraph."""
    return tuple(_paragraphs(parts))


def stacked(*parts: str | Run | Paragraph | Quote | None) -> Cell:
    """A cell in which each part is a paragraph of its own; None is left out."""
    return tuple(part for each in parts if each is not None for part in cell(each))


def facts(caption: str, pairs: Iterable[tuple[str, str | Run]], widths: tuple[int, int]) -> Table:
    """A table of facts, each with its name and what is said of it."""
    return Table(caption, (), tuple((cell(name), cell(words)) for name, words in pairs), widths)


def data(caption: str, head: tuple[str, ...], rows: Iterable[Iterable[str]], widths: tuple[int, ...]) -> Table:
    """A table of plain words, such as CSV and workbooks have beside what people read."""
    return Table(caption, head, tuple(tuple(map(cell, row)) for row in rows), widths)


def said(part: Paragraph | Quote) -> str:
    """The words of a part of a cell without their styles; a quotation stands behind its place."""
    return f"{part.cite} {quoted(part.words)}".strip() if isinstance(part, Quote) else plain(part.runs)


def plain(runs: Iterable[Run]) -> str:
    """The words without their styles."""
    return "".join(run.words for run in runs)


def _paragraphs(parts: Iterable[str | Run | Paragraph | Quote]) -> Iterator[Paragraph | Quote]:
    waiting: list[Run] = []
    for part in parts:
        if isinstance(part, Paragraph | Quote):
            if waiting:
                yield Paragraph(tuple(waiting))
                waiting = []
            yield part
        else:
            waiting += text(part)
    if waiting:
        yield Paragraph(tuple(waiting))
