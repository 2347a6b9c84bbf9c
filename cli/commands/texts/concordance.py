"""`palermo concordance`: which provisions of two instruments answer each other."""

from __future__ import annotations

from pathlib import Path

import click

from palermo.cli.options import at, library, output, side_langs
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report
from palermo.cli.results.tables import report_lang

__all__ = ["command"]

_LAYOUTS = ("matches", "correlation")


@click.command("concordance")
@click.argument("left", metavar="LEFT")
@click.argument("right", metavar="RIGHT")
@click.option("--core", "main", is_flag=True, help="Only core matches, without related ones.")
@click.option(
    "--layout",
    type=click.Choice(_LAYOUTS),
    default=_LAYOUTS[0],
    show_default=True,
    help="In html: the matches with what they rest on, or the correlation table; docx and pdf are always the latter.",
)
@report_lang
@side_langs
@at
@library
@output(*every("text", "json", "html", "csv", "docx", "pdf"))
def command(
    left: str,
    right: str,
    main: bool,
    layout: str,
    report_lang: str | None,
    langs: tuple[str | None, str | None],
    day: str | None,
    library: Path,
    output: Output,
) -> None:
    """Find which provisions of two instruments answer each other.

    LEFT and RIGHT are each a file, a reference into the library, a body of law, or
    several of these joined by commas; in one language or in two. A provision may
    answer several: core where neither finds better, related where they share a part.
    Matches rest on the elements, concepts, defined terms, figures, citations and
    headings that both name, and on their order; nothing is translated.
    """
    from palermo.alignment.concordance import concordance
    from palermo.cli.texts import texts

    sides = [texts(side, lang=lang, library=library, day=day) for side, lang in zip((left, right), langs, strict=True)]
    found = concordance(*sides)
    if main:
        found = found.core
    if output.format in ("docx", "pdf") or layout == "correlation":
        from palermo.cli.results.tables import check_table, write_sheet
        from palermo.report.texts.ministry_tables.correlation import correlation
        from palermo.report.texts.ministry_tables.labels import Labels

        check_table(output, "--layout correlation")
        labels = Labels(report_lang) if report_lang else Labels.like(found.right[0].lang)
        write_sheet(correlation(found, labels), output, "palermo")
        return
    from palermo.report.texts.concordance import as_csv, as_document, as_html, as_json, as_text

    write_report(
        output,
        found,
        as_document.concordance,
        json=as_json.concordance,
        html=as_html.concordance,
        csv=as_csv.concordance,
        text=as_text.concordance,
    )
