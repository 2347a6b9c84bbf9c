"""Parts of a document: headings, paragraphs, lists, tables, quotations and pictures, whatever the format.

Text in a language other than the report's is a `Run` that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Block", "Cell", "Heading", "Items", "PageTurn", "Paragraph", "Picture", "Quote", "Run", "Table", "Text"]


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

    Line breaks in `words` separate paragraphs. `marked` are the words that count: half-open spans of code points of
    `words`, in order and apart from each other.
    """

    cite: str
    words: str
    lang: str
    marked: tuple[tuple[int, int], ...] = ()

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The words in pieces, each with True if it is marked; no piece is empty."""
        yield from _pieces(self.words, self.marked, 0, len(self.words))

    def lines(self) -> Iterator[tuple[tuple[str, bool], ...]]:
        """The pieces of each paragraph; paragraphs without words are left out."""
        start = 0
        for line in self.words.split("\n"):
            if line.strip():
                yield tuple(_pieces(self.words, self.marked, start, start + len(line)))
            start += len(line) + 1


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
    """Page break: the blocks after it stand on a new page, which is wide or upright."""

    wide: bool = False


Block = Heading | Paragraph | Items | Quote | Table | Picture | PageTurn


def _pieces(words: str, marked: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[str, bool]]:
    """The words from `start` to `end` (code points), cut where a marked span begins or ends."""
    at = start
    for span in marked:
        first, last = max(span[0], at), min(span[1], end)
        if first >= last:
            continue
        if at < first:
            yield words[at:first], False
        yield words[first:last], True
        at = last
    if at < end:
        yield words[at:end], False
