"""`palermo body`: instruments that are read together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from palermo.cli.options import library, output
from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report
from palermo.kb.library.library import Body

__all__ = ["command"]


@click.group("body")
def command() -> None:
    """Group instruments that are read together.

    A definition may stand in one act and the offence in another. The id of a body
    can be given wherever a file can.
    """


@command.command("add")
@click.argument("id_", metavar="ID")
@click.argument("refs", nargs=-1, required=True, metavar="REF...")
@click.option("--title", metavar="TEXT", help="What to call it.")
@library
@output("text", "json")
def add(id_: str, refs: tuple[str, ...], title: str | None, library: Path, output: Output) -> None:
    """Keep the body ID of the texts REF, in place of another one called so.

    A reference without a date stands for the text in force on the day asked for.
    """
    from palermo.cli.texts import law
    from palermo.library.use_cases import add_body

    body = add_body(id_, refs, library=library, title=title)
    law([str(ref) for ref in body.refs], lang=None, library=library)  # which says what cannot be read together
    _print([body], output)


@command.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@library
@output("text", "json")
def remove(ids: tuple[str, ...], library: Path, output: Output) -> None:
    """Take out these bodies, all of them or none, and print what they were.

    Their texts stay in the library, and what reviewers said of them.
    """
    from palermo.library.use_cases import drop_bodies

    _print(drop_bodies(ids, library=library), output)


@command.command("list")
@library
@output(*every("text", "json"))
def list_(library: Path, output: Output) -> None:
    """List the bodies and their texts."""
    from palermo.library.use_cases import bodies

    _print(bodies(library), output)


def _print(held: Sequence[Body], output: Output) -> None:
    from palermo.report.library.holdings import list_document, list_json, list_text

    write_report(output, held, list_document.bodies, json=list_json.bodies, text=list_text.bodies)
