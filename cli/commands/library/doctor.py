"""`palermo doctor`: whether palermo can work here."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report

__all__ = ["command"]


@click.command("doctor")
@library
@output(*every("text", "json"))
@click.pass_context
def command(context: click.Context, library: Path, output: Output) -> None:
    """Check that palermo can work here.

    Looks at Python, the libraries that palermo needs and their dictionaries, the
    library and its index, the folder's rights and the disk. What does not work is
    said with what helps. The exit code is 1 if something keeps palermo from working.
    """
    from palermo.library.doctor import examine
    from palermo.report.library.holdings import upkeep_document, upkeep_json, upkeep_text

    checks = examine(library)
    write_report(output, checks, upkeep_document.doctor, json=upkeep_json.doctor, text=upkeep_text.doctor)
    context.exit(1 if any(check.state == "fault" for check in checks) else 0)
