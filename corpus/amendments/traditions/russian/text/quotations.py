"""Quotations in an amending text, with those inside them, and the text with each blotted out.

Straight marks tell by the blanks beside them whether they open or close. A quotation inside another often shares the
closing mark with it («… «…»): where marks do not come out even, a mark before the next instruction closes all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from palermo.corpus.amendments.traditions.numbered.quotations import blotted

__all__ = ["RussianQuotes", "quotes"]

_OPEN, _CLOSE = "«„", "»”"


@dataclass(frozen=True, slots=True)
class RussianQuotes:
    """`plain` is the text with its quotations blotted out, character for character; `spans` are the quotations with
    their marks, `broken` is where one begins that never ends (None: all do)."""

    plain: str
    spans: tuple[tuple[int, int], ...]
    broken: int | None = None
    shared: frozenset[int] = frozenset()
    """Where quotations begin of which the closing mark is that of one inside, too: it belongs to the words."""


def quotes(text: str, goes_on: Callable[[str, int], bool]) -> RussianQuotes:
    """The quotations; `goes_on(text, at)` says whether an instruction begins there, or the text ends."""
    spans: list[tuple[int, int]] = []
    at, broken = 0, None
    common = set()
    while at < len(text):
        found = _next(text, at)
        if found is None:
            break
        start, end = found
        shared = _shared(text, start, len(text) if end is None else end - 1, goes_on)
        if end is None or shared is not None:
            end = shared
            if end is not None and _depth(text, start, end):
                common.add(start)
        if end is None:
            broken, end = start, len(text)
        spans.append((start, end))
        at = end
    return RussianQuotes(blotted(text, spans), tuple(spans), broken, frozenset(common))


def _next(text: str, position: int) -> tuple[int, int | None] | None:
    """The next quotation from `position` on; its end is None where the marks do not come out even."""
    start = -1
    for here, depth in _marks(text, position, len(text)):
        if start < 0 and depth:
            start = here
        if start >= 0 and not depth:
            return start, here + 1
    return (start, None) if start >= 0 else None


def _depth(text: str, start: int, end: int) -> int:
    """The number of quotations that are open at the end of the text from `start`, where one begins."""
    return next(reversed([0, *(depth for _, depth in _marks(text, start, end))]))


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places where the marks stand, and how many quotations are open behind each."""
    depth, last, opened = 0, -2, False
    for match in re.compile(r"[«»„“”\"]").finditer(text, start, end):
        here = match.start()
        opens = _opens(text, here, depth, opened if last == here - 1 else None)
        last, opened = here, opens
        depth = depth + 1 if opens else max(depth - 1, 0)
        yield here, depth


def _opens(text: str, position: int, depth: int, beside: bool | None) -> bool:
    char = text[position]
    if char in _OPEN:
        return True
    if char in _CLOSE:
        return False
    if beside is not None:
        return beside
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    free = not before or before.isspace() or before in "([«„"
    if free and (not after or after.isspace()):
        return not depth
    return free


def _shared(text: str, start: int, stop: int, goes_on: Callable[[str, int], bool]) -> int | None:
    """The offset where a quotation ends whose marks do not come out even: at the first mark behind which an instruction
    begins."""
    for match in re.compile(r"[»”“\"]\s*(?:[;.,]\s*|$)").finditer(text, start + 1):
        if match.start() >= stop:
            return None
        if not _opens(text, match.start(), 1, None) and goes_on(text, match.end()):
            return match.start() + 1
    return None
