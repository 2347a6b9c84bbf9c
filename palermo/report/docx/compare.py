"""A comparison as a Word document with tracked changes."""

from __future__ import annotations

from alignment.model import Alignment
from palermo.report.docx.document import About
from palermo.report.docx.redline import redline
from palermo.report.docx.template import Template
from palermo.report.origin import origin
from palermo.report.pairs import title
from palermo.report.revision.comparison import compared
from palermo.report.revision.tree import Tree

__all__ = ["compare"]


def compare(alignment: Alignment, author: str, date: str, template: Template | None = None) -> bytes:
    """The text of the left side with what leads to the right one tracked, by `author` on `date` (ISO).

    Raises UsageError where the two sides are in two languages.
    """
    lines = compared(alignment, Tree([*alignment.left, *alignment.right]))
    sources = [origin(version) for version in (*alignment.left, *alignment.right)]
    return redline(lines, About(title(alignment), alignment.right[0].lang, sources, author), date, template)
