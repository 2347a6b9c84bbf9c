"""The text as structure sees it: without marks, cut into lines, each with what its typography says."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from palermo.corpus.model.text_model import Span

__all__ = ["Line", "Lines", "in_lower_case", "view"]

_HIDDEN, _BLANK = "\u00ad\u200b\u200c\u200d\u2060\ufeff", "[ \\t\u00a0]"
_INVISIBLE = re.compile(  # one set first: `re` then looks only where one of its characters is
    rf"[{_HIDDEN} \t\u00a0](?:(?<=[{_HIDDEN}])|(?<=\S{_BLANK}{_BLANK}){_BLANK}*(?=\S))"
)
_BREAK = re.compile(r"\n")
_RUN_ON = re.compile(r"[.)\]]\*?\)?(?=\*{2,3}[^\W\d_]{3,12}\.? \d+[^\n*]{0,8}\*\*)")  # "(As amended.)***ARTICLE 22.**"
_HEADING = re.compile(r"#{1,6}|<h([1-6])\b", re.I)
_BOLD = re.compile(r"\*\*|__|</?(?:b|strong)\b", re.I)
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:-{3,}|={3,})[ \t]*\r?$")


def in_lower_case(char: str) -> bool:
    """True for a small letter of a script that begins sentences with capitals (Georgian does not)."""
    return char.islower() and char.title() != char


@dataclass(slots=True)
class Line:
    """A line that is not blank: `start` to `end` of the view, blanks around it left out.

    `first` says that a blank line (or nothing) stands before it, or (`parted`) that it begins a paragraph without one,
    `heading` is 1 to 6 for a marked heading, `bold` says that the whole line is set bold, `strong` that it begins so
    (up to `strong_end`), `italic` that it begins in italics, `quoted` that it is a block quotation, `raised` that it
    begins with a superscript, `bullet` that it is marked as an item, `footnote` that it is a footnote's text,
    `described` that it is the second half of an entry in a definition list, `broken` whether it goes on in the next
    line, which does not stand apart (None: that cannot be told); `note` is where the pieces of the marginal note beside
    it stand.
    """

    start: int
    end: int
    indent: int
    first: bool
    parted: bool = False
    heading: int = 0
    bold: bool = False
    strong: bool = False
    italic: bool = False
    strong_end: int = 0
    quoted: bool = False
    raised: bool = False
    bullet: bool = False
    footnote: bool = False
    described: bool = False
    broken: bool | None = None
    note: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Lines:
    """`text` without marks, made of pieces of the source: piece k begins at `begins[k]` of it and was read from
    `origins[k]` on. Without `cut` nothing was left out.
    """

    text: str
    cut: bool
    begins: array[int]
    origins: array[int]
    lines: list[Line]
    size: int

    def origin(self, position: int) -> int:
        """The offset in the source of the code point at `position`; the source's end where the view ends."""
        if position >= len(self.text):
            return self.size
        piece = bisect_right(self.begins, position) - 1
        return self.origins[piece] + position - self.begins[piece]

    def place(self, offset: int) -> int:
        """Where the first code point stands that was read from `offset` of the source or after it."""
        piece = bisect_right(self.origins, offset) - 1
        if piece < 0:
            return 0
        end = self.begins[piece + 1] if piece + 1 < len(self.begins) else len(self.text)
        return min(self.begins[piece] + offset - self.origins[piece], end)

    def source(self, start: int, end: int) -> Span:
        """The span of the source that `start` to `end` of the view was read from."""
        if not self.cut:
            return Span(start, end)
        at = self.origin(start)
        return Span(at, self.origin(end - 1) + 1 if end > start else at)


def view(text: str, marks: Sequence[tuple[int, int]]) -> Lines:
    """`text` without `marks` (sorted, disjoint) and invisible characters, in lines."""
    left_out = _with_invisible(text, marks)
    parts: list[str] = []
    begins, origins = array("i"), array("i")
    lines: list[Line] = []
    length = index = end = 0
    blank = True
    for start, stop in _lines(text):
        while index < len(left_out) and left_out[index][1] <= start:
            index += 1
        marked = []
        for at in range(index, len(left_out)):
            a, b = left_out[at]
            if a >= stop:
                break
            marked.append((max(a, start), min(b, stop)))
        pieces = _between(text, marked, start, stop) if marked else [(start, stop)]
        line = "".join([text[a:b] for a, b in pieces])
        at = length
        for a, b in pieces:
            if a > end or not begins:
                begins.append(at)
                origins.append(a)
            at, end = at + b - a, b
        body = line.strip()
        if body:
            lead = len(line) - len(line.lstrip())
            new = Line(length + lead, length + lead + len(body), lead, blank)
            if marked:
                _typography(new, text, marked, pieces)
            lines.append(new)
            blank = False
        else:
            if lines and not blank and _UNDERLINE.match(text, start, stop) and left_out:
                lines[-1].heading = lines[-1].heading or 2
            blank = True
        parts.append(line)
        length += len(line)
    return Lines("".join(parts), bool(left_out), begins, origins, lines, len(text))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines with their ends; one that a bold word and number begin in mid-line, right behind a note, is its own."""
    ends = [match.end() for pattern in (_BREAK, _RUN_ON) for match in pattern.finditer(text)]
    return ((start, end) for start, end in pairwise([0, *sorted(ends), len(text)]) if start < end)


def _between(text: str, marked: list[tuple[int, int]], start: int, stop: int) -> list[tuple[int, int]]:
    """What is left of a line without its marks; the line's end always is."""
    pieces = []
    at = start
    for a, b in marked:
        if a > at:
            pieces.append((at, a))
        at = max(at, b)
    if at < stop:
        pieces.append((at, stop))
    elif text[stop - 1] == "\n":
        pieces.append((stop - 1, stop))
    return pieces


def _with_invisible(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found = [m.span() for m in _INVISIBLE.finditer(text)]
    if not found:
        return [(s, e) for s, e in marks]
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*((s, e) for s, e in marks), *found]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _typography(line: Line, text: str, marks: list[tuple[int, int]], pieces: list[tuple[int, int]]) -> None:
    """Read the marks before the first and after the last visible character of a line."""
    visible = [(a, b) for a, b in pieces if not text[a:b].isspace()]
    first, last = visible[0][0], visible[-1][1]
    before = "".join(text[a:b] for a, b in marks if b <= first)
    if not before and marks[0][0] < first:
        before = text[marks[0][0] : first]
    after = "".join(text[a:b] for a, b in marks if a >= last - 1)
    if found := _HEADING.search(before):
        line.heading = int(found[1]) if found[1] else len(found.group())
    line.strong = bool(_BOLD.search(before))
    if line.strong:
        line.strong_end = line.end
        closing = next((a for a, b in marks if a > first and _BOLD.search(text, a, b)), None)
        if closing is not None:
            line.strong_end = line.start + sum(min(b, closing) - a for a, b in visible if a < closing)
    closed = bool(re.search(r"\*\*|__|</(?:b|strong)>", after, re.I))
    line.bold = line.strong and closed and _all_bold(text, first, last, marks)
    line.italic = not line.strong and bool(re.search(r"(?:^|[\s>])(?:_|\*|<(?:i|em)\b[^>]*>)$", before, re.I))
    line.quoted = before.lstrip().startswith(">")
    line.raised = "<sup" in before.lower()
    line.footnote = "[^" in before
    line.described = before.lstrip().startswith(":")
    line.bullet = bool(re.search(r"[*+]\s+$", before)) or text[first : first + 2] in ("- ", "– ", "• ")


def _all_bold(text: str, first: int, last: int, marks: list[tuple[int, int]]) -> bool:
    """Whether no visible character between two signs of bold type is outside them."""
    bold, at = True, first
    for start, end in marks:
        if start <= first or start >= last:
            continue
        if not bold and not text[at:start].isspace():
            return False
        if _BOLD.search(text, start, end):
            bold = not bold
        at = end
    return True
