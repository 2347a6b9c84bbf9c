"""`palermo reindex`: what is derived from the texts, made anew."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.progress import track

__all__ = ["command"]


@click.command("reindex")
@library
@output("text", "json")
def command(library: Path, output: Output) -> None:
    """Make the library's index anew.

    The index, and what amends what, are read out of the texts again. Whoever searches
    meanwhile finds the old index. What runs that were broken off have left in the
    library's folder is dropped.
    """
    from palermo.library.upkeep import reindex

    result = reindex(library, track=track)
    if output.format == "json":
        from palermo.report.library.holdings.upkeep_json import reindexed as as_object

        output.json(as_object(result))
    else:
        from palermo.report.library.holdings.upkeep_text import reindexed as as_text

        output.write(as_text(result, output.screen()))
