"""A stretch of a text as paragraphs, wherever its file broke the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from palermo.corpus.model.reading_text import Mapped
from palermo.corpus.model.text_model import Span, Version

__all__ = ["WIDEST", "ReflowLine", "line_width", "paragraphs"]

WIDEST = 160  # code points; nobody wraps lines at more: where most are longer, each line is a paragraph
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class ReflowLine:
    """A line of the text: where it stands, and what a person reads there (not empty)."""

    span: Span
    read: Mapped


def line_width(text: str) -> int:
    """The width that most lines of `text` keep within, in code points: what a hard-wrapped file was wrapped at.

    The longest line in fifty is left out: a heading row or an address that could not be wrapped says nothing.
    """
    lengths = sorted(len(line.group()) for line in _LINE.finditer(text))
    return lengths[(len(lengths) - 1) * 49 // 50] if lengths else 0


def paragraphs(version: Version, span: Span, width: int) -> Iterator[list[ReflowLine]]:
    """The paragraphs in `span`, each as its lines; lines of which a person reads nothing (markup) are left out.

    A line break ends one where it was meant to: at a blank line, or where the next line's first word would still have
    fitted into `width`. Where lines are longer than anyone wraps them, each is a paragraph.
    """
    paragraph: list[ReflowLine] = []
    for found in _LINE.finditer(version.text, span.start, max(span.start, span.end)):
        line = ReflowLine(Span(*found.span()), version.reading(Span(*found.span())))
        if not line.read.text:
            continue
        if paragraph:
            last = paragraph[-1].span
            blank = version.text.count("\n", last.end, line.span.start) > 1
            first_word = len(found.group().split(None, 1)[0])
            if blank or width > WIDEST or last.end - last.start + 1 + first_word <= width:
                yield paragraph
                paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph
