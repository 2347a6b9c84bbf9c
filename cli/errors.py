"""Say what went wrong: one line on standard error, or one `palermo.error/1` object where JSON was asked for."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from palermo.corpus.errors import PalermoError, UsageError

__all__ = ["BROKEN_PIPE", "INTERRUPTED", "TROUBLE", "complain", "discard_output", "wants_json"]

TROUBLE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


class InternalError(PalermoError):
    """A bug in palermo."""

    kind = "internal"


def wants_json(argv: Sequence[str]) -> bool:
    """True if the arguments ask for JSON; read before they are parsed, so that a mistake in them can answer in JSON."""
    wanted = False
    for before, this in zip(("", *argv), argv, strict=False):
        if this == "--":
            break
        if before == "--format":
            wanted = this == "json"
        elif this.startswith("--format="):
            wanted = this == "--format=json"
    return wanted


def complain(error: Exception, *, as_json: bool) -> None:
    """Print the one line about `error`. With PALERMO_DEBUG set, the traceback stands before it."""
    if os.environ.get("PALERMO_DEBUG"):
        traceback.print_exception(error)
    known = as_palermo(error)
    line = json.dumps(known.as_dict(), ensure_ascii=False) if as_json else f"palermo: error: {known}"
    print(line, file=sys.stderr)


def as_palermo(error: Exception) -> PalermoError:
    """`error` as one of palermo's own: click's and the system's are the user's mistakes, any other is a bug of ours."""
    if isinstance(error, PalermoError):
        return error
    if isinstance(error, click.ClickException):
        return _usage(error)
    if isinstance(error, OSError) and error.strerror:
        file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else None
        return PalermoError(error.strerror.lower(), file=file)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return InternalError(
        f"{type(error).__name__}: {error}{place}; this is a bug in palermo, PALERMO_DEBUG=1 shows where it comes from"
    )


def _usage(error: click.ClickException) -> UsageError:
    context: click.Context | None = getattr(error, "ctx", None)
    if context and isinstance(error, click.exceptions.NoArgsIsHelpError) and isinstance(context.command, click.Group):
        message = f"missing command (expected one of {', '.join(context.command.list_commands(context))})"
    else:
        message = error.format_message().strip().rstrip(".")
    near: Sequence[str] | None = getattr(error, "possibilities", None)  # an unknown option's or command's
    if near:
        message = f"{error.message.strip().rstrip('.')} (did you mean {' or '.join(map(repr, near))}?)"
    message = message[:1].lower() + message[1:]
    return UsageError(f"{message}; see '{context.command_path} --help'" if context else message)


def discard_output() -> None:
    """Point standard output at nothing, so that closing it at exit does not fail on the pipe that has gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return  # standard output is no file of the system: nothing is flushed at exit
