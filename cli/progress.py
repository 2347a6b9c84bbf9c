"""Progress of long runs: on standard error, only on a terminal, only after two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

import click

from palermo.cli.output import QUIET

__all__ = ["PATIENCE", "track"]

PATIENCE = 2.0  # seconds before the first line, as the contract has it
_STEP = 0.2  # seconds between two changes of the line: readable, and no load

Item = TypeVar("Item")


def track(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """Yield the items, showing `label: done of total` meanwhile; the line is rewritten in place and wiped at the end.

    `total` defaults to the number of items, if they have one.
    """
    context = click.get_current_context(silent=True)
    if not sys.stderr.isatty() or (context is not None and context.meta.get(QUIET)):
        yield from items
        return
    if total is None and isinstance(items, Sized):
        total = len(items)
    due = time.monotonic() + PATIENCE
    width = 0
    try:
        for done, item in enumerate(items):
            if time.monotonic() >= due:
                line = f"{label}: {done}" + (f" of {total}" if total else "")
                sys.stderr.write("\r" + line.ljust(width))
                sys.stderr.flush()
                width = len(line)
                due = time.monotonic() + _STEP
            yield item
    finally:
        if width:
            sys.stderr.write("\r" + " " * width + "\r")
            sys.stderr.flush()
