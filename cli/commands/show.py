"""`palermo show`: what palermo read."""

from __future__ import annotations

from pathlib import Path

import click

from cli.options import lang, library, output
from cli.output import Output

__all__ = ["command"]


@click.command("show")
@click.argument("file", metavar="FILE|REF")
@click.option("--provision", metavar="CITE", help="Only this article, section or item: 128, 5(2)(a), or an eId.")
@lang
@library
@output("text", "json", "html", "akn")
def command(file: str, provision: str | None, lang: str | None, library: Path, output: Output) -> None:
    """Print the text and structure of an act.

    FILE may be a file, a reference into the library, which may end in a provision
    (~art_128), or - for standard input.
    """
    from cli.sides import narrowed, one, texts

    version = one(narrowed(texts(file, lang=lang, library=library), provision), file)
    if output.format == "json":
        from palermo.report.contract.show import show as as_object

        output.json(as_object(version))
    elif output.format == "html":
        from palermo.report.html.show import show as as_html

        output.write(as_html(version))
    elif output.format == "akn":
        from cli.akoma_ntoso import write as write_akn

        write_akn(version, output)
    else:
        from palermo.report.terminal.show import show as as_text

        output.write(as_text(version, output.screen()))
