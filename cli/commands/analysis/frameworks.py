"""`palermo frameworks`: what the law can be held against."""

from __future__ import annotations

import click

from palermo.cli.options import output
from palermo.cli.output import Output

__all__ = ["command"]


@click.command("frameworks")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@output("text", "json")
def command(ids: tuple[str, ...], output: Output) -> None:
    """List the frameworks and what they ask for.

    With one ID or several, only these. Each element has the code that `gaps` and
    `explain` use, the article that asks for it and how strictly.
    """
    from palermo.kb.frameworks.framework import load, names

    catalogues = [load(name) for name in ids or names()]
    if output.format == "json":
        from palermo.report.analysis.explain.frameworks_json import frameworks as as_object

        output.json(as_object(catalogues))
    else:
        from palermo.report.analysis.explain.frameworks_text import frameworks as as_text

        output.write(as_text(catalogues, output.screen()))
