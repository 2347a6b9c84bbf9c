"""A text as a document: what it is, then its headings and paragraphs in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.amending.text_on_day import Standing
from palermo.corpus.model.text_model import Version
from palermo.report.format.document import Document, data, facts, paragraph, text
from palermo.report.format.parts import Block, Heading, Items, Run, Table
from palermo.report.redline.paragraphs import blocks
from palermo.report.shared.provenance import Provenance
from palermo.report.texts.history import built_from
from palermo.report.texts.show.words import known, steps

__all__ = ["show"]

_DEEPEST = 4  # level of a heading
_COLUMNS = ("id", "level", "citation", "heading", "text")


def show(version: Version, provenance: Provenance, standing: Standing | None = None) -> Document:
    """The document; with `standing`, what the text was built from. CSV has a row for each provision with words of its
    own.
    """
    return Document(
        title=version.title or version.source.path,
        subject=str(version.ref),
        made=provenance.made,
        blocks=(*_beginning(version, provenance, standing), *_text(version)),
        main=_provisions(version),
    )


def _beginning(version: Version, provenance: Provenance, standing: Standing | None) -> Iterator[Block]:
    rows = [
        *known(version),
        ("SHA-256", version.source.sha256),
        ("palermo", f"{provenance.palermo}, {provenance.made}"),
    ]
    yield facts("The text", rows, (20, 80))
    if standing is not None:
        yield paragraph(Run(f"On {standing.at}: ", strong=True), built_from.verdict(standing))
        if lines := steps(standing):
            yield Items(tuple(map(text, lines)))


def _text(version: Version) -> Iterator[Block]:
    for block in blocks(version):
        if block.heading:
            yield Heading(block.text, min(block.depth + 1 if block.depth else 2, _DEEPEST), version.lang)
        else:
            yield paragraph(Run(block.text, lang=version.lang))


def _provisions(version: Version) -> Table:
    own: dict[int, list[str]] = {}
    heads: dict[int, str] = {}
    provisions = {}
    for block in blocks(version):
        key = id(block.provision)
        provisions[key] = block.provision
        if block.heading:
            heads[key] = block.text
        else:
            own.setdefault(key, []).append(block.text)
    rows = ((p.id, p.level, p.cite, heads.get(key, ""), " ".join(own.get(key, ()))) for key, p in provisions.items())
    return data("Provisions", _COLUMNS, rows, (14, 8, 8, 25, 45))
