"""`palermo show`: what palermo read."""

from __future__ import annotations

import sys

import click

from cli.options import lang, output
from cli.output import Output, note

__all__ = ["command"]


@click.command("show")
@click.argument("file", metavar="FILE|REF")
@click.option("--provision", metavar="CITE", help="Only this article, section or item: 128, 5(2)(a), or an eId.")
@lang
@output("text", "json", "html")
def command(file: str, provision: str | None, lang: str | None, output: Output) -> None:
    """Print the text and structure of an act.

    FILE may be a file, a reference into the library, which may end in a provision
    (~art_128), or - for standard input.
    """
    from corpus.readers import Options, read

    reading = read(file, Options(lang), stdin=sys.stdin.buffer)
    for line in reading.notes:
        note(line)
    version = reading.version
    if provision is not None:
        from palermo.narrow import narrow

        version = narrow(version, provision)
    if output.format == "json":
        from palermo.report.contract.show import show as as_object

        output.json(as_object(version))
    elif output.format == "html":
        from palermo.report.html.show import show as as_html

        output.write(as_html(version))
    else:
        from palermo.report.terminal.show import show as as_text

        output.write(as_text(version, output.screen()))
