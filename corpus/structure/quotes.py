"""Provisions quoted by amending acts: where a quotation begins with a number or a heading, and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from corpus.structure.view import View

__all__ = ["quotations"]

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "”": "”", "‟": "”"}
_LIMIT = 120_000
_START = re.compile(r"(?:[\s\[(]|\d{1,2}\[)*(?P<quote>[“«„‘\"”])\s*(?P<second>[“«„‘\"'])?\s*")
_INLINE = re.compile(r"[:：]\s*[—–-]?\s*(?P<quote>[“«„‘\"”])\s*(?=\S)")
_TAIL = re.compile(r"[\s.,;:)»”\"’\]*]*(?:(?:and|or|et|ou|und|en|of|y|o|и|или|та|або|dan|atau)?[\s.,;:—–-]*)(?:<\*>|\(\*\)|\\)?\s*(?=\n|\Z)")


def quotations(view: View, begins: Callable[[int, int], bool], walls: Sequence[int]) -> list[tuple[int, int]]:
    """The quoted provisions, in order, none inside another: from after the opening to before the closing quotation mark.

    `begins(at, line)` says whether a number or heading begins at `at`, in that line; `walls` are the places (sorted) that
    no quotation reaches over: headings of the text's own articles.
    """
    found: list[tuple[int, int]] = []
    until = -1
    for index, line in enumerate(view.lines):
        if line.start < until:
            continue
        for start in _starts(view, index):
            if start[1] < until or not begins(start[1], index):
                continue
            end = _end(view.text, start[0], start[1])
            wall = bisect_right(walls, start[1])
            if end is not None and start[1] < end and (wall == len(walls) or end <= walls[wall]):
                found.append((start[1], end))
                until = end
                break
    return found


def _starts(view: View, index: int) -> list[tuple[int, int]]:
    """Where a quotation may begin in a line: (its mark, its first character)."""
    line = view.lines[index]
    out = []
    if match := _START.match(view.text, line.start, line.end):
        out.append((match.start("quote"), match.end("quote") + _blanks(view.text, match.end("quote"))))
    for match in _INLINE.finditer(view.text, line.start, line.end):
        out.append((match.start("quote"), match.end()))
    return out


def _blanks(text: str, at: int) -> int:
    count = 0
    while at + count < len(text) and text[at + count].isspace():
        count += 1
    return count


def _end(text: str, mark: int, start: int) -> int | None:
    """Where the quotation that opens at `mark` ends: at a closing mark that balances it and ends a line."""
    opening = text[mark]
    closing = _PAIRS[opening]
    stop = min(len(text), start + _LIMIT)
    if opening in "\"‘”":
        for match in re.compile(re.escape(closing[0])).finditer(text, start, stop):
            if _TAIL.match(text, match.end()) and text[match.start() - 1] not in "\n(":
                return match.start()
        return None
    depth = 1
    marks = re.compile(f"[{opening}{closing}]")
    last = None
    for match in marks.finditer(text, start, stop):
        char = match.group()
        if char == opening and char not in closing:
            depth += not _repeated(text, match.start(), closing)
            continue
        depth -= 1
        if depth <= 0:
            if _TAIL.match(text, match.end()) or text[match.end() : match.end() + 1] in ".;," or depth < -2:
                return match.start()
            last = match.start()
            depth = 1
    return last


def _repeated(text: str, at: int, closing: str) -> bool:
    """Whether an opening mark only repeats that the quotation goes on (before each paragraph), as it never closes itself."""
    begin = text.rfind("\n", 0, at) + 1
    if text[begin:at].strip():
        return False
    end = text.find("\n", at)
    line = text[at : end if end >= 0 else len(text)]
    return not any(c in line for c in closing)
