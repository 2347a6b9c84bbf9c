"""`palermo collection`: sets of provisions with notes, and searches that are asked again."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import at, lang, library, output
from palermo.cli.output import Output, note
from palermo.cli.progress import track
from palermo.cli.results.documents import every, write_plain, write_report
from palermo.cli.results.hits import CITED, write_citations
from palermo.library.collections import Shelf

__all__ = ["command"]


@click.group("collection")
def command() -> None:
    """Put provisions together, with notes, and keep searches.

    A collection has references to provisions of the library. It tells which of them
    have other words now, or are gone. A search that is kept says what is new since.
    """


@command.command("create")
@click.argument("name")
@library
@output("text", "json")
def create(name: str, library: Path, output: Output) -> None:
    """Make the empty collection NAME."""
    from palermo.library.collections import create as make

    _print(make(name, library=library), output)


@command.command("list")
@library
@output(*every("text", "json"))
def list_(library: Path, output: Output) -> None:
    """List the collections and their searches."""
    from palermo.library.collections import shelves
    from palermo.report.library.collections import as_document, as_json, as_text

    held = shelves(library)
    write_report(output, held, as_document.listing, json=as_json.listing, text=as_text.listing)


@command.command("show")
@click.argument("name")
@library
@output(*every("text", "json", "html", *CITED))
def show(name: str, library: Path, output: Output) -> None:
    """Show NAME: its provisions with their notes, and what became of them.

    CSV, Markdown, BibTeX (.bib) and CSL (.csl.json) have them as citations.
    """
    from palermo.library.collections import show as look
    from palermo.report.library.collections import as_document, as_html, as_json, as_text

    shelf = look(name, library=library)
    if output.format in CITED:
        from palermo.report.library.collections.words import citations

        write_citations(f"Collection: {name}", citations(shelf), output)
        return
    write_report(output, shelf, as_document.shelf, json=as_json.shelf, html=as_html.shelf, text=as_text.shelf)


@command.command("add")
@click.argument("name")
@click.argument("refs", nargs=-1, required=True, metavar="REF...")
@click.option("--note", "remark", default="", metavar="TEXT", help="A note on them.")
@library
@output("text", "json")
def add(name: str, refs: tuple[str, ...], remark: str, library: Path, output: Output) -> None:
    """Put provisions into NAME, which is made if it is not there.

    REF is a provision (/akn/kz/act/1997-07-16/167~art_128) or a whole text. Without a
    date it is that of the newest text. One that is there already is taken anew.
    """
    from palermo.library.collections import add as put

    _print(put(name, refs, library=library, note=remark), output)


@command.command("remove")
@click.argument("name")
@click.argument("refs", nargs=-1, required=True, metavar="REF...")
@library
@output("text", "json")
def remove(name: str, refs: tuple[str, ...], library: Path, output: Output) -> None:
    """Take provisions out of NAME; REF may be the number in the list."""
    from palermo.library.collections import remove as take

    _print(take(name, refs, library=library), output)


@command.command("annotate")
@click.argument("name")
@click.argument("ref")
@click.argument("remark", metavar="NOTE")
@library
@output("text", "json")
def annotate(name: str, ref: str, remark: str, library: Path, output: Output) -> None:
    """Put a NOTE on a provision of NAME, in place of the one it has; "" takes it away.

    REF may be the number in the list.
    """
    from palermo.library.collections import annotate as remember

    _print(remember(name, ref, remark, library=library), output)


@command.command("delete")
@click.argument("name")
@library
def delete(name: str, library: Path) -> None:
    """Delete NAME with its notes and its search; the texts stay."""
    from palermo.library.collections import delete as drop

    drop(name, library=library)
    note(f"the collection {name!r} is deleted")


@command.command("keep")
@click.argument("name")
@click.argument("query", nargs=-1, metavar="QUERY")
@click.option("--element", "elements", multiple=True, metavar="CODE", help="As in `palermo search`.")
@click.option("--across", is_flag=True, help="As in `palermo search`.")
@click.option("--jurisdiction", metavar="CODE", help="As in `palermo search`.")
@lang
@at
@library
@output("text", "json")
def keep(
    name: str,
    query: tuple[str, ...],
    elements: tuple[str, ...],
    across: bool,
    jurisdiction: str | None,
    lang: str | None,
    day: str | None,
    library: Path,
    output: Output,
) -> None:
    """Keep a search in NAME, in place of the one it has.

    `palermo collection news NAME` then says what it finds that it does not find today.
    """
    from palermo.kb.search.search import SearchScope
    from palermo.library.saved_searches import keep as ask

    scope = SearchScope(lang, jurisdiction.lower() if jurisdiction else None, day, elements, across)
    _print(ask(name, " ".join(query), library=library, scope=scope, track=track), output)


@command.command("news")
@click.argument("name")
@click.option("--seen", is_flag=True, help="What is told now is no news the next time.")
@library
@output(*every("text", "json", "html"))
def news(name: str, seen: bool, library: Path, output: Output) -> None:
    """Say what the search of NAME finds that it did not find when it was kept.

    What stands in texts that were added since, what is found under the same reference
    in another text, and what is gone.
    """
    from palermo.library.saved_searches import news as ask
    from palermo.report.library.collections import as_document, as_html, as_json, as_text

    told = ask(name, library=library, seen=seen, track=track)
    write_report(output, told, as_document.news, json=as_json.news, html=as_html.news, text=as_text.news)


def _print(shelf: Shelf, output: Output) -> None:
    """What a collection is after a change; `show` shows it."""
    from palermo.report.library.collections import as_json, as_text

    write_plain(output, shelf, json=as_json.shelf, text=as_text.brief)
