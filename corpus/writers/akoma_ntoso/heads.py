"""Where a provision's number and heading stand at its beginning, with the words and signs around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Provision, Span

__all__ = ["Head", "head"]

# signs that close a number or heading: no letter, no space, nothing that opens what follows
_CLOSING = re.compile(r"[^\w\s(\[{<«“„‘\"'¿¡]*")
_NO_WORD = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Head:
    """The parts in the order in which they stand, `num` or `heading` each; `end` is where the rest begins."""

    parts: tuple[tuple[str, Span], ...]
    end: int


def head(provision: Provision, text: str) -> Head:
    """The number with its name and signs (`Article 5.`, `(a)`) and the heading, as far as no other words part them."""
    bound = provision.children[0].span.start if provision.children else provision.span.end
    spans = [("num", provision.num_span), ("heading", provision.heading_span)]
    found = sorted((span, name) for name, span in spans if span is not None and span.end > span.start)
    parts: list[tuple[str, Span]] = []
    at = provision.span.start
    for span, name in found:
        if span.start < at or span.end > bound or (parts and not _joins(text, at, span.start)):
            continue
        if parts:  # signs between a number and its heading are the number's
            parts[-1] = (parts[-1][0], Span(parts[-1][1].start, span.start))
        elif name == "heading" and not _joins(text, at, span.start):
            continue
        closing = _CLOSING.match(text, span.end, bound)
        end = closing.end() if closing else span.end
        parts.append((name, Span(span.start if parts else at, end)))
        at = end
    return Head(tuple(parts), at)


def _joins(text: str, start: int, end: int) -> bool:
    """Whether no word stands between."""
    return _NO_WORD.fullmatch(text, start, end) is not None
