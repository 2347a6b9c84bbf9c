"""Reading text: what a person reads, with the way back to the text as read."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["DROPPED", "Mapped", "read_text"]

DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero-width characters
_RUN = re.compile(rf"(?P<space>\s+)|[^\s{DROPPED}]+(?: [^\s{DROPPED}]+)*")
_BREAKS = frozenset("\n\r\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Mapped:
    """`text`, and for each of its code points the offset of the one it came from."""

    text: str
    offsets: array[int]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that `start` to `end` of the text was read from (half-open; not empty)."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def locate(self, offset: int) -> int:
        """The index in the text of the last code point that came from at or before `offset`, or -1."""
        return bisect_right(self.offsets, offset) - 1


def read_text(text: str, start: int, end: int, marks: Sequence[tuple[int, int]] = (), *, lines: bool = False) -> Mapped:
    """`text[start:end]` without `marks` (sorted, disjoint) and invisible characters, runs of white space as one space.

    With `lines`, a run of white space that holds a line break becomes one line break instead.
    """
    out: list[str] = []
    offsets = array("l")
    pending = -1  # offset of the first of a run of white space
    broken = False
    at = start
    index = max(bisect_right(marks, (start, -1)) - 1, 0)
    while at < end:
        while index < len(marks) and marks[index][1] <= at:
            index += 1
        if index < len(marks) and marks[index][0] <= at:
            if lines and "\n" in text[at : marks[index][1]]:
                pending, broken = (at if pending < 0 else pending), True
            at = marks[index][1]
            continue
        stop = min(end, marks[index][0]) if index < len(marks) else end
        for run in _RUN.finditer(text, at, stop):
            if run.lastgroup:  # white space
                if pending < 0:
                    pending = run.start()
                broken = broken or not _BREAKS.isdisjoint(run.group())
            else:
                if pending >= 0 and out:
                    out.append("\n" if lines and broken else " ")
                    offsets.append(pending)
                pending, broken = -1, False
                out.append(run.group())
                offsets.extend(range(*run.span()))
        at = stop
    return Mapped("".join(out), offsets)
