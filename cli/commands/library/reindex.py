"""`palermo reindex`: what is derived from the texts, made anew."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.progress import track
from palermo.cli.results.documents import write_plain

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
    from palermo.report.library.holdings import upkeep_json, upkeep_text

    result = reindex(library, track=track)
    write_plain(output, result, json=upkeep_json.reindexed, text=upkeep_text.reindexed)
