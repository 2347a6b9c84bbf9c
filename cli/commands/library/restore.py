"""`palermo restore`: a library from its backup."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.progress import track
from palermo.cli.results.documents import write_plain

__all__ = ["command"]


@click.command("restore")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Put it in the place of what the library has.")
@library
@output("text", "json")
def command(file: Path, replace: bool, library: Path, output: Output) -> None:
    """Make the library what a backup has.

    FILE is one that `palermo backup` wrote. It is checked and indexed aside; then the
    library is replaced at once, so that others who use it have the old one or the new
    one. Without --replace only an empty library, or none, is filled. A damaged library
    is kept beside the new one.
    """
    from palermo.library.upkeep import restore
    from palermo.report.library.holdings import upkeep_json, upkeep_text

    result = restore(file, library=library, replace=replace, track=track)
    write_plain(output, result, json=upkeep_json.restored, text=upkeep_text.restored)
