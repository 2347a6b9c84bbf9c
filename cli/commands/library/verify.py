"""`palermo verify`: whether the library is as it was left."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.progress import track

__all__ = ["command"]


@click.command("verify")
@library
@output("text", "json")
@click.pass_context
def command(context: click.Context, library: Path, output: Output) -> None:
    """Check that the library is as it was left.

    Every text is held against what was taken down of it when it was added, and its
    structure against the text; bodies and links against the texts; the index against
    all of it. Each fault is listed with what helps. Nothing is changed. The exit code
    is 1 if there is a fault.
    """
    from palermo.library.upkeep import verify

    result = verify(library, track=track)
    if output.format == "json":
        from palermo.report.library.holdings.upkeep_json import verified as as_object

        output.json(as_object(result))
    else:
        from palermo.report.library.holdings.upkeep_text import verified as as_text

        output.write(as_text(result, output.screen()))
    context.exit(1 if result.faults else 0)
