"""Insert provisions where their number says, or where they are counted to be, as drafters leave it to the reader."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.corpus.amendments.model import Edit, Instruction, Status, Step
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.operations.locate_target import BLOCKS, LocatedPlace, locate
from palermo.corpus.amendments.operations.replace import content_end
from palermo.corpus.amendments.reading.quoted import quoted
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.draft import WorkingBlock, section_key
from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.structure.lines.numbers import roman, value
from palermo.corpus.structure.lines.numbers import step as distance

__all__ = ["insert_by_number"]

_FULL_STOPS = (".", "!", "?", ".»", '."', ".”", "…")


def insert_by_number(shop: EditContext, instruction: Instruction) -> Edit:
    """Put the payload, of which the first unit is the anchor's step, among its like in the target."""
    assert instruction.anchor is not None
    assert instruction.payload is not None
    first, text = instruction.anchor.steps[-1], instruction.payload.text
    if not instruction.target.steps:
        return _section(shop, text, first.num)
    place = locate(shop.draft, instruction.target, shop.layout)
    spans = shop.layout.counted(place.block.text, place.node, first)
    if spans is not None and not _numbered(shop, text, first):
        return _counted(place, spans, first, text)
    return _unit(shop, instruction, place, first)


def _numbered(shop: EditContext, text: str, first: Step) -> bool:
    return first.level not in BLOCKS and bool(shop.layout.units(text, 0, len(text), first.level))


def _section(shop: EditContext, text: str, number: str) -> Edit:
    if not shop.draft.whole:
        raise Refusal("a new section is none of the provision given", Status.ELSEWHERE)
    unit = shop.layout.section(text, number)
    if unit is None:
        raise Refusal(f"what is quoted is not section {number}")
    if section_key(number) in shop.draft.sections:
        raise Refusal(f"section {number} is in the text already")
    key = value(number)[0]
    before: WorkingBlock | None = None
    for block in shop.draft.blocks:
        if block.unit is not None and block.unit.num[:1].isdigit() and value(block.unit.num)[0] < key:
            before = block
    if before is None:
        raise Refusal(f"no section stands before {number}")
    return shop.draft.insert(before, text, unit, after=True)


def _counted(place: LocatedPlace, spans: list[Span], first: Step, text: str) -> Edit:
    """A line, a sentence or a part without a number: behind the one that it is counted after, or at the end."""
    block = place.block
    at = int(first.num) - 1 if first.num else len(spans)
    if not spans or not 0 < at <= len(spans):
        raise Refusal(f"there are only {len(spans)} of them: no {first.level} {first.num} can follow")
    before = block.text[spans[at - 1].start : spans[at - 1].end]
    if first.level == "sentence":
        if not before.endswith(_FULL_STOPS):
            raise Refusal("what stands before the new sentence does not end in a full stop")
        sep = " "
    else:
        sep = "\n" if "\n" in block.text else " "
    return block.replace(Span(spans[at - 1].end, spans[at - 1].end), sep + text)


def _unit(shop: EditContext, instruction: Instruction, place: LocatedPlace, first: Step) -> Edit:
    assert instruction.payload is not None
    block, node = place.block, place.node
    new = quoted(instruction.payload.text, shop.layout, first.level, instruction.target.steps[0].num)
    if new.section is not None:
        raise Refusal("the section's own number is quoted, too")
    level = new.units[0].level
    among = [c for c in node.children if c.level == level]
    there = {c.num.casefold() for c in among}
    if twice := [u.num for u in new.units if u.num.casefold() in there]:
        raise Refusal(f"({twice[0]}) is in the text already")
    sep = "\n" if "\n" in block.text else " "
    if level not in shop.layout.levels:
        end = content_end(node, block.text)  # a note: it closes the provision
        return block.replace(Span(end, end), sep + new.text)
    if not among:
        raise Refusal(f"there is no {level} among which the new one would go")
    before = _before(among, new.units[0].num)
    after = among[len(before) :]
    if after and _before([after[0]], new.units[-1].num):
        raise Refusal("the new provisions do not stand together by their numbers")
    if not before:
        return block.replace(Span(after[0].span.start, after[0].span.start), new.text + sep)
    _check_signs(block.text, before[-1], new.text, last=not after)
    end = before[-1].span.end
    return block.replace(Span(end, end), sep + new.text)


def _before(among: Sequence[Provision], number: str) -> list[Provision]:
    """The units whose number is lower. Raises Refusal where they do not stand in the order of their numbers."""
    form = "ROMAN" if all(c.num.isupper() and roman(c.num) is not None for c in among) else "letter"
    lower = [_lower(c.num, number, form) for c in among]
    if lower != sorted(lower, reverse=True):
        raise Refusal("the provisions do not stand in the order of their numbers")
    return [c for c, low in zip(among, lower, strict=True) if low]


def _lower(one: str, other: str, form: str) -> bool:
    if one[0].isdigit() and other[0].isdigit():
        return value(one)[0] < value(other)[0]
    return (distance(form, one, other) or 0) > 0


def _check_signs(text: str, before: Provision, new: str, *, last: bool) -> None:
    """Refuses a sentence that goes on behind the list ("…, – is punished"): both signs would have to change."""
    item = text[before.span.start : before.span.end].rstrip()
    if new[-1:].isalnum() and not item[-1:].isalnum():
        raise Refusal(f"how the new item is to end is not said, where those before it end in “{item[-1:]}”")
    if not last:
        return
    if item.endswith(("–", "—", " -")):
        raise Refusal(f"words follow the list, and how ({before.num}) and the new item are to end is not said")
