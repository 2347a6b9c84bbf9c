"""The articles and sections of an act, by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator

from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.corpus.model.text_model import Provision, Version

__all__ = ["ArticleLookup", "outermost"]


class ArticleLookup:
    """The outermost articles, sections, rules and schedules of a text, as amendments count them."""

    def __init__(self, version: Version) -> None:
        self._articles = list(outermost(version.root, UNITS))
        self._starts = [article.span.start for article in self._articles]

    def at(self, offset: int) -> Provision | None:
        """The one that covers the code point; None between two."""
        n = bisect_right(self._starts, offset) - 1
        return self._articles[n] if n >= 0 and offset < self._articles[n].span.end else None


def outermost(node: Provision, levels: Container[str]) -> Iterator[Provision]:
    """The provisions below the node that are of one of the levels, and inside of no other that is."""
    for child in node.children:
        if child.level in levels:
            yield child
        else:
            yield from outermost(child, levels)
