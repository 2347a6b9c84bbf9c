"""`palermo list`: what the library holds."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import in_lang, library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report

__all__ = ["command"]


@click.command("list")
@click.option("--jurisdiction", metavar="CODE", help="Only law of this country or organisation, such as kz or eu.")
@in_lang
@click.option(
    "--sort",
    type=click.Choice(["reference", "title", "date", "added"]),
    default="reference",
    show_default=True,
    help="The order; by date and as they were added the newest stand last.",
)
@library
@output(*every("text", "json", "html"))
def command(jurisdiction: str | None, lang: str | None, sort: str, library: Path, output: Output) -> None:
    """List what the library holds.

    One entry a text: an instrument in one language as it stood on one date, with the
    files that it was added from.
    """
    from palermo.library.listing import listed
    from palermo.report.library.holdings import list_document, list_html, list_json, list_text

    versions = listed(library, jurisdiction=jurisdiction, lang=lang, sort=sort)
    write_report(
        output, versions, list_document.listing, json=list_json.listing, html=list_html.listing, text=list_text.listing
    )
