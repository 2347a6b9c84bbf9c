"""Tracked changes as the passages of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from palermo.report.format.passage_table import Look, Passage
from palermo.report.redline.lines import Change, Line, Run
from palermo.report.redline.pieces import Mark

__all__ = ["inline", "side"]

_LOOKS = {
    Change.NONE: Look.PLAIN,
    Change.DELETED: Look.OUT,
    Change.INSERTED: Look.IN,
    Change.MOVED_FROM: Look.MOVED,
    Change.MOVED_TO: Look.MOVED,
}
_FOLDED = 2  # so many unchanged paragraphs in a row are shown; of more the first, and a sign
_OMITTED = Passage("und", ((Look.NOTE, "[…]"),))


def side(lines: Iterable[Line], mark: Mark, *, marked: bool = True) -> list[Passage]:
    """What one side has of the lines (Mark.OUT: the left one), long stretches without a change left out; without
    `marked` nothing says what became of it.
    """
    found = []
    for line in _folded(line for line in lines if line.on(mark)):
        if line is None:
            found.append(_OMITTED)
        else:
            words = tuple((_look(run, marked=marked), run.on(mark)) for run in line.runs if run.on(mark))
            found.append(Passage(line.lang, words))
    return found


def inline(lines: Iterable[Line]) -> list[Passage]:
    """Both sides in one: what went struck, what came underlined; long stretches without a change left out."""
    return [_OMITTED if line is None else Passage(line.lang, tuple(_apart(line.runs))) for line in _folded(lines)]


def _apart(runs: Iterable[Run]) -> Iterator[tuple[Look, str]]:
    """The runs with a space between what went and what came, where there is none."""
    before = ""
    for run in runs:
        if before and run.change is Change.INSERTED and not (before[-1].isspace() or run.text[0].isspace()):
            yield Look.PLAIN, " "
        yield _look(run, marked=True), run.text
        before = run.text if run.change is Change.DELETED else ""


def _look(run: Run, *, marked: bool) -> Look:
    return _LOOKS[run.change] if marked else Look.PLAIN


def _folded(lines: Iterable[Line]) -> Iterable[Line | None]:
    for changed, some in groupby(lines, key=lambda line: line.changed):
        run: Sequence[Line] = list(some)
        if changed or len(run) <= _FOLDED:
            yield from run
        else:
            yield run[0]
            yield None
