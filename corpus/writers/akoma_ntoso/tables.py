"""Tables in a text: palermo's readers write a row as a line, its cells a tab apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from palermo.corpus.model.text_model import Span
from palermo.corpus.text.reflow import ReflowLine

__all__ = ["cells", "parted"]

_ROW = re.compile(r"\S[^\S\n]*\t[^\S\n]*\S")
_CELL = re.compile(r"[^\t]+")
_FEWEST = 2  # rows; a tab in a single line only sets words apart


def parted(paragraphs: Iterable[list[ReflowLine]], text: str) -> Iterator[tuple[bool, list[ReflowLine]]]:
    """The paragraphs, with the rows of a table taken together: whether it is one, and its lines.

    A blank line ends a table.
    """
    rows: list[list[ReflowLine]] = []
    for lines in paragraphs:
        row = all(_ROW.search(text, *line.span) for line in lines)
        if rows and (not row or text.count("\n", rows[-1][-1].span.end, lines[0].span.start) > 1):
            yield from _table(rows)
            rows = []
        if row:
            rows.append(lines)
        else:
            yield False, lines
    yield from _table(rows)


def cells(line: ReflowLine, text: str) -> list[Span]:
    """The cells of a row; what is empty between two tabs is none."""
    return [Span(*found.span()) for found in _CELL.finditer(text, *line.span)]


def _table(rows: list[list[ReflowLine]]) -> Iterator[tuple[bool, list[ReflowLine]]]:
    together = [line for lines in rows for line in lines]
    if len(together) >= _FEWEST:
        yield True, together
    else:
        yield from ((False, lines) for lines in rows)
