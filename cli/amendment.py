"""An amendment in the format asked for: the one place where `palermo amend` chooses a report."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.options import output
from cli.output import Output, note
from corpus.errors import UsageError

if TYPE_CHECKING:
    from corpus.amendments import Amendment
    from corpus.amendments.several import Several
    from corpus.model import Version
    from palermo.checking import Check
    from palermo.report.amended import Account
    from palermo.report.terminal.common import Screen

__all__ = ["View", "view", "write", "write_each"]

Command = TypeVar("Command", bound=Callable[..., Any])
_FORMATS = ("text", "json", "html", "csv", "consolidated", "akn")
_LAYOUTS = ("redline", "columns")


@dataclass(frozen=True, slots=True)
class View:
    """How an amendment is to be shown; `context` counts unchanged paragraphs around each change."""

    output: Output
    columns: bool
    context: int


def view(command: Command) -> Command:
    """`--layout`, `--context` and the options of `output`: passed as `view: View`."""

    @click.option(
        "--layout",
        type=click.Choice(_LAYOUTS),
        default=_LAYOUTS[0],
        show_default=True,
        help="In text and html: the act with its changes marked, or in force / instruction / amended in three columns, "
        "a row for each provision that is touched (csv always has these).",
    )
    @click.option(
        "--context",
        type=click.IntRange(min=0),
        default=2,
        show_default=True,
        metavar="N",
        help="In text and html: how many unchanged paragraphs to show around each change.",
    )
    @output(*_FORMATS)
    @functools.wraps(command)
    def wrapped(*args: Any, layout: str, context: int, output: Output, **kwargs: Any) -> Any:
        return command(*args, view=View(output, layout == "columns", context), **kwargs)

    return wrapped  # type: ignore[return-value]  # functools.wraps gives up the exact type


def write(amendment: Amendment, act: Version, acts: Sequence[Version], view: View, check: Check | None = None) -> None:
    """Write what amending acts made of an act, as `view` says; with `check`, text and json hold it against the official
    text.
    """
    output = view.output
    if output.format == "json":
        from palermo.report.contract.amend import amend as as_object

        output.json(as_object(amendment, act, acts, check))
        return
    from palermo.report.amended import Account

    account = Account(amendment, act, acts)
    if output.format == "html" and view.columns:
        from palermo.report.html.amend_columns import columns as as_table

        output.write(as_table(account, check))
    elif output.format == "html":
        from palermo.report.html.amend import amend as as_html

        output.write(as_html(account, view.context, check))
    elif output.format == "csv":
        from palermo.report.table.amend import amend as as_csv

        output.write(as_csv(account))
    elif output.format == "akn":
        from cli.akoma_ntoso import write_amended

        note(" ".join(filter(None, (f"{account.counts}.", account.verdict, amendment.reason))))
        write_amended(amendment, act, acts, output)
    elif output.format == "consolidated":
        from palermo.report.plain import plain

        note(" ".join(filter(None, (f"{account.counts}.", account.verdict, amendment.reason))))
        output.write(plain(account.version, account.paragraphs))
    else:
        from palermo.report.terminal.amendments import commencement

        screen = output.screen()
        output.write("\n".join([_text(account, view, check, screen), "", *commencement(amendment, acts, screen)]))


def _text(account: Account, view: View, check: Check | None, screen: Screen) -> str:
    from palermo.report.terminal.amend import Layout, amend
    from palermo.report.terminal.checked import checked

    lines = [amend(account, screen, Layout(view.columns, view.context))]
    return "\n".join(lines if check is None else [*lines, "", *checked(check, account.amendment, screen)])


def write_each(
    several: Several, bases: Sequence[Version], acts: Sequence[Version], view: View, checks: Sequence[Check | None]
) -> None:
    """Write what amending acts made of several acts. Raises UsageError for a format that shows one act."""
    output = view.output
    if output.format == "json":
        from palermo.report.contract.amend import amend_each as as_object

        output.json(as_object(several, bases, acts, checks))
    elif output.format == "text":
        from palermo.report.amended import Account
        from palermo.report.terminal.amendments import amend_each

        screen = output.screen()
        three = zip(several.amendments, bases, checks, strict=True)
        printed = [_text(Account(one, base, acts), view, check, screen) for one, base, check in three]
        output.write(amend_each(printed, several, bases[0], acts, screen))
    else:
        raise UsageError(
            f"{len(bases)} acts were given, and --format {output.format} shows one",
            expected="--format text or json, or one act at a time",
        )
