"""A comparison as a Word document with tracked changes."""

from __future__ import annotations

from palermo.alignment.compare.model import Alignment
from palermo.report.format.docx.template import Template
from palermo.report.format.docx.word_file import About
from palermo.report.redline.as_docx import redline
from palermo.report.redline.tree import ParagraphTree
from palermo.report.shared.pair_words import title
from palermo.report.shared.sources import origin
from palermo.report.texts.compare.as_tracked_changes import compared

__all__ = ["compare"]


def compare(alignment: Alignment, author: str, date: str, template: Template | None = None) -> bytes:
    """The text of the left side with what leads to the right one tracked, by `author` on `date` (ISO).

    Raises UsageError where the two sides are in two languages.
    """
    lines = compared(alignment, ParagraphTree([*alignment.left, *alignment.right]))
    sources = [origin(version) for version in (*alignment.left, *alignment.right)]
    return redline(lines, About(title(alignment), alignment.right[0].lang, sources, author), date, template)
