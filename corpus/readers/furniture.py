"""Page furniture: running heads and page numbers at page breaks, which a reader's eye skips."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["furniture"]

_BREAK = re.compile(r"^[ \t]*(?:-{5}|\*{5}|_{5})[ \t]*\r?\n|\f", re.M)
_BLOCK = re.compile(r"(?:[ \t]*\r?\n)*((?:[^\n]*\S[^\n]*\n?){1,3})(?=[ \t]*\r?\n|\Z)")
_LONGEST = 90


def furniture(text: str) -> list[tuple[int, int]]:
    """The spans of running heads and page numbers in a text with page breaks (a rule of five dashes, a form feed).

    A block of at most three short lines right after a break is a running head where it comes at least twice, page
    numbers aside; a page number alone always is.
    """
    blocks: list[tuple[int, int, str]] = []
    for page in _BREAK.finditer(text):
        if (match := _BLOCK.match(text, page.end())) is None:
            continue
        lines = [line.strip() for line in match[1].splitlines()]
        if any(len(line) > _LONGEST for line in lines):
            continue
        blocks.append((match.start(1), match.start(1) + len(match[1].rstrip()), _key(match[1])))
    counts = Counter(key for *_, key in blocks)
    return [(start, end) for start, end, key in blocks if key == "" or counts[key] >= 2]


def _key(block: str) -> str:
    """The words of a block without figures, signs of emphasis and blanks."""
    return re.sub(r"[\W\d_]+", " ", block).strip().casefold()
