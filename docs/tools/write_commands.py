"""Writes docs/commands.md from the commands' own help: `python docs/tools/write_commands.py` in palermo's
environment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from palermo.cli.main import root

HEAD = """\
# Commands

What `palermo COMMAND --help` says, for all of them. Do not edit this page: `python docs/tools/write_commands.py` makes
it.

Data goes to standard output, notes and progress to standard error. Exit codes are diff(1)'s: 0 done (and, with
`--exit-code`, no differences), 1 differences, 2 trouble.
"""


def render() -> str:
    """The whole page."""
    pages = [f"## {path}\n\n```text\n{text}\n```\n" for path, text in _helps(root, "palermo", None)]
    return "\n".join([HEAD, *pages])


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    """The command and all below it, each with its help as in a terminal of 80 columns, where click leaves two free."""
    context = click.Context(command, parent=parent, info_name=name, terminal_width=78, **command.context_settings)
    yield context.command_path, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            assert found is not None
            yield from _helps(found, below, context)


if __name__ == "__main__":
    Path(__file__).parents[1].joinpath("commands.md").write_text(render(), encoding="utf-8")
