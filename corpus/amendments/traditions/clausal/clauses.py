"""The clauses of a British amending provision: its numbered parts, each with the words before its own parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palermo.corpus.amendments.reading.inline_numbers import InlineNumber, InlineNumbers
from palermo.corpus.structure.lines.numbers import is_first

__all__ = ["InstructionClause", "clauses"]


@dataclass(frozen=True, slots=True)
class InstructionClause:
    """A numbered part, `start` to `end` are its words up to those of the parts below it (`parts`);
    `first`: its number is one that a list begins with."""

    start: int
    end: int
    parts: tuple[InstructionClause, ...] = ()
    first: bool = False


def clauses(text: str, marks: InlineNumbers, lines: frozenset[int]) -> InstructionClause:
    """The tree of `text`, in which quotations are blotted out; `lines` is where lines begin in the source.

    A number that begins a line is a part's, whatever stands before it.
    """
    found = marks.find(text, 0, len(text))
    known = {m.start for m in found}
    found += [m for m in _everywhere(marks, text) if m.start in lines and m.start not in known]
    found = [m for m in sorted(found, key=lambda m: m.start) if m.start in lines or _may_open(text, m)]
    placed = marks.climb(found, text, begun=bool(found) and found[0].num == "2")  # what stands before is the first
    return InstructionClause(0, placed[0][0].start if placed else len(text), _below(placed, 0, -1, len(text), marks))


def _everywhere(marks: InlineNumbers, text: str) -> list[InlineNumber]:
    return InlineNumbers(marks.rungs, r"(?!)", r"(?!)").find(text, 0, len(text))


def _may_open(text: str, marker: InlineNumber) -> bool:
    """A part begins behind a sign, a conjunction or a quotation, or where the provision's number stands."""
    before = text[: marker.start].rstrip()
    if marker.num == "1" and re.fullmatch(r"\W*\d+[A-Z]{0,3}\.?\s[^\ufffc]{0,200}", before):
        return True  # behind the provision's number and its heading
    return not before or re.search(r"(?:[—–:;,.\ufffc-]|\d[A-Z]*|[;,—]\s?(?:and|or|by))$", before) is not None


def _below(
    placed: list[tuple[InlineNumber, int]], position: int, rung: int, end: int, marks: InlineNumbers
) -> tuple[InstructionClause, ...]:
    out = []
    while position < len(placed) and placed[position][1] > rung:
        marker, here = placed[position]
        after = position + 1
        while after < len(placed) and placed[after][1] > here:
            after += 1
        stop = placed[after][0].start if after < len(placed) else end
        words = placed[position + 1][0].start if after > position + 1 else stop
        inside = placed[position + 1 : after]
        out.append(
            InstructionClause(
                marker.end, words, _below(inside, 0, here, stop, marks), is_first(marks.rungs[here].kind, marker.num)
            )
        )
        position = after
    return tuple(out)
