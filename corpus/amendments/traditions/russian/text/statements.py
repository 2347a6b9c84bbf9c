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
from palermo.corpus.amendments.traditions.russian.words import RussianWords

__all__ = ["RussianStatements"]


class RussianStatements(StatementSplitter):
    """Splits a text with its quotations blotted out, with the words of `data`."""

    def __init__(self, data: RussianWords) -> None:
        kinds = (
            ("section", data.section),
            ("I.", r"(?P<num>[IVXL]+|І{1,3})\.(?=\s)"),
            ("1.", r"(?P<num>\d+(?:-\d+)?)\.(?=\s)"),
            ("1)", rf"(?P<num>\d+(?:[-.]\d+)*)\)(?=\s)(?!{data.not_numbers})"),
            ("а)", rf"(?P<num>{data.letters})\)(?=\s)(?!{data.not_numbers})"),
        )
        super().__init__(((kind, rf"{pattern}\s*") for kind, pattern in kinds), r"(?:[\s.;,:]|[–—-](?=\s))*")
        self._short = re.compile(rf"(?<!\w){data.abbreviations}$")
        self._payload = re.compile(rf"{Q}(?:\s*[,;]?\s*{Q})*")
        self._goes_on = re.compile(rf"(?:,|\s(?:{data.and_}))\s[^\W\d_]")
        self._introduces = re.compile(data.introduces + r"\s*$", re.I)

    def _opening(self, plain: str, position: int, lines: frozenset[int]) -> tuple[tuple[Number, ...], int]:
        return self._numbers(plain, position)

    def behind_numbers(self, plain: str, position: int) -> int:
        """The offset where the words behind the numbers at `position` begin; `position` where there are none."""
        return self._numbers(plain, position)[1]

    def numbered(self, plain: str, position: int) -> bool:
        return bool(self._numbers(plain, position)[0])

    def _end(self, plain: str, begin: int, lines: frozenset[int]) -> tuple[int, int, bool]:
        position = begin
        while position < len(plain):
            char = plain[position]
            if char == "(" and (closed := closing_bracket(plain, position)) is not None:
                position = closed
                continue
            if char == ";":
                return position, position + 1, False
            if char == ":":
                after = behind_space(plain, position + 1)
                if plain[after : after + 1] != BEGIN:
                    return position, position + 1, True
                if self._introduces.search(plain[begin:position]):
                    payload = self._payload.match(plain, after)
                    stop = payload.end() if payload else after
                    if not self._goes_on.match(plain, stop):
                        return stop, stop, False
                    position = stop
                    continue
            if char == "." and self._stops(plain, position, lines):
                return position, position + 1, False
            if position > begin and position in lines and self._begins(plain, begin, position):
                return position, position, False
            position += 1
        return position, position, False

    def _stops(self, plain: str, position: int, lines: frozenset[int]) -> bool:
        after = behind_space(plain, position + 1)
        if after == len(plain) or after in lines:
            return True
        if after == position + 1 or self._short.search(plain[max(0, position - 8) : position + 1]):
            return False
        return self.numbered(plain, after) or plain[after].isupper()

    def _begins(self, plain: str, begin: int, position: int) -> bool:
        """True if the line at `position` begins a statement although no sign closes the one before."""
        before = plain[begin:position].rstrip()[-1:]
        if self.numbered(plain, position):
            return not before.isalnum() or not plain[position].isdigit() or plain[position].isupper()
        return before in (BEGIN, INSIDE) and plain[position].isupper()
