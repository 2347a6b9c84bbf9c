"""`palermo show`: what palermo read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.options import at, lang, library, output
from cli.output import Output

if TYPE_CHECKING:
    from palermo.standing import Standing

__all__ = ["command"]


@click.command("show")
@click.argument("file", metavar="FILE|REF")
@click.option("--provision", metavar="CITE", help="Only this article, section or item: 128, 5(2)(a), or an eId.")
@lang
@at
@library
@output("text", "json", "html", "akn")
def command(file: str, provision: str | None, lang: str | None, at: str | None, library: Path, output: Output) -> None:
    """Print the text and structure of an act.

    FILE may be a file, a reference into the library, which may end in a provision
    (~art_128), or - for standard input. With --at, the text in force that day: as the
    library holds it, or built from the last text before and the acts that amended it
    since; it is said which.
    """
    from cli.sides import narrowed, one, texts

    found: list[Standing] = []
    versions = texts(file, lang=lang, library=library, at=at, told=found.append)
    version = one(narrowed(versions, provision), file)
    standing = found[0] if len(found) == 1 else None
    if output.format == "json":
        from palermo.report.contract.show import show as as_object

        output.json(as_object(version, standing))
    elif output.format == "html":
        from palermo.report.html.show import show as as_html

        output.write(as_html(version, standing))
    elif output.format == "akn":
        from cli.akoma_ntoso import write as write_akn

        write_akn(version, output)
    else:
        from palermo.report.terminal.show import show as as_text

        output.write(as_text(version, output.screen(), standing))
