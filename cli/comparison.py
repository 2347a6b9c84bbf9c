"""A comparison in the format asked for: the one place where `palermo compare` chooses a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.documents import Changes, check_table, write_sheet
from cli.output import Output
from corpus.errors import UsageError

if TYPE_CHECKING:
    from alignment.model import Alignment
    from palermo.report.touched import Against

__all__ = ["FORMATS", "LAYOUTS", "Look", "write"]

FORMATS = ("text", "json", "html", "docx", "pdf")
LAYOUTS = ("inline", "side-by-side", "table")


@dataclass(frozen=True, slots=True)
class Look:
    """How a comparison is to be shown; `context` counts unchanged words around each change, `material` leaves out what
    is editorial.
    """

    output: Output
    layout: str | None
    context: int
    material: bool
    changes: Changes
    report_lang: str | None = None
    justifications: str | None = None
    rival: Alignment | None = None


def write(alignment: Alignment, against: Against | None, look: Look) -> None:
    """Write the comparison. Raises UsageError for a format that cannot show what was asked for."""
    output = look.output
    if look.rival is not None:
        _rivals(alignment, look.rival, look)
    elif look.layout == "table":
        _table(alignment, look)
    elif look.justifications is not None:
        raise UsageError("--justifications fill a column of the comparative table", expected="--layout table")
    elif output.format == "json":
        from palermo.report.contract.compare import compare as as_object

        output.json(as_object(alignment, None if against is None else against.found))
    elif output.format in ("html", "pdf"):
        from palermo.report.html.compare import compare as as_html

        output.page(as_html(alignment, against))
    elif output.format == "docx":
        if against is not None:
            raise UsageError(
                "--against has no place in a text with tracked changes", expected="--format text, json, html"
            )
        from palermo.report.docx.compare import compare as as_docx

        output.bytes(as_docx(alignment, look.changes.author, look.changes.date))
    else:
        from palermo.report.terminal.compare import Layout
        from palermo.report.terminal.compare import compare as as_text

        beside = None if look.layout is None else look.layout != LAYOUTS[0]
        wanted = Layout(look.context, against, beside, material=look.material)
        output.write(as_text(alignment, output.screen(), wanted))


def _rivals(first: Alignment, second: Alignment, look: Look) -> None:
    if look.layout not in (None, "table") or look.justifications is not None:
        raise UsageError("--rival makes a table of its own", expected="no --layout and no --justifications")
    check_table(look.output, "--rival")
    from palermo.report.labels import Labels
    from palermo.report.rivals import rivals

    labels = Labels(look.report_lang) if look.report_lang else Labels.like(first.left[0].lang)
    write_sheet(rivals(first, second, labels), look.output, look.changes.author)


def _table(alignment: Alignment, look: Look) -> None:
    check_table(look.output, "--layout table")
    from palermo.report.comparative import of_comparison
    from palermo.report.justifications import NO_JUSTIFICATIONS, read_justifications
    from palermo.report.labels import Labels

    labels = Labels(look.report_lang) if look.report_lang else Labels.like(alignment.right[0].lang)
    reasons = read_justifications(look.justifications) if look.justifications else NO_JUSTIFICATIONS
    write_sheet(of_comparison(alignment, labels, reasons), look.output, look.changes.author)
