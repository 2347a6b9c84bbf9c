"""`palermo frameworks`: what the law can be held against."""

from __future__ import annotations

import click

from palermo.cli.options import output
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report

__all__ = ["command"]


@click.command("frameworks")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@output(*every("text", "json"))
def command(ids: tuple[str, ...], output: Output) -> None:
    """List the frameworks and what they ask for.

    With one ID or several, only these. Each element has the code that `gaps` and
    `explain` use, the article that asks for it and how strictly.
    """
    from palermo.kb.frameworks.framework import load, names
    from palermo.report.analysis.explain import frameworks_document, frameworks_json, frameworks_text

    catalogues = [load(name) for name in ids or names()]
    write_report(
        output,
        catalogues,
        frameworks_document.frameworks,
        json=frameworks_json.frameworks,
        text=frameworks_text.frameworks,
    )
