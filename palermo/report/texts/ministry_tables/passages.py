"""Tracked changes as the passages of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from palermo.report.format.passage_table import TableLook, TablePassage
from palermo.report.redline.lines import LineChange, RedlineLine, RedlineRun
from palermo.report.redline.pieces import PieceMark

__all__ = ["inline", "side"]

_LOOKS = {
    LineChange.NONE: TableLook.PLAIN,
    LineChange.DELETED: TableLook.OUT,
    LineChange.INSERTED: TableLook.IN,
    LineChange.MOVED_FROM: TableLook.MOVED,
    LineChange.MOVED_TO: TableLook.MOVED,
}
_FOLDED = 2  # so many unchanged paragraphs in a row are shown; of more the first, and a sign
_OMITTED = TablePassage("und", ((TableLook.NOTE, "[…]"),))


def side(lines: Iterable[RedlineLine], mark: PieceMark, *, marked: bool = True) -> list[TablePassage]:
    """Passages of the lines on one side (PieceMark.OUT: the left), long stretches without a change left out; without
    `marked` nothing says what became of it.
    """
    found = []
    for line in _folded(line for line in lines if line.on(mark)):
        if line is None:
            found.append(_OMITTED)
        else:
            words = tuple((_look(run, marked=marked), run.on(mark)) for run in line.runs if run.on(mark))
            found.append(TablePassage(line.lang, words))
    return found


def inline(lines: Iterable[RedlineLine]) -> list[TablePassage]:
    """Both sides in one: what went struck, what came underlined; long stretches without a change left out."""
    return [_OMITTED if line is None else TablePassage(line.lang, tuple(_apart(line.runs))) for line in _folded(lines)]


def _apart(runs: Iterable[RedlineRun]) -> Iterator[tuple[TableLook, str]]:
    """The runs with a space between what went and what came, where there is none."""
    before = ""
    for run in runs:
        if before and run.change is LineChange.INSERTED and not (before[-1].isspace() or run.text[0].isspace()):
            yield TableLook.PLAIN, " "
        yield _look(run, marked=True), run.text
        before = run.text if run.change is LineChange.DELETED else ""


def _look(run: RedlineRun, *, marked: bool) -> TableLook:
    return _LOOKS[run.change] if marked else TableLook.PLAIN


def _folded(lines: Iterable[RedlineLine]) -> Iterable[RedlineLine | None]:
    for changed, some in groupby(lines, key=lambda line: line.changed):
        run: Sequence[RedlineLine] = list(some)
        if changed or len(run) <= _FOLDED:
            yield from run
        else:
            yield run[0]
            yield None
