"""The provisions of several texts with what is above each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from palermo.corpus.model.text_model import BASIC_UNITS, Provision, Version

__all__ = ["ParagraphTree"]

_ARTICLES = BASIC_UNITS | {"recital"}
_MOST_HEADINGS = 9  # of a word processor
_DEEPEST = 5


class ParagraphTree:
    """By the identity of the provisions, which may be equal in two texts."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self._parents: dict[int, Provision] = {}
        self._depths: dict[int, int] = {}
        self._versions: dict[int, tuple[int, Version]] = {}
        for number, version in enumerate(versions):
            self._depths[id(version.root)] = 0
            for provision in version.root.walk():
                self._versions[id(provision)] = number, version
                for child in provision.children:
                    self._parents[id(child)] = provision
                    self._depths[id(child)] = self._depths[id(provision)] + 1

    def version(self, provision: Provision) -> Version:
        """The text that it is in."""
        return self._versions[id(provision)][1]

    def number(self, provision: Provision) -> int:
        """Number of the text that the provision is in, from 0, in the order given."""
        return self._versions[id(provision)][0]

    def article(self, provision: Provision) -> Provision:
        """The outermost article or section that holds it, or it itself if none does."""
        found = [p for p in (provision, *self.above(provision)) if p.level in _ARTICLES]
        return found[-1] if found else provision

    def part(self, provision: Provision) -> Provision:
        """The part of its article that holds it: a child of the article, or the article itself."""
        article = self.article(provision)
        way = (provision, *self.above(provision))
        return next((p for p in way if self._parents.get(id(p)) is article), article)

    def heading(self, provision: Provision) -> int:
        """The level of its heading, from 1; 0 where only a number stands in the heading's place."""
        return min(self._depths[id(provision)] + 1, _MOST_HEADINGS) if provision.heading else 0

    def indent(self, provision: Provision) -> int:
        """Indent of its text: 0 for the parts of an article, more below them."""
        below = self._depths[id(provision)] - self._depths[id(self.article(provision))]
        return min(max(below - 1, 0), _DEEPEST)

    def above(self, provision: Provision) -> Iterator[Provision]:
        """Ancestors of the provision, from its parent to the root."""
        at = self._parents.get(id(provision))
        while at is not None:
            yield at
            at = self._parents.get(id(at))
