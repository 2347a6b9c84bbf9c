"""Replace provisions, or the words before or after their parts."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace as changed
from itertools import pairwise

from palermo.corpus.amendments.model import Edit, Instruction, Part
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.operations.list_punctuation import check_closing, item_end
from palermo.corpus.amendments.operations.locate_target import BLOCKS, LocatedPlace, locate
from palermo.corpus.amendments.operations.portions import replace_portion
from palermo.corpus.amendments.reading.inline_numbers import covers, follows
from palermo.corpus.amendments.reading.quoted import Quoted, check_words, quoted
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.provision_tree import shifted
from palermo.corpus.model.text_model import EDITORS_NOTES, Provision, Span

__all__ = ["NOTES", "check_end", "check_kind", "content_end", "replace", "within"]

NOTES = EDITORS_NOTES | {"note"}  # an editor's, behind a section: no part of what is amended


def replace(shop: EditContext, instruction: Instruction) -> Edit:
    """Put the payload in the place of the target, or of the part of it that is meant."""
    assert instruction.payload is not None
    place = locate(shop.draft, instruction.target, shop.layout)
    if instruction.target.part is not Part.WHOLE:
        return replace_portion(shop, place, instruction.payload.text, instruction.target.part)
    if place.node.level in BLOCKS:
        span, text = _line(shop, place, instruction.payload.text)
        return place.block.replace(span, text)
    check_closing(shop, place.node, place.among, place.block.text)
    if place.node.level == "definition":
        return _definition(shop, place, instruction)
    if len(instruction.target.steps) == 1:
        return _section(shop, place, instruction.payload.text)
    return _units(shop, place, instruction)


def _line(shop: EditContext, place: LocatedPlace, text: str) -> tuple[Span, str]:
    """The span that goes and the words that come where a counted line is replaced: its number stays, whether it is
    quoted or not."""
    base, (start, end) = place.block.text, place.span
    if not shop.tradition.style.lines_unquoted:
        return place.span, text
    here, there = (shop.layout.units(t, a, b, "")[:1] for t, a, b in ((base, start, end), (text, 0, len(text))))
    printed = base[:start].rstrip()
    if there and there[0].num_span is not None and not here:
        marked = shop.layout.units(base, base.rfind("\n", 0, start) + 1, end, "")[:1]
        quoted_number = text[: there[0].num_span.end]
        if marked and marked[0].num == there[0].num:
            words = re.compile(rf"{re.escape(quoted_number)}\W*").match(text)
            return place.span, text[words.end() :] if words else text
        if not printed.endswith(quoted_number.strip()):
            raise Refusal(f"what is quoted has the number {there[0].num}, and the line that it replaces has none")
    if here and there and here[0].num != there[0].num:
        raise Refusal(f"what is quoted has the number {there[0].num}, not {here[0].num}")
    if here and not there and here[0].num_span is not None:
        words = re.compile(r"\W*").match(base, here[0].num_span.end)
        start = words.end() if words else here[0].num_span.end
    return Span(start, end), text


def _section(shop: EditContext, place: LocatedPlace, text: str) -> Edit:
    unit = shop.layout.section(text, place.node.num)
    if unit is None and shop.tradition.style.number_unquoted and place.last is None:
        return _body(place, text)
    if unit is None or place.last is not None:
        raise Refusal(f"what is quoted is not section {place.node.num}")
    check_words(text, (unit,))
    start = _below_heading(shop, place, unit, text)
    edit = place.block.replace(Span(start, content_end(place.node, place.block.text)), text)
    notes = tuple(c for c in place.block.unit.children if c.level in NOTES) if place.block.unit else ()
    end = max([unit.span.end + start, *(n.span.end for n in notes)])
    unit = shifted(unit, start)
    if start > place.span.start:
        unit = changed(unit, heading=place.node.heading, heading_span=place.node.heading_span)
    place.block.unit = changed(unit, children=(*unit.children, *notes), span=Span(place.span.start, end))
    return edit


def _body(place: LocatedPlace, text: str) -> Edit:
    """Put in what is quoted for all that stands behind the number and the heading of a section, as it has none."""
    node = place.node
    if node.num_span is None or not text.strip():
        raise Refusal(f"what is quoted is not section {node.num}")
    first = min((c.span.start for c in node.children), default=place.span.end)
    start = max(s.end for s in (node.num_span, node.heading_span) if s is not None)
    gap = re.compile(r"[\s.:#*—–-]*").match(place.block.text, start, first)
    start = gap.end() if gap else start
    return place.block.replace(Span(start, content_end(node, place.block.text)), text)


def _below_heading(shop: EditContext, place: LocatedPlace, new: Provision, quoted_text: str) -> int:
    """The offset where what a section says begins: a heading above it stays if none is quoted, where headings stand
    apart."""
    node, text = place.node, place.block.text
    if (
        shop.tradition.style.marginal_notes
        or new.heading_span is not None
        or node.heading_span is None
        or node.num_span is None
    ):
        return place.span.start
    if new.num_span is not None and _begins(quoted_text[new.num_span.end :], node.heading):
        return place.span.start
    if node.heading_span.end <= node.num_span.start:
        return node.num_span.start
    again = re.compile(rf"\W*?(?=[*_]*{re.escape(node.num)}(?!\w))").match(text, node.heading_span.end)
    if again is None:
        raise Refusal(f"section {node.num} has a heading, and none is quoted")
    return again.end()


def _begins(text: str, heading: str) -> bool:
    """True if the heading is restated: it stands first in what is quoted behind the number."""
    words = " ".join(text.lstrip(" \n.—–-").casefold().split())
    return bool(heading) and words.startswith(" ".join(heading.casefold().split()))


def _definition(shop: EditContext, place: LocatedPlace, instruction: Instruction) -> Edit:
    assert instruction.payload is not None
    text = instruction.payload.text
    term = instruction.target.steps[-1].num
    if not text.casefold().lstrip("“‘\"«' ").startswith(term.casefold()):
        raise Refusal(f"what is quoted does not begin with {term}")
    edit = place.block.replace(place.span, text)
    if place.path is not None:
        unit = shop.layout.units(text, 0, len(text), "definition")
        place.block.graft(place.path[:-1], unit, place.span.start)
    return edit


def _units(shop: EditContext, place: LocatedPlace, instruction: Instruction) -> Edit:
    assert instruction.payload is not None
    level, section = instruction.target.steps[-1].level, instruction.target.steps[0].num
    level = level or place.node.level
    new = quoted(instruction.payload.text, shop.layout, level, section)
    check_kind(shop, place.node, new)
    numbers = [unit.num.casefold() for unit in new.units]
    if numbers[0] != place.node.num.casefold() and not _fits_before(place, new):
        raise Refusal(f"what is quoted begins with {new.units[0].num}, not with {place.node.num}")
    _check_neighbours(shop, place, new, instruction.payload.unless)
    start = _start(place, new)
    end = _end(shop, place, new)
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


def _fits_before(place: LocatedPlace, new: Quoted) -> bool:
    """True if what is quoted brings units that go between the provision before and this one, and then this one."""
    numbers = [unit.num.casefold() for unit in new.units]
    if place.node.num.casefold() not in numbers or place.last is not None or new.section is not None:
        return False
    at = next((n for n, child in enumerate(place.among) if child is place.node), 0)
    before = [c.num for c in place.among[:at]][-1:]
    here = [u.num for u in new.units[: numbers.index(place.node.num.casefold()) + 1]]
    return all(follows(a, b) for a, b in pairwise([*before, *here]))


def _start(place: LocatedPlace, new: Quoted) -> int:
    """The beginning of what is replaced: with the section's heading and number where those are quoted, else with the
    provision's own heading if the quoted one has one."""
    if new.section is not None:
        if place.path != (0,):
            raise Refusal("the section's number is quoted, but the provision is not its first")
        assert place.block.unit is not None
        return place.block.unit.span.start
    if place.node.heading_span is not None and new.units[0].heading_span is None and place.node.num_span is not None:
        return place.node.num_span.start
    return place.node.span.start


def _end(shop: EditContext, place: LocatedPlace, new: Quoted) -> int:
    """The offset where it ends. In running text words that follow a list seem to belong to its last item: a refusal."""
    end = place.span.end
    last = place.last or place.node
    if not place.among or last.level in shop.layout.closed:
        return end
    if place.among[-1] is not last:
        return end
    if item_end(new.text, 0, len(new.text)) == len(new.text):
        end = item_end(place.block.text, place.span.start, end)
    was, now = place.block.text[place.span.start : end].rstrip()[-1:], new.text.rstrip()[-1:]
    if "\n" not in place.block.text and was != now and (was == "." or now != "."):
        raise Refusal(f"whether words after the list follow ({last.num}) cannot be told from running text")
    return end


def _silent(shop: EditContext, place: LocatedPlace, new: Quoted) -> list[str]:
    """The marks of those in a range that nothing is quoted for: they are repealed."""
    if place.last is None:
        return []
    quoted_numbers = {unit.num.casefold() for unit in new.units}
    among = [c for c in place.among if within(c, place.node, place.last)]
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


def _check_neighbours(shop: EditContext, place: LocatedPlace, new: Quoted, unless: str) -> None:
    """No quoted number may be there already, outside of what is replaced."""
    last = place.last or place.node
    others = [c.num for c in place.among if not within(c, place.node, last)]
    rest = {num.casefold() for num in others}
    twice = [unit.num for unit in new.units if any(covers(num, unit.num, ranges=shop.layout.ranges) for num in others)]
    if twice:
        raise Refusal(f"({twice[0]}) is quoted, but stands in the text already")
    check_end(unless, rest)


def check_kind(shop: EditContext, node: Provision, new: Quoted) -> None:
    """Refuses what is numbered in another way than the provision that it replaces, or is put beside."""
    if shop.tradition.style.lines_unquoted and new.units[0].level != node.level:
        raise Refusal(f"what is quoted is a {new.units[0].level}, not a {node.level}")


def check_end(unless: str, there: Collection[str]) -> None:
    """Refuses what is quoted if it could go on with the number `unless`, unless the base has that already."""
    if unless and unless.casefold() not in there:
        raise Refusal("where what is quoted ends cannot be told: the next clause may belong to it")


def within(child: Provision, first: Provision, last: Provision) -> bool:
    return first.span.start <= child.span.start and child.span.end <= last.span.end


def content_end(node: Provision, text: str) -> int:
    """The offset where the provision's own text ends: before the editor's notes behind it."""
    end = node.span.end
    for child in reversed(node.children):
        if child.level not in NOTES:
            break
        end = child.span.start
    return end - (len(text[:end]) - len(text[:end].rstrip()))
