"""A text as the paragraphs and headings that a person reads, in document order; terminal and HTML print the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.corpus.text.reflow import line_width, paragraphs

__all__ = ["RedlineBlock", "blocks"]

_NO_WORD = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class RedlineBlock:
    """Paragraph or heading of a provision's own text; `depth` counts from the root that was asked for.

    `text` is what a person reads in `span` of the version's text.
    """

    provision: Provision
    depth: int
    text: str
    span: Span
    heading: bool = False


def blocks(version: Version) -> Iterator[RedlineBlock]:
    """Every block below the version's root. All that a person reads is in exactly one of them; nothing is empty."""
    width = line_width(version.text)
    yield from _blocks(version, version.root, 0, width)


def _blocks(version: Version, provision: Provision, depth: int, width: int) -> Iterator[RedlineBlock]:
    at = provision.span.start
    head = _head(version, provision)
    if head is not None:
        read = version.reading(Span(at, head))
        if read.text:
            yield RedlineBlock(provision, depth, read.text, Span(*read.source(0, len(read.text))), heading=True)
        at = head
    for child in provision.children:
        for text, span in _paragraphs(version, Span(at, child.span.start), width):
            yield RedlineBlock(provision, depth, text, span)
        yield from _blocks(version, child, depth + 1, width)
        at = child.span.end
    for text, span in _paragraphs(version, Span(at, provision.span.end), width):
        yield RedlineBlock(provision, depth, text, span)


def _head(version: Version, provision: Provision) -> int | None:
    """Where the number and heading end if they stand apart: a heading's end, or after a number alone on its line."""
    if provision.heading_span is not None:
        end = provision.heading_span.end
    elif provision.num_span is not None:
        rest = _NO_WORD.match(version.text, provision.num_span.end)
        if rest is None or "\n" not in rest.group():
            return None
        end = rest.end()
    else:
        return None
    return min([end, provision.span.end, *(child.span.start for child in provision.children[:1])])


def _paragraphs(version: Version, span: Span, width: int) -> Iterator[tuple[str, Span]]:
    """The paragraphs in `span`, and where the words of each stand."""
    for lines in paragraphs(version, span, width):
        first, last = lines[0].read, lines[-1].read
        yield " ".join(line.read.text for line in lines), Span(first.offsets[0], last.offsets[-1] + 1)
