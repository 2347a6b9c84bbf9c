"""A comparison as a document: a table of what differs, before and after, and the texts that were read."""

from __future__ import annotations

from palermo.alignment.compare.model import Alignment
from palermo.report.format.document import Document, paragraph
from palermo.report.format.parts import Block, Heading
from palermo.report.redline.before_after import changes_table
from palermo.report.shared.pair_words import nothing, summary, title
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import sources

__all__ = ["compare"]


def compare(alignment: Alignment, provenance: Provenance, *, material: bool = False) -> Document:
    """The document; with `material`, what differs only typographically is left out."""
    table = changes_table("Changes", alignment, material=material)
    found: tuple[Block, ...] = (Heading("Changes"), table)
    return Document(
        title=title(alignment),
        subject=", ".join(summary(alignment)),
        made=provenance.made,
        blocks=(
            *(found if table.rows else (paragraph(nothing(alignment)),)),
            *sources((*alignment.left, *alignment.right), provenance),
        ),
        main=table,
        wide=True,
    )
