"""A table of passages of law side by side, before it is a Word document or a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

__all__ = ["Cell", "Sheet", "TableLook", "TablePassage", "note"]


class TableLook(Enum):
    """Look of words in a table; the looks are told apart without colour."""

    PLAIN = "plain"
    OUT = "out"
    IN = "in"
    MOVED = "moved"
    STRONG = "strong"
    NOTE = "note"  # the report's own words, not the law's


@dataclass(frozen=True, slots=True)
class TablePassage:
    """A paragraph of a cell: stretches of words with their looks, in one language."""

    lang: str
    words: tuple[tuple[TableLook, str], ...]


Cell = Sequence[TablePassage]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table. `lang` is that of the title, the heads and the lead (what is to be known before one reads it);
    `widths` are shares of the page; `sources` says where the texts come from, one a line.
    """

    title: str
    lang: str
    lead: Sequence[str]
    heads: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[Cell]]
    sources: Sequence[str]


def note(text: str, lang: str, look: TableLook = TableLook.NOTE) -> Cell:
    """A cell of the report's own words; empty for none."""
    return [TablePassage(lang, ((look, text),))] if text else []
