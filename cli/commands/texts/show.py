"""`palermo show`: what palermo read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from palermo.amending.text_on_day import Standing
from palermo.cli.options import at, lang, library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report
from palermo.corpus.errors import UsageError
from palermo.corpus.model.refs import is_reference

__all__ = ["command"]


@click.command("show")
@click.argument("file", metavar="FILE|REF")
@click.option("--provision", metavar="CITE", help="Only this article, section or item: 128, section 5(2), or an eId.")
@click.option("--history", is_flag=True, help="Every wording that the provision had, and what brought it.")
@lang
@at
@library
@output(*every("text", "json", "html", "akn"))
def command(
    file: str, provision: str | None, history: bool, lang: str | None, day: str | None, library: Path, output: Output
) -> None:
    """Print the text and structure of an act.

    FILE may be a file, a reference into the library, which may end in a provision
    (~art_128), or - for standard input. With --at, the text in force that day: as the
    library holds it, or built from the last text before and the acts that amended it
    since; it is said which. With --history, each wording of one provision over the
    dates that the library knows, with the act and the instruction that brought it.
    """
    if history:
        if day is not None:
            raise UsageError("--history takes all dates", expected="no --at beside it")
        if output.format == "akn":
            raise UsageError("a history is several texts", expected=f"--format {', '.join(every())}")
        _history(file, provision, lang, library, output)
        return
    from palermo.cli.texts import narrowed, one, texts

    found: list[Standing] = []
    versions = texts(file, lang=lang, library=library, day=day, on_built=found.append)
    version = one(narrowed(versions, provision), file)
    standing = found[0] if len(found) == 1 else None
    if output.format == "akn":
        from palermo.cli.results.akoma_ntoso import write as write_akn

        write_akn(version, output)
        return
    from palermo.report.texts.show import as_document, as_html, as_json, as_text

    write_report(
        output,
        version,
        partial(as_document.show, standing=standing),
        json=partial(as_json.show, standing=standing),
        html=partial(as_html.show, standing=standing),
        text=partial(as_text.show, standing=standing),
    )


def _history(reference: str, provision: str | None, lang: str | None, library: Path, output: Output) -> None:
    from palermo.amending.provision_history import wordings
    from palermo.report.texts.history import as_document, as_html, as_json, as_text

    if not is_reference(reference):
        raise UsageError(
            "a history is that of an act in the library", expected="a reference such as /akn/ie/act/2008/8"
        )
    story = wordings(reference, library=library, provision=provision, lang=lang)
    write_report(
        output, story, as_document.wordings, json=as_json.wordings, html=as_html.wordings, text=as_text.wordings
    )
