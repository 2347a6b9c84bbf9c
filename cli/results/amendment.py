"""An amendment in the format asked for: the one place where `palermo amend` chooses a report."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import click

from palermo.amending.check import Check
from palermo.cli.options import output
from palermo.cli.output import Output, note
from palermo.cli.results.documents import made_by
from palermo.cli.results.documents import write as write_document
from palermo.cli.results.tables import TrackedChanges, changes, check_table, report_lang, write_sheet
from palermo.corpus.amendments import Amendment
from palermo.corpus.amendments.amend_several import Several
from palermo.corpus.errors import UsageError
from palermo.corpus.model.text_model import Version
from palermo.report.amending.amend.account import Account
from palermo.report.format.terminal import Screen
from palermo.report.texts.ministry_tables.labels import Labels

__all__ = ["AmendmentView", "check", "view", "write", "write_each"]

Command = TypeVar("Command", bound=Callable[..., Any])
_DOCUMENTS = ("md", "xlsx")
_FORMATS = ("text", "json", "html", "csv", "consolidated", "akn", "docx", "pdf", *_DOCUMENTS)
_SEVERAL = ("text", "json", "html", "csv", "pdf", *_DOCUMENTS)
_CHECKED = ("text", "json", "html", "pdf")
_LAYOUTS = ("redline", "columns", "table")


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """View of an amendment; `context` counts unchanged paragraphs around each change."""

    output: Output
    layout: str
    context: int
    changes: TrackedChanges
    report_lang: str | None = None
    justifications: str | None = None

    @property
    def columns(self) -> bool:
        return self.layout == "columns"


def view(command: Command) -> Command:
    """`--layout`, `--context` and the options of `output`: passed as `view: View`."""

    @click.option(
        "--layout",
        type=click.Choice(_LAYOUTS),
        default=_LAYOUTS[0],
        show_default=True,
        help="In text and html: the act with its changes marked, or in force / instruction / amended in three columns, "
        "a row for each provision that is touched (csv always has these). In docx: the act with tracked changes, or "
        "these three columns. In html, docx and pdf, too: table is the comparative table that accompanies a bill.",
    )
    @click.option(
        "--context",
        type=click.IntRange(min=0),
        default=2,
        show_default=True,
        metavar="N",
        help="In text and html: how many unchanged paragraphs to show around each change.",
    )
    @click.option(
        "--justifications",
        metavar="FILE",
        help="In the comparative table: a CSV file or workbook with the columns provision (128(2)) and justification.",
    )
    @report_lang
    @changes
    @output(*_FORMATS)
    @functools.wraps(command)
    def wrapped(  # noqa: PLR0913 - the options
        *args: Any,
        layout: str,
        context: int,
        changes: TrackedChanges,
        report_lang: str | None,
        justifications: str | None,
        output: Output,
        **kwargs: Any,
    ) -> Any:
        shown = AmendmentView(output, layout, context, changes, report_lang, justifications)
        return command(*args, view=shown, **kwargs)

    return wrapped  # type: ignore[return-value]  # functools.wraps gives up the exact type


def check(view: AmendmentView, *, official: bool, several: int = 1) -> None:
    """Raise UsageError, before any work is done, where the format or layout cannot show what is asked for: what an
    `official` text shows, or so many acts.
    """
    form = view.output.format
    if official and form not in _CHECKED:
        raise UsageError(
            f"--format {form} does not show what --check finds", expected=f"--format {', '.join(_CHECKED)}"
        )
    if view.layout == "table":
        check_table(view.output, "--layout table")
        if several > 1:
            raise UsageError("several acts were given, and --layout table shows one", expected="one act at a time")
        _labels(view, "en")
    elif view.justifications is not None:
        raise UsageError("--justifications fill a column of the comparative table", expected="--layout table")
    if several > 1 and form not in _SEVERAL:
        raise UsageError(
            f"{several} acts were given, and --format {form} shows one",
            expected=f"--format {', '.join(_SEVERAL)}, or one act at a time",
        )


def write(
    amendment: Amendment, act: Version, acts: Sequence[Version], view: AmendmentView, check: Check | None = None
) -> None:
    """Write what amending acts made of an act, as `view` says, and with `check` what the official text shows of it."""
    output = view.output
    if output.format == "json":
        from palermo.report.amending.amend.as_json import amend as as_object

        output.json(as_object(amendment, act, acts, check))
        return
    from palermo.report.amending.amend.account import Account

    account = Account(amendment, act, acts)
    if view.layout == "table" or (view.columns and output.format == "docx"):
        _sheet(account, view)
    elif output.format in ("html", "pdf"):
        output.page(_page([(account, check)], None, view))
    elif output.format == "csv":
        output.write(_table([account], None))
    elif output.format in _DOCUMENTS:
        _document([account], None, acts, output)
    elif output.format == "akn":
        from palermo.cli.results.akoma_ntoso import write_amended

        _say(account)
        write_amended(amendment, act, acts, output)
    elif output.format == "docx":
        from palermo.report.amending.amend.as_docx import amend as as_docx

        _say(account)
        output.bytes(as_docx(account, view.changes.author, view.changes.date, output.template))
    elif output.format == "consolidated":
        from palermo.report.texts.show.as_plain_text import plain

        _say(account)
        output.write(plain(account.version, account.paragraphs))
    else:
        from palermo.report.amending.amend.text_several import commencement

        screen = output.screen()
        output.write("\n".join([_text(account, view, check, screen), "", *commencement(amendment, acts, screen)]))


def write_each(
    several: Several,
    bases: Sequence[Version],
    acts: Sequence[Version],
    view: AmendmentView,
    checks: Sequence[Check | None],
) -> None:
    """Write what amending acts made of several acts."""
    output = view.output
    if output.format == "json":
        from palermo.report.amending.amend.as_json import amend_each as as_object

        output.json(as_object(several, bases, acts, checks))
        return
    from palermo.report.amending.amend.account import Account

    accounts = [Account(one, base, acts) for one, base in zip(several.amendments, bases, strict=True)]
    rest = Account(replace(several.amendments[0], outcomes=several.elsewhere), bases[0], acts)
    if output.format in ("html", "pdf"):
        output.page(_page(list(zip(accounts, checks, strict=True)), rest, view))
    elif output.format == "csv":
        output.write(_table(accounts, rest))
    elif output.format in _DOCUMENTS:
        _document(accounts, rest, acts, output)
    else:
        from palermo.report.amending.amend.text_several import amend_each

        screen = output.screen()
        printed = [_text(account, view, check, screen) for account, check in zip(accounts, checks, strict=True)]
        output.write(amend_each(printed, several, bases[0], acts, screen))


def _labels(view: AmendmentView, lang: str) -> Labels:
    """Those asked for, else those of the law."""
    from palermo.report.texts.ministry_tables.labels import Labels

    return Labels(view.report_lang) if view.report_lang else Labels.like(lang)


def _sheet(account: Account, view: AmendmentView) -> None:
    """The comparative table, or that of three columns."""
    from palermo.report.texts.ministry_tables.comparative import of_amendment
    from palermo.report.texts.ministry_tables.justifications import NO_JUSTIFICATIONS, read_justifications
    from palermo.report.texts.ministry_tables.three_columns import three_columns

    labels = _labels(view, account.base.lang)
    if view.columns:
        sheet = three_columns(account, labels)
    else:
        _say(account)
        reasons = read_justifications(view.justifications) if view.justifications else NO_JUSTIFICATIONS
        sheet = of_amendment(account, labels, reasons)
    write_sheet(sheet, view.output, view.changes.author)


def _say(account: Account) -> None:
    """Beside a text that cannot say itself what it lacks."""
    note(" ".join(filter(None, (f"{account.counts}.", account.verdict, account.amendment.reason))))


def _table(accounts: Sequence[Account], rest: Account | None) -> str:
    from palermo.report.amending.amend.as_csv import amend

    return amend(accounts, rest)


def _document(accounts: Sequence[Account], rest: Account | None, acts: Sequence[Version], output: Output) -> None:
    from palermo.report.amending.amend.as_document import amend

    write_document(amend(accounts, rest, acts, made_by(output)), output)


def _page(acts: Sequence[tuple[Account, Check | None]], rest: Account | None, view: AmendmentView) -> str:
    if view.columns:
        from palermo.report.amending.amend.html.columns import columns

        return columns(acts, rest)
    from palermo.report.amending.amend.html.amend_page import amend

    return amend(acts, rest, view.context)


def _text(account: Account, view: AmendmentView, check: Check | None, screen: Screen) -> str:
    from palermo.report.amending.amend.as_text import AmendLayout, amend
    from palermo.report.amending.amend.check.as_text import checked

    lines = [amend(account, screen, AmendLayout(view.columns, view.context))]
    return "\n".join(lines if check is None else [*lines, "", *checked(check, account.amendment, screen)])
