"""Where the provisions of a comparison stand: in which article, after what; and where those stood that moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.alignment.compare.model import Alignment, Pair, PairKind
from palermo.corpus.model.text_model import BASIC_UNITS, Provision
from palermo.report.shared.pair_words import label

__all__ = ["ARTICLES", "RedlinePlaces"]

ARTICLES = BASIC_UNITS | {"recital"}


@dataclass(frozen=True, slots=True)
class RedlinePlaces:
    """The tree above every provision of both sides, by the identity of the provision."""

    alignment: Alignment
    parents: dict[int, Provision]
    before: dict[int, Provision]

    @classmethod
    def of(cls, alignment: Alignment) -> RedlinePlaces:
        parents: dict[int, Provision] = {}
        before: dict[int, Provision] = {}
        for version in (*alignment.left, *alignment.right):
            for provision in version.root.walk():
                for at, child in enumerate(provision.children):
                    parents[id(child)] = provision
                    if at:
                        before[id(child)] = provision.children[at - 1]
        return cls(alignment, parents, before)

    def article(self, provision: Provision) -> Provision:
        """The outermost article or section that holds the provision, or it itself if none does."""
        found, at = provision, self.parents.get(id(provision))
        while at is not None:
            if at.level in ARTICLES:
                found = at
            at = self.parents.get(id(at))
        return found

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
        parent, before = self.parents.get(id(provision)), self.before.get(id(provision))
        where = f"in {label([parent])} " if parent is not None and id(parent) in self.parents else ""
        return where + (f"after {label([before])}" if before is not None else "at the beginning")


def _listed(provisions: Sequence[Provision]) -> str:
    names = [label([p]) for p in provisions]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
