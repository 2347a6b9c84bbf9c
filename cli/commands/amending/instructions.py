"""`palermo instructions`: what an amending act instructs, without a text to amend."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import at, lang, library, output
from palermo.cli.output import Output, note

__all__ = ["command"]


@click.command("instructions")
@click.argument("file", metavar="FILE")
@click.option("--tradition", metavar="NAME", help="The drafting tradition, such as Canada; else the text shows it.")
@lang
@at
@library
@output("text", "json", "csv")
def command(file: str, tradition: str | None, lang: str | None, day: str | None, library: Path, output: Output) -> None:
    """List what an amending act instructs.

    FILE is an amending act or a bill, or a reference into the library. Each
    instruction is listed in order with its place, its operation, its target, the
    words that it quotes, and, where it is not understood, the reason; clauses that
    edit nothing, as on commencement, are listed, too.
    """
    from palermo.api import instructions
    from palermo.cli.texts import one, texts

    reading = instructions(one(texts(file, lang=lang, library=library, day=day), file), tradition=tradition)
    if output.format == "json":
        from palermo.report.amending.instructions.as_json import instructions as as_object

        output.json(as_object(reading))
    elif output.format == "csv":
        from palermo.report.amending.instructions.as_csv import instructions as as_table

        if reading.reason:
            note(f"{file}: {reading.reason}")
        output.write(as_table(reading))
    else:
        from palermo.report.amending.instructions.as_text import instructions as as_text

        output.write(as_text(reading, output.screen()))
