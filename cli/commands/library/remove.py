"""`palermo remove`: texts out of the library."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.progress import track
from palermo.cli.results.documents import write_plain

__all__ = ["command"]


@click.command("remove")
@click.argument("texts", nargs=-1, required=True, metavar="REF...")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@library
@output("text", "json")
def command(texts: tuple[str, ...], dry_run: bool, library: Path, output: Output) -> None:
    """Take texts out of the library.

    REF is an instrument (all of its texts go), one of its languages, one text with
    its date, or a single file: its path or name, or the beginning of its sha256. All
    of what is named goes, or nothing. The report says what goes with it: what it
    instructs about other acts, and its place in bodies of law; collections keep
    their provisions as they were put in.
    """
    from palermo.library.remove import remove
    from palermo.report.library.holdings import upkeep_json, upkeep_text

    result = remove(texts, library=library, rehearse=dry_run, track=track)
    write_plain(output, result, json=upkeep_json.removed, text=upkeep_text.removed)
