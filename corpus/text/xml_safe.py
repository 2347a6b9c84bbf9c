"""Characters that go into XML: the words of a text without its markup, and nothing that XML 1.0 cannot hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from palermo.corpus.model.text_model import Span, Version

__all__ = ["Ink", "legal"]

_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2 (Char)
_SPACE = re.compile(r"[\t\n\v\f\r \x1c-\x1f\x85\u2028\u2029]+")  # not the no-break space: it is a character
_REPLACED = "\ufffd"


def legal(words: str) -> str:
    """`words` with U+FFFD in the place of each code point that XML 1.0 cannot hold (controls, surrogates)."""
    return _ILLEGAL.sub(_REPLACED, words)


class Ink:
    """Takes words from one text; `replaced` counts the code points of it that XML cannot hold."""

    def __init__(self, version: Version) -> None:
        self._version = version
        self.replaced = 0

    def words(self, span: Span) -> str:
        """Text of `span` without marks, white space folded, none at the ends."""
        words = _SPACE.sub(" ", "".join(self._pieces(span))).strip(" ")
        out, count = _ILLEGAL.subn(_REPLACED, words)
        self.replaced += count
        return out

    def _pieces(self, span: Span) -> Iterator[str]:
        text, marks = self._version.text, self._version.marks
        at = span.start
        index = max(bisect_right(marks, (span.start, -1)) - 1, 0)
        while index < len(marks) and marks[index].start < span.end:
            start, end = marks[index]
            if start > at:
                yield text[at:start]
            at = max(at, end)
            index += 1
        if at < span.end:
            yield text[at : span.end]
