"""`palermo search`: find law in the library."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import at, lang, library, limit, output
from cli.output import Output
from cli.progress import track

__all__ = ["command"]


@click.command("search")
@click.argument("query", nargs=-1, metavar="QUERY")
@click.option(
    "--element",
    "elements",
    multiple=True,
    metavar="CODE",
    help="Only law with this element of the Protocol, in any language, such as purpose.organs; may be repeated.",
)
@click.option("--across", is_flag=True, help="Look for what the words name in the other languages, too.")
@click.option("--jurisdiction", metavar="CODE", help="Only law of this country or organisation, such as kz or eu.")
@lang
@at
@limit(20)
@library
@output("text", "json", "html")
def command(
    query: tuple[str, ...],
    elements: tuple[str, ...],
    across: bool,
    jurisdiction: str | None,
    lang: str | None,
    at: str | None,
    limit: int,
    library: Path,
    output: Output,
) -> None:
    """Search the library.

    QUERY is words, which are found in all their forms; "a phrase" in quotation
    marks; AND, OR, NOT and brackets; traffick* for what begins so; exact:children
    for one form; heading:, title:, jurisdiction:, lang:, instrument:, level:, year:, element:.
    A citation (section 5(2), ст. 128) finds that provision first. Each hit is an
    article or section with the provision that answers best.
    """
    from kb.search import Scope
    from palermo.workbench import search

    scope = Scope(lang, jurisdiction.lower() if jurisdiction else None, at, elements, across)
    answer = search(" ".join(query), library=library, scope=scope, limit=limit, track=track)
    if output.format == "json":
        from palermo.report.contract.search import search as as_object

        output.json(as_object(answer))
    elif output.format == "html":
        from palermo.report.html.search import search as as_html

        output.write(as_html(answer))
    else:
        from palermo.report.terminal.search import search as as_text

        output.write(as_text(answer, output.screen()))
