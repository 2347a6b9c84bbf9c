"""Reviews in files: what reviewers filled in read back, and what a library holds of them written out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from palermo.corpus.build_date import made_on
from palermo.corpus.errors import NotFoundError, PalermoError, UsageError
from palermo.corpus.model.findings import Finding, Value
from palermo.corpus.model.refs import check_date
from palermo.corpus.model.reviews import Review
from palermo.corpus.readers.tables.filled_rows import FilledRow
from palermo.corpus.readers.tables.filled_tables import read_filled
from palermo.kb.library.library import Library
from palermo.review.reviews import EXTENTS, ReviewedLaw, keep, word

__all__ = ["Import", "all_reviews", "import_reviews", "read_reviews"]

Look = Callable[[str, str | None], ReviewedLaw]  # a body of law by its name, and as of an ISO date

_NEEDED = ("code", "reviewer value")
_TELLING = "machine value"  # of a sheet of ours
_SINCE = "in force from"
_ENDED = "ended"  # of a table of ours: when the word was withdrawn or replaced


@dataclass(frozen=True, slots=True)
class Import:
    """`words` are all that count in the file, `new` those of them that were not there already; `ended` is how many rows
    were passed over, because their word had been withdrawn or replaced.
    """

    file: str
    words: tuple[Review, ...]
    new: tuple[Review, ...]
    ended: int = 0


def import_reviews(  # noqa: PLR0913 - what the command line may say of it
    file: str, look: Look, *, library: Path, by: str | None = None, body: str | None = None, dry_run: bool = False
) -> Import:
    """Keep what was filled in in a workbook or a CSV file, all of it or nothing; with `dry_run` only say what that is.

    A word that had `ended` is passed over. Raises what `read_reviews` raises, and LibraryError.
    """
    rows = read_filled(file, _NEEDED, name="a review", telling=_TELLING)
    live = [row for row in rows if not row.text(_ENDED)]
    words = read_reviews(live, look, by=by, body=body)
    new = words if dry_run or not words else keep(words, library=library)
    return Import(file, words, new, len(rows) - len(live))


def read_reviews(
    rows: Iterable[FilledRow], look: Look, *, by: str | None = None, body: str | None = None
) -> tuple[Review, ...]:
    """The words in the rows that have a `reviewer value`. `by` and `body` stand in where a row does not say.

    A row needs `code`, and where they are there `machine value` and `machine extent` have to be what palermo says now:
    a reviewer answered to them. A day in `in force from` says which text of the body is meant. The answer that palermo
    gives is accepted, another one overrides it and needs a reason. Raises InputError, which names the sheet and the
    cell, or the line, for everything else.
    """
    laws: dict[tuple[str, str], ReviewedLaw] = {}
    words: dict[tuple[str, str, str, str], Review] = {}
    for row in rows:
        if not row.text("reviewer value"):
            _is_blank(row)
            continue
        name, since = row.text("body") or (body or ""), row.text(_SINCE)
        if not name:
            raise row.error("body", "no body of law is named", "its id, or --body")
        if (name, since) not in laws:
            laws[name, since] = _law(row, name, since, look)
        law = laws[name, since]
        review = _word(row, law, by)
        key = (law.body, _since(law) or "", review.code, review.by.casefold())
        if key in words and (words[key].value, words[key].extent) != (review.value, review.extent):
            raise row.error(
                "reviewer value", f"{review.by} gives another answer to {review.code} above", "one answer a reviewer"
            )
        words[key] = review
    return tuple(words.values())


def all_reviews(library: Path, *, ended: bool = False) -> tuple[Review, ...]:
    """Every word that the library holds, in the order of keeping; with `ended` those, too, that count no more.

    Raises LibraryError where there is no library.
    """
    with Library.open(library) as opened:
        return opened.reviews.all(ended=ended)


def _is_blank(row: FilledRow) -> None:
    """A name or a date may be filled down a column; an extent or a reason belongs to an answer."""
    for column in ("reviewer extent", "reason"):
        if row.text(column):
            raise row.error("reviewer value", f"is empty beside a {column}", "yes, no or unclear")


def _law(row: FilledRow, name: str, since: str, look: Look) -> ReviewedLaw:
    """The body of law, in the text of which the row is about."""
    try:
        law = look(name, None)
        if since and _since(law) not in (None, since):
            law = look(name, since)
    except PalermoError as error:
        raise row.error("body", f"{name}: {error.message}", error.expected or "a body of law") from error
    if since and _since(law) not in (None, since):
        raise row.error(_SINCE, f"{name} has no text of {since}", f"{_since(law)}")
    return law


def _since(law: ReviewedLaw) -> str | None:
    return max((v.in_force.start for v in law.analysis.sources if v.in_force), default=None)


def _word(row: FilledRow, law: ReviewedLaw, by: str | None) -> Review:
    code = row.text("code")
    try:
        finding = law.finding(code)
    except NotFoundError as error:
        raise row.error("code", error.message, error.expected or "a code of the framework") from error
    _same_answer(row, law, finding)
    value = _value(row, "reviewer value")
    extent = _extent(row, "reviewer extent")
    if extent and value is not Value.YES:
        raise row.error("reviewer extent", "only a yes has an extent", "nothing here")
    name = row.text("reviewer") or (by or "")
    if not name:
        raise row.error("reviewer", "nobody is named", "the reviewer's name, or --by")
    try:
        return word(law, code, value, extent, by=name, date=_date(row), reason=row.text("reason"))
    except UsageError as error:
        raise row.error("reason", error.message, error.expected or "a reason") from error


def _same_answer(row: FilledRow, law: ReviewedLaw, finding: Finding) -> None:
    """That the reviewer had the answer before them that palermo gives."""
    if row.text("machine value"):
        told = _value(row, "machine value")
        if told is not finding.value:
            raise row.error(
                "machine value",
                f"says {told}, but palermo says {finding.value} to {finding.code} of {law.body} now",
                "a table written by this palermo from this text: write it anew",
            )
    if row.text("machine extent") and _extent(row, "machine extent") != finding.extent:
        raise row.error(
            "machine extent",
            f"says {row.text('machine extent')}, but palermo says {finding.extent or 'none'} to {finding.code} now",
            "a table written by this palermo from this text: write it anew",
        )


def _value(row: FilledRow, column: str) -> Value:
    try:
        return Value(row.text(column).casefold())
    except ValueError as error:
        raise row.error(column, f"{row.text(column)!r} is no value", "yes, no or unclear") from error


def _extent(row: FilledRow, column: str) -> str | None:
    extent = row.text(column).casefold()
    if extent and extent not in EXTENTS:
        raise row.error(column, f"{row.text(column)!r} is no extent", " or ".join(EXTENTS))
    return extent or None


def _date(row: FilledRow) -> str:
    written = row.text("review date")
    if not written:
        return made_on()
    try:
        return check_date(written)
    except NotFoundError as error:
        raise row.error("review date", f"{written!r} is no date", "a date, such as 2026-11-25") from error
