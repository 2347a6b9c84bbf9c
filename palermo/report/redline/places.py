"""Where the provisions of a comparison stand: in which article, after what; and where those stood that moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.alignment.compare.model import Alignment, Pair, PairKind
from palermo.corpus.model.text_model import Provision
from palermo.report.redline.tree import ParagraphTree
from palermo.report.shared.pair_words import label

__all__ = ["RedlinePlaces"]


class RedlinePlaces(ParagraphTree):
    """The provisions of both sides of a comparison."""

    def __init__(self, alignment: Alignment) -> None:
        super().__init__((*alignment.left, *alignment.right))
        self.alignment = alignment

    def told(self, pair: Pair) -> list[str]:
        """Sentences on what became of the pair, its words apart: split, merged, renumbered, moved."""
        sentences = []
        if pair.kind is PairKind.SPLIT:
            sentences.append(f"Split: {label(pair.left)} became {_listed(pair.right)}.")
        if pair.kind is PairKind.MERGED:
            sentences.append(f"Merged: {_listed(pair.left)} became {label(pair.right)}.")
        if pair.renumbered and pair.left[0].num and pair.right[0].num:
            sentences.append(f"Renumbered: {pair.left[0].num} became {pair.right[0].num}.")
        if pair.moved:
            sentences.append(
                f"Moved: it stood {self._place(pair.left[0])}, and now stands {self._place(pair.right[0])}."
            )
        return sentences

    def departures(self) -> Iterator[tuple[Pair | None, Pair]]:
        """Each pair that moved, with the pair after which it stood on the left (None: at the beginning)."""

        def place(pair: Pair) -> tuple[int, int]:
            return pair.left_source or 0, pair.left[0].span.start

        stays: Pair | None = None
        for pair in sorted((p for p in self.alignment.pairs if p.left), key=place):
            if pair.moved:
                yield stays, pair
            else:
                stays = pair

    def _place(self, provision: Provision) -> str:
        above = list(self.above(provision))
        siblings = above[0].children if above else (provision,)
        at = next(n for n, sibling in enumerate(siblings) if sibling is provision)
        where = f"in {label(above[:1])} " if len(above) > 1 else ""
        return where + (f"after {label([siblings[at - 1]])}" if at else "at the beginning")


def _listed(provisions: Sequence[Provision]) -> str:
    names = [label([p]) for p in provisions]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
