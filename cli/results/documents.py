"""Documents in the format asked for, and the command that makes them again."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from palermo.cli.output import Output

if TYPE_CHECKING:
    from palermo.report.format.document import Document
    from palermo.report.shared.provenance import Provenance

__all__ = ["ARGUMENTS", "DOCUMENTS", "made_by", "write"]

ARGUMENTS = "palermo.arguments"  # key in click's context: what stood after `palermo`
DOCUMENTS = ("md", "docx", "pdf")
_FILE = ("-o", "--output")  # where the result went says nothing about what it is


def write(made: Document, output: Output) -> None:
    """Write the document as Markdown, Word, PDF or a page. Raises UsageError for PDF where WeasyPrint is missing."""
    if output.format == "docx":
        from palermo.report.format.docx.report import report

        output.bytes(report(made, output.template))
    elif output.format == "md":
        from palermo.report.format.markdown import document as as_markdown

        output.write(as_markdown(made))
    else:
        from palermo.report.format.html.blocks import document as as_page

        page = as_page(made)
        if output.format == "pdf":
            from palermo.report.format.pdf import pdf

            output.bytes(pdf(page))
        else:
            output.write(page)


def made_by(output: Output) -> Provenance:
    """How the result of the running command comes about, wherever it is written to."""
    from palermo.report.shared.provenance import provenance

    context = click.get_current_context()
    said = list(_without_file(context.meta.get(ARGUMENTS, ())))
    if not any(part == "--format" or part.startswith("--format=") for part in said):
        said += ["--format", output.format]
    return provenance(shlex.join(["palermo", *said]))


def _without_file(arguments: Iterable[str]) -> Iterator[str]:
    rest = iter(arguments)
    for part in rest:
        if part in _FILE:
            next(rest, None)
        elif not part.startswith(("-o", "--output=")):
            yield part
