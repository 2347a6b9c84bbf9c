"""A comparison as one text with tracked changes: what stayed keeps its place, what moved is shown at both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from alignment.model import Alignment
from corpus.errors import UsageError
from palermo.report.redline import Mark
from palermo.report.revision.couples import Couple, Paragraph, couples, paragraphs
from palermo.report.revision.lines import Change, Depths, Line, Run, alone
from palermo.report.revision.order import staying
from palermo.report.revision.words import runs

__all__ = ["compared"]


def compared(alignment: Alignment) -> list[Line]:
    """Every paragraph of the provisions of the alignment's pairs, on both sides, in one order that keeps both.

    Raises UsageError where the sides are in two languages, whose words nobody can hold against each other.
    """
    langs = [sorted({version.lang for version in side}) for side in (alignment.left, alignment.right)]
    if set(langs[0]).isdisjoint(langs[1]):
        raise UsageError(
            f"the texts are in {', '.join(langs[0])} and {', '.join(langs[1])}: no words can be tracked",
            expected="two texts in one language, or --layout table",
        )
    left = paragraphs(alignment.left, (p for pair in alignment.pairs for p in pair.left))
    right = paragraphs(alignment.right, (p for pair in alignment.pairs for p in pair.right))
    depths = Depths([*alignment.left, *alignment.right])
    return _Merge(left, right, list(couples(alignment, left, right)), depths).lines()


class _Merge:
    """Two sequences of paragraphs as one. What answers each other in the order of both texts is shown once, all else
    twice: where it stood and where it stands.
    """

    def __init__(
        self, left: Sequence[Paragraph], right: Sequence[Paragraph], found: Sequence[Couple], depths: Depths
    ) -> None:
        self._left, self._right, self._depths = left, right, depths
        self._stay = staying(found)
        kept = {(couple.left, couple.right) for couple in self._stay}
        away = sorted((c.right, c.left) for c in found if c.like and (c.left, c.right) not in kept)
        self._from: dict[int, int] = {i: j for j, i in away}
        self._to: dict[int, int] = dict(away)
        self._moves: dict[int, int] = {}  # by the paragraph of the right text; neighbours on both sides are one move
        number = 0
        for j, i in away:
            number += self._to.get(j - 1) != i - 1
            self._moves[j] = number

    def lines(self) -> list[Line]:
        found: list[Line] = []
        i = j = 0
        for couple in self._stay:
            found += map(self._gone, range(i, couple.left))
            found += map(self._come, range(j, couple.right))
            found += self._both(couple)
            i, j = couple.left + 1, couple.right + 1
        found += map(self._gone, range(i, len(self._left)))
        found += map(self._come, range(j, len(self._right)))
        return found

    def _both(self, couple: Couple) -> list[Line]:
        if not couple.like:
            return [self._gone(couple.left), self._come(couple.right)]
        new = self._right[couple.right]
        return [self._line(new, runs(self._left[couple.left].block.text, new.block.text), Change.NONE)]

    def _gone(self, n: int) -> Line:
        paragraph = self._left[n]
        if n not in self._from:
            return self._line(paragraph, alone(paragraph.block.text, Change.DELETED), Change.DELETED)
        j = self._from[n]
        content = _side(runs(paragraph.block.text, self._right[j].block.text), Mark.OUT, Change.MOVED_FROM)
        return self._line(paragraph, content, Change.MOVED_FROM, self._moves[j])

    def _come(self, n: int) -> Line:
        paragraph = self._right[n]
        if n not in self._to:
            return self._line(paragraph, alone(paragraph.block.text, Change.INSERTED), Change.INSERTED)
        content = _side(runs(self._left[self._to[n]].block.text, paragraph.block.text), Mark.IN, Change.MOVED_TO)
        return self._line(paragraph, content, Change.MOVED_TO, self._moves[n])

    def _line(self, paragraph: Paragraph, content: tuple[Run, ...], end: Change, move: int | None = None) -> Line:
        provision = paragraph.block.provision
        heading = self._depths.heading(provision) if paragraph.block.heading else 0
        return Line(content, end, paragraph.version.lang, heading, self._depths.indent(provision), move)


def _side(content: Iterable[Run], mark: Mark, moved: Change) -> tuple[Run, ...]:
    """What one side has of the words; those that both have moved."""
    return tuple(
        replace(run, change=moved) if run.change is Change.NONE else run
        for run in content
        if run.change.mark in (Mark.SAME, mark)
    )
