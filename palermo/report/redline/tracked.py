"""An amended text paragraph by paragraph: what stayed, what went, what came. Terminal, HTML and tables share it.

The paragraphs of the act in force are cut as a person reads them (`blocks`). Outside of the edits the new text is cut
at the same places, so that only what the edits did is ever marked; what they brought is cut by its own structure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.alignment.compare.model import WordOp
from palermo.alignment.compare.words.diff import diff
from palermo.alignment.compare.words.tokens import tokenize
from palermo.corpus.amendments import Edit
from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.report.redline.offsets import Moves
from palermo.report.redline.pair_paragraphs import alike
from palermo.report.redline.paragraphs import RedlineBlock, blocks
from palermo.report.redline.pieces import Piece, PieceMark
from palermo.report.shared.article_lookup import ArticleLookup

__all__ = ["Tracked", "tracked"]

_QUOTES = dict.fromkeys('“”„‟«»‘’‚‛"', "'")


@dataclass(frozen=True, slots=True)
class Tracked:
    """Paragraph or heading: `left` is where it stands in the act in force, `right` in the amended text (code
    points; None: nowhere), `left_article` and `right_article` the article or section around it there. The pieces
    rebuild what a person reads on either side. `depth` counts from the act's root.
    """

    left: Span | None
    right: Span | None
    left_article: Provision | None
    right_article: Provision | None
    depth: int
    heading: bool
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return any(piece.mark is not PieceMark.SAME for piece in self.pieces)

    def text(self, without: PieceMark) -> str:
        """The paragraph as it reads on one side: `without` what went (Mark.OUT) or what came (Mark.IN)."""
        side = (p.right if without is PieceMark.OUT else p.left for p in self.pieces if p.mark is not without)
        return "".join(side).strip()


def tracked(base: Version, version: Version, edits: Sequence[Edit]) -> list[Tracked]:
    """Every paragraph of both texts, in order; what went stands before what came in its place.

    `edits` turn the text of `base` into that of `version` (disjoint, in order). The form of quotation marks, spaces and
    markup are no difference.
    """
    moves = Moves(edits)
    left = _paragraphs(base, list(blocks(base)))
    right = _paragraphs(version, list(_new_blocks(left, list(blocks(version)), moves)))
    stayed = list(_stayed(left, right, moves))
    gaps = _Gaps(moves, [(left[i], right[j]) for i, j in stayed])
    found: list[Tracked] = []
    i = j = 0
    for a, b in stayed:
        found += gaps.between(left[i:a], right[j:b])
        found.append(_paired(left[a], right[b]))
        i, j = a + 1, b + 1
    return found + list(gaps.between(left[i:], right[j:]))


def _stayed(left: Sequence[_Paragraph], right: Sequence[_Paragraph], moves: Moves) -> Iterator[tuple[int, int]]:
    """The paragraphs in which nothing changed, in order on both sides."""
    at = {paragraph.span.start: j for j, paragraph in enumerate(right)}
    last = -1
    for i, old in enumerate(left):
        start = moves.after(old.span.start)
        j = None if start is None else at.get(start)
        if j is not None and j > last and (moves.untouched(old.span) or old.read == right[j].read):
            yield i, j
            last = j


@dataclass(frozen=True, slots=True)
class _Paragraph:
    version: Version
    span: Span
    block: RedlineBlock
    article: Provision | None

    @property
    def read(self) -> str:
        return self.version.reading(self.span).text


def _paragraphs(version: Version, cuts: Sequence[RedlineBlock]) -> list[_Paragraph]:
    """What stands from the start of each block to that of the next, if there is anything to read."""
    ends = [*(block.span.start for block in cuts[1:]), len(version.text)]
    articles = ArticleLookup(version)
    found = (
        _Paragraph(version, Span(block.span.start, end), block, articles.at(block.span.start))
        for block, end in zip(cuts, ends, strict=True)
    )
    return [paragraph for paragraph in found if paragraph.read]


def _new_blocks(left: Sequence[_Paragraph], new: Sequence[RedlineBlock], moves: Moves) -> Iterator[RedlineBlock]:
    """The blocks of the amended text: those of the act in force where they stand now, and between them the new ones."""
    cuts: dict[int, RedlineBlock] = {}
    for paragraph in left:
        start = moves.before(paragraph.span.start)
        if start is not None:
            cuts[start] = _moved(paragraph.block, start)
    starts = [block.span.start for block in new]
    for span in moves.inserts():
        for block in new[bisect_left(starts, span.start) : bisect_right(starts, span.end)]:
            cuts[block.span.start] = block
    yield from (cuts[start] for start in sorted(cuts))


def _moved(block: RedlineBlock, start: int) -> RedlineBlock:
    return RedlineBlock(block.provision, block.depth, block.text, Span(start, start + len(block.text)), block.heading)


class _Gaps:
    """What lies between paragraphs that stayed. Those that are alike are held together, if their articles are the same.

    Articles are the same if they share a paragraph that stayed, or their number.
    """

    def __init__(self, moves: Moves, stayed: Sequence[tuple[_Paragraph, _Paragraph]]) -> None:
        self._moves = moves
        self._linked = {(id(old.article), id(new.article)) for old, new in stayed}

    def between(self, left: Sequence[_Paragraph], right: Sequence[_Paragraph]) -> Iterator[Tracked]:
        """The paragraphs that are alike as one; the others one by one, each where it stands."""
        i = j = 0
        for a, b in [*self._alike(left, right), (len(left), len(right))]:
            while i < a or j < b:
                if j < b and (i == a or self._moves.origin(right[j].span.start) <= left[i].span.start):
                    yield _alone(right[j], PieceMark.IN)
                    j += 1
                else:
                    yield _alone(left[i], PieceMark.OUT)
                    i += 1
            if a < len(left):
                yield _paired(left[a], right[b])
            i, j = a + 1, b + 1

    def _alike(self, left: Sequence[_Paragraph], right: Sequence[_Paragraph]) -> list[tuple[int, int]]:
        if not left or not right:
            return []
        return alike([_bag(p) for p in left], [_bag(p) for p in right], lambda i, j: self._same(left[i], right[j]))

    def _same(self, old: _Paragraph, new: _Paragraph) -> bool:
        if old.article is None or new.article is None:
            return old.article is new.article
        return old.article.id == new.article.id or (id(old.article), id(new.article)) in self._linked


def _bag(paragraph: _Paragraph) -> Counter[str]:
    return Counter(tokenize(paragraph.version, [paragraph.span]).keys)


def _alone(paragraph: _Paragraph, mark: PieceMark) -> Tracked:
    text, block = paragraph.read, paragraph.block
    if mark is PieceMark.OUT:
        return Tracked(
            paragraph.span, None, paragraph.article, None, block.depth, block.heading, (Piece(mark, text, ""),)
        )
    return Tracked(None, paragraph.span, None, paragraph.article, block.depth, block.heading, (Piece(mark, "", text),))


def _paired(old: _Paragraph, new: _Paragraph) -> Tracked:
    before, after = old.read, new.read
    pieces = (Piece(PieceMark.SAME, before, after),) if before == after else tuple(_pieces(old, new))
    return Tracked(old.span, new.span, old.article, new.article, new.block.depth, new.block.heading, pieces)


def _pieces(old: _Paragraph, new: _Paragraph) -> Iterator[Piece]:
    """The differences word by word; the space behind a word goes with it."""
    left, right = _Words.of(old), _Words.of(new)
    for run in diff(left.keys, right.keys):
        before, after = left.text(run.left, run.left_end), right.text(run.right, run.right_end)
        mark = {WordOp.EQUAL: PieceMark.SAME, WordOp.DELETE: PieceMark.OUT, WordOp.INSERT: PieceMark.IN}[run.op]
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
