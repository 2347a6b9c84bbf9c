"""Take provisions out: without a trace, or with the mark that the house style leaves."""

from __future__ import annotations

from dataclasses import replace as changed

from palermo.corpus.amendments.model import Edit, Instruction, Part
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.operations.list_punctuation import check_closing, item_end
from palermo.corpus.amendments.operations.locate_target import LocatedPlace, locate
from palermo.corpus.amendments.operations.replace import content_end, within
from palermo.corpus.amendments.reading.find_words import bullet, erased
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.model.text_model import Span

__all__ = ["delete", "repeal"]


def delete(shop: EditContext, instruction: Instruction) -> Edit:
    """Take the target out, without a trace."""
    place = locate(shop.draft, instruction.target, shop.layout)
    if instruction.target.part in (Part.BEFORE, Part.OPENING):
        raise Refusal("the words before the parts of a provision cannot go without their number")
    check_closing(shop, place.last or place.node, place.among, place.block.text)
    end = content_end(place.node, place.block.text) if place.path == () else place.span.end
    start, end = erased(place.block.text, bullet(place.block.text, place.span.start), end)
    return place.block.replace(Span(start, end), "")


def repeal(shop: EditContext, instruction: Instruction) -> Edit:
    """Take the target out; where the house style says so its number stays, with the mark of the repeal."""
    target = instruction.target
    place = locate(shop.draft, target, shop.layout)
    level = place.node.level
    if target.part is not Part.WHOLE:
        return delete(shop, instruction)
    mark = shop.tradition.repealed(shop.lang, level, shop.citation)
    if mark is None:
        return delete(shop, instruction)
    if not shop.citation:
        raise Refusal("the mark of a repeal needs the amending act's citation, which is not given")
    start, end = place.span.start, content_end(place.node, place.block.text) if place.path == () else place.span.end
    text = place.block.text
    if level == "definition":
        term = text[start : start + len(target.steps[-1].num)]
        return place.block.replace(Span(start, end), f"{term} {mark}")
    if place.node.num_span is None:
        raise Refusal("the provision has no number that could stay")
    number = text[place.node.num_span.start : place.node.num_span.end]
    if place.last is not None:
        return _repeal_range(shop, place, mark)
    _close_before(shop, place)
    edit = place.block.replace(Span(start, end), f"{number} {mark}")
    if place.path:
        node = changed(
            place.node,
            heading="",
            heading_span=None,
            children=(),
            span=Span(start, start + len(number) + 1 + len(mark)),
            num_span=Span(start, start + len(number)),
        )
        place.block.graft(place.path[:-1], (node,), 0)
    return edit


def _repeal_range(shop: EditContext, place: LocatedPlace, mark: str) -> Edit:
    """Each of the range keeps its number and gets the mark."""
    assert place.last is not None
    among = [c for c in place.among if within(c, place.node, place.last)]
    if place.path is None or any(c.num_span is None for c in among):
        raise Refusal("the provisions of the range have no numbers that could stay")
    _close_before(shop, changed(place, node=place.last, last=None))
    text, start = place.block.text, place.span.start
    out, nodes = "", []
    for n, child in enumerate(among):
        assert child.num_span is not None
        out += text[among[n - 1].span.end : child.span.start] if n else ""
        number = text[child.num_span.start : child.num_span.end]
        at = start + len(out)
        out += f"{number} {mark}"
        span = Span(at, start + len(out))
        number_span = Span(at, at + len(number))
        nodes.append(changed(child, heading="", heading_span=None, children=(), span=span, num_span=number_span))
    edit = place.block.replace(place.span, out)
    place.block.graft(place.path[:-1], tuple(nodes), 0)
    return edit


def _close_before(shop: EditContext, place: LocatedPlace) -> None:
    """Moves the full stop of a last item that goes to the last that stays, if the house style closes lists so."""
    text, level = place.block.text, place.node.level
    if shop.tradition.follow_on(shop.lang, level) is None or not place.among or level in shop.layout.closed:
        return
    among = place.among
    live = [c for c in among if not text[c.num_span.end if c.num_span else 0 : c.span.end].lstrip().startswith("[")]
    at = next((n for n, c in enumerate(live) if c is place.node), None)
    if at is None or at + 1 < len(live):
        return
    if at == 0:
        raise Refusal("the only item of a list: whether words after it go with it cannot be told")
    end, before = item_end(text, *place.span), live[at - 1]
    stop = item_end(text, *before.span)
    if text[end - 1] != ".":
        if "\n" not in text:
            raise Refusal(f"whether words after the list follow ({place.node.num}) cannot be told from running text")
        return
    if text[stop - 1] in ",;":
        place.block.replace(Span(stop - 1, stop), ".")
    elif text[stop - 1] != ".":
        raise Refusal(f"how ({before.num}) is to end, which is the last one then, is not said")
