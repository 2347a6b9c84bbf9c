"""Counting: what a piece of work costs, in steps and not in seconds, so that it is the same on every machine."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

__all__ = ["TWICE", "Counted", "steps"]

TWICE = 2.6  # what twice as much may cost: the double, and something for tables that grow; the square costs four times


def steps(work: Callable[[], object], *, warm: bool = True) -> int:
    """How many lines of Python the work runs, each round of a loop counting as one, a loop within a line, too.

    What is done in C, by a regular expression or a copy of a text, is one step, however long it takes: `Counted` counts
    the first of them. With `warm` the work is done twice: what is loaded or compiled for the first time does not count.
    """
    if warm:
        work()
    count = 0

    def line(frame: FrameType, event: str, argument: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


class Counted:
    """A regular expression that adds up in `read` over how many characters it went."""

    read = 0

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match, read up to its end, or to the end where there is none."""
        found = self._pattern.search(text, start, end)
        Counted.read += max(0, (found.end() if found else min(end, len(text))) - start)
        return found

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """The matches, read as far as they are asked for."""
        at = start
        for found in self._pattern.finditer(text, start, end):
            Counted.read += found.end() - at
            at = found.end()
            yield found
        Counted.read += max(0, min(end, len(text)) - at)
