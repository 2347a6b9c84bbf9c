"""A Word document as a person sees it on the screen with all changes accepted; headers and footers left out."""

from __future__ import annotations

from palermo.corpus.errors import InputError
from palermo.corpus.readers.shared.blocks import assemble, unread
from palermo.corpus.readers.shared.office_metadata import dublin_core
from palermo.corpus.readers.shared.reader_output import Raw
from palermo.corpus.readers.shared.zip_package import Package
from palermo.corpus.readers.word.body import WordBody
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
    seen = reading.seen
    changed = f"{seen.inserted} inserted, {seen.deleted} deleted" if seen.inserted or seen.deleted else ""
    notes = (
        *unread(changed=changed, hidden=seen.hidden, comments=seen.comments),
        *(f"numbers counted as {name} are read as figures" for name in sorted(lists.unknown)),
    )
    shown = " ".join(blocks[0].text.split()) if blocks and blocks[0].heading else None
    return assemble(blocks, dublin_core(parts.properties(), shown), file, notes)
