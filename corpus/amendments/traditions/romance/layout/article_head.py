"""The head of a French or Spanish article: its number, its heading, and where its words begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palermo.corpus.amendments.traditions.romance.layout.provision_numbers import ARTICLE, normal
from palermo.corpus.amendments.traditions.romance.layout.unit_starts import RomanceLines
from palermo.corpus.amendments.traditions.romance.words import RomanceWords
from palermo.corpus.model.text_model import Span

__all__ = ["ArticleHead", "ArticleHeads"]

_DIVIDING = frozenset({"I.", "§", "(1)", "1."})  # kinds of marks of parts that an article may be divided into
_LONG = 14  # words: a line with more is no heading, where headings end in a full stop
_REACH = 160  # code points of running text in which a heading ends
_SIGNS = ".;:,)»"


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """`start` of the word "article", its number as it is compared and where it stands, the heading, and where the words
    of the article begin."""

    start: int
    num: str
    number: Span
    heading: Span | None
    body: int


class ArticleHeads:
    """Reads them with the words of `data`."""

    def __init__(self, data: RomanceWords, lines: RomanceLines) -> None:
        self._lines = lines
        names = data.article
        junk = r"(?:[\s>*#_«\"“„]|<a\s[^>]*></a>)*"
        self._article = re.compile(rf"{junk}(?P<word>{names})\s*(?P<num>{ARTICLE}|{data.article_words})(?![\w])")
        self._starts = re.compile(
            rf"(?:^|\n|(?<=[.;»\"”*])\s)[\s>*#_«\"“]*(?P<start>(?:{names})\s*(?P<num>{ARTICLE})(?![\w]))"
        )
        self._behind = re.compile(r"(?:\s?\((?:nouveau|nuevo)\))?[ \t]?[*_]*(?:\.?[ºª°]?[ \t]?[.:–—-]+)*[ \t*_]*")
        self._verbs = data.verbs if data.headings_stop else None

    def head(self, text: str) -> ArticleHead | None:
        """The head with which the text begins."""
        match = self._article.match(text)
        if match is None:
            return None
        behind = self._behind.match(text, match.end())
        after = behind.end() if behind else match.end()
        heading = self._heading(text, after)
        body = heading.end if heading else after
        return ArticleHead(match.start("word"), normal(match["num"]), Span(*match.span("num")), heading, body)

    def starts(self, text: str) -> list[tuple[int, str]]:
        """The places where articles seem to begin in the text, each with its number."""
        return [(m.start("start"), normal(m["num"])) for m in self._starts.finditer(text)]

    def _heading(self, text: str, start: int) -> Span | None:
        line = text.find("\n", start)
        end = line if line >= 0 else len(text)
        words = text[start:end].rstrip(" \t*_")
        more = bool(text[end:].strip())
        if not more and (title := self._before_first(text, start, len(text))) is not None:
            return title
        if not words.strip() or self._lines.marks(text, start, end):
            return None
        stops = self._lines.sentences(text, start, start + len(words) - 1)
        if more and words[-1] not in _SIGNS and not stops:
            return Span(start, start + len(words))
        first = next(iter(self._lines.sentences(text, start, end)), start + len(words))
        return Span(start, first) if self._stands_apart(text, start, first, end) else None

    def _stands_apart(self, text: str, start: int, first: int, end: int) -> bool:
        """True if the first sentence of the line is a heading: in capitals, or without a verb, before what is numbered
        or a line of its own."""
        title = text[start:first]
        if text[first:end].strip() and title.isupper():
            return True
        if self._verbs is None or self._verbs.search(title) or len(title.split()) > _LONG:
            return False
        behind = first + len(text[first:]) - len(text[first:].lstrip())
        alone = bool(text[end:].strip()) and not text[first:end].strip(" \t*_")
        return alone or any(m.num == "1" for m in self._lines.marks(text, behind, len(text)))

    def _before_first(self, text: str, start: int, end: int) -> Span | None:
        """In running text, the few words without a sign before the first of several numbered parts are a heading."""
        for gap in re.compile(r"\s").finditer(text, start, min(end, start + _REACH)):
            if re.search(r"[.;:,]", text[start : gap.start()]):
                return None
            firsts = [m for m in self._lines.marks(text, gap.end(), end, flat=True) if m.num in ("1", "I")]
            if firsts and firsts[0].kind in _DIVIDING and text[start : gap.start()].strip():
                upper = text[firsts[0].text : firsts[0].text + 1].isupper()
                return Span(start, gap.start()) if upper else None
        return None
