"""`palermo list`: what the library holds."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import in_lang, library, output
from palermo.cli.output import Output

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
@output("text", "json", "html")
def command(jurisdiction: str | None, lang: str | None, sort: str, library: Path, output: Output) -> None:
    """List what the library holds.

    One entry a text: an instrument in one language as it stood on one date, with the
    files that it was added from.
    """
    from palermo.library.listing import listed

    versions = listed(library, jurisdiction=jurisdiction, lang=lang, sort=sort)
    if output.format == "json":
        from palermo.report.library.holdings.list_json import listing as as_object

        output.json(as_object(versions))
    elif output.format == "html":
        from palermo.report.library.holdings.list_html import listing as as_html

        output.write(as_html(versions))
    else:
        from palermo.report.library.holdings.list_text import listing as as_text

        output.write(as_text(versions, output.screen()))
