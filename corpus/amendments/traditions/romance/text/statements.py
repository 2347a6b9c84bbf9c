"""Statements of an amending text: what stands between its signs, with the numbers before it."""

from __future__ import annotations

import re

from palermo.corpus.amendments.traditions.numbered.quotations import BEGIN, INSIDE, Q
from palermo.corpus.amendments.traditions.numbered.statements import (
    Number,
    StatementSplitter,
    behind_space,
    closing_bracket,
)
from palermo.corpus.amendments.traditions.romance.words import RomanceWords

__all__ = ["RomanceStatements"]


class RomanceStatements(StatementSplitter):
    """Splits a text with its quotations blotted out, with the words of `data`."""

    _once = True

    def __init__(self, data: RomanceWords) -> None:
        kinds = ((kind, rf"[*_#\s]*(?:{pattern})[*_\s]*") for kind, pattern in data.numbers.items())
        super().__init__(kinds, r"[\s.;,:*_#|]*")
        self._short = re.compile(rf"(?<!\w)(?:{data.abbreviations})$")
        self._introduces = re.compile(rf"(?:{data.introduces})[\s:,]*$")
        self._begins = data.begins
        self._hangs = re.compile(rf"(?<!\w)(?:{data.hangs})\s*$", re.I)

    def _opening(self, plain: str, position: int, lines: frozenset[int]) -> tuple[tuple[Number, ...], int]:
        return self._numbers(plain, position, line=position in lines or plain[:position].rstrip()[-1:] in ("", "."))

    def _end(self, plain: str, begin: int, lines: frozenset[int]) -> tuple[int, int, bool]:
        at = begin
        while at < len(plain):
            char = plain[at]
            if char == "(" and (closed := closing_bracket(plain, at)) is not None:
                at = closed
                continue
            if char == BEGIN:
                stop = self._behind(plain, begin, at)
                if stop is not None:
                    return stop, stop, False
                quoted = re.compile(Q).match(plain, at)
                at = quoted.end() if quoted else at + 1
                continue
            if char == ";":
                return at, at + 1, False
            if char == ":" and self._heads(plain, at, lines):
                return at, at + 1, True
            if char == "." and self._stops(plain, at, lines):
                return at, at + 1, False
            if at > begin and self._new(plain, begin, at, lines):
                return at, at, False
            at += 1
        return at, at, False

    def _behind(self, plain: str, begin: int, position: int) -> int | None:
        """The offset where a statement ends that ends with the provisions that it quotes; None where it goes on."""
        if not self._introduces.search(plain[begin:position]):
            return None
        quoted = re.compile(rf"{Q}(?:\s*{Q})*").match(plain, position)
        stop = quoted.end() if quoted else position
        after = behind_space(plain, stop)
        return None if re.match(r"[,]|\((?!\\?\*)|[^\W\d_A-ZÀ-Ý]{2}", plain[after : after + 2]) else stop

    def _heads(self, plain: str, position: int, lines: frozenset[int]) -> bool:
        after = behind_space(plain, position + 1, r"[\s*_#]*")
        if after >= len(plain):
            return True
        return plain[after] != BEGIN and (bool(self._numbers(plain, after, line=False)[0]) or after in lines)

    def _stops(self, plain: str, position: int, lines: frozenset[int]) -> bool:
        after = behind_space(plain, position + 1, r"[\s*_#]*")
        if after >= len(plain):
            return True
        if after == position + 1 or self._short.search(plain[max(0, position - 12) : position + 1]):
            return False
        return plain[after].isupper() or after in lines or bool(self._numbers(plain, after, line=False)[0])

    def _new(self, plain: str, begin: int, position: int, lines: frozenset[int]) -> bool:
        """True if a statement begins at `position` although no sign closes the one before."""
        if plain[position - 1] not in " *_#\n" or not plain[begin:position].strip():
            return False
        before = plain[begin:position].rstrip(" *_#")
        if before[-1:] in (BEGIN, INSIDE) and self._introduces.search(re.sub(rf"(?:{Q}\s*)+$", "", before)):
            return True
        if position in lines and (self._numbers(plain, position, line=True)[0] or plain[position].isupper()):
            return before[-1:] != "," and not self._hangs.search(before)
        return (
            self._begins.match(plain, position) is not None
            and not self._hangs.search(before)
            and before[-1:] not in ",:"
        )
