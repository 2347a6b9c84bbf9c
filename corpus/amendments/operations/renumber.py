"""Give provisions another number or another title."""

from __future__ import annotations

import re
from dataclasses import replace as changed

from palermo.corpus.amendments.model import Edit, Instruction, Part, Status
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.operations.locate_target import BLOCKS, LocatedPlace, locate
from palermo.corpus.amendments.operations.replace import NOTES, content_end
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.provision_tree import updated
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["renumber", "restate_title"]


def renumber(shop: EditContext, instruction: Instruction) -> Edit:
    """Give the target another number, or (the anchor's step) make its words the first unit below it."""
    place = locate(shop.draft, instruction.target, shop.layout)
    node, block = place.node, place.block
    if node.level in BLOCKS:
        raise Refusal("it is counted and bears no number: nothing in the text changes", Status.ELSEWHERE)
    if node.num_span is None or place.path is None:
        raise Refusal("the provision has no number")
    if instruction.anchor is not None and instruction.anchor.steps:
        return _nested(shop, place, instruction)
    assert instruction.payload is not None
    new = instruction.payload.text
    if place.path and any(c.num.casefold() == new.casefold() for c in place.among):
        raise Refusal(f"({new}) stands in the text already")
    number = block.text[node.num_span.start : node.num_span.end]
    if node.num not in number:
        raise Refusal(f"how the new number is to be printed in the place of {number} is not certain")
    printed = number.replace(node.num, new)
    path, at = place.path, node.num_span.start
    edit = block.replace(node.num_span, printed)
    assert block.unit is not None
    block.unit = updated(block.unit, path, num=new, num_span=Span(at, at + len(printed)))
    return edit


def _nested(shop: EditContext, place: LocatedPlace, instruction: Instruction) -> Edit:
    assert instruction.anchor is not None
    step = instruction.anchor.steps[0]
    node, block = place.node, place.block
    assert node.num_span is not None
    if any(c.level == step.level for c in node.children):
        raise Refusal(f"there are {step.level}s already")
    if place.path != ():
        raise Refusal("only a section can be renumbered so")
    at = _behind_number(shop, node, block.text)
    before = "" if block.text[at - 1].isspace() or block.text[at - 1] in "—–" else " "
    after = "" if block.text[at : at + 1].isspace() else " "
    edit = block.replace(Span(at, at), f"{before}({step.num}){after}")
    grown = block.unit
    assert grown is not None
    end = content_end(grown, block.text)
    inside = tuple(c for c in grown.children if c.level not in NOTES)
    notes = tuple(c for c in grown.children if c.level in NOTES)
    number = Span(at + len(before), at + len(before) + 2 + len(step.num))
    child = Provision("", step.level, step.num, "", "", Span(number.start, end), inside, number)
    block.unit = changed(grown, children=(child, *notes))
    return edit


def _behind_number(shop: EditContext, node: Provision, text: str) -> int:
    """The offset where the words of a section begin: behind its number, and the heading if that stands there."""
    assert node.num_span is not None
    at = node.num_span.end
    if not shop.tradition.style.words_without_heading:
        return at
    if node.heading_span is not None and node.heading_span.start >= at:
        again = re.compile(rf"\W*?{re.escape(node.num)}(?!\w)[.*_]*").match(text, node.heading_span.end)
        at = again.end() if again else node.heading_span.end
        return at + len(text[at:]) - len(text[at:].lstrip())
    dash = re.compile(r"\s?[—–]").match(text, at)
    if dash:
        return dash.end()
    if node.heading_span is None and text[at - 1].isalnum():
        raise Refusal("whether a heading stands behind the number cannot be told")
    return at


def restate_title(shop: EditContext, instruction: Instruction) -> Edit:
    """Put the payload in the place of the target's heading."""
    assert instruction.payload is not None
    target = changed(instruction.target, part=Part.HEADING)
    place = locate(shop.draft, target, shop.layout)
    path, start, text = place.path, place.span.start, instruction.payload.text
    edit = place.block.replace(place.span, text)
    if path is not None and place.block.unit is not None:
        place.block.unit = updated(place.block.unit, path, heading=text, heading_span=Span(start, start + len(text)))
    return edit
