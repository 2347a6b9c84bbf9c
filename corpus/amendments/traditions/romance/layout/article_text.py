"""Layout of the provisions of French and Spanish acts: an article, the units in it, and what is counted.

A list's items are counted among the paragraphs in French, and belong to the one above them in Spanish (Conseil d'État,
Guide de légistique, 3.4.1; Directrices de técnica normativa, 31).
"""

from __future__ import annotations

from functools import lru_cache, partial

from palermo.corpus.amendments.model import Step
from palermo.corpus.amendments.provision_layout import read_unit
from palermo.corpus.amendments.traditions.numbered.article_text import ArticleText
from palermo.corpus.amendments.traditions.romance.layout.article_head import ArticleHeads
from palermo.corpus.amendments.traditions.romance.layout.article_tree import grown
from palermo.corpus.amendments.traditions.romance.layout.counted_units import Counting
from palermo.corpus.amendments.traditions.romance.layout.provision_numbers import normal
from palermo.corpus.amendments.traditions.romance.layout.unit_starts import PROVISO, RomanceLines
from palermo.corpus.amendments.traditions.romance.words import RomanceWords
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["RomanceArticleText"]

_LEVELS = ("division", "subdivision", "paragraph", "number", "letter", "roman", "double", PROVISO)


class RomanceArticleText(ArticleText):
    """The layout. What is counted: `Counting.spans`."""

    _AROUND = ' \n«"“*#'

    def __init__(self, data: RomanceWords) -> None:
        self._lines = RomanceLines(data)
        self._articles = ArticleHeads(data, self._lines)
        self._trees = lru_cache(maxsize=64)(partial(grown, self._lines))
        self._counting = Counting(self._articles, self._lines, self._trees, items=bool(data.items_are_lines))

    @property
    def levels(self) -> tuple[str, ...]:
        return _LEVELS

    def section(self, text: str, number: str | None) -> Provision | None:
        """The article that `text` is."""
        head = self._articles.head(text)
        if head is None or (number is not None and head.num.casefold() != normal(number).casefold()):
            return None
        heading = head.heading
        tree = self._trees(text, head.body, len(text.rstrip()))
        end = max([*(end for _, end in tree.lines), heading.end if heading else 0, head.number.end])
        span = Span(head.start, end)
        return read_unit(text, "article", head.num, span, number=head.number, heading=heading, children=tree.units)

    def _starts(self, text: str) -> list[tuple[int, str]]:
        return [(start, num.casefold()) for start, num in self._articles.starts(text)]

    def _compared(self, number: str) -> str:
        return normal(number).casefold()

    def headed(self, text: str) -> str:
        """The number of the article with which the text begins; "" where it begins with none."""
        head = self._articles.head(text)
        return head.num if head else ""

    def units(self, text: str, start: int, end: int, level: str) -> tuple[Provision, ...]:
        if level == "definition":
            return (read_unit(text, level, "", Span(start, end)),)
        units = self._trees(text[:end], start, end).units
        if not units or text[start : units[0].span.start].strip(' «"“') or level not in ("", "item", units[0].level):
            return ()
        return tuple(u for u in units if u.level == units[0].level)

    def sentences(self, text: str, start: int, end: int) -> list[int]:
        return self._lines.sentences(text, start, end)

    def counted(self, text: str, node: Provision, step: Step) -> list[Span] | None:
        return self._counting.spans(text, node, step)
