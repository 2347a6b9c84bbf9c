"""Hyphens at the ends of lines: in a word that was cut, in one that has a hyphen anyway, or a dash behind a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["Joiner"]

_CUT = re.compile(r"(?P<before>[^\W\d_]+(?:[-‐‑][^\W\d_]+)*)(?P<hyphen>[-‐\u00ad])$")
_START = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_WORD_LENGTH = 4  # letters: shorter pieces of words are words by chance
_DASHES = str.maketrans("‐‑", "--")
_AT_WORD = re.compile(r"\w—")  # as English sets it
_APART = re.compile(r"\s—")  # as Russian and French do


class Joiner:
    """Knows the words of one document that stand whole on a line, and how it sets its dashes."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._whole: set[str] = set()
        cut, at_word = False, 0
        for line in lines:
            at_word += len(_AT_WORD.findall(line)) - len(_APART.findall(line))
            words = _WORD.findall(line.translate(_DASHES).casefold())
            ends = _CUT.search(line) is not None
            self._whole.update(words[cut : len(words) - ends])
            cut = ends
        self._dash_at_word = at_word > 0

    @staticmethod
    def cuts(before: str, after: str) -> bool:
        """True if a word may begin on the line `before` and end on the line `after`."""
        return _CUT.search(before) is not None and after[:1].islower()

    def join(self, before: str, after: str) -> str:
        """The two lines as one, a word that their break cuts made whole; a blank between them where none is cut."""
        if self._dash_at_word and (after.startswith("—") or _AT_WORD.search(before[-2:])):
            return before + after
        cut, start = _CUT.search(before), _START.match(after)
        if cut is None or start is None or not start.group()[0].islower():
            return f"{before} {after}"
        head = before[: cut.start("hyphen")]
        return head + ("-" if self._keeps(cut, start.group()) else "") + after

    def _keeps(self, cut: re.Match[str], after: str) -> bool:
        """Whether the hyphen is the word's own: the document has it so elsewhere, or both halves only as words."""
        if cut["hyphen"] == "\u00ad":
            return False
        before, after = cut["before"].translate(_DASHES).casefold(), after.casefold()
        if f"{before}-{after}" in self._whole:
            return True
        if before + after in self._whole:
            return False
        last = before.rpartition("-")[2]
        written = cut["hyphen"] == "-" and min(len(last), len(after)) >= _WORD_LENGTH
        return written and last in self._whole and after in self._whole
