"""Writes docs/commands.md from the commands' own help: `python docs/write_commands.py` in palermo's environment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from cli.main import root

HEAD = """\
# Commands

What `palermo COMMAND --help` says, for all of them. Do not edit this page: `python docs/write_commands.py` makes it.

Data goes to standard output, notes and progress to standard error. Exit codes are diff(1)'s: 0 done (and, with
`--exit-code`, no differences), 1 differences, 2 trouble.
"""


def render() -> str:
    """The whole page."""
    pages = [f"## {path}\n\n```text\n{text}\n```\n" for path, text in _helps(root, "palermo")]
    return "\n".join([HEAD, *pages])


def _helps(command: click.Command, path: str) -> Iterator[tuple[str, str]]:
    """The command and all below it, each with its help in 80 columns, whatever the terminal."""
    context = click.Context(command, info_name=path, terminal_width=80, **command.context_settings)
    yield path, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _helps(below, f"{path} {name}")


if __name__ == "__main__":
    Path(__file__).with_name("commands.md").write_text(render(), encoding="utf-8")
