"""A text as tokens: whole words, numbers and single signs, each with its span in the text as read."""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from alignment.typography import DASHES, normal
from corpus.model import Span, Version

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
    starts, ends = array("i"), array("i")
    for span in spans:
        reading = version.reading(span)
        text, offsets = _closed(reading.text), reading.offsets
        found = words(reading.text)
        keys.extend([_key(text[start:end]) for start, end in found])
        starts.extend([offsets[start] for start, _ in found])
        ends.extend([offsets[end - 1] + 1 for _, end in found])
    return Tokens(tuple(keys), starts, ends)


def words(text: str) -> list[tuple[int, int]]:
    """Where the tokens of a text stand that is given as a person reads it, in code points."""
    closed = _closed(text)
    return [match.span() for match in _pattern(closed).finditer(closed)]


def _closed(text: str) -> str:
    """`text`, as long as it is, where ’ closes a quotation although a word follows at once (‘beg’has): a sign then, no
    apostrophe. What ends in one letter (‘the victim’s age’) is one.
    """
    return _QUOTED.sub(r'\1"', text) if "‘" in text else text


@lru_cache(1 << 16)
def _key(token: str) -> str:
    return sys.intern(normal(token))


_SIMPLE = re.compile(r"[\x00-\u02ff\u0370-\u0482\u048a-\u0590\u2000-\u20cf\u2100-\u214f]*")


def _pattern(text: str) -> re.Pattern[str]:
    """The tokens of a text: fast for one whose letters need no combining marks (Latin, Greek, Cyrillic)."""
    return _tokens(marked=_SIMPLE.fullmatch(text) is None)


@cache
def _tokens(*, marked: bool) -> re.Pattern[str]:
    """Words with inner apostrophes and hyphens; elided articles (l', qu') apart; numbers whole; CJK by sign.

    `\\w` has no combining marks, without which words of Bengali, Hindi or Arabic would fall apart.
    """
    word = r"\w+"
    if marked:
        marks = "".join(chr(c) for c in range(0x300, 0x1F000) if unicodedata.category(chr(c)).startswith("M"))
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
