"""`palermo add`: acts into the library."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from palermo.cli.options import lang, library, output
from palermo.cli.output import Output, note
from palermo.cli.progress import track
from palermo.cli.results.documents import write_plain

__all__ = ["command"]

# Those of palermo.kb.library.source_kinds, which is loaded when they are used.
MARKS = ("official", "unofficial", "official-translation", "unofficial-translation", "machine-translation")


@click.command("add")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--title", metavar="TEXT", help="The act's title.")
@click.option("--jurisdiction", metavar="CODE", help="Its country (ISO 3166, lower case), or un, coe, ilo, eu.")
@click.option("--date", metavar="DATE", help="Since when this text is in force: 2013-07-04, or a year.")
@click.option("--id", "instrument", metavar="IRI", help="The instrument, such as /akn/kz/act/1997-07-16/167.")
@click.option(
    "--source",
    "kind",
    type=click.Choice(MARKS),
    help="What kind of text it is; `palermo search source:official` asks for it.",
)
@lang
@library
@output("text", "json")
def command(
    files: tuple[str, ...],
    title: str | None,
    jurisdiction: str | None,
    date: str | None,
    instrument: str | None,
    kind: str | None,
    lang: str | None,
    library: Path,
    output: Output,
) -> None:
    """Add acts to the library.

    All of the files are added, or none. What an act is comes from the options, else
    from the file itself, else from a MANIFEST.tsv in a folder above it. A text that
    is there already changes nothing; another text of the same article, date and
    language is refused.
    """
    from palermo.corpus.readers import Options
    from palermo.library.use_cases import add_files
    from palermo.report.library.holdings import list_json, list_text

    options = Options(lang, title, jurisdiction, date, instrument)
    stdin = sys.stdin.buffer if sys.stdin else None  # None where the shell closed it (<&-)
    result = add_files(files, library=library, options=options, kind=kind, stdin=stdin, say=note, track=track)
    write_plain(output, result, json=list_json.added, text=list_text.added)
