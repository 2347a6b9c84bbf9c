"""Reports in the format asked for: by a writer of their own where they have one, else as a document."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import click

from palermo.cli.output import ARGUMENTS, Output
from palermo.report.format.document import Document
from palermo.report.format.terminal import Screen
from palermo.report.shared.provenance import Provenance

__all__ = ["DOCUMENTS", "every", "made_by", "write", "write_plain", "write_report"]

T = TypeVar("T")

DOCUMENTS = ("md", "docx", "pdf")
_EVERY = ("text", "json", "html", *DOCUMENTS, "xlsx", "csv")
_FILE = ("-o", "--output")  # where the result went says nothing about what it is


def every(*first: str) -> tuple[str, ...]:
    """All formats that a document can be written in, and JSON; those named stand first, the first is the default."""
    return (*first, *(name for name in _EVERY if name not in first))


def write_report(
    output: Output,
    result: T,
    document: Callable[[T, Provenance], Document],
    *,
    json: Callable[[T], Mapping[str, object]],
    text: Callable[[T, Screen], str] | None = None,
    **own: Callable[[T], str],
) -> None:
    """Write the report on a result: with one of the writers that are its `own`, by their formats, else as a document.

    Raises UsageError for PDF where WeasyPrint is missing.
    """
    if output.format == "json":
        output.json(json(result))
    elif output.format == "text" and text is not None:
        output.write(text(result, output.screen()))
    elif output.format in own:
        output.write(own[output.format](result))
    else:
        write(document(result, made_by(output)), output)


def write_plain(
    output: Output, result: T, *, json: Callable[[T], Mapping[str, object]], text: Callable[[T, Screen], str]
) -> None:
    """Write the report on a result that is told in text or JSON alone."""
    if output.format == "json":
        output.json(json(result))
    else:
        output.write(text(result, output.screen()))


def write(made: Document, output: Output) -> None:
    """Write the document in any format but JSON. Raises UsageError for PDF where WeasyPrint is missing."""
    if output.format == "docx":
        from palermo.report.format.docx.report import report

        output.bytes(report(made, output.template))
    elif output.format == "xlsx":
        from palermo.report.format.xlsx.document_sheets import document as as_workbook

        output.bytes(as_workbook(made))
    elif output.format == "md":
        from palermo.report.format.markdown import document as as_markdown

        output.write(as_markdown(made))
    elif output.format == "csv":
        from palermo.report.format.csv import document as as_table

        output.write(as_table(made))
    elif output.format == "text":
        from palermo.report.format.text import document as as_text

        output.write(as_text(made, output.screen()))
    else:
        from palermo.report.format.html.blocks import document as as_page

        output.page(as_page(made))


def made_by(output: Output) -> Provenance:
    """Provenance of the result of the running command, wherever it is written to."""
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
