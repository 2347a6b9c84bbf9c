"""The options that mean the same in every command; each is a decorator."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from palermo.cli.output import QUIET, choose_output, in_template
from palermo.corpus.model.languages import check_language
from palermo.corpus.model.refs import check_date

__all__ = ["at", "framework", "in_lang", "lang", "library", "limit", "output", "quiet", "side_langs", "standing_at"]

Command = TypeVar("Command", bound=Callable[..., Any])


def library(command: Command) -> Command:
    """`--library DIR`: passed as `library: Path`, whether or not anything is there."""
    return click.option(
        "--library",
        envvar="PALERMO_LIBRARY",
        metavar="DIR",
        callback=lambda _ctx, _param, value: Path(value) if value else _data_folder(),
        help="The library's folder; else PALERMO_LIBRARY, else the platform's data folder.",
    )(command)


def lang(command: Command) -> Command:
    """`--lang CODE`: passed as `lang: str | None`, a language of palermo's (ISO 639-1)."""
    return click.option(
        "--lang", metavar="CODE", callback=_language, help="The text's language, such as en or ru; else it is detected."
    )(command)


def in_lang(command: Command) -> Command:
    """`--lang CODE` of what looks through a library: passed as `lang: str | None`, as above."""
    return click.option(
        "--lang", metavar="CODE", callback=_language, help="Only texts in this language, such as en or ru."
    )(command)


def side_langs(command: Command) -> Command:
    """`--lang`, `--left-lang`, `--right-lang`: passed as `langs: tuple[str | None, str | None]`, left and right."""

    @click.option("--lang", metavar="CODE[,CODE]", help="The language of both sides, or one a side.")
    @click.option("--left-lang", metavar="CODE", callback=_language, help="The left side's language.")
    @click.option("--right-lang", metavar="CODE", callback=_language, help="The right side's language.")
    @functools.wraps(command)
    def wrapped(*args: Any, lang: str | None, left_lang: str | None, right_lang: str | None, **kwargs: Any) -> Any:
        codes = [check_language(code) for code in lang.split(",")] if lang else [None]
        if len(codes) > 2:
            raise click.BadParameter(f"{lang!r} names {len(codes)} languages, there are two sides", param_hint="--lang")
        langs = (left_lang or codes[0], right_lang or codes[-1])
        return command(*args, langs=langs, **kwargs)

    return wrapped  # type: ignore[return-value]  # functools.wraps gives up the exact type


def framework(command: Command) -> Command:
    """`--framework ID`: passed as `framework: str`; that it exists is checked where it is loaded."""
    return click.option(
        "--framework", default="palermo", show_default=True, metavar="ID", help="The framework to hold the law against."
    )(command)


def at(command: Command) -> Command:
    """`--at DATE`: passed as `at: str | None`, an ISO date or year."""
    return _at("The law as in force on this day (2013-07-04, or a year).")(command)


def standing_at(command: Command) -> Command:
    """`--at DATE` of what looks through a library: passed as `at: str | None`, as above."""
    return _at("Only texts that the library holds as in force on this day (2013-07-04, or a year).")(command)


def limit(default: int) -> Callable[[Command], Command]:
    """`--limit N`: passed as `limit: int`, at least 1."""
    return click.option(
        "--limit", type=click.IntRange(min=1), default=default, show_default=True, metavar="N", help="How many at most."
    )


def quiet(command: Command) -> Command:
    """`--quiet`: no notes and no progress; kept in click's context, not passed."""
    return click.option(
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_keep_quiet,
        help="Only the result: no notes, no progress.",
    )(command)


def output(*formats: str) -> Callable[[Command], Command]:
    """`--format`, `-o` and `--quiet`: passed as `output: Output`; the first format is the default."""

    def decorate(command: Command) -> Command:
        @click.option(
            "--format",
            "wanted_format",
            type=click.Choice(formats),
            help=f"How to print it; else the suffix of FILE decides, else {formats[0]}.",
        )
        @click.option("-o", "--output", "output_file", metavar="FILE", help="Write to FILE, all of it or nothing.")
        @quiet
        @functools.wraps(command)
        def wrapped(
            *args: Any, wanted_format: str | None, output_file: str | None, template: str | None = None, **kwargs: Any
        ) -> Any:
            chosen = choose_output(formats, wanted_format, output_file)
            if template is not None:
                chosen = in_template(chosen, template)
            return command(*args, output=chosen, **kwargs)

        return _template(wrapped) if "docx" in formats else wrapped  # type: ignore[return-value]  # as above

    return decorate


_template = click.option(
    "--template",
    metavar="FILE.docx",
    help="In docx: a Word document of your own whose styles, page, headers and footers are to be used.",
)


def _at(message: str) -> Callable[[Command], Command]:
    return click.option(
        "--at",
        "day",
        metavar="DATE",
        callback=lambda _ctx, _param, value: check_date(value) if value else None,
        help=message,
    )


def _language(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    return check_language(value) if value else None


def _keep_quiet(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[QUIET] = True


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("palermo", appauthor=False)
