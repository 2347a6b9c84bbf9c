"""`palermo gaps`: a body of law held against a framework."""

from __future__ import annotations

import sys

import click

from cli.options import framework, lang, output
from cli.output import Output, note

__all__ = ["command"]


@click.command("gaps")
@click.argument("files", nargs=-1, required=True, metavar="FILE|REF|BODY...")
@lang
@framework
@output("text", "json", "html", "csv")
def command(files: tuple[str, ...], lang: str | None, framework: str, output: Output) -> None:
    """Hold a body of law against a framework and list what is open.

    Several files are read as one body of law: a definition in one, the offence in
    another. Each finding quotes the law, names the rule that fired and says what
    would change the answer; what cannot be told is undecided.
    """
    from alignment.gaps import gaps
    from corpus.readers import Options, read
    from kb.framework import load

    requirements = load(framework)
    readings = [read(file, Options(lang), stdin=sys.stdin.buffer) for file in files]
    for line in (line for reading in readings for line in reading.notes):
        note(line)
    analysis = gaps([reading.version for reading in readings], requirements)
    if output.format == "json":
        from palermo.report.contract.gaps import gaps as as_object

        output.json(as_object(analysis))
    elif output.format == "html":
        from palermo.report.html.gaps import gaps as as_html

        output.write(as_html(analysis, requirements))
    elif output.format == "csv":
        from palermo.report.table.gaps import gaps as as_table

        output.write(as_table(analysis))
    else:
        from palermo.report.terminal.gaps import gaps as as_text

        output.write(as_text(analysis, requirements, output.screen()))
