"""`palermo search`: find law in the library."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import in_lang, library, limit, output, standing_at
from palermo.cli.output import Output, note
from palermo.cli.progress import track
from palermo.cli.results.hits import FORMATS, write
from palermo.corpus.errors import UsageError

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
@click.option("--similar", metavar="REF", help="Law that is similar to this provision, in any language.")
@click.option("--jurisdiction", metavar="CODE", help="Only law of this country or organisation, such as kz or eu.")
@in_lang
@standing_at
@limit(20)
@click.option("--page", type=click.IntRange(min=1), default=1, metavar="N", help="The N-th part of the hits.")
@click.option("--explain", "explained", is_flag=True, help="Say of each hit why it stands where it stands.")
@library
@output(*FORMATS)
def command(
    query: tuple[str, ...],
    elements: tuple[str, ...],
    across: bool,
    similar: str | None,
    jurisdiction: str | None,
    lang: str | None,
    day: str | None,
    limit: int,
    page: int,
    explained: bool,
    library: Path,
    output: Output,
) -> None:
    """Search the library.

    QUERY is words, which are found in all their forms; "a phrase" in quotation
    marks; AND, OR, NOT and brackets; traffick* for what begins so; exact:children
    for one form; heading:, title:, jurisdiction:, lang:, instrument:, level:, year:
    (since when a text is in force), element:, source:. A citation (section 5(2),
    ст. 128) finds that provision first.
    Each hit is an article or section with the provision that answers best.

    CSV, Markdown, BibTeX (.bib) and CSL (.csl.json) have the hits as citations.
    """
    from palermo.kb.search.search import SearchScope

    scope = SearchScope(lang, jurisdiction.lower() if jurisdiction else None, day, elements, across)
    offset = (page - 1) * limit
    if similar is not None:
        if explained:
            raise UsageError("--similar says of each hit what it shares", expected="no --explain beside it")
        from palermo.library.similar import similar as find

        answer = find(similar, " ".join(query), library=library, scope=scope, limit=limit, offset=offset, track=track)
    else:
        from palermo.library.use_cases import search

        answer = search(
            " ".join(query),
            library=library,
            scope=scope,
            limit=limit,
            offset=offset,
            explained=explained,
            say=note,
            track=track,
        )
    write(answer, output)
