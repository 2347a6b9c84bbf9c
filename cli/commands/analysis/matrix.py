"""`palermo matrix`: several bodies of law, or one over its dates, against a framework."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from palermo.cli.options import at, framework, lang, library, output
from palermo.cli.output import Output, note
from palermo.cli.progress import track
from palermo.cli.results.documents import DOCUMENTS, made_by, write_report
from palermo.cli.results.tables import in_language
from palermo.corpus.errors import UsageError

__all__ = ["command"]


@click.command("matrix")
@click.argument("sides", nargs=-1, metavar="[SIDE]...")
@click.option("--history", is_flag=True, help="One row for each date of a body: a panel.")
@lang
@framework
@at
@library
@in_language
@output("text", "json", "html", "csv", "xlsx", *DOCUMENTS)
def command(
    sides: tuple[str, ...],
    history: bool,
    lang: str | None,
    framework: str,
    day: str | None,
    library: Path,
    output: Output,
) -> None:
    """Hold several bodies of law against a framework, side by side.

    A SIDE is a FILE, a reference, a body's id, or several joined by commas, which are
    read together; without any it is all that the library has. CSV has one row a body,
    date and code, with quotation, citation and reference; with --history that is a
    panel over all dates. As xlsx it is a workbook with a sheet a body and columns for
    a reviewer, as md, docx or pdf a document with a heat map and what is open in each.
    """
    from palermo.analysis.matrix import everything, matrix
    from palermo.cli.texts import texts
    from palermo.kb.frameworks.framework import load
    from palermo.report.analysis.matrix import as_csv, as_html, as_json, as_text
    from palermo.report.analysis.memo.matrix_memo import matrix as as_document

    if history and day is not None:
        raise UsageError("--history takes all dates", expected="no --at beside it")
    found = matrix(
        sides or everything(library),
        partial(texts, lang=lang, library=library, day=day),
        load(framework),
        library=library,
        lang=lang,
        history=history,
        track=partial(track, label="analysing"),
    )
    if output.format == "xlsx":
        from palermo.report.analysis.matrix.as_xlsx import matrix as as_workbook

        output.bytes(as_workbook(found, made_by(output)))
    else:
        write_report(
            output,
            found,
            as_document,
            json=as_json.matrix,
            html=as_html.matrix,
            csv=as_csv.matrix,
            text=as_text.matrix,
        )
    for side, reason in found.left_out:
        note(f"{side} was left out: {reason}")
