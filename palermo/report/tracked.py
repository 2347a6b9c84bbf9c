"""An amended text paragraph by paragraph: what stayed, what went, what came. Terminal, HTML and tables share it.

The paragraphs of the act in force are cut as a person reads them (`blocks`). Outside of the edits the new text is cut
at the same places, so that only what the edits did is ever marked; what they brought is cut by its own structure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from alignment.diff import diff
from alignment.model import Op
from alignment.tokens import tokenize
from corpus.amendments import Edit
from corpus.model import Span, Version
from palermo.report.blocks import Block, blocks
from palermo.report.redline import Mark, Piece

__all__ = ["Moves", "Tracked", "tracked"]

# Paragraphs of which fewer words (of both, twice those in common) are the same read better as one out and one in.
_ALIKE = 0.4
_CELLS = 40_000  # pairs of paragraphs between two that stayed; where there are more, only equal ones are held together
_QUOTES = dict.fromkeys('“”„‟«»‘’‚‛"', "'")


@dataclass(frozen=True, slots=True)
class Tracked:
    """One paragraph or heading: `left` is where it stands in the act in force, `right` in the amended text (code
    points; None: nowhere). The pieces rebuild what a person reads on either side. `depth` counts from the act's root.
    """

    left: Span | None
    right: Span | None
    depth: int
    heading: bool
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return any(piece.mark is not Mark.SAME for piece in self.pieces)

    def text(self, without: Mark) -> str:
        """The paragraph as it reads on one side: `without` what went (Mark.OUT) or what came (Mark.IN)."""
        side = (p.right if without is Mark.OUT else p.left for p in self.pieces if p.mark is not without)
        return "".join(side).strip()


def tracked(base: Version, version: Version, edits: Sequence[Edit]) -> list[Tracked]:
    """Every paragraph of both texts, in order; what went stands before what came in its place.

    `edits` turn the text of `base` into that of `version` (disjoint, in order). The form of quotation marks, spaces and
    markup are no difference.
    """
    moves = Moves(edits)
    left = _paragraphs(base, list(blocks(base)))
    right = _paragraphs(version, list(_new_blocks(left, list(blocks(version)), moves)))
    at = {paragraph.span.start: j for j, paragraph in enumerate(right)}
    found: list[Tracked] = []
    i = j = 0
    for k, old in enumerate(left):
        start = moves.after(old.span.start)
        new = None if start is None else at.get(start)
        if new is None or new < j or not (moves.untouched(old.span) or old.read == right[new].read):
            continue
        found += _between(left[i:k], right[j:new])
        found.append(_paired(old, right[new]))
        i, j = k + 1, new + 1
    return found + list(_between(left[i:], right[j:]))


class Moves:
    """Where the offsets of the act in force stand in the amended text."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.base.start for edit in edits]
        self._ends = [edit.base.end for edit in edits]
        grown = (len(edit.insert) - (edit.base.end - edit.base.start) for edit in edits)
        self._shifts = list(accumulate(grown, initial=0))

    def before(self, at: int) -> int | None:
        """The new place of the boundary before offset `at`, which what is inserted there follows; None: it went."""
        n = bisect_left(self._starts, at)
        return None if n and self._ends[n - 1] > at else at + self._shifts[n]

    def after(self, at: int) -> int | None:
        """The new place of the character at `at`, which follows what is inserted before it; None: it went."""
        n = bisect_right(self._starts, at)
        return None if n and self._ends[n - 1] > at else at + self._shifts[n]

    def untouched(self, span: Span) -> bool:
        """Whether no edit changes anything inside the span."""
        n = bisect_right(self._ends, span.start)
        return n == len(self._edits) or self._starts[n] >= span.end

    def brought(self, n: int) -> Span:
        """Where what edit `n` inserts stands in the amended text."""
        edit, start = self._edits[n], self._starts[n] + self._shifts[n]
        return Span(start, start + len(edit.insert))

    def inserts(self) -> list[Span]:
        """Where what each edit inserts stands in the amended text."""
        return [self.brought(n) for n in range(len(self._edits))]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    version: Version
    span: Span
    block: Block

    @property
    def read(self) -> str:
        return self.version.reading(self.span).text


def _paragraphs(version: Version, cuts: Sequence[Block]) -> list[_Paragraph]:
    """What stands from the start of each block to that of the next, if there is anything to read."""
    ends = [*(block.span.start for block in cuts[1:]), len(version.text)]
    found = (_Paragraph(version, Span(b.span.start, end), b) for b, end in zip(cuts, ends, strict=True))
    return [paragraph for paragraph in found if paragraph.read]


def _new_blocks(left: Sequence[_Paragraph], new: Sequence[Block], moves: Moves) -> Iterator[Block]:
    """The blocks of the amended text: those of the act in force where they stand now, and between them the new ones."""
    cuts: dict[int, Block] = {}
    for paragraph in left:
        start = moves.before(paragraph.span.start)
        if start is not None:
            cuts[start] = _moved(paragraph.block, start)
    starts = [block.span.start for block in new]
    for span in moves.inserts():
        for block in new[bisect_left(starts, span.start) : bisect_right(starts, span.end)]:
            cuts[block.span.start] = block
    yield from (cuts[start] for start in sorted(cuts))


def _moved(block: Block, start: int) -> Block:
    return Block(block.provision, block.depth, block.text, Span(start, start + len(block.text)), block.heading)


def _between(left: Sequence[_Paragraph], right: Sequence[_Paragraph]) -> Iterator[Tracked]:
    """The paragraphs between two that stayed: those that are alike together, all others one by one."""
    i = j = 0
    for a, b in [*_alike(left, right), (len(left), len(right))]:
        yield from (_alone(old, Mark.OUT) for old in left[i:a])
        yield from (_alone(new, Mark.IN) for new in right[j:b])
        if a < len(left):
            yield _paired(left[a], right[b])
        i, j = a + 1, b + 1


def _alike(left: Sequence[_Paragraph], right: Sequence[_Paragraph]) -> list[tuple[int, int]]:
    """Which paragraphs answer each other, in order on both sides: the chain with the most words in common."""
    if len(left) * len(right) > _CELLS:
        return []
    bags, others = [_bag(p) for p in left], [_bag(p) for p in right]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    like = [[_likeness(a, b) for b in others] for a in bags]
    for i in reversed(range(len(left))):
        for j in reversed(range(len(right))):
            together = like[i][j] + best[i + 1][j + 1] if like[i][j] >= _ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    chain = []
    i = j = 0
    while i < len(left) and j < len(right):
        if like[i][j] >= _ALIKE and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            chain.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return chain


def _bag(paragraph: _Paragraph) -> Counter[str]:
    return Counter(tokenize(paragraph.version, [paragraph.span]).keys)


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """0 to 1: the share of the words that both have (Dice)."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _alone(paragraph: _Paragraph, mark: Mark) -> Tracked:
    text, block = paragraph.read, paragraph.block
    if mark is Mark.OUT:
        return Tracked(paragraph.span, None, block.depth, block.heading, (Piece(mark, text, ""),))
    return Tracked(None, paragraph.span, block.depth, block.heading, (Piece(mark, "", text),))


def _paired(old: _Paragraph, new: _Paragraph) -> Tracked:
    before, after = old.read, new.read
    pieces = (Piece(Mark.SAME, before, after),) if before == after else tuple(_pieces(old, new))
    return Tracked(old.span, new.span, new.block.depth, new.block.heading, pieces)


def _pieces(old: _Paragraph, new: _Paragraph) -> Iterator[Piece]:
    """The differences word by word; the space behind a word goes with it."""
    left, right = _Words.of(old), _Words.of(new)
    for run in diff(left.keys, right.keys):
        before, after = left.text(run.left, run.left_end), right.text(run.right, run.right_end)
        mark = {Op.EQUAL: Mark.SAME, Op.DELETE: Mark.OUT, Op.INSERT: Mark.IN}[run.op]
        yield Piece(mark, before, after)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words and signs of a paragraph, and the text with the place where each begins."""

    keys: tuple[str, ...]
    read: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, paragraph: _Paragraph) -> _Words:
        mapped = paragraph.version.reading(paragraph.span)
        tokens = tokenize(paragraph.version, [paragraph.span])
        starts = tuple(bisect_left(mapped.offsets, start) for start in tokens.starts)
        ends = (bisect_left(mapped.offsets, end) for end in tokens.ends)
        keys = tuple(_key(mapped.text[start:end]) for start, end in zip(starts, ends, strict=True))
        return cls(keys, mapped.text, (*starts, len(mapped.text)))

    def text(self, first: int, last: int) -> str:
        """From the word `first` to the word `last` (not with it)."""
        return self.read[self.starts[first] : self.starts[last]]


def _key(word: str) -> str:
    """Words are the same only to the letter; quotation marks are, whatever their form."""
    return _QUOTES.get(word, word)
