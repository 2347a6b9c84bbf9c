"""`palermo gaps`: a body of law held against a framework."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import at, framework, lang, library, output
from cli.output import Output

__all__ = ["command"]


@click.command("gaps")
@click.argument("files", nargs=-1, required=True, metavar="FILE|REF|BODY...")
@lang
@framework
@at
@library
@output("text", "json", "html", "csv")
def command(
    files: tuple[str, ...], lang: str | None, framework: str, at: str | None, library: Path, output: Output
) -> None:
    """Hold a body of law against a framework and list what is open.

    Several files are read as one body of law: a definition in one, the offence in
    another. Each finding quotes the law, names the rule that fired and says what
    would change the answer; what cannot be told is undecided.
    """
    from alignment.gaps import gaps
    from cli.sides import texts
    from kb.framework import load

    requirements = load(framework)
    versions = [version for file in files for version in texts(file, lang=lang, library=library, at=at)]
    analysis = gaps(versions, requirements)
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
