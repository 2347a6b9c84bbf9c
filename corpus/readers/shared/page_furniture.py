"""Page furniture: running heads and page numbers, which a reader's eye skips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from palermo.corpus.model.text_model import Span

__all__ = ["furniture"]

_BREAK = re.compile(r"^[ \t]*(?:-{5}|\*{5}|_{5})[ \t]*\r?\n|\f", re.M)
_BLOCK = re.compile(r"(?:[ \t]*\r?\n)*((?:[^\n]*\S[^\n]*\n?){1,3})(?=[ \t]*\r?\n|\Z)")
_LONGEST = 90
_PAGED = re.compile(r"[ \t]*(?:(?P<left>\d{1,4})[ \t]{3,}\S.*\S|\S.*\S[ \t]{3,}(?P<right>\d{1,4}))[ \t]*\r?")
# No page number stands without such a gap, nor is there a break without one of the signs.
_GAP = re.compile(r"[ \t](?:(?<=\d[ \t])[ \t]{2,}\S|(?<=\S[ \t])[ \t]{2,}\d{1,4}[ \t]*\r?$)", re.M)
_BREAKS = ("-----", "*****", "_____", "\f")


def furniture(text: str) -> list[tuple[int, int]]:
    """The spans of running heads and page numbers, in order."""
    return sorted({*_after_breaks(text), *_running_heads(text)})


def _after_breaks(text: str) -> list[tuple[int, int]]:
    """Those in a text with page breaks (a rule of five dashes, a form feed).

    A block of at most three short lines right after a break is a running head where it comes at least twice, page
    numbers aside; a page number alone always is.
    """
    if not any(sign in text for sign in _BREAKS):
        return []
    blocks: list[tuple[int, int, str]] = []
    for page in _BREAK.finditer(text):
        if (match := _BLOCK.match(text, page.end())) is None:
            continue
        lines = [line.strip() for line in match[1].splitlines()]
        if any(len(line) > _LONGEST for line in lines):
            continue
        blocks.append((match.start(1), match.start(1) + len(match[1].rstrip()), _key(match[1])))
    counts = Counter(key for *_, key in blocks)
    return [(start, end) for start, end, key in blocks if key == "" or counts[key] >= _LEAST]


_LEAST = 2  # times that a running head comes in a text
_AROUND = 2  # lines above and below one that may belong to it


def _running_heads(text: str) -> Iterator[tuple[int, int]]:
    """Running heads without page breaks: a line apart with a page number at its side, the same words on other pages.

    Their numbers count up (odd and even pages turn number and words round); lines that stand beside it each time go
    with it.
    """
    if _GAP.search(text) is None:
        return
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    heads: dict[str, list[tuple[int, int]]] = {}
    for i, (start, end) in enumerate(lines):
        match = _PAGED.fullmatch(text, start, end)
        if match and _apart(text, start, end) and len(words := _key(text[start:end]).split()) > 1:
            heads.setdefault(" ".join(sorted(words)), []).append((i, int(match["left"] or match["right"])))
    for pages in heads.values():
        counted = all(a < b for (_, a), (_, b) in pairwise(pages))
        if len(pages) < _LEAST or not counted:
            continue
        near = {i: [j for j in _near(i, len(lines)) if _key(text[slice(*lines[j])])] for i, _ in pages}
        beside = Counter(text[slice(*lines[j])].strip() for j in {j for some in near.values() for j in some})
        for i, some in near.items():
            yield Span(*lines[i]).trimmed(text)
            for j in some:
                if beside[text[slice(*lines[j])].strip()] >= max(_LEAST, len(pages) - 1):
                    yield Span(*lines[j]).trimmed(text)


def _near(i: int, count: int) -> list[int]:
    return [j for j in range(max(0, i - _AROUND), min(count, i + _AROUND + 1)) if j != i]


def _apart(text: str, start: int, end: int) -> bool:
    """Whether the line has a blank line, or an end of the text, above and below it."""
    above, below = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    return _BLANK_ABOVE.search(above) is not None and _BLANK_BELOW.match(below) is not None


_FAR = 200  # code points of a blank line at most
_BLANK_ABOVE = re.compile(r"(?:\n[ \t\r]*\n|\A)[ \t\r]*\Z")
_BLANK_BELOW = re.compile(r"[ \t\r]*(?:\n[ \t\r]*\n|\n?\Z)")


def _key(block: str) -> str:
    """The words of a block without figures, signs of emphasis and blanks."""
    return re.sub(r"[\W\d_]+", " ", block).strip().casefold()
