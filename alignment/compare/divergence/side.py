"""The own text of one side of a pair as a person reads it, with what the rules look for in it, each found once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from palermo.alignment.compare.divergence.figures import FigureChange, figures
from palermo.alignment.penalties.penalties import Sanction, sanctions_in
from palermo.corpus.model.text_model import Span, Version
from palermo.kb.lexicon.change_words import ChangeWords
from palermo.kb.lexicon.cues import Cues, fold
from palermo.kb.lexicon.reference_words import find_references

__all__ = ["DivergenceSide"]


@dataclass(frozen=True)
class DivergenceSide:
    """`text` is the own text without markup, one line a line or part; `folded` the same for patterns.

    `pieces` are the parts of it in the order of the source: where each begins there, where in `text`, and for each of
    its code points the offset that it came from.
    """

    text: str
    folded: str
    pieces: tuple[tuple[int, int, Sequence[int]], ...]
    words: ChangeWords
    cues: Cues | None

    @classmethod
    def of(cls, version: Version, parts: Sequence[Span], words: ChangeWords, cues: Cues | None) -> DivergenceSide:
        texts: list[str] = []
        pieces: list[tuple[int, int, Sequence[int]]] = []
        at = 0
        for part in parts:
            reading = version.reading(part, lines=True)
            pieces.append((part.start, at, reading.offsets))
            texts.append(reading.text)
            at += len(reading.text) + 1
        text = "\n".join(texts)
        return cls(text, fold(text), tuple(sorted(pieces, key=lambda piece: piece[0])), words, cues)

    def index(self, offset: int) -> int:
        """Where in `text` the code point at `offset` of the source stands, or the next one after it that is read."""
        return self._index(offset, offset)

    def span(self, span: Span) -> tuple[int, int]:
        """Where in `text` a span of the source stands that lies in one part."""
        start = self._index(span.start, span.start)
        return start, max(start, self._index(span.end, span.end - 1))

    def _index(self, offset: int, inside: int) -> int:
        """Where `offset` stands in the part that has the code point at `inside`."""
        at = bisect_right(self.pieces, inside, key=lambda piece: piece[0]) - 1
        _, base, offsets = self.pieces[max(at, 0)]
        return base + bisect_left(offsets, offset)

    @cached_property
    def references(self) -> list[tuple[int, int]]:
        return find_references(self.text.replace("\n", " "), self.words.lang)

    @cached_property
    def figures(self) -> list[FigureChange]:
        return figures(self.folded, self.words)

    def own_figures(self, span: tuple[int, int]) -> list[FigureChange]:
        """The numbers that a span touches, without those of references."""
        return [
            f
            for f in self.figures
            if f.start < span[1] and span[0] < f.end and not any(s < f.end and f.start < e for s, e in self.references)
        ]

    @cached_property
    def dates(self) -> list[tuple[int, int]]:
        return [m.span() for m in _date(self.words.months).finditer(self.folded)]

    @cached_property
    def sanctions(self) -> list[Sanction]:
        return sanctions_in(self.folded, 0, len(self.folded), self.cues) if self.cues else []

    def line(self, position: int) -> str:
        """The folded line around a place."""
        start, end = self.text.rfind("\n", 0, position) + 1, self.text.find("\n", position)
        return self.folded[start : end if end >= 0 else len(self.folded)]

    def sentence(self, span: tuple[int, int]) -> str:
        """The folded sentence around a span, or the clause up to the next semicolon."""
        start = max((m.end() for m in _STOP.finditer(self.folded, max(0, span[0] - _FAR), span[0])), default=0)
        stop = _STOP.search(self.folded, span[1], span[1] + _FAR)
        return self.folded[max(start, span[0] - _FAR) : stop.start() if stop else span[1] + _FAR]


_STOP = re.compile(r"(?<=[^\W\d]{3})[.;](?=\s)")
_FAR = 600  # code points


@cache
def _date(months: str) -> re.Pattern[str]:
    """Dates in the ways of statutes: with the month's name, in figures, and a year alone."""
    of = r"(?:of |de |del |d')?"
    day, year = r"\d{1,2}(?:st|nd|rd|th| ?er|\.|º|°)?", r"(?:1[6-9]|20)\d\d"
    of_year = r"(?:[ -]?(?:года?|г\.|року|р\.|ж\.))?"
    return re.compile(
        rf"(?<![\d.,])(?:{day} {of})?(?:{months})(?!\w)\.?(?: {day}(?!\d))?,? ?{of}(?:{year}){of_year}"
        rf"|(?<![\d.,]){day} {of}(?:{months})(?!\w)|(?<!\w)(?:{months}) {day}(?![\w%])"
        r"|(?<![\d.])\d{1,2}\. ?\d{1,2}\. ?\d{4}|(?<!\d)\d{4}-\d\d-\d\d(?!\d)|(?<![\d/])\d{1,2}/\d{1,2}/\d{4}"
        rf"|(?<![\w.,№$€£/§-]){year}(?![\d/%]|[.,]\d|-\d)"
    )
