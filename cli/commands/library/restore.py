"""`palermo restore`: a library from its backup."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.progress import track

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

    result = restore(file, library=library, replace=replace, track=track)
    if output.format == "json":
        from palermo.report.library.holdings.upkeep_json import restored as as_object

        output.json(as_object(result))
    else:
        from palermo.report.library.holdings.upkeep_text import restored as as_text

        output.write(as_text(result, output.screen()))
