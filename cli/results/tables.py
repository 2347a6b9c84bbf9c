"""The options of what is written as a document: who made the changes, and when."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as day
from typing import Any, TypeVar

import click

from palermo.cli.output import Output
from palermo.corpus.build_date import made_on
from palermo.corpus.errors import UsageError
from palermo.report.format.passage_table import Sheet

__all__ = ["TrackedChanges", "changes", "check_table", "in_language", "report_lang", "write_sheet"]

Command = TypeVar("Command", bound=Callable[..., Any])
_TABLES = ("html", "docx", "pdf")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class TrackedChanges:
    """Author of tracked changes, and their day (ISO; None: that of `made_on`)."""

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
        return command(*args, changes=TrackedChanges(author, changed_on), **kwargs)

    return wrapped  # type: ignore[return-value]  # functools.wraps gives up the exact type


def report_lang(command: Command) -> Command:
    """`--report-lang CODE`: passed as `report_lang: str | None`; that there are labels in it is checked where they are
    loaded.
    """
    return click.option(
        "--report-lang",
        metavar="CODE",
        help="In tables: the language of titles and heads: en, es, fr, kk or ru; else the law's, if it is one of them.",
    )(command)


def in_language(command: Command) -> Command:
    """`--report-lang CODE`: the command runs with its reports in this language (`palermo.report.language`)."""
    return click.option(
        "--report-lang",
        metavar="CODE",
        expose_value=False,
        callback=_speak,
        help="The language of the report: en (the default), es, fr, kk or ru, whatever the law's.",
    )(command)


def check_table(output: Output, wanted: str) -> None:
    """Raise UsageError where the format shows no such table; `wanted` is the option that asks for it."""
    if output.format not in _TABLES:
        raise UsageError(
            f"{wanted} makes a table, which is no {output.format}",
            expected=f"--format {', '.join(_TABLES)}, or -o FILE.docx",
        )


def write_sheet(sheet: Sheet, output: Output, author: str) -> None:
    """Write a table of passages as a Word document, or as a page or PDF, in the table's language."""
    from palermo.report.language.speaking import speaking

    with speaking(sheet.lang):
        if output.format == "docx":
            from palermo.report.format.docx.docx_passages import sheet as as_docx

            output.bytes(as_docx(sheet, author, output.template))
        else:
            from palermo.report.format.html.html_passages import sheet as as_html

            output.page(as_html(sheet))


def _speak(context: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        from palermo.report.language.speaking import speaking

        context.with_resource(speaking(value))


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        if not _DAY.fullmatch(value):
            raise ValueError(value)
        return day.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day", param_hint="--date") from error
