"""A Word document as a person sees it on the screen with all changes accepted; headers and footers left out."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.corpus.errors import InputError
from palermo.corpus.readers.shared.blocks import FileBlock, assemble
from palermo.corpus.readers.shared.office_metadata import dublin_core
from palermo.corpus.readers.shared.reader_output import Raw
from palermo.corpus.readers.shared.zip_package import Package
from palermo.corpus.readers.word.body import Seen, WordBody
from palermo.corpus.readers.word.footnotes import Notes
from palermo.corpus.readers.word.names import child
from palermo.corpus.readers.word.numbering import Lists
from palermo.corpus.readers.word.parts import Parts
from palermo.corpus.readers.word.styles import WordStyles

__all__ = ["read"]


def read(data: bytes, file: str) -> Raw:
    """The paragraphs, each on its line, with the numbers that Word counts. Raises InputError."""
    parts = Parts(Package(data, file), file)
    body = child(parts.document(), "body")
    if body is None:
        raise InputError("is no Word document: it has no body", file=file, expected="a .docx file")
    styles, settings = WordStyles(parts.related("styles")), parts.related("settings")
    lists = Lists(parts.related("numbering"))
    reading = WordBody(
        styles,
        lists,
        Notes("footnote", parts.related("footnotes"), settings),
        Notes("endnote", parts.related("endnotes"), settings),
    )
    blocks = [block for block in reading.blocks(body) if block.text]
    notes = (
        *_heard(reading.seen),
        *(f"numbers counted as {name} are read as figures" for name in sorted(lists.unknown)),
    )
    return assemble(blocks, dublin_core(parts.properties(), _shown_title(blocks)), file, notes)


def _shown_title(blocks: list[FileBlock]) -> str | None:
    """The first paragraph, where it is set as a heading."""
    return " ".join(blocks[0].text.split()) if blocks and blocks[0].heading else None


def _heard(seen: Seen) -> Iterator[str]:
    if seen.inserted or seen.deleted:
        yield (
            "the document has tracked changes that nobody accepted yet; it is read as if all were "
            f"({seen.inserted} inserted, {seen.deleted} deleted)"
        )
    if seen.hidden:
        yield "the document has hidden text, which is not read"
    if seen.comments:
        yield "the document has comments, which are not read"
