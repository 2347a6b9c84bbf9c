"""Trees of provisions while the text under them changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from palermo.corpus.model.text_model import Provision, Span

__all__ = ["Path", "cut", "graft", "shifted", "spliced", "updated"]

Path = tuple[int, ...]


def shifted(node: Provision, by: int) -> Provision:
    """The provision and all below it, `by` code points further on."""
    if not by:
        return node
    return replace(
        node,
        span=_moved(node.span, by),
        num_span=_moved(node.num_span, by) if node.num_span else None,
        heading_span=_moved(node.heading_span, by) if node.heading_span else None,
        children=tuple(shifted(child, by) for child in node.children),
    )


def spliced(node: Provision, start: int, end: int, size: int) -> Provision:
    """The tree after `start` to `end` became `size` code points: what stood wholly inside is gone, the rest stays.

    What is inserted where a provision begins stands before it, where one ends behind it.
    """
    a, b = _after(node.span, start, end, size)
    return replace(
        node,
        span=Span(a, b),
        num_span=_kept(node.num_span, start, end, size),
        heading_span=_kept(node.heading_span, start, end, size),
        children=tuple(spliced(c, start, end, size) for c in node.children if not _gone(c.span, start, end)),
    )


def graft(node: Provision, path: Path, nodes: Sequence[Provision]) -> Provision:
    """The tree with `nodes` among the children at `path`, in the order of the text; the parents are widened to fit."""
    if path:
        children = list(node.children)
        children[path[0]] = graft(children[path[0]], path[1:], nodes)
    else:
        children = sorted([*node.children, *nodes], key=lambda n: (n.span.start, n.span.end))
    ends = [*(c.span for c in children), node.span]
    span = Span(min(s.start for s in ends), max(s.end for s in ends))
    return replace(node, children=tuple(children), span=span)


def updated(node: Provision, path: Path, **fields: Any) -> Provision:
    """The tree with other fields in the provision at `path`."""
    if not path:
        return replace(node, **fields)
    children = list(node.children)
    children[path[0]] = updated(children[path[0]], path[1:], **fields)
    return replace(node, children=tuple(children))


def cut(node: Provision, path: Path, end: int) -> Provision:
    """The tree with the provision at `path`, and all below it, ended at `end` at the latest."""
    if path:
        children = list(node.children)
        children[path[0]] = cut(children[path[0]], path[1:], end)
        return replace(node, children=tuple(children))
    below = tuple(cut(child, (), end) for child in node.children)
    return replace(node, span=Span(node.span.start, min(node.span.end, end)), children=below)


def _gone(span: Span, start: int, end: int) -> bool:
    return start <= span.start and span.end <= end and start < end


def _kept(span: Span | None, start: int, end: int, size: int) -> Span | None:
    if span is None or _gone(span, start, end):
        return None
    return Span(*_after(span, start, end, size))


def _after(span: Span, start: int, end: int, size: int) -> tuple[int, int]:
    delta = size - (end - start)
    a, b = span
    if a >= end:
        a += delta
    elif a > start:
        a = start + size
    if b >= end and b > start:
        b += delta
    elif b > start:
        b = start
    return a, max(a, b)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
