"""Operations on words: substitute, insert, delete."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from palermo.corpus.amendments.model import Edit, Instruction, Occurrence, Op, Part, Where
from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.operations.list_punctuation import between, check_closing, item_end
from palermo.corpus.amendments.operations.locate_target import LocatedPlace, locate
from palermo.corpus.amendments.reading.find_words import erased, exchanged, inserted, occurrences, tail_end
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["delete", "insert", "substitute"]

_SIGNS = frozenset(".,;:")


def substitute(shop: EditContext, instruction: Instruction) -> Edit:
    """Put the payload in the place of the anchor's words.

    A global replacement keeps the capital of a first letter, and its words are fitted to those around them as the
    tradition knows to; refused where it does not.
    """
    assert instruction.payload is not None
    place = locate(shop.draft, instruction.target, shop.layout)
    text = place.block.text
    unit = place.block.unit
    if (
        instruction.op is Op.GLOBAL
        and shop.tradition.style.marginal_notes
        and place.path == (0,)
        and unit
        and unit.heading_span
    ):
        place = replace(place, span=Span(unit.heading_span.start, place.span.end))
    pieces = []
    terms = _terms(shop, place) if instruction.op is Op.GLOBAL else frozenset()
    for start, end, old, new in _pairs(shop, place, instruction):
        word = new
        if start in terms:
            raise Refusal(
                "it renames a defined term: its place in the alphabet, and the other language's term, may change"
            )
        if instruction.op is Op.GLOBAL:
            if text[start].isupper() and old[:1].islower():
                word = word[:1].upper() + word[1:]
            a, b = place.span
            fitted = shop.tradition.fit(shop.lang, text[a:b], start - a, end - a, word)
            if fitted is None:
                around = text[max(0, start - 20) : end + 20].strip()
                raise Refusal(f"how “{word}” is to be inflected is not certain at “…{around}…”")
            start, word = fitted[0] + a, fitted[1]  # noqa: PLW2901 - the article before the word goes with it
        pieces.append((start, end, exchanged(text, start, end, word)))
    return _rewritten(place, pieces)


def delete(shop: EditContext, instruction: Instruction) -> Edit:
    """Take the anchor's words out, with one of the spaces beside them."""
    place = locate(shop.draft, instruction.target, shop.layout)
    text = place.block.text
    return _rewritten(place, [(*erased(text, start, end), "") for start, end in _found(shop, place, instruction)])


def insert(shop: EditContext, instruction: Instruction) -> Edit:
    """Put the payload before or after the anchor's words, or at the end or beginning of the target."""
    assert instruction.payload is not None
    assert instruction.anchor is not None
    place = locate(shop.draft, instruction.target, shop.layout)
    text, words, anchor = place.block.text, instruction.payload.text, instruction.anchor
    if anchor.text:
        found = _found(shop, place, instruction)
        places = [end if anchor.where is Where.AFTER else start for start, end in found]
        return _rewritten(place, [(at, at, inserted(text, at, words)) for at in places])
    if anchor.where is Where.END:
        check_closing(shop, place.node, place.among, text)
        return _at_end(shop, place, words)
    at = (place.node.num_span or Span(0, place.span.start)).end
    if shop.tradition.style.words_without_heading and place.node.heading_span is not None:
        at = max(at, place.node.heading_span.end)
    return place.block.replace(Span(at, at), inserted(text, at, words))


def _rewritten(place: LocatedPlace, pieces: list[tuple[int, int, str]]) -> Edit:
    """Put words in the place of each of the spans (in order, disjoint); the edit is from the first to the last."""
    block = place.block
    size = len(block.text)
    made = [block.replace(Span(start, end), word) for start, end, word in reversed(pieces)]
    end = pieces[-1][1] + len(block.text) - size
    return Edit(Span(made[-1].base.start, made[0].base.end), block.text[pieces[0][0] : end])


def _at_end(shop: EditContext, place: LocatedPlace, words: str) -> Edit:
    """A conjunction goes behind the sign between items (a last item's full stop becomes it), a sentence or a proviso
    behind its sign, too; other words go before."""
    text, block = place.block.text, place.block
    end = item_end(text, place.span.start, place.span.end)
    if words.strip().casefold() in shop.layout.conjunctions:
        sign = between(shop, place.among, text)
        last = bool(place.among) and place.among[-1] is place.node
        if last and sign is not None and text[end - 1] in ".,;":
            return block.replace(Span(end - 1, end), f"{sign} {words}")
        if text[end - 1] == ".":
            raise Refusal("the item ends in a full stop, and what it should end in is not said")
        if text[end - 1] not in ",;":
            raise Refusal(f"the item does not end in a sign behind which “{words}” could stand")
        return block.replace(Span(end, end), f" {words}")
    if words[:1].isupper() and words.rstrip()[-1:] in (".", ":") and text[end - 1] in (".", ":"):
        return block.replace(Span(end, end), inserted(text, end, words))
    at = tail_end(text, place.span.start, end)
    return block.replace(Span(at, at), inserted(text, at, words))


def _terms(shop: EditContext, place: LocatedPlace) -> frozenset[int]:
    """The places where the definitions in the place begin."""
    nodes = [place.node, *(c for c in place.node.children if c.level != "definition")]
    return frozenset(s.start for node in nodes for s in shop.layout.definitions(place.block.text, node))


def _pairs(shop: EditContext, place: LocatedPlace, instruction: Instruction) -> list[tuple[int, int, str, str]]:
    """The places where words go, which, and what comes in their place, in order; longer words before those that they
    hold."""
    assert instruction.anchor is not None
    assert instruction.payload is not None
    first = instruction.anchor.text, instruction.payload.text
    if not instruction.anchor.others:
        return [(start, end, *first) for start, end in _found(shop, place, instruction)]
    out: list[tuple[int, int, str, str]] = []
    for old, new in sorted((first, *instruction.anchor.others), key=lambda pair: -len(pair[0])):
        for start, end in occurrences(old, place.block.text, *place.span, capital=True):
            if not any(start < b and a < end for a, b, _, _ in out):
                out.append((start, end, old, new))
    if not out:
        raise Refusal(f"none of the words is in {_where(instruction)}")
    if len(out) > 1 and instruction.anchor.occurrence is Occurrence.ONLY:
        raise Refusal(f"the words stand {len(out)} times in {_where(instruction)}")
    return sorted(out)


def _found(shop: EditContext, place: LocatedPlace, instruction: Instruction) -> list[tuple[int, int]]:
    """The places where the anchor's words stand in the place: one, the n-th, each, or at the end. Raises Refusal
    otherwise."""
    anchor = instruction.anchor
    assert anchor is not None
    text, (start, end) = place.block.text, place.span
    capital = instruction.op is Op.GLOBAL
    if anchor.where is Where.START and anchor.to:
        return [_from_start(place, anchor.to, instruction)]
    found = occurrences(anchor.text, text, start, end, capital=capital)
    if instruction.target.part is not Part.HEADING:
        labels = list(_labels(place.node, headings=shop.tradition.style.words_without_heading))
        words = [(a, b) for a, b in found if not any(s.start < b and a < s.end for s in labels)]
        if (
            shop.tradition.style.each_with_heading
            and anchor.occurrence is Occurrence.EACH
            and 0 < len(words) < len(found)
        ):
            raise Refusal("the words stand in a heading, too, and whether each place means that one is not said")
        found = words
    shown = anchor.text if len(anchor.text) < 60 else anchor.text[:57] + "…"
    if not found:
        raise Refusal(f"“{shown}” is not in {_where(instruction)}")
    if instruction.op in (Op.DELETE_TEXT, Op.SUBSTITUTE_TEXT) and anchor.where is Where.END:
        last = found[-1]
        if text[last[1] : item_end(text, start, end)].strip("" if anchor.text in _SIGNS else " .,;:—"):
            raise Refusal(f"“{shown}” does not stand at the end of {_where(instruction)}")
        return [last]
    if anchor.occurrence is Occurrence.CLOSING:
        rest = text[found[-1][1] : item_end(text, start, end)].strip()
        if rest and rest.casefold() not in shop.layout.conjunctions:
            raise Refusal(f"“{shown}” does not stand at the end of {_where(instruction)}")
        return [found[-1]]
    if anchor.to is not None:
        if not anchor.to:
            check_closing(shop, place.node, place.among, text)
        return [_stretch(text, found, anchor.to, end, instruction)]
    return _chosen(found, shown, instruction)


def _chosen(found: list[tuple[int, int]], shown: str, instruction: Instruction) -> list[tuple[int, int]]:
    """Those of the places that the drafter means: the only one, the n-th, the last, each."""
    anchor = instruction.anchor
    assert anchor is not None
    if anchor.count and len(found) != anchor.count:
        raise Refusal(f"“{shown}” stands {len(found)} times in {_where(instruction)}, not {anchor.count}")
    if anchor.occurrence is Occurrence.EACH:
        return found
    if anchor.occurrence is Occurrence.LAST:
        return [found[-1]]
    if anchor.occurrence is Occurrence.ONLY:
        if len(found) > 1:
            raise Refusal(f"“{shown}” stands {len(found)} times in {_where(instruction)}")
        return found
    assert isinstance(anchor.occurrence, int)
    if len(found) < anchor.occurrence:
        raise Refusal(f"“{shown}” stands only {len(found)} times in {_where(instruction)}")
    return [found[anchor.occurrence - 1]]


def _stretch(text: str, found: list[tuple[int, int]], to: str, end: int, instruction: Instruction) -> tuple[int, int]:
    """From the anchor's words to those of `to`, or to the end without its full stop."""
    if len(found) != 1:
        raise Refusal(f"the words where the passage begins stand {len(found)} times in {_where(instruction)}")
    if not to:
        new = instruction.payload.text if instruction.payload else ""
        whole = new[-1:] in _SIGNS or (instruction.anchor is not None and instruction.anchor.signs)
        return found[0][0], end if whole else tail_end(text, found[0][1], end)
    ends = occurrences(to, text, found[0][0], end)
    if len(ends) != 1:
        raise Refusal(f"the words where the passage ends stand {len(ends)} times behind those where it begins")
    return found[0][0], ends[0][1]


def _from_start(place: LocatedPlace, to: str, instruction: Instruction) -> tuple[int, int]:
    """From the first word behind the number and the heading up to the words of `to`."""
    text, (start, end) = place.block.text, place.span
    start = max([start, *(s.end for s in (place.node.num_span, place.node.heading_span) if s is not None)])
    ends = occurrences(to, text, start, end)
    if len(ends) != 1:
        raise Refusal(f"the words where the passage ends stand {len(ends)} times in {_where(instruction)}")
    return start + len(text[start:end]) - len(text[start:end].lstrip(" \n\t—–")), ends[0][1]


def _where(instruction: Instruction) -> str:
    return instruction.target.cite or "the text"


def _labels(node: Provision, *, headings: bool) -> Iterator[Span]:
    """The numbers of the provision and of those in it, and their headings: none of their words."""
    yield from (s for s in (node.num_span, node.heading_span if headings else None) if s is not None)
    for child in node.children:
        yield from _labels(child, headings=headings)
