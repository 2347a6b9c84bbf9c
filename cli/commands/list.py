"""`palermo list`: what the library holds."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import library, output
from cli.output import Output

__all__ = ["command"]


@click.command("list")
@library
@output("text", "json", "html")
def command(library: Path, output: Output) -> None:
    """List what the library holds.

    One entry a text: an instrument in one language as it stood on one date, with the
    files that it was added from.
    """
    from palermo.workbench import held

    versions = held(library)
    if output.format == "json":
        from palermo.report.contract.listing import listing as as_object

        output.json(as_object(versions))
    elif output.format == "html":
        from palermo.report.html.listing import listing as as_html

        output.write(as_html(versions))
    else:
        from palermo.report.terminal.listing import listing as as_text

        output.write(as_text(versions, output.screen()))
