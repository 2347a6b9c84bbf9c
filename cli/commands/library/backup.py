"""`palermo backup`: the library in one file."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output

__all__ = ["command"]


@click.command("backup")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@library
@output("text", "json")
def command(file: Path, library: Path, output: Output) -> None:
    """Write the library into one file.

    FILE has all of it as of one moment, whoever writes to the library meanwhile, but
    for the index, which `palermo restore` makes anew. It is written whole or not at
    all; a file that is there is replaced only if it is a backup itself.
    """
    from palermo.library.upkeep import backup

    manifest = backup(file, library=library)
    if output.format == "json":
        from palermo.report.library.holdings.upkeep_json import backed_up as as_object

        output.json(as_object(manifest, file))
    else:
        from palermo.report.library.holdings.upkeep_text import backed_up as as_text

        output.write(as_text(manifest, file, output.screen()))
