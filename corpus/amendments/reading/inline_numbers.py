"""Numbers of provisions in running text: "(2)", "(a)", "b)", told from the references to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from palermo.corpus.structure.lines.numbers import is_first, kinds, step, value

__all__ = ["InlineNumber", "InlineNumbers", "Rung", "covers", "follows"]


@dataclass(frozen=True, slots=True)
class Rung:
    """A level of numbered units: its Akoma Ntoso name, its kind of number (as in
    palermo.corpus.structure.lines.numbers), and the
    pattern of its marker, whose group `num` is the number."""

    level: str
    kind: str
    pattern: str


@dataclass(frozen=True, slots=True)
class InlineNumber:
    """A number at `start` to `end` that may open a unit at one of `rungs` (their places, outermost 0).

    `through` is the last number of a range ("(3) to (5) [Repealed…]"), "" otherwise.
    """

    num: str
    start: int
    end: int
    rungs: tuple[int, ...]
    through: str = ""


class InlineNumbers:
    """Finds the markers of a tradition: `rungs` from the outermost in; `references` (a pattern) are no markers,
    `ranges` (with the group `num`) follows the first number of several that stand together.
    """

    def __init__(self, rungs: Sequence[Rung], references: str, ranges: str) -> None:
        self.rungs = tuple(rungs)
        self._patterns = [re.compile(rung.pattern) for rung in rungs]
        self._references = re.compile(references)
        self._range = re.compile(ranges)

    def rung(self, level: str) -> int | None:
        """The place of the level among the rungs."""
        return next((at for at, rung in enumerate(self.rungs) if rung.level == level), None)

    def find(self, text: str, start: int, end: int) -> list[InlineNumber]:
        """The markers in `text[start:end]` that are no references, in order."""
        hidden = [m.span() for m in self._references.finditer(text, start, end)]
        found: dict[int, InlineNumber] = {}
        for at, pattern in enumerate(self._patterns):
            for m in pattern.finditer(text, start, end):
                if any(x < m.start() < y for x, y in hidden):
                    continue
                known = found.get(m.start())
                found[m.start()] = InlineNumber(m["num"], *m.span(), (*known.rungs, at) if known else (at,))
        return [self._ranged(text, marker, end) for _, marker in sorted(found.items())]

    def _ranged(self, text: str, marker: InlineNumber, end: int) -> InlineNumber:
        match = self._range.match(text, marker.end, end)
        return InlineNumber(marker.num, marker.start, match.end(), marker.rungs, match["num"]) if match else marker

    def climb(
        self, markers: Sequence[InlineNumber], text: str, top: int = 0, *, begun: bool = False
    ) -> list[tuple[InlineNumber, int]]:
        """The markers that count up, each with its rung: a first number opens a deeper rung, the next one goes on.

        What neither begins nor goes on a count is a reference and is left out. `top` is the outermost rung allowed;
        with `begun` the first marker of that rung opens a list, whatever its number.
        """
        counts: dict[int, str] = {}
        out: list[tuple[InlineNumber, int]] = []
        for at, marker in enumerate(markers):
            if begun and not out:
                rung = top if top in marker.rungs else None
            else:
                rung = self._choose(marker, markers[at + 1 :], counts, text, top)
            if rung is None:
                continue
            for deeper in [r for r in counts if r > rung]:
                del counts[deeper]
            counts[rung] = marker.through or marker.num
            out.append((marker, rung))
        return out

    def _choose(
        self, marker: InlineNumber, later: Sequence[InlineNumber], counts: dict[int, str], text: str, top: int
    ) -> int | None:
        going = [r for r in marker.rungs if r in counts and self._next(r, counts[r], marker.num)]
        new = [r for r in marker.rungs if r >= top and is_first(self.rungs[r].kind, marker.num)]
        new = [r for r in new if r not in counts or r > top] if counts else new
        deepest = max(counts, default=top - 1)
        fresh = min((r for r in new if r > deepest), default=None)
        again = max((r for r in new if r <= deepest), default=None)
        if going and fresh is not None:
            return self._sooner(marker, max(going), fresh, later, text)
        if going:
            return max(going)
        return fresh if fresh is not None else again

    def _sooner(self, marker: InlineNumber, going: int, fresh: int, later: Sequence[InlineNumber], text: str) -> int:
        """(i) after (h) goes on that count or opens a deeper one: the sign before it says which, or what follows."""
        before = text[: marker.start].rstrip()
        if before.endswith((";", "; or", "; and")):
            return going
        for other in later:
            if fresh in other.rungs and self._next(fresh, marker.num, other.num) and "." not in other.num:
                return fresh
            if going in other.rungs and self._next(going, marker.num, other.num):
                return going
        return going

    def _next(self, rung: int, before: str, after: str) -> bool:
        return follows(before, after, self.rungs[rung].kind)


def follows(before: str, after: str, kind: str | None = None) -> bool:
    """True if `after` is the next number behind `before`, or one inserted there; (b.01) stands before (b.1)."""
    head, _, tail = before.partition(".")
    other, _, inserted = after.partition(".")
    if head == other:
        return tail < inserted
    return any(step(k, head, other) == 1 for k in ([kind] if kind else kinds(head)))


def covers(printed: str, num: str, *, ranges: bool = True) -> bool:
    """True if a printed number is `num`, or several of which it is one: "3-5", "3,4" (with `ranges`)."""
    known, wanted = printed.casefold(), num.casefold()
    if known == wanted or not ranges:
        return known == wanted
    ends = re.split(r"[-,]", known)
    if len(ends) < 2:
        return False
    if "," in known:
        return wanted in ends
    return wanted in ends or value(ends[0])[0] < value(wanted)[0] < value(ends[-1])[0]
