"""Items of a provision besides its head, in order: stretches of words, what stands among words, and its divisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from palermo.corpus.model.text_model import EDITORS_NOTES, Provision, Span

__all__ = ["ItemKind", "ListItem", "grouped", "is_aside", "items"]


class ItemKind(Enum):
    WORDS = auto()
    ASIDE = auto()
    QUOTED = auto()
    """A provision of another instrument, in a quotation."""
    DIVISION = auto()


@dataclass(frozen=True, slots=True)
class ListItem:
    """`provision` is None for words."""

    kind: ItemKind
    span: Span
    provision: Provision | None = None


def items(provision: Provision, start: int) -> Iterator[ListItem]:
    """Everything from offset `start` to the provision's end."""
    at, depth = start, _quotation(provision)
    for child in provision.children:
        if child.span.end <= start:  # a note in the head
            continue
        if child.span.start > at:
            yield ListItem(ItemKind.WORDS, Span(at, child.span.start))
        yield ListItem(_kind(child, depth), child.span, child)
        at = max(at, child.span.end)
    if provision.span.end > at:
        yield ListItem(ItemKind.WORDS, Span(at, provision.span.end))


def grouped(parts: Sequence[ListItem]) -> list[list[ListItem]]:
    """Divisions alone, and what stands between them together."""
    groups: list[list[ListItem]] = []
    for item in parts:
        if groups and item.kind is not ItemKind.DIVISION and groups[-1][-1].kind is not ItemKind.DIVISION:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def is_aside(provision: Provision) -> bool:
    """True for a note that the standard writes among words, inline: one without a number, heading or parts."""
    plain = not provision.children and provision.num_span is None and provision.heading_span is None
    return plain and provision.level in EDITORS_NOTES


def _kind(child: Provision, depth: int) -> ItemKind:
    if is_aside(child):
        return ItemKind.ASIDE
    return ItemKind.QUOTED if _quotation(child) > depth else ItemKind.DIVISION


def _quotation(provision: Provision) -> int:
    """In how many quotations it stands: by its id, or by the first citation in it (`6|128` is in one)."""
    cite = next((p.cite for p in provision.walk() if p.cite), "")
    return max(cite.count("|"), provision.id.split("__").count("qstr"))
