"""`palermo info`: what the library knows of one instrument."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import lang, library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report

__all__ = ["command"]


@click.command("info")
@click.argument("reference", metavar="REF")
@lang
@library
@output(*every("text", "json"))
def command(reference: str, lang: str | None, library: Path, output: Output) -> None:
    """Say what the library knows of one instrument.

    REF is a reference into the library. The report has its texts with their dates,
    what each date rests on and the files that they came from; the bodies of law that
    it is read in; the acts that amended it; those acts and bills that the newest text
    cannot have yet, or perhaps has not; and what it amends itself.
    """
    from palermo.library.info import info
    from palermo.report.library.holdings import info_document, info_json, info_text

    found = info(reference, library=library, lang=lang)
    write_report(output, found, info_document.info, json=info_json.info, text=info_text.info)
