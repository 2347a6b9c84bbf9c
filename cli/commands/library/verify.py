"""`palermo verify`: whether the library is as it was left."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.progress import track
from palermo.cli.results.documents import every, write_report

__all__ = ["command"]


@click.command("verify")
@library
@output(*every("text", "json"))
@click.pass_context
def command(context: click.Context, library: Path, output: Output) -> None:
    """Check that the library is as it was left.

    Every text is held against what was taken down of it when it was added, and its
    structure against the text; bodies and links against the texts; the index against
    all of it. Each fault is listed with what helps. Nothing is changed. The exit code
    is 1 if there is a fault.
    """
    from palermo.library.upkeep import verify
    from palermo.report.library.holdings import upkeep_document, upkeep_json, upkeep_text

    result = verify(library, track=track)
    write_report(output, result, upkeep_document.verified, json=upkeep_json.verified, text=upkeep_text.verified)
    context.exit(1 if result.faults else 0)
