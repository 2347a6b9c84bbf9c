"""`palermo define`: the definitions of a term, element by element, in several instruments."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from palermo.cli.options import at, framework, library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report
from palermo.corpus.errors import UsageError
from palermo.corpus.model.languages import check_language

__all__ = ["command"]


@click.command("define")
@click.argument("term", metavar="TERM")
@click.argument("sides", nargs=-1, required=True, metavar="SIDE...")
@click.option("--lang", metavar="CODE[,CODE]...", help="The language of all sides, or one a side joined by commas.")
@framework
@at
@library
@output(*every("text", "json", "html"))
def command(
    term: str, sides: tuple[str, ...], lang: str | None, framework: str, day: str | None, library: Path, output: Output
) -> None:
    """Set the definitions of a term in several instruments side by side.

    TERM is trafficking, exploitation, child, vulnerability or consent, which are
    taken apart by the elements of the framework, or any other term that the texts
    define, which is taken apart clause by clause; it may be written in any language.
    Each SIDE is a file, a reference into the library, a body of law, or several of
    these joined by commas and read together. One row an element, one column an
    instrument, each in its own language; what one has and another lacks is marked,
    and so are items that the framework has no element for. The official words of what
    is asked stand beside them where the library holds their text.
    """
    from palermo.alignment.definitions.define import define
    from palermo.cli.texts import texts
    from palermo.kb.frameworks.framework import load
    from palermo.report.texts.definitions import as_document, as_html, as_json, as_text
    from palermo.texts.official_text import in_library

    requirements = load(framework)
    langs = _languages(lang, len(sides))
    versions = [texts(s, lang=code, library=library, day=day) for s, code in zip(sides, langs, strict=True)]
    official = in_library(requirements, library, versions[0][0].lang)
    write_report(
        output,
        define(term, versions, requirements),
        lambda found, made: as_document.define(found, requirements, made, official),
        json=partial(as_json.define, official=official),
        html=partial(as_html.define, official=official),
        text=partial(as_text.define, official=official),
    )


def _languages(lang: str | None, sides: int) -> list[str | None]:
    """A language for each side; raises UsageError where their number does not fit."""
    codes: list[str | None] = [check_language(code) for code in lang.split(",")] if lang else [None]
    if len(codes) not in (1, sides):
        raise UsageError(f"--lang names {len(codes)} languages for {sides} sides", expected="one, or one a side")
    return codes if len(codes) == sides else codes * sides
