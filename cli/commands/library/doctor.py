"""`palermo doctor`: whether palermo can work here."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output

__all__ = ["command"]


@click.command("doctor")
@library
@output("text", "json")
@click.pass_context
def command(context: click.Context, library: Path, output: Output) -> None:
    """Check that palermo can work here.

    Looks at Python, the libraries that palermo needs and their dictionaries, the
    library and its index, the folder's rights and the disk. What does not work is
    said with what helps. The exit code is 1 if something keeps palermo from working.
    """
    from palermo.library.doctor import examine

    checks = examine(library)
    if output.format == "json":
        from palermo.report.library.holdings.upkeep_json import doctor as as_object

        output.json(as_object(checks))
    else:
        from palermo.report.library.holdings.upkeep_text import doctor as as_text

        output.write(as_text(checks, output.screen()))
    context.exit(1 if any(check.state == "fault" for check in checks) else 0)
