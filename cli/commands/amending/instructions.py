"""`palermo instructions`: what an amending act instructs, without a text to amend."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import at, lang, library, output
from palermo.cli.output import Output, note
from palermo.cli.results.documents import every, write_report

__all__ = ["command"]


@click.command("instructions")
@click.argument("file", metavar="FILE")
@click.option("--tradition", metavar="NAME", help="The drafting tradition, such as Canada; else the text shows it.")
@lang
@at
@library
@output(*every("text", "json", "csv"))
def command(file: str, tradition: str | None, lang: str | None, day: str | None, library: Path, output: Output) -> None:
    """List what an amending act instructs.

    FILE is an amending act or a bill, or a reference into the library. Each
    instruction is listed in order with its place, its operation, its target, the
    words that it quotes, and, where it is not understood, the reason; clauses that
    edit nothing, as on commencement, are listed, too.
    """
    from palermo.api import instructions
    from palermo.cli.texts import one, texts
    from palermo.report.amending.instructions import as_csv, as_document, as_json, as_text

    reading = instructions(one(texts(file, lang=lang, library=library, day=day), file), tradition=tradition)
    if output.format == "csv" and reading.reason:
        note(f"{file}: {reading.reason}")
    write_report(
        output,
        reading,
        as_document.instructions,
        json=as_json.instructions,
        csv=as_csv.instructions,
        text=as_text.instructions,
    )
