"""`palermo backup`: the library in one file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import write_plain

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
    from palermo.report.library.holdings import upkeep_json, upkeep_text

    manifest = backup(file, library=library)
    json, text = partial(upkeep_json.backed_up, manifest), partial(upkeep_text.backed_up, manifest)
    write_plain(output, file, json=json, text=text)
