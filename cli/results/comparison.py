"""A comparison in the format asked for: the one place where `palermo compare` chooses a report."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.alignment.compare.model import Alignment
from palermo.cli.output import Output
from palermo.cli.results.documents import every, made_by
from palermo.cli.results.documents import write as write_document
from palermo.cli.results.tables import TrackedChanges, check_table, write_sheet
from palermo.corpus.errors import UsageError
from palermo.report.texts.compare.touched import Against
from palermo.report.texts.ministry_tables.labels import Labels

__all__ = ["FORMATS", "LAYOUTS", "ComparisonLook", "check", "write", "write_rivals"]

FORMATS = every("text", "json", "html", "docx", "pdf")
LAYOUTS = ("inline", "side-by-side", "table")
_AGAINST = ("text", "json", "html", "pdf")


@dataclass(frozen=True, slots=True)
class ComparisonLook:
    """Look of a comparison; `context` counts unchanged words around each change, `material` leaves out what
    is editorial. `justifications` is a file.
    """

    output: Output
    layout: str | None
    context: int
    material: bool
    changes: TrackedChanges
    report_lang: str | None = None
    justifications: str | None = None

    @property
    def table(self) -> bool:
        return self.layout == "table"


def check(look: ComparisonLook, *, rival: bool, against: bool) -> None:
    """Raise UsageError, before any work is done, where the format or layout cannot show what is asked for."""
    if rival and (look.layout not in (None, "table") or look.justifications is not None):
        raise UsageError("--rival makes a table of its own", expected="no --layout and no --justifications")
    if rival or look.table:
        check_table(look.output, "--rival" if rival else "--layout table")
        _labels(look, "en")
    elif look.justifications is not None:
        raise UsageError("--justifications fill a column of the comparative table", expected="--layout table")
    if against and (rival or look.table or look.output.format not in _AGAINST):
        raise UsageError(
            "--against has no place in tables and tracked changes", expected=f"--format {', '.join(_AGAINST)}"
        )


def write(alignment: Alignment, against: Against | None, look: ComparisonLook) -> None:
    """Write the comparison. Raises UsageError where texts in two languages are asked for in a form of one."""
    output = look.output
    if look.table:
        _table(alignment, look)
    elif output.format == "json":
        from palermo.report.texts.compare.as_json import compare as as_object

        output.json(as_object(alignment, None if against is None else against.found))
    elif output.format in ("html", "pdf"):
        from palermo.report.texts.compare.as_html import compare as as_html

        output.page(as_html(alignment, against))
    elif output.format == "docx":
        from palermo.report.texts.compare.as_docx import compare as as_docx

        output.bytes(as_docx(alignment, look.changes.author, look.changes.date, output.template))
    elif output.format in ("md", "xlsx", "csv"):
        from palermo.report.texts.compare.as_document import compare as as_document

        write_document(as_document(alignment, made_by(output), material=look.material), output)
    else:
        from palermo.report.texts.compare.as_text import CompareLayout
        from palermo.report.texts.compare.as_text import compare as as_text

        beside = None if look.layout is None else look.layout != LAYOUTS[0]
        wanted = CompareLayout(look.context, against, beside, material=look.material)
        output.write(as_text(alignment, output.screen(), wanted))


def write_rivals(first: Alignment, second: Alignment, look: ComparisonLook) -> None:
    """Write what two texts make of one. Raises UsageError where they are in another language than it."""
    from palermo.report.texts.ministry_tables.rivals import rivals

    write_sheet(rivals(first, second, _labels(look, first.left[0].lang)), look.output, look.changes.author)


def _table(alignment: Alignment, look: ComparisonLook) -> None:
    from palermo.report.texts.ministry_tables.comparative import of_comparison
    from palermo.report.texts.ministry_tables.justifications import NO_JUSTIFICATIONS, read_justifications

    reasons = read_justifications(look.justifications) if look.justifications else NO_JUSTIFICATIONS
    made = of_comparison(alignment, _labels(look, alignment.right[0].lang), reasons)
    write_sheet(made, look.output, look.changes.author)


def _labels(look: ComparisonLook, lang: str) -> Labels:
    """Those asked for, else those of the law."""
    from palermo.report.texts.ministry_tables.labels import Labels

    return Labels(look.report_lang) if look.report_lang else Labels.like(lang)
