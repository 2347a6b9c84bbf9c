"""Output of a reader, before the language and identity of the file are settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from palermo.corpus.model.text_model import Basis, Provision, Span

__all__ = ["Metadata", "Raw"]


@dataclass(frozen=True, slots=True)
class Metadata:
    """Metadata of a file; None is unknown. `basis` is what `date` rests on, `saved` the day on which the file
    itself was made: from then on the text was there, whatever day it is of.
    """

    title: str | None = None
    lang: str | None = None
    country: str | None = None
    instrument: str | None = None
    date: str | None = None
    uri: str | None = None
    basis: Basis | None = None
    saved: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """The text as read, its marks, and the structure where the format has one (None: find it from the numbering).

    `headings` are the lines that the format marks as headings, without that being structure (HTML's `h1` to `h6`), each
    with its level; `blocks` those that stand apart like paragraphs, though no blank line parts them; `footnotes` those
    that are the text of a footnote. `notes` are what the user should hear about how the file was read, a line each.
    """

    text: str
    marks: tuple[Span, ...] = ()
    headings: tuple[tuple[Span, int], ...] = ()
    blocks: tuple[Span, ...] = ()
    footnotes: tuple[Span, ...] = ()
    root: Provision | None = None
    unplaced: tuple[Span, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
