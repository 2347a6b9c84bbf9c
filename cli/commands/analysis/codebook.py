"""`palermo codebook`: what a coder answers, code by code."""

from __future__ import annotations

import click

from palermo.cli.options import framework, output
from palermo.cli.output import Output
from palermo.cli.results.documents import DOCUMENTS, made_by, write
from palermo.cli.results.tables import in_language

__all__ = ["command"]


@click.command("codebook")
@framework
@in_language
@output("text", "json", "html", *DOCUMENTS)
def command(framework: str, output: Output) -> None:
    """Print the codebook of a framework: what a yes means, and how close calls go.

    For people who code statutes by hand: each code with its definition, the values
    and extents that an answer may have, the rules for close calls, what the
    framework asks and which rating each answer gives.
    """
    from palermo.kb.frameworks.codebook import codebook
    from palermo.kb.frameworks.framework import load

    book = codebook(load(framework))
    if output.format == "json":
        from palermo.report.analysis.coding.codebook_json import codebook as as_object

        output.json(as_object(book))
    elif output.format == "text":
        from palermo.report.analysis.coding.codebook_text import codebook as as_text

        output.write(as_text(book, output.screen()))
    else:
        from palermo.report.analysis.memo.codebook import codebook as as_document

        write(as_document(book, made_by(output)), output)
