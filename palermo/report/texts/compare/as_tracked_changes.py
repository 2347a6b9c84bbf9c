"""A comparison as one text with tracked changes: what stayed keeps its place, what moved is shown at both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from palermo.alignment.compare.model import Alignment
from palermo.corpus.errors import UsageError
from palermo.report.redline.lines import LineChange, RedlineLine, RedlineRun, alone
from palermo.report.redline.order import staying
from palermo.report.redline.paragraph_pairs import Couple, PairedParagraph, couples, paragraphs
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tree import ParagraphTree
from palermo.report.redline.words import runs

__all__ = ["Words", "compared"]

Words = Callable[[str, str], tuple[RedlineRun, ...]]  # left, right


def compared(alignment: Alignment, tree: ParagraphTree, words: Words = runs) -> list[RedlineLine]:
    """Every paragraph of the provisions of the alignment's pairs, on both sides, in one order that keeps both; what
    became of the words of each by `words`. `tree` is of all versions of both sides.

    Raises UsageError where the sides are in two languages, whose words nobody can hold against each other.
    """
    langs = [sorted({version.lang for version in side}) for side in (alignment.left, alignment.right)]
    if set(langs[0]).isdisjoint(langs[1]):
        raise UsageError(
            f"the texts are in {', '.join(langs[0])} and {', '.join(langs[1])}: no words can be tracked",
            expected="two texts in one language, or palermo concordance",
        )
    left = paragraphs(alignment.left, (p for pair in alignment.pairs for p in pair.left))
    right = paragraphs(alignment.right, (p for pair in alignment.pairs for p in pair.right))
    return _Merge(left, right, list(couples(alignment, left, right)), tree, words).lines()


class _Merge:
    """Two sequences of paragraphs as one. What answers each other in the order of both texts is shown once, all else
    twice: where it stood and where it stands.
    """

    def __init__(
        self,
        left: Sequence[PairedParagraph],
        right: Sequence[PairedParagraph],
        found: Sequence[Couple],
        tree: ParagraphTree,
        words: Words,
    ) -> None:
        self._left, self._right, self._tree, self._words = left, right, tree, words
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

    def lines(self) -> list[RedlineLine]:
        found: list[RedlineLine] = []
        i = j = 0
        for couple in self._stay:
            found += map(self._gone, range(i, couple.left))
            found += map(self._come, range(j, couple.right))
            found += self._both(couple)
            i, j = couple.left + 1, couple.right + 1
        found += map(self._gone, range(i, len(self._left)))
        found += map(self._come, range(j, len(self._right)))
        return found

    def _both(self, couple: Couple) -> list[RedlineLine]:
        old, new = self._left[couple.left], self._right[couple.right]
        if not couple.like:
            return [
                self._line(alone(old.block.text, LineChange.DELETED), LineChange.DELETED, old, new),
                self._line(alone(new.block.text, LineChange.INSERTED), LineChange.INSERTED, old, new),
            ]
        return [self._line(self._words(old.block.text, new.block.text), LineChange.NONE, old, new)]

    def _gone(self, n: int) -> RedlineLine:
        old = self._left[n]
        if n not in self._from:
            return self._line(alone(old.block.text, LineChange.DELETED), LineChange.DELETED, old, None)
        new = self._right[self._from[n]]
        content = _side(self._words(old.block.text, new.block.text), PieceMark.OUT, LineChange.MOVED_FROM)
        return self._line(content, LineChange.MOVED_FROM, old, new, self._moves[self._from[n]])

    def _come(self, n: int) -> RedlineLine:
        new = self._right[n]
        if n not in self._to:
            return self._line(alone(new.block.text, LineChange.INSERTED), LineChange.INSERTED, None, new)
        old = self._left[self._to[n]]
        content = _side(self._words(old.block.text, new.block.text), PieceMark.IN, LineChange.MOVED_TO)
        return self._line(content, LineChange.MOVED_TO, old, new, self._moves[n])

    def _line(
        self,
        content: tuple[RedlineRun, ...],
        end: LineChange,
        old: PairedParagraph | None,
        new: PairedParagraph | None,
        move: int | None = None,
    ) -> RedlineLine:
        here = old if end.mark is PieceMark.OUT or new is None else new
        assert here is not None
        provision = here.block.provision
        return RedlineLine(
            content,
            end,
            here.version.lang,
            None if old is None else old.block.provision,
            None if new is None else new.block.provision,
            self._tree.heading(provision) if here.block.heading else 0,
            self._tree.indent(provision),
            move,
        )


def _side(content: Iterable[RedlineRun], mark: PieceMark, moved: LineChange) -> tuple[RedlineRun, ...]:
    """What one side has of the words; those that both have moved."""
    return tuple(
        RedlineRun(moved if run.change is LineChange.NONE else run.change, run.on(mark))
        for run in content
        if run.on(mark)
    )
