"""`palermo info`: what the library knows of one instrument."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import lang, library, output
from palermo.cli.output import Output

__all__ = ["command"]


@click.command("info")
@click.argument("reference", metavar="REF")
@lang
@library
@output("text", "json")
def command(reference: str, lang: str | None, library: Path, output: Output) -> None:
    """Say what the library knows of one instrument.

    REF is a reference into the library. The report has its texts with their dates,
    what each date rests on and the files that they came from; the bodies of law that
    it is read in; the acts that amended it; those acts and bills that the newest text
    cannot have yet, or perhaps has not; and what it amends itself.
    """
    from palermo.library.info import info

    found = info(reference, library=library, lang=lang)
    if output.format == "json":
        from palermo.report.library.holdings.info_json import info as as_object

        output.json(as_object(found))
    else:
        from palermo.report.library.holdings.info_text import info as as_text

        output.write(as_text(found, output.screen()))
