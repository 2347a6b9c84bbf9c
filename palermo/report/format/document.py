"""A report as a document: headings, paragraphs, lists, tables, quotations and pictures, whatever the format.

What is said is decided once, by whoever makes the `Document`; `docx/blocks.py`, `markdown/blocks.py` and
`html/blocks.py` only write it down. Text in a language other than the report's is a `Run` that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from palermo.report.language.speaking import spoken

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Heading",
    "Items",
    "PageTurn",
    "Paragraph",
    "Picture",
    "Quote",
    "Run",
    "Table",
    "Text",
    "cell",
    "plain",
    "text",
]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. `lang` (ISO 639-1) is None for the language of the report; `code` is for identifiers."""

    words: str
    strong: bool = False
    soft: bool = False
    code: bool = False
    lang: str | None = None


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    words: str
    level: int = 2  # the title of the document is 1
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Text
    lead: bool = False
    """Whether it says the main thing, and is set larger."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `numbered` where its order matters."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a law with where they stand; `cite` is "" where the place needs no saying.

    Line breaks in `words` separate paragraphs.
    """

    cite: str
    words: str
    lang: str


Cell = tuple[Paragraph | Quote, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`head` is empty for a table of facts, whose first column heads the rows, as it does in every table.

    `widths` are shares of the line, one a column.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG. `alt` says in words what it shows; `width` is the share of the line that it takes."""

    svg: str
    alt: str
    caption: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class PageTurn:
    """What follows stands on a new page, which is wide or upright."""

    wide: bool = False


Block = Heading | Paragraph | Items | Quote | Table | Picture | PageTurn


@dataclass(frozen=True, slots=True)
class Document:
    """`lang` is the language of the report, `made` the ISO day on which it was made.

    `small` asks for smaller type and narrower margins, where everything has to be on one page.
    """

    title: str
    subject: str
    made: str
    blocks: tuple[Block, ...]
    lang: str = field(default_factory=spoken)
    small: bool = False


def text(*parts: str | Run) -> Text:
    """Runs, where plain strings are words without a style."""
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def cell(*parts: str | Run | Paragraph | Quote) -> Cell:
    """A cell: neighbouring strings and runs make one paragraph."""
    return tuple(_paragraphs(parts))


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
