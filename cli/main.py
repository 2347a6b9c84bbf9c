"""The command: its table of commands and the one place where errors end.

Exit codes are diff(1)'s: 0 done, or no differences with `--exit-code`; 1 differences; 2 trouble. 130 after Ctrl-C and
141 when the reader of a pipe has gone, as the shell has them.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

import click

from palermo.cli.errors import BROKEN_PIPE, INTERRUPTED, TROUBLE, complain, discard_output, wants_json
from palermo.cli.output import ARGUMENTS

__all__ = ["COMMANDS", "command_module", "root", "run"]

# What a command makes lives until its end: Python's own rate of looking for garbage costs `compare` a twentieth.
_COLLECT = (100_000, 50, 100)

# A command's module is imported only when it is run, so that `--help` stays fast. A test holds the words here and the
# first line of each command's own help together.
COMMANDS: dict[str, str] = {
    "demo": "Show what palermo does, on the law of an invented state.",
    "show": "Print the text and structure of an act.",
    "compare": "Compare two texts clause by clause.",
    "concordance": "Find which provisions of two instruments answer each other.",
    "define": "Set the definitions of a term in several instruments side by side.",
    "gaps": "Hold a body of law against a framework and list what is open.",
    "brief": "Put a body of law on one page, with its articles behind it.",
    "matrix": "Hold several bodies of law against a framework, side by side.",
    "review": "Accept or override answers, with a name, a date and a reason.",
    "explain": "Say how an answer of `gaps` came about.",
    "amend": "Carry out what amending acts instruct.",
    "instructions": "List what an amending act instructs.",
    "search": "Search the library.",
    "add": "Add acts to the library.",
    "list": "List what the library holds.",
    "remove": "Take texts out of the library.",
    "info": "Say what the library knows of one instrument.",
    "body": "Group instruments that are read together.",
    "collection": "Put provisions together, with notes, and keep searches.",
    "reindex": "Make the library's index anew.",
    "verify": "Check that the library is as it was left.",
    "backup": "Write the library into one file.",
    "restore": "Make the library what a backup has.",
    "doctor": "Check that palermo can work here.",
    "frameworks": "List the frameworks and what they ask for.",
    "codebook": "Print the codebook of a framework: what a yes means, and how close calls go.",
}


# The rooms of `palermo.cli.commands` and the commands in each; what is in none lies beside them.
_ROOMS = {
    "texts": {"show", "compare", "concordance", "define"},
    "analysis": {"gaps", "brief", "matrix", "review", "explain", "frameworks", "codebook"},
    "amending": {"amend", "instructions"},
    "library": {
        *("search", "add", "list", "remove", "info", "body", "collection"),
        *("reindex", "verify", "backup", "restore", "doctor"),
    },
}


def command_module(name: str) -> ModuleType:
    """Import the module of the command `name`, whose attribute `command` it is."""
    room = next((f"{room}." for room, names in _ROOMS.items() if name in names), "")
    return import_module(f"palermo.cli.commands.{room}{name}")


class Commands(click.Group):
    """A group that knows its commands by name and loads them when asked."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = command_module(cmd_name).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:
            from difflib import get_close_matches

            near = "".join(f" (did you mean {name!r}?)" for name in get_close_matches(args[0], COMMANDS, n=1))
            ctx.fail(f"no such command {args[0]!r}{near}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(package_name="palermo", message="%(prog)s %(version)s")
@click.pass_context
def root(ctx: click.Context) -> None:
    """Hold anti-trafficking law against the UN Protocol, clause by clause, with
    evidence.

    Wherever a command takes a FILE it also takes a reference into the library
    (/akn/kz/act/1997-07-16/167/rus@2006-03-02) and - for standard input.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(args: Sequence[str] | None = None) -> int:
    """Run the command with `args` (without: the process's) and return the exit code; nothing is raised.

    Data goes to standard output, everything else to standard error, both as UTF-8 whatever the locale says.
    """
    gc.set_threshold(*_COLLECT)
    argv = list(sys.argv[1:] if args is None else args)
    as_json = wants_json(argv)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # tests may have put another kind of stream there
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with root.make_context("palermo", argv) as context:
            context.meta[ARGUMENTS] = argv
            root.invoke(context)
        print(end="", flush=True)  # what is buffered may fail here, inside the boundary, and not at exit
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        discard_output()
        return BROKEN_PIPE
    except Exception as error:  # the boundary: Python's own exit code for a bug, 1, would tell a script "differences"
        complain(error, as_json=as_json)
        return TROUBLE
    return 0
