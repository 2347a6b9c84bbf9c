"""The signs between the items of a list, and what stands behind its last one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from palermo.corpus.amendments.operations.edit_context import EditContext
from palermo.corpus.amendments.reading.definitions import GLOSSARY
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.draft import UNITS
from palermo.corpus.model.text_model import Provision

__all__ = ["UNOWNED", "between", "check_closing", "check_whole", "explains", "item_end", "last_sign"]

UNOWNED = "unowned"  # words below a last unit of which it is not clear whether they are its, or its parent's

_GLOSSARY = re.compile(GLOSSARY + r"\s*$")


def item_end(text: str, start: int, end: int) -> int:
    """The offset where the item at `start` to `end` ends: before the term in the other language that closes its
    definition."""
    match = _GLOSSARY.search(text[start:end])
    return start + match.start() if match else end


def last_sign(text: str, conjunctions: frozenset[str]) -> str:
    """The sign with which an item ends, before a conjunction behind it; "" where it ends in a word."""
    words = text.rstrip()
    head, _, tail = words.rpartition(" ")
    if tail.casefold() in conjunctions:
        words = head.rstrip()
    return words[-1:] if words[-1:] in ".,;:" else ""


def between(shop: EditContext, siblings: Sequence[Provision], text: str) -> str | None:
    """The words between the items: those that most of them but the last end with, else what the house style has."""
    if not siblings:
        return None
    house = shop.tradition.follow_on(shop.lang, siblings[0].level)
    if house is None:
        return None
    ends = Counter(last_sign(text[s.span.start : s.span.end], shop.layout.conjunctions) for s in siblings[:-1])
    counted = [(n, sign) for sign, n in ends.items() if sign in (",", ";")]
    return max(counted)[1] if counted else house


def check_closing(shop: EditContext, node: Provision, among: Sequence[Provision], text: str) -> None:
    """Refuses a change of a unit, or of a list's last item, where it cannot be told whether its last words are the
    parent's.

    In running text they may be, in traditions where words of the parent follow a list; they are not where every item
    ends in a sign which the last one has nowhere inside.
    """
    check_whole(node, among, text)
    at = next((n for n, sibling in enumerate(among) if sibling is node), len(among))
    if any(_unowned(sibling, text) for sibling in among[at + 1 : at + 2]):
        raise Refusal(f"whether the words below ({node.num}) are its own cannot be told")
    if not shop.tradition.style.closing_words or "\n" in text or node.level in shop.layout.closed:
        return
    if node.level in UNITS or not among or among[-1] is not node:
        return
    ends = {last_sign(text[s.span.start : s.span.end], shop.layout.conjunctions) for s in among[:-1]}
    inside = text[node.num_span.end if node.num_span else node.span.start : node.span.end]
    joins = "|".join(sorted(shop.layout.conjunctions))
    inside = re.sub(rf"[.,;:]?(?:\s(?:{joins}))?\s*$", "", inside)
    if not ends or "" in ends or any(f"{sign} " in inside for sign in ends):
        raise Refusal(f"whether words after the list follow ({node.num}) cannot be told from running text")


def check_whole(node: Provision, among: Sequence[Provision], text: str) -> None:
    """Refuses a change of a unit that goes on behind its end: what a page or a blank line cut off stands there, in
    small letters, before the next unit, or below a definition that ends without a sign.
    """
    after = next((s.span.start for s in among if s.span.start >= node.span.end), None)
    if after is None and node.level == "definition" and not _ENDED.search(text, node.span.start, node.span.end):
        after = len(text)
    if after is not None and _GOES_ON.match(text, node.span.end, after):
        name = f"({node.num})" if node.num else "it"
        raise Refusal(f"words stand behind {name} that may be its own, so where it ends is not certain")


_GOES_ON = re.compile(r"\s*\n\s*[^\W\d_A-ZА-ЯЁÀ-Þ]\w*[ ,]")  # a new line that begins with a word in small letters
_ENDED = re.compile(r"[.;:][”\"'’»)*_]*\s*$")


def explains(node: Provision) -> bool:
    """True if the node is an Explanation below a section, whosever it is."""
    return node.level == UNOWNED or (node.level == "note" and node.num.casefold().startswith("explanation"))


def _unowned(node: Provision, text: str) -> bool:
    return explains(node) and re.search(r"\bthis section\b", text[node.span.start : node.span.end]) is None
