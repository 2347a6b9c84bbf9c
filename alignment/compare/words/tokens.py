"""A text as tokens: whole words, numbers and single signs, each with its span in the text as read."""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from palermo.alignment.compare.words.typography import DASHES, normal
from palermo.corpus.model.reading_text import DROPPED
from palermo.corpus.model.text_model import Span, Version

__all__ = ["Tokens", "tokenize", "words"]

_QUOTED = re.compile(r"(?<!\w)(‘[^‘’]{1,80})’(?=\w\w)")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel columns: `keys` are compared (see `typography.normal`), `starts` and `ends` are code points as read."""

    keys: tuple[str, ...]
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.keys)


def tokenize(version: Version, spans: Iterable[Span]) -> Tokens:
    """The tokens that a person reads in `spans` of the version, in order. None of them reaches over a span's end."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for span in spans:
        if _as_read(version, span):
            found = _found(version.text, *span)
            keys += [_key(version.text[start:end]) for start, end in found]
            starts += [start for start, _ in found]
            ends += [end for _, end in found]
            continue
        reading = version.reading(span)
        text, offsets = _closed(reading.text), reading.offsets
        found = _found(text, 0, len(text))
        keys += [_key(text[start:end]) for start, end in found]
        starts += [offsets[start] for start, _ in found]
        ends += [offsets[end - 1] + 1 for _, end in found]
    return Tokens(tuple(keys), array("i", starts), array("i", ends))


def words(text: str) -> list[tuple[int, int]]:
    """Where the tokens of a text stand that is given as a person reads it, in code points."""
    closed = _closed(text)
    return _found(closed, 0, len(closed))


def _as_read(version: Version, span: Span) -> bool:
    """Whether a stretch of the source, white space aside, is what a person reads there, and none of its signs is to be
    closed: its tokens are then those of the source.
    """
    text, (start, end), marks = version.text, span, version.marks
    before = bisect_left(marks, (end, end)) - 1
    return (before < 0 or marks[before][1] <= start) and _ALTERED.search(text, start, end) is None


_ALTERED = re.compile(f"[{DROPPED}‘]")


def _found(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in _pattern(text, start, end).finditer(text, start, end)]


def _closed(text: str) -> str:
    """`text`, as long as it is, where ’ closes a quotation although a word follows at once (‘beg’has): a sign then, no
    apostrophe. What ends in one letter (‘the victim’s age’) is one.
    """
    return _QUOTED.sub(r'\1"', text) if "‘" in text else text


@lru_cache(1 << 14)
def _key(token: str) -> str:
    return sys.intern(normal(token))


_PLAIN = "\x00-\u02ff\u0370-\u0482\u048a-\u0590\u2000-\u20cf\u2100-\u2cee"
_ACCENTS = "\u0300-\u036f"
_SIMPLE, _ACCENTED = (re.compile(rf"[{letters}]*") for letters in (_PLAIN, _PLAIN + _ACCENTS))


def _pattern(text: str, start: int, end: int) -> re.Pattern[str]:
    """The tokens of a stretch of text: fast for letters that need no combining marks (Latin, Greek, Cyrillic)."""
    if _SIMPLE.fullmatch(text, start, end):
        return _tokens("")
    return _tokens(_ACCENTS if _ACCENTED.fullmatch(text, start, end) else _marks())


@cache
def _marks() -> str:
    """Every combining mark, as ranges of a set."""
    marks = [c for c in range(0x300, 0x1F000) if unicodedata.category(chr(c)).startswith("M")]
    first = [c for c, before in zip(marks, (0, *marks), strict=False) if c != before + 1]
    last = [c for c, after in zip(marks, (*marks[1:], 0), strict=True) if c != after - 1]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(first, last, strict=True))


@cache
def _tokens(marks: str) -> re.Pattern[str]:
    """Words with inner apostrophes and hyphens; elided articles (l', qu') apart; numbers whole; CJK by sign.

    `\\w` has no combining marks, without which words of Bengali, Hindi or Arabic would fall apart.
    """
    word = r"\w+"
    if marks:
        letter = "[^\\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
        word = rf"{letter}(?:{letter}|[{marks}])*"
    inner = "['’ʼ‘" + re.escape(DASHES) + "]"
    return re.compile(
        rf"\d+(?:[.,/]\d+)+(?!\w)"
        rf"|(?:[cdjlmnst]|qu)['’](?=\w)"
        rf"|{word}(?:{inner}{word})*"
        rf"|\S",
        re.IGNORECASE,
    )
