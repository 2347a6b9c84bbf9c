"""The options of what is written as a document: who made the changes, and when."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as day
from typing import Any, TypeVar

import click

from corpus.made import made_on

__all__ = ["Changes", "changes"]

Command = TypeVar("Command", bound=Callable[..., Any])
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Changes:
    """Who made tracked changes, and on which day (ISO; None: that of `made_on`)."""

    author: str
    day: str | None

    @property
    def date(self) -> str:
        return self.day or made_on()


def changes(command: Command) -> Command:
    """`--author` and `--date`: passed as `changes: Changes`."""

    @click.option(
        "--author",
        default="palermo",
        show_default=True,
        metavar="NAME",
        help="In docx: who the tracked changes are said to be by.",
    )
    @click.option(
        "--date",
        "changed_on",
        metavar="DATE",
        callback=_day,
        help="In docx: the day of the tracked changes (2026-11-25); else that of SOURCE_DATE_EPOCH, else today.",
    )
    @functools.wraps(command)
    def wrapped(*args: Any, author: str, changed_on: str | None, **kwargs: Any) -> Any:
        return command(*args, changes=Changes(author, changed_on), **kwargs)

    return wrapped  # type: ignore[return-value]  # functools.wraps gives up the exact type


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        if not _DAY.fullmatch(value):
            raise ValueError(value)
        return day.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day", param_hint="--date") from error
