"""Pairing of the paragraphs of two texts, by the pairs of their comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from palermo.alignment.compare.model import Alignment, Pair, WordOp
from palermo.alignment.compare.words.diff import diff
from palermo.alignment.compare.words.tokens import tokenize
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.redline.pair_paragraphs import alike
from palermo.report.redline.paragraphs import RedlineBlock, blocks
from palermo.report.redline.tree import ParagraphTree

__all__ = ["Couple", "PairedParagraph", "couples", "paragraphs"]


@dataclass(frozen=True, slots=True)
class PairedParagraph:
    """A block of one of the versions of a side."""

    version: Version
    block: RedlineBlock

    @property
    def bag(self) -> Counter[str]:
        """Its words, with how often each is there."""
        return Counter(tokenize(self.version, [self.block.span]).keys)


@dataclass(frozen=True, slots=True)
class Couple:
    """Paragraph `left` of the left text became `right` of the right one (both counted from 0). `length` is that of the
    left one, in code points; `moved`: the comparison says so, of it or of what holds it; `like`: they share enough
    words to be shown as one.
    """

    left: int
    right: int
    length: int
    moved: bool
    like: bool


def paragraphs(versions: Iterable[Version], provisions: Iterable[Provision]) -> list[PairedParagraph]:
    """The blocks of the provisions, in the order of the versions."""
    wanted = {id(provision) for provision in provisions}
    return [
        PairedParagraph(version, block)
        for version in versions
        for block in blocks(version)
        if id(block.provision) in wanted
    ]


def couples(
    alignment: Alignment, left: Sequence[PairedParagraph], right: Sequence[PairedParagraph]
) -> Iterator[Couple]:
    """The paragraphs that answer each other; each is in one couple at most."""
    of_left, of_right = _by_provision(left), _by_provision(right)
    carried = _Carried(alignment)
    for pair in alignment.pairs:
        if not pair.left or not pair.right:
            continue
        olds = [n for p in pair.left for n in of_left.get(id(p), ())]
        news = [n for p in pair.right for n in of_right.get(id(p), ())]
        moved = carried.moved(pair)
        for i, j, like in _two_by_two([left[n] for n in olds], [right[n] for n in news]):
            yield Couple(olds[i], news[j], len(left[olds[i]].block.text), moved, like)


def _by_provision(paragraphs: Sequence[PairedParagraph]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = {}
    for n, paragraph in enumerate(paragraphs):
        found.setdefault(id(paragraph.block.provision), []).append(n)
    return found


class _Carried:
    """What moved with the article or part that holds it, though it kept its place in there."""

    def __init__(self, alignment: Alignment) -> None:
        self._tree = ParagraphTree((*alignment.left, *alignment.right))
        self._moved = {(id(p), id(q)) for pair in alignment.pairs if pair.moved for p in pair.left for q in pair.right}
        self._left = {left for left, _ in self._moved}

    def moved(self, pair: Pair) -> bool:
        """Whether the pair moved, or on both sides what holds it."""
        if pair.moved or not self._moved:
            return pair.moved
        olds = [id(at) for at in self._tree.above(pair.left[0]) if id(at) in self._left]
        news = map(id, self._tree.above(pair.right[0])) if olds else ()
        return any((old, new) in self._moved for new in news for old in olds)


def _two_by_two(left: Sequence[PairedParagraph], right: Sequence[PairedParagraph]) -> Iterator[tuple[int, int, bool]]:
    """The paragraphs of one pair: those that are the same, then between them those that are alike."""
    i = j = 0
    for run in diff([p.block.text for p in left], [p.block.text for p in right]):
        if run.op is WordOp.EQUAL:
            yield from _between(left, right, (i, run.left), (j, run.right))
            yield from ((run.left + n, run.right + n, True) for n in range(run.left_end - run.left))
            i, j = run.left_end, run.right_end
    yield from _between(left, right, (i, len(left)), (j, len(right)))


def _between(
    left: Sequence[PairedParagraph], right: Sequence[PairedParagraph], olds: tuple[int, int], news: tuple[int, int]
) -> Iterator[tuple[int, int, bool]]:
    a = [p.bag for p in left[slice(*olds)]]
    b = [p.bag for p in right[slice(*news)]]
    found = [(i, j, True) for i, j in alike(a, b, lambda _i, _j: True)]
    found = found or [(n, n, False) for n in range(min(len(a), len(b)))]  # all was written anew
    yield from ((olds[0] + i, news[0] + j, like) for i, j, like in found)
