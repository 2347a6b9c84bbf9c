"""Insert provisions: behind or before a sibling, at the end of their parent, or by the alphabet."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from palermo.corpus.amendments.model import Anchor, Edit, Instruction, Occurrence, Payload, Status, Where
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.operations.insert_by_number import insert_by_number
from palermo.corpus.amendments.operations.list_punctuation import (
    between,
    check_closing,
    check_whole,
    item_end,
    last_sign,
)
from palermo.corpus.amendments.operations.locate_target import BLOCKS, LocatedPlace, locate
from palermo.corpus.amendments.operations.replace import check_end, check_kind, content_end
from palermo.corpus.amendments.reading.definitions import sort_key
from palermo.corpus.amendments.reading.inline_numbers import covers
from palermo.corpus.amendments.reading.quoted import Quoted, check_words, quoted
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.draft import WorkingBlock, section_key
from palermo.corpus.amendments.working_text.provision_tree import Path, cut
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["insert"]


def insert(shop: EditContext, instruction: Instruction) -> Edit:
    """Put the payload's units where the anchor says; a number that is there already is a refusal."""
    assert instruction.payload is not None
    anchor = instruction.anchor
    if anchor is not None and anchor.where is Where.ORDER and anchor.steps:
        return insert_by_number(shop, instruction)
    if anchor is not None and anchor.where is Where.ORDER:
        return _in_order(shop, instruction)
    if anchor is None or not anchor.steps:
        return _at_end(shop, instruction)
    if not instruction.target.steps and len(anchor.steps) == 1:
        return _section(shop, instruction)
    return _beside_unit(shop, instruction, anchor, instruction.payload)


def _beside_unit(shop: EditContext, instruction: Instruction, anchor: Anchor, payload: Payload) -> Edit:
    place = locate(shop.draft, instruction.target.below(anchor.steps), shop.layout)
    if place.node.level in BLOCKS:
        return _beside(place, payload.text, before=anchor.where is Where.BEFORE)
    if place.node.level == "definition":
        return _beside_definition(shop, place, payload.text, before=anchor.where is Where.BEFORE)
    if not place.among:
        raise Refusal("where the new provision goes cannot be followed")
    steps = (*instruction.target.steps, *anchor.steps)
    new = quoted(payload.text, shop.layout, steps[-1].level, steps[0].num)
    check_kind(shop, place.node, new)
    among = place.among
    parent = place.path[:-1] if place.path else None
    _check_new(shop, new, among)
    check_end(payload.unless, {c.num.casefold() for c in among})
    if anchor.where is Where.BEFORE:
        return _put(
            place.block, place.node.span.start, _joined(shop, new, among, place.block.text), parent, before=True
        )
    check_closing(shop, place.node, among, place.block.text)
    if place.node is not among[-1]:
        return _put(place.block, place.span.end, _joined(shop, new, among, place.block.text), parent)
    _close_last(shop, place, new)
    at = _end(shop, place)
    behind = place.span.end - at  # the term in the other language closes the new last item
    if behind and parent is not None and place.path is not None and place.block.unit is not None:
        place.block.unit = cut(place.block.unit, place.path, at)
        last = new.units[-1]
        widened = dataclasses.replace(last, span=Span(last.span.start, last.span.end + behind))
        new = dataclasses.replace(new, units=(*new.units[:-1], widened))
    return _put(place.block, at, new, parent)


def _beside(place: LocatedPlace, text: str, *, before: bool) -> Edit:
    sep = "\n" if place.node.level == "alinea" else " "
    at = place.span.start if before else place.span.end
    return place.block.replace(Span(at, at), text + sep if before else sep + text)


def _beside_definition(shop: EditContext, place: LocatedPlace, text: str, *, before: bool) -> Edit:
    if not before:
        check_whole(place.node, place.among, place.block.text)
    definition = shop.layout.units(text, 0, len(text), "definition")
    new = Quoted(text, definition)
    at = place.span.start if before else place.span.end
    return _put(place.block, at, new, place.path[:-1] if place.path else None, before=before)


def _at_end(shop: EditContext, instruction: Instruction) -> Edit:
    """Behind the last unit of the target."""
    assert instruction.payload is not None
    place = locate(shop.draft, instruction.target, shop.layout)
    if place.path is None:
        raise Refusal("where the new provision goes cannot be followed")
    text = instruction.payload.text
    children = [c for c in place.node.children if c.num]
    for level in [children[-1].level] if children else shop.layout.levels:
        units = shop.layout.units(text, 0, len(text), level)
        if units and not text[: units[0].span.start].strip():
            break
    else:
        raise Refusal("what is quoted does not begin with a number that fits")
    check_words(text, units)
    new = Quoted(text, units)
    _check_new(shop, new, children)
    at = content_end(place.node, place.block.text)
    if children and children[-1].span.end < at:
        raise Refusal("words follow the last part, and where the new one goes is not said")
    if children:
        check_closing(shop, children[-1], children, place.block.text)
    return _put(place.block, at, new, place.path)


def _section(shop: EditContext, instruction: Instruction) -> Edit:
    """A new section behind or before another."""
    anchor = instruction.anchor
    assert anchor is not None
    assert instruction.payload is not None
    place = locate(shop.draft, instruction.target.below(anchor.steps), shop.layout)
    if not shop.draft.whole:
        raise Refusal("a new section is none of the provision given", Status.ELSEWHERE)
    text = instruction.payload.text
    unit = shop.layout.section(text, None)
    if unit is None:
        raise Refusal("what is quoted has no number")
    if section_key(unit.num) in shop.draft.sections:
        raise Refusal(f"section {unit.num} is in the text already")
    return shop.draft.insert(place.block, text, unit, after=anchor.where is not Where.BEFORE)


def _in_order(shop: EditContext, instruction: Instruction) -> Edit:
    """Definitions by the alphabet. Refused where those that are there do not follow it."""
    assert instruction.payload is not None
    place = locate(shop.draft, instruction.target, shop.layout)
    block, text = place.block, instruction.payload.text
    spans = shop.layout.definitions(block.text, place.node)
    if not spans:
        raise Refusal("no definitions are found among which the new one would go")
    keys = [sort_key(block.text[s.start : s.end]) for s in spans]
    key = sort_key(text)
    at = next((n for n, k in enumerate(keys) if k > key), len(keys))
    if instruction.anchor and instruction.anchor.occurrence is Occurrence.LAST and at < len(keys):
        raise Refusal("where the definition goes is not said: it would be the last, but not by the alphabet")
    if keys != sorted(keys) and any(k <= key for k in keys[at:]):
        raise Refusal("the definitions do not stand in the order of the alphabet")
    sep = _between(block.text)
    text = _signed(shop, block.text, spans, text, last=at == len(spans))
    if at < len(spans):
        return block.replace(Span(spans[at].start, spans[at].start), text + sep)
    return block.replace(Span(spans[-1].end, spans[-1].end), sep + text)


def _signed(shop: EditContext, base: str, spans: Sequence[Span], text: str, *, last: bool) -> str:
    """The definition, if it ends with the sign that those around it end with, before the term in the other language."""
    if shop.tradition.follow_on(shop.lang, "paragraph") is None:
        return text
    signs = Counter(base[item_end(base, *s) - 1] for s in spans[:-1])
    usual = signs.most_common(1)[0][0] if signs else ""
    end = item_end(text, 0, len(text))
    if last:
        if base[item_end(base, *spans[-1]) - 1] != usual and usual == ";":
            raise Refusal("how the definition that was the last one is to end is not said")
        return text
    if usual in (";", ".") and text[end - 1] in (";", ".") and text[end - 1] != usual:
        raise Refusal(f"the definition ends in “{text[end - 1]}”, those around it in “{usual}”")
    return text


def _check_new(shop: EditContext, new: Quoted, among: list[Provision] | tuple[Provision, ...]) -> None:
    twice = [unit.num for unit in new.units if any(covers(c.num, unit.num, ranges=shop.layout.ranges) for c in among)]
    if twice:
        raise Refusal(f"({twice[0]}) is in the text already")
    if new.section is not None:
        raise Refusal("the section's own number is quoted, too")


def _joined(shop: EditContext, new: Quoted, among: Sequence[Provision], text: str) -> Quoted:
    """Drops the full stop of what goes between two items where the house style closes lists with one."""
    if new.units[0].level in shop.layout.closed or new.text[-1:] != ".":
        return new
    sign = between(shop, among, text)
    return new if sign is None else dataclasses.replace(new, text=new.text[:-1] + sign)


def _end(shop: EditContext, place: LocatedPlace) -> int:
    return place.span.end if place.node.level in shop.layout.closed else item_end(place.block.text, *place.span)


def _close_last(shop: EditContext, place: LocatedPlace, new: Quoted) -> None:
    """Closing of a last item when another follows: its full stop becomes the sign between items where the house style
    has it so."""
    block = place.block
    if place.node.level in shop.layout.closed or shop.tradition.follow_on(shop.lang, place.node.level) is None:
        return
    end = _end(shop, place)
    item = block.text[place.span.start : end]
    was, now = last_sign(item, shop.layout.conjunctions), last_sign(new.text, shop.layout.conjunctions)
    sign = between(shop, place.among, block.text)
    if not was:
        raise Refusal(f"what stands behind ({place.node.num}) is not an item's end")
    if item[-1:] != was:
        return  # a conjunction was put behind it
    if was != now and (was == "." or "\n" not in block.text):
        raise Refusal(f"whether words after the list follow ({place.node.num}) cannot be told from running text")
    if sign is not None and was != sign:
        block.replace(Span(end - 1, end), sign)


def _put(block: WorkingBlock, position: int, new: Quoted, parent: Path | None, *, before: bool = False) -> Edit:
    sep = _between(block.text)
    text = new.text + sep if before else sep + new.text
    edit = block.replace(Span(position, position), text)
    if parent is not None:
        block.graft(parent, new.units, position if before else position + len(sep))
    return edit


def _between(text: str) -> str:
    """The text between two provisions of this text."""
    return "\n" if "\n" in text else " "
