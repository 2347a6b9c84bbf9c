"""A change: the edits of a pair that stand together, with the words that went and came and the text around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from palermo.alignment.compare.divergence.side import DivergenceSide
from palermo.alignment.compare.divergence.stretch import spell
from palermo.alignment.compare.model import WordEdit, WordOp
from palermo.corpus.model.text_model import Span
from palermo.kb.lexicon.change_words import ChangeWords

__all__ = ["ClauseChange", "changes"]


@dataclass(frozen=True)
class ClauseChange:
    """Edits `first` to `last` of a pair (half-open). `a` and `b` are the spans in the texts of the two sides.

    Where nothing was taken out `a` is empty and says where on the left the new words would stand, and the other way
    round.
    """

    first: int
    last: int
    left: DivergenceSide
    right: DivergenceSide
    a: tuple[int, int]
    b: tuple[int, int]
    words: ChangeWords

    @cached_property
    def old(self) -> str:
        """Words that were taken out, folded."""
        return self.left.folded[slice(*self.a)]

    @cached_property
    def new(self) -> str:
        """Words that were put in, folded."""
        return self.right.folded[slice(*self.b)]

    @cached_property
    def old_text(self) -> str:
        return " ".join(self.left.text[slice(*self.a)].split())

    @cached_property
    def new_text(self) -> str:
        return " ".join(self.right.text[slice(*self.b)].split())

    @cached_property
    def old_words(self) -> list[str]:
        return spell(self.old)

    @cached_property
    def new_words(self) -> list[str]:
        return spell(self.new)

    @cached_property
    def gone(self) -> list[str]:
        """The words of `old` that `new` has not, however often."""
        return _without(self.old_words, self.new_words)

    @cached_property
    def come(self) -> list[str]:
        return _without(self.new_words, self.old_words)

    @property
    def in_history(self) -> bool:
        """True if the changed line, on both sides, tells the history of the law or is no more than a note."""
        lines = [side.line(span[0]) for side, span in self.sides]
        return all(self.words.note_lines.match(line) or not spell(self.words.notes.sub(" ", line)) for line in lines)

    @property
    def sides(self) -> tuple[tuple[DivergenceSide, tuple[int, int]], tuple[DivergenceSide, tuple[int, int]]]:
        """Each side with its span."""
        return (self.left, self.a), (self.right, self.b)


def _without(some: Sequence[str], others: Sequence[str]) -> list[str]:
    left = Counter(others)
    found = []
    for word in some:
        if left[word]:
            left[word] -= 1
        else:
            found.append(word)
    return found


def changes(
    edits: Sequence[WordEdit], left: DivergenceSide, right: DivergenceSide, words: ChangeWords
) -> Iterator[ClauseChange]:
    """The changes of words in the edits of a pair, in order: stretches between what is equal."""
    first = 0
    while first < len(edits):
        if edits[first].op is WordOp.EQUAL:
            first += 1
            continue
        last = first
        while last < len(edits) and edits[last].op is not WordOp.EQUAL:
            last += 1
        some = [edit for edit in edits[first:last] if edit.divergence is None]
        if some:
            a = _span([e for e in some if e.op is WordOp.DELETE], some[0].left.start, left, 0)
            b = _span([e for e in some if e.op is WordOp.INSERT], some[0].right.start, right, 1)
            yield ClauseChange(first, last, left, right, a, b, words)
        first = last


def _span(edits: Sequence[WordEdit], place: int, side: DivergenceSide, which: int) -> tuple[int, int]:
    """From the first to the last of the edits on one side, without white space around; empty where there is none."""
    if not edits:
        at = side.index(place)
        return at, at
    spans = [side.span((edit.left, edit.right)[which]) for edit in edits]
    return Span(min(start for start, _ in spans), max(end for _, end in spans)).trimmed(side.text)
