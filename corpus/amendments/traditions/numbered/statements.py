"""Statements of an amending text: the words between its signs, with the numbers before them."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Number", "Statement", "StatementSplitter", "behind_space", "closing_bracket"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number before a statement; `kind` is how it is printed ("1.", "1)", "а)"), "section" for an article of the
    amending act.
    """

    kind: str
    num: str


@dataclass(frozen=True, slots=True)
class Statement:
    """`start` to `end` of the text, without the numbers and the last sign; `heads`: it ends in a colon, and what stands
    under it follows.
    """

    numbers: tuple[Number, ...]
    start: int
    end: int
    heads: bool


class StatementSplitter(ABC):
    """Splits a text with its quotations blotted out. `kinds` are the patterns of numbers (with the group `num`) by how
    they are printed, `skipped` is the pattern of what stands between statements."""

    _once = False  # whether several numbers that stand together are all of different kinds

    def __init__(self, kinds: Iterable[tuple[str, str]], skipped: str) -> None:
        self._kinds = [(kind, re.compile(pattern)) for kind, pattern in kinds]
        self._skipped = skipped

    def split(self, plain: str, lines: frozenset[int]) -> Iterator[Statement]:
        """The statements in order. `lines` are the offsets where lines begin."""
        at = 0
        while (at := behind_space(plain, at, self._skipped)) < len(plain):
            numbers, begin = self._opening(plain, at, lines)
            end, after, heads = self._end(plain, begin, lines)
            yield Statement(numbers, begin, end, heads)
            at = max(after, at + 1)

    def _numbers(self, plain: str, position: int, *, line: bool = True) -> tuple[tuple[Number, ...], int]:
        """The numbers at `position`, and where the words behind them begin; an article's only where a line does."""
        found: list[Number] = []
        while True:
            hits = ((k, m) for k, p in self._kinds if (k != "section" or line) and (m := p.match(plain, position)))
            hit = next(hits, None)
            if hit is None or (self._once and any(n.kind == hit[0] for n in found)):
                return tuple(found), position
            found.append(Number(hit[0], hit[1]["num"]))
            position = hit[1].end()

    @abstractmethod
    def _opening(self, plain: str, position: int, lines: frozenset[int]) -> tuple[tuple[Number, ...], int]:
        """The numbers at `position`, where a statement may begin, and where the words behind them begin."""

    @abstractmethod
    def _end(self, plain: str, begin: int, lines: frozenset[int]) -> tuple[int, int, bool]:
        """The end of the statement, the beginning of the next, and True if it is a heading over those that follow."""


def closing_bracket(text: str, position: int) -> int | None:
    """The offset behind the bracket that closes the one at `position`; None where none does."""
    depth = 0
    for match in re.compile(r"[()]").finditer(text, position):
        depth += 1 if match.group() == "(" else -1
        if not depth:
            return match.end()
    return None


def behind_space(text: str, position: int, pattern: str = r"\s*") -> int:
    """The end of the blanks (or what else the pattern allows) from `position` on."""
    match = re.compile(pattern).match(text, position)
    return match.end() if match else position
