"""Replace words of a provision without its parts: those before or after them."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.amendments.model import Edit, Part
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.operations.locate_target import LocatedPlace
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.provision_tree import Path, updated
from palermo.corpus.model.text_model import Span

__all__ = ["check_end", "replace_portion"]

_MARKER_WITHIN = 300  # code points of what is quoted in which its own number stands


@dataclass(frozen=True, slots=True)
class _Head:
    """A quoted head, before the words of one provision: the places of its number and its heading."""

    path: Path
    number: Span
    heading: Span | None


def replace_portion(shop: EditContext, place: LocatedPlace, text: str, part: Part) -> Edit:
    """Put `text` in the place of the portion; the provision's number and heading go with it where they are quoted, too.

    Raises Refusal where the words before the parts are quoted without the number that stands before them.
    """
    block, node = place.block, place.node
    if part is Part.AFTER or node.num_span is None or place.path is None:
        return block.replace(place.span, text)
    heads = _heads(place, text)
    if not heads and shop.tradition.style.number_unquoted:
        start = max(s.end for s in (node.num_span, _within(node.heading_span, place.span)) if s is not None)
        gap = len(block.text[start : place.span.end]) - len(block.text[start : place.span.end].lstrip(" \n.—-"))
        return block.replace(Span(start + gap, place.span.end), text)
    if not heads:
        number = block.text[node.num_span.start : node.num_span.end]
        raise Refusal(f"what is quoted does not have the number {number} of the provision")
    first = heads[0]
    assert block.unit is not None
    owner = block.unit if first.path == () else node
    keeps = first.heading is None and owner.heading_span is not None and owner.num_span is not None
    start = owner.num_span.start if keeps and owner.num_span else owner.span.start
    edit = block.replace(Span(start, place.span.end), text)
    for head in heads:
        fields = {"num_span": _moved(head.number, start)}
        if head.heading is not None or not keeps:
            fields["heading_span"] = _moved(head.heading, start)
        block.unit = updated(block.unit, head.path, **fields)
    if node.children and node.children[0].span.start < place.span.end:
        parts = shop.layout.units(text, heads[-1].number.end, len(text), node.children[0].level)
        block.graft(place.path, parts, start)
    return edit


def check_end(old: str, new: str) -> None:
    """Raises Refusal where the last words of a bill, quoted for words that end in a sign, end in a word: it breaks off,
    and in running text they may hold what is not quoted any more."""
    sign = old.rstrip()[-1:]
    if sign and not sign.isalnum() and new.rstrip()[-1:].isalnum():
        raise Refusal(f"what is quoted breaks off: the words that it replaces end in “{sign}”")


def _within(span: Span | None, around: Span) -> Span | None:
    return span if span is not None and around.covers(span) else None


def _heads(place: LocatedPlace, text: str) -> list[_Head]:
    """The quoted heads of the section (where it is quoted) and of the provision, outermost first."""
    block, node, path = place.block, place.node, place.path
    assert node.num_span is not None
    assert path is not None
    at = _marker(text, block.text[node.num_span.start : node.num_span.end])
    if at is None:
        return []
    section = block.unit.num_span if block.unit else None
    before = text[: at.start].rstrip()
    if path == (0,) and section is not None:
        number = block.text[section.start : section.end]
        if before.endswith(number) and not before[: -len(number)][-1:].isalnum():
            begin = len(before) - len(number)
            return [_Head((), Span(begin, len(before)), _bare(text[:begin])), _Head(path, at, None)]
    return [_Head(path, at, _bare(text[: at.start]))]


def _marker(text: str, marker: str) -> Span | None:
    """The place where the number stands, as a word of its own among the first of the quoted words."""
    at = text.find(marker, 0, _MARKER_WITHIN)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(marker) : at + len(marker) + 1]
        if (not before or before.isspace() or before in "([") and (not after or after.isspace() or after in ".)]"):
            return Span(at, at + len(marker))
        at = text.find(marker, at + 1, _MARKER_WITHIN)
    return None


def _bare(text: str) -> Span | None:
    bare = text.strip()
    if not bare:
        return None
    start = text.index(bare)
    return Span(start, start + len(bare))


def _moved(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None
