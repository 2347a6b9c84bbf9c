"""Compares a coder's answers on bodies of law with the machine's, code by code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from palermo.alignment.gaps.gaps import gaps
from palermo.alignment.review.kappa import Agreement, agreement
from palermo.analysis.matrix import MatrixBody
from palermo.corpus.errors import InputError, NotFoundError, UsageError
from palermo.corpus.model.findings import Finding, Value
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers.tables.filled_rows import FilledRow
from palermo.corpus.readers.tables.filled_tables import read_filled
from palermo.kb.frameworks.framework import Framework

__all__ = ["Coded", "CodedItem", "Coding", "against", "read_coding"]

Texts = tuple[Version, ...]
_NEEDED = ("body", "code", "value")


@dataclass(frozen=True, slots=True)
class Coded:
    """A line of a coding. `provision` is where the coder saw it, "" where that is not said."""

    line: int
    body: str
    code: str
    value: Value
    provision: str


@dataclass(frozen=True, slots=True)
class CodedItem:
    """Answers of the coder and the machine to one code of one body."""

    coded: Coded
    body: MatrixBody
    finding: Finding

    @property
    def agree(self) -> bool:
        return self.coded.value is self.finding.value


@dataclass(frozen=True, slots=True)
class Coding:
    """A coding beside the machine's, in the coding's order. `left_out` are bodies that were not analysed, each with the
    reason; `blank` counts lines without a value, `passed_over` those without a decision that were not to count."""

    file: str
    framework: Framework
    items: tuple[CodedItem, ...]
    left_out: tuple[tuple[str, str], ...] = ()
    blank: int = 0
    passed_over: int = 0

    @property
    def bodies(self) -> tuple[MatrixBody, ...]:
        return tuple({item.body.id: item.body for item in self.items}.values())

    @property
    def disagreements(self) -> tuple[CodedItem, ...]:
        return tuple(item for item in self.items if not item.agree)

    @property
    def overall(self) -> Agreement:
        return _agreement(self.items)

    def codes(self) -> tuple[tuple[str, Agreement], ...]:
        """The agreement on each code that was coded, in the order of the framework."""
        return tuple(
            (element.code, _agreement(found))
            for element in self.framework.elements
            if (found := [item for item in self.items if item.coded.code == element.code])
        )

    @property
    def mean_kappa(self) -> tuple[float | None, int]:
        """The mean over the codes to which the coder gave more than one value, and how many these are."""
        found = [a.kappa for _, a in self.codes() if not a.constant[0] and a.kappa is not None]
        return (sum(found) / len(found) if found else None), len(found)


def read_coding(file: str) -> tuple[tuple[Coded, ...], int]:
    """The coded lines of a CSV or TSV file or a workbook with the columns body, code, value and, if there is one,
    provision; and how many lines have no value. Codes are not checked.

    Raises InputError, which names the line, for anything else.
    """
    filled = read_filled(file, _NEEDED, name="a coding")
    coded = [row for row in filled if row.text("value")]
    return _once(map(_row, coded), file), len(filled) - len(coded)


def against(  # noqa: PLR0913 - what the command line may say of it
    file: str,
    resolve: Callable[[str], Texts],
    framework: Framework,
    *,
    sides: Sequence[str] = (),
    decided: bool = False,
    track: Callable[[Iterable[str]], Iterable[str]] = iter,
) -> Coding:
    """The coding in a file beside the machine's answers.

    A body of the coding is a side (`palermo.library.use_cases.resolve`), or what `sides` say: `NAME=SIDE`, the name
    itself, or one side where the coding has one body; bodies that they do not name are left out, and so are those whose
    language is not known or has no cue words. With `decided` the lines that the coder calls unclear do not count.

    Raises InputError for a file that is no coding, NotFoundError for a code or a body that is not there.
    """
    rows, blank = read_coding(file)
    for row in rows:
        _check_code(row, framework, file)
    counted = [row for row in rows if not decided or row.value is not Value.UNCLEAR]
    names = list(dict.fromkeys(row.body for row in rows))
    meant = _meant(names, sides, file)
    bodies: dict[str, MatrixBody] = {}
    left_out = [(name, "it is none of the bodies asked for") for name in names if name not in meant]
    for name in track(list(meant)):
        try:
            bodies[name] = MatrixBody(name, gaps(resolve(meant[name]), framework))
        except NotFoundError as error:
            line = next(row.line for row in rows if row.body == name)
            raise NotFoundError(
                f"the body {name!r} is not there: {error.message}",
                file=file,
                line=line,
                expected=error.expected or "a file, a reference or a body",
            ) from error
        except UsageError as error:
            left_out.append((name, error.message))
    items = (
        CodedItem(row, bodies[row.body], bodies[row.body].analysis.finding(row.code))
        for row in counted
        if row.body in bodies
    )
    return Coding(file, framework, tuple(items), tuple(left_out), blank, len(rows) - len(counted))


def _agreement(items: Iterable[CodedItem]) -> Agreement:
    return agreement((item.coded.value, item.finding.value) for item in items)


def _row(row: FilledRow) -> Coded:
    for name in ("body", "code"):
        if not row.text(name):
            raise row.row_error(f"has no {name}", "body, code and value")
    try:
        value = Value(row.text("value").casefold())
    except ValueError as error:
        raise row.row_error(f"{row.text('value')!r} is no value", "yes, no or unclear") from error
    return Coded(row.line, row.text("body"), row.text("code"), value, row.text("provision"))


def _once(rows: Iterable[Coded], file: str) -> tuple[Coded, ...]:
    seen: dict[tuple[str, str], Coded] = {}
    for row in rows:
        first = seen.setdefault((row.body, row.code), row)
        if first is not row:
            raise InputError(
                f"codes {row.code} of {row.body} again (first in line {first.line})",
                file=file,
                line=row.line,
                expected="one line a body and code",
            )
    return tuple(seen.values())


def _check_code(row: Coded, framework: Framework, file: str) -> None:
    try:
        framework.element(row.code)
    except NotFoundError as error:
        raise NotFoundError(error.message, file=file, line=row.line, expected=error.expected) from error


def _meant(names: Sequence[str], sides: Sequence[str], file: str) -> dict[str, str]:
    """The side of each body of the coding that was asked for."""
    if not sides:
        return {name: name for name in names}
    meant: dict[str, str] = {}
    for side in sides:
        name, sign, law = side.partition("=")
        if side in names:
            meant[side] = side
        elif sign and name in names and law:
            meant[name] = law
        elif len(names) == len(sides) == 1:
            meant[names[0]] = side
        else:
            raise UsageError(
                f"{side!r} is no body of the coding {file}",
                expected=f"one of {', '.join(names[:10])}, or NAME=SIDE for one of them",
            )
    return meant
