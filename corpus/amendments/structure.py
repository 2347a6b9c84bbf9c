"""Operations on whole provisions: replace, delete, repeal, renumber, restate a title. (`inserting` has insert.)"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace as changed
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.amendments.locate import BLOCKS, Place, locate
from corpus.amendments.markers import follows
from corpus.amendments.model import Edit, Instruction, Part, Target
from corpus.amendments.quoted import Quoted, quoted
from corpus.amendments.refusal import Refusal
from corpus.amendments.signs import item_end
from corpus.amendments.tree import shifted, updated
from corpus.amendments.words import erased
from corpus.model import Provision, Span

if TYPE_CHECKING:
    from corpus.amendments.apply import Workshop

__all__ = ["NOTES", "check_end", "content_end", "delete", "renumber", "repeal", "replace", "restate_title"]

NOTES = frozenset({"remark", "note", "authorialNote"})  # an editor's, behind a section: no part of what is amended


def replace(shop: Workshop, instruction: Instruction) -> Edit:
    """Put the payload in the place of the target, or of the part of it that is meant."""
    assert instruction.payload is not None
    place = locate(shop.draft, instruction.target, shop.layout)
    if instruction.target.part is not Part.WHOLE:
        return _portion(shop, place, instruction.payload.text, instruction.target)
    if place.node.level in BLOCKS:
        return place.block.replace(place.span, instruction.payload.text)
    if place.node.level == "definition":
        return _definition(shop, place, instruction)
    if len(instruction.target.steps) == 1:
        return _section(shop, place, instruction.payload.text)
    return _units(shop, place, instruction)


def _section(shop: Workshop, place: Place, text: str) -> Edit:
    unit = shop.layout.section(text, place.node.num)
    if unit is None or place.last is not None:
        raise Refusal(f"what is quoted is not section {place.node.num}")
    edit = place.block.replace(Span(place.span.start, content_end(place.node, place.block.text)), text)
    notes = tuple(c for c in place.block.unit.children if c.level in NOTES) if place.block.unit else ()
    end = max([unit.span.end + place.span.start, *(n.span.end for n in notes)])
    unit = shifted(unit, place.span.start)
    place.block.unit = changed(unit, children=(*unit.children, *notes), span=Span(unit.span.start, end))
    return edit


def _definition(shop: Workshop, place: Place, instruction: Instruction) -> Edit:
    assert instruction.payload is not None
    text = instruction.payload.text
    term = instruction.target.steps[-1].num
    if not text.casefold().lstrip('“"« ').startswith(term.casefold()):
        raise Refusal(f"what is quoted does not begin with {term}")
    edit = place.block.replace(place.span, text)
    if place.path is not None:
        unit = shop.layout.units(text, 0, len(text), "definition")
        place.block.graft(place.path[:-1], unit, place.span.start)
    return edit


def _units(shop: Workshop, place: Place, instruction: Instruction) -> Edit:
    assert instruction.payload is not None
    level, section = instruction.target.steps[-1].level, instruction.target.steps[0].num
    new = quoted(instruction.payload.text, shop.layout, level, section)
    numbers = [unit.num.casefold() for unit in new.units]
    if numbers[0] != place.node.num.casefold() and not _fits_before(place, new):
        raise Refusal(f"what is quoted begins with {new.units[0].num}, not with {place.node.num}")
    _check_neighbours(place, new, instruction.payload.unless)
    start = _start(place, new)
    end = _end(place, new)
    gone = _silent(shop, place, new)
    edit = place.block.replace(Span(start, end), "".join([new.text, *gone]))
    if place.path is None:
        return edit
    if new.section is not None and place.block.unit is not None:
        heading = shifted(new.section, start)
        place.block.unit = changed(
            place.block.unit, heading=heading.heading, heading_span=heading.heading_span, num_span=heading.num_span
        )
    place.block.graft(place.path[:-1], new.units, start)
    return edit


def _fits_before(place: Place, new: Quoted) -> bool:
    """Whether what is quoted brings units that go between the provision before and this one, and then this one."""
    numbers = [unit.num.casefold() for unit in new.units]
    if place.node.num.casefold() not in numbers or place.last is not None or new.section is not None:
        return False
    at = next((n for n, child in enumerate(place.among) if child is place.node), 0)
    before = [c.num for c in place.among[:at]][-1:]
    here = [u.num for u in new.units[: numbers.index(place.node.num.casefold()) + 1]]
    return all(follows(a, b) for a, b in pairwise([*before, *here]))


def _start(place: Place, new: Quoted) -> int:
    """Where what is replaced begins: with the section's heading and number where those are quoted, else with the
    provision's own heading if the quoted one has one."""
    if new.section is not None:
        if place.path != (0,):
            raise Refusal("the section's number is quoted, but the provision is not its first")
        assert place.block.unit is not None
        return place.block.unit.span.start
    if place.node.heading_span is not None and new.units[0].heading_span is None and place.node.num_span is not None:
        return place.node.num_span.start
    return place.node.span.start


def _end(place: Place, new: Quoted) -> int:
    """Where it ends. In running text words that follow a list seem to belong to its last item: a refusal."""
    end = place.span.end
    last = place.last or place.node
    if not place.among or last.level == "subsection":
        return end
    if place.among[-1] is not last:
        return end
    if item_end(new.text, 0, len(new.text)) == len(new.text):
        end = item_end(place.block.text, place.span.start, end)
    was, now = place.block.text[place.span.start : end].rstrip()[-1:], new.text.rstrip()[-1:]
    if "\n" not in place.block.text and was != now and (was == "." or now != "."):
        raise Refusal(f"whether words after the list follow ({last.num}) cannot be told from running text")
    return end


def _silent(shop: Workshop, place: Place, new: Quoted) -> list[str]:
    """The marks of those in a range that nothing is quoted for: they are repealed."""
    if place.last is None:
        return []
    quoted_numbers = {unit.num.casefold() for unit in new.units}
    among = [c for c in place.among if _within(c, place.node, place.last)]
    gone = [c for c in among if c.num.casefold() not in quoted_numbers]
    if not gone:
        return []
    seen = re.compile("|".join(rf"(?<![\w)])\({re.escape(c.num)}\)\s|(?<![\w(]){re.escape(c.num)}\)\s" for c in gone))
    if seen.search(new.text) or gone != among[-len(gone) :]:
        raise Refusal("which of the provisions in the range are quoted cannot be told")
    sep = "\n" if "\n" in place.block.text else " "
    out = []
    for child in gone:
        mark = shop.tradition.repealed(shop.lang, child.level, shop.citation)
        if mark is None:
            continue
        if not shop.citation or child.num_span is None:
            raise Refusal("the mark of a repeal needs the amending act's citation, which is not given")
        out.append(f"{sep}{place.block.text[child.num_span.start : child.num_span.end]} {mark}")
    return out


def _check_neighbours(place: Place, new: Quoted, unless: str) -> None:
    """No quoted number may be there already, outside of what is replaced."""
    last = place.last or place.node
    rest = {c.num.casefold() for c in place.among if not _within(c, place.node, last)}
    twice = [unit.num for unit in new.units if unit.num.casefold() in rest]
    if twice:
        raise Refusal(f"({twice[0]}) is quoted, but stands in the text already")
    check_end(unless, rest)


def check_end(unless: str, there: Collection[str]) -> None:
    """Refuses what is quoted if it could go on with the number `unless`, unless the base has that already."""
    if unless and unless.casefold() not in there:
        raise Refusal("where what is quoted ends cannot be told: the next clause may belong to it")


def _within(child: Provision, first: Provision, last: Provision) -> bool:
    return first.span.start <= child.span.start and child.span.end <= last.span.end


def _portion(shop: Workshop, place: Place, text: str, target: Target) -> Edit:
    """Words of a provision without its parts; their number and heading go with them where they are quoted, too."""
    span, node, block = place.span, place.node, place.block
    if target.part is Part.AFTER or node.num_span is None or node.level == "definition":
        return block.replace(span, text)
    marker = block.text[node.num_span.start : node.num_span.end]
    at = _marker(text, marker)
    start = node.num_span.end
    assert block.unit is not None
    around = block.unit.num_span
    if place.path == (0,) and around is not None:
        number = block.text[around.start : around.end]
        if at is not None and text[:at].rstrip().endswith(number):
            start, at = block.unit.span.start, len(text[:at].rstrip()) - len(number)
            edit = block.replace(Span(start, span.end), text)
            block.unit = changed(
                block.unit,
                heading=text[:at].strip(),
                heading_span=_span(text[:at], start),
                num_span=Span(start + at, start + at + len(number)),
            )
            inner = start + text.index(marker, at)
            block.unit = updated(block.unit, (0,), num_span=Span(inner, inner + len(marker)), heading_span=None)
            if node.children and node.children[0].span.start < span.end:
                parts = shop.layout.units(text, inner - start + len(marker), len(text), node.children[0].level)
                block.graft((0,), parts, start)
            return edit
    if at is None:
        raise Refusal(f"what is quoted does not have the number {marker} of the provision")
    start = node.span.start if text[:at].strip() else node.num_span.start
    edit = block.replace(Span(start, span.end), text)
    if place.path is not None and node.children and node.children[0].span.start < span.end:
        inner = shop.layout.units(text, at + len(marker), len(text), node.children[0].level)
        place.block.graft(place.path, inner, start)
    if place.path is not None:
        spans = {"num_span": Span(start + at, start + at + len(marker))}
        heading = _span(text[:at], start) if text[:at].strip() else _kept_heading(block.unit, place.path)
        block.unit = updated(block.unit, place.path, heading_span=heading, **spans)
    return edit


def _kept_heading(unit: Provision, path: tuple[int, ...]) -> Span | None:
    for n in path:
        unit = unit.children[n]
    return unit.heading_span


def _span(text: str, by: int) -> Span | None:
    bare = text.strip()
    if not bare:
        return None
    start = text.index(bare)
    return Span(by + start, by + start + len(bare))


def _marker(text: str, marker: str) -> int | None:
    """Where the number stands, as a word of its own among the first of the quoted words."""
    at = text.find(marker, 0, 300)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(marker) : at + len(marker) + 1]
        if (not before or before.isspace()) and (not after or after.isspace()):
            return at
        at = text.find(marker, at + 1, 300)
    return None


def delete(shop: Workshop, instruction: Instruction) -> Edit:
    """Take the target out, without a trace."""
    place = locate(shop.draft, instruction.target, shop.layout)
    if instruction.target.part in (Part.BEFORE, Part.OPENING):
        raise Refusal("the words before the parts of a provision cannot go without their number")
    end = content_end(place.node, place.block.text) if place.path == () else place.span.end
    start, end = erased(place.block.text, place.span.start, end)
    return place.block.replace(Span(start, end), "")


def repeal(shop: Workshop, instruction: Instruction) -> Edit:
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


def _repeal_range(shop: Workshop, place: Place, mark: str) -> Edit:
    """Each of the range keeps its number and gets the mark."""
    assert place.last is not None
    among = [c for c in place.among if _within(c, place.node, place.last)]
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


def _close_before(shop: Workshop, place: Place) -> None:
    """Where the last item goes, its full stop goes to the last that stays, if the house style closes lists so."""
    text, level = place.block.text, place.node.level
    if shop.tradition.follow_on(shop.lang, level) is None or not place.among or level == "subsection":
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


def renumber(shop: Workshop, instruction: Instruction) -> Edit:
    """Give the target another number, or (the anchor's step) make its words the first unit below it."""
    place = locate(shop.draft, instruction.target, shop.layout)
    node, block = place.node, place.block
    if node.num_span is None or place.path is None:
        raise Refusal("the provision has no number")
    if instruction.anchor is not None and instruction.anchor.steps:
        return _nested(shop, place, instruction)
    assert instruction.payload is not None
    new = instruction.payload.text
    if place.path and any(c.num.casefold() == new.casefold() for c in place.among):
        raise Refusal(f"({new}) stands in the text already")
    printed = block.text[node.num_span.start : node.num_span.end].replace(node.num, new)
    path, at = place.path, node.num_span.start
    edit = block.replace(node.num_span, printed)
    assert block.unit is not None
    block.unit = updated(block.unit, path, num=new, num_span=Span(at, at + len(printed)))
    return edit


def _nested(shop: Workshop, place: Place, instruction: Instruction) -> Edit:
    assert instruction.anchor is not None
    step = instruction.anchor.steps[0]
    node, block = place.node, place.block
    assert node.num_span is not None
    if any(c.level == step.level for c in node.children):
        raise Refusal(f"there are {step.level}s already")
    at = node.num_span.end
    edit = block.replace(Span(at, at), f" ({step.num})")
    grown = block.unit
    assert grown is not None
    if place.path != ():
        raise Refusal("only a section can be renumbered so")
    end = content_end(grown, block.text)
    inside = tuple(c for c in grown.children if c.level not in NOTES)
    notes = tuple(c for c in grown.children if c.level in NOTES)
    number = Span(at + 1, at + 3 + len(step.num))
    child = Provision("", step.level, step.num, "", "", Span(number.start, end), inside, number)
    block.unit = changed(grown, children=(child, *notes))
    return edit


def restate_title(shop: Workshop, instruction: Instruction) -> Edit:
    """Put the payload in the place of the target's heading."""
    assert instruction.payload is not None
    target = changed(instruction.target, part=Part.HEADING)
    place = locate(shop.draft, target, shop.layout)
    path, start, text = place.path, place.span.start, instruction.payload.text
    edit = place.block.replace(place.span, text)
    if path is not None and place.block.unit is not None:
        place.block.unit = updated(place.block.unit, path, heading=text, heading_span=Span(start, start + len(text)))
    return edit


def content_end(node: Provision, text: str) -> int:
    """Where the provision's own text ends: before the editor's notes behind it."""
    end = node.span.end
    for child in reversed(node.children):
        if child.level not in NOTES:
            break
        end = child.span.start
    return end - (len(text[:end]) - len(text[:end].rstrip()))
