"""`palermo codebook`: what a coder answers, code by code."""

from __future__ import annotations

import click

from palermo.cli.options import framework, output
from palermo.cli.output import Output
from palermo.cli.results.documents import DOCUMENTS, every, write_report
from palermo.cli.results.tables import in_language

__all__ = ["command"]


@click.command("codebook")
@framework
@in_language
@output(*every("text", "json", "html", *DOCUMENTS))
def command(framework: str, output: Output) -> None:
    """Print the codebook of a framework: what a yes means, and how close calls go.

    For people who code statutes by hand: each code with its definition, the values
    and extents that an answer may have, the rules for close calls, what the
    framework asks and which rating each answer gives.
    """
    from palermo.kb.frameworks.codebook import codebook
    from palermo.kb.frameworks.framework import load
    from palermo.report.analysis.coding import codebook_json, codebook_text
    from palermo.report.analysis.memo import codebook as as_document

    book = codebook(load(framework))
    write_report(output, book, as_document.codebook, json=codebook_json.codebook, text=codebook_text.codebook)
