"""Numbered items become nodes, and every block of text finds its owner.

A block without a number after an item is the item's second paragraph, or flush text of the unit above (`… shall be
guilty of an offence`, `наказывается …`), or a new paragraph of the article. What decides: whether the item is ended by
a stop, whether the block begins in lower case, whether the list was announced by words, and whether its numbering goes
on afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from palermo.corpus.grammar_words import any_word
from palermo.corpus.structure.body.choose_numbering import Placed
from palermo.corpus.structure.body.context import ArticleStretch, ParseContext
from palermo.corpus.structure.body.unit_tree import Node
from palermo.corpus.structure.lines.markers import ends_sentence, opens_sentence
from palermo.corpus.structure.lines.numbers import is_first
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = ["Grower"]

_QUOTE = "“„«\"‘'"
_ENDED = re.compile(r"[.!?…।∙·]\s*[”\"»’')\]]*\s*$")
_FILLER = re.compile(r"[\s.()—–‒―\-“„«»\"'‘’:\[\]_*•]*")
_HISTORY = re.compile(r"<[^<>\n]{3,200}>\s*")  # an editor's remark before an article's text: <inserted by …>
_BEFORE_NUMBER = re.compile(r"(?:[A-Z]\d{1,3}\[|[\s.()—–‒―\-“„«»\"'‘’:\[\]_*•\d])*")
_UNITED_STATES = {
    "letter": "subsection",
    "decimal": "paragraph",
    "LETTER": "subparagraph",
    "roman": "clause",
    "ROMAN": "subclause",
}
_SECTION = {
    "decimal": "subsection",
    "letter": "paragraph",
    "roman": "subparagraph",
    "LETTER": "clause",
    "ROMAN": "subclause",
}
_SECTIONS = frozenset({"section", "rule", "regulation", "clause"})


@dataclass(slots=True)
class NodeFlow:
    """Text that belongs to a unit itself: where its blocks begin, and which of them begin a new paragraph."""

    blocks: int = 0
    cuts: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    node: Node
    announced: bool  # words before its list's first number announce the list
    indent: int


@dataclass(slots=True)
class _Block:
    start: int
    end: int
    indent: int
    quote: bool = False


@cache
def _stop() -> re.Pattern[str]:
    known = any_word(lambda words: words.conjunctions.no_stop)
    return re.compile(rf"(?:[.,;:!?…।∙·—–\]-]|\b(?:{known}))\s*[”\"»’')\]]*\s*(?:<\*>)?\s*$", re.I)


class Grower:
    """Builds the items of one unit; `flows` and `quoting` then say what text and which quotations each unit owns."""

    def __init__(
        self, reading: ParseContext, unit: Node, stretch: ArticleStretch, holes: list[tuple[int, int]]
    ) -> None:
        self.reading = reading
        self.unit = unit
        self.lines = stretch.lines
        self.span = (stretch.start, stretch.end)
        self.holes = holes
        self.quotes = reading.quotes_in(stretch.start, stretch.end)
        self.flows: dict[int, NodeFlow] = {}
        self.quoting: list[tuple[tuple[int, int], Node]] = []
        self._stack: list[_Open] = []
        self._owner = unit
        self._before = stretch.start

    def grow(self, placed: list[Placed]) -> None:
        """Make the nodes of the placed numbers and give each block of the stretch to its owner."""
        queue = list(reversed(placed))
        for block in self._blocks({p.marker.line for p in placed if p.marker.strength >= 2 or p.marker.chained}):
            here: list[Placed] = []
            while queue and queue[-1].marker.start < block.end:
                here.append(queue.pop())
            if not (here and self._begins(block, here[0])):
                self._text(block, here[0] if here else queue[-1] if queue else None)
            for item in here:
                self._item(item, block)
            self._before = block.end
            for opened in self._stack:
                opened.node.end = max(opened.node.end, block.end)
            self.quoting += [(q, self._innermost()) for q in self._quotes_from(block.start, block.end)]
        self._close(0, min(self._before, self.span[1]))

    def _innermost(self) -> Node:
        return self._owner if self._owner is self.unit or any(o.node is self._owner for o in self._stack) else self.unit

    def _in_hole(self, position: int) -> bool:
        index = bisect_left(self.holes, (position + 1, 0)) - 1
        return index >= 0 and position < self.holes[index][1]

    def _quotes_from(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The quotations that begin between `start` and `end`."""
        for at in range(bisect_left(self.quotes, (start, 0)), len(self.quotes)):
            if self.quotes[at][0] >= end:
                return
            yield self.quotes[at]

    def _blocks(self, numbered: set[int]) -> list[_Block]:
        """The blocks of the stretch, quotations drawn into the block they begin in.

        A block begins after a blank line, in a numbered line, and after a quotation; in text that is not hard-wrapped
        in every line.
        """
        out: list[_Block] = []
        seen = self.reading.view.lines
        after_quote = False
        for index in self.lines:
            line = seen[index]
            start, end = max(line.start, self.span[0]), min(line.end, self.span[1])
            if start >= end or self._in_hole(start):
                continue
            if out and start < out[-1].end:
                if end > out[-1].end:
                    out[-1].end = end
                    after_quote = True
                continue
            quote = next(self._quotes_from(start, end), None)
            goes_on = self.reading.habits.wrapped and not line.first and index not in numbered
            if out and goes_on and not after_quote and quote is None:
                out[-1].end = end
            else:
                leads = quote is not None and bool(_FILLER.fullmatch(self.reading.view.text[start : quote[0]]))
                out.append(_Block(start, end, line.indent, leads))
            after_quote = quote is not None
            if quote is not None:
                out[-1].end = max(out[-1].end, min(quote[1] + 1, self.span[1]))
        return out

    def _begins(self, block: _Block, item: Placed) -> bool:
        """Whether the block begins with this number."""
        text = self.reading.view.text
        history = _HISTORY.match(text, block.start, item.marker.start)
        begin = history.end() if history is not None else block.start
        if item.marker.start > begin + 8:
            return False
        return bool(_BEFORE_NUMBER.fullmatch(text[begin : item.marker.start]))

    def _text(self, block: _Block, following: Placed | None) -> None:
        """Give a block without a number to its owner."""
        text = self.reading.view.text
        owner = self._innermost() if block.quote else self._owner_of(block, following)
        depth = next((i + 1 for i, o in enumerate(self._stack) if o.node is owner), 0)
        self._close(depth, self._before)
        self._owner = owner
        if self._titled(text, owner, block.start):
            owner.heading = (owner.num[1] if owner.num else owner.start, self._before)
        flow = self.flows.setdefault(id(owner), NodeFlow())
        flow.blocks += 1
        speaks = any(c.isalnum() for c in text[block.start : min(block.end, block.start + 80)])
        if not block.quote and speaks and self._new_paragraph(text, block.start, owner):
            flow.cuts.append(block.start)

    def _bare_number(self, text: str) -> bool:
        """Whether the innermost item has no text yet (its number stands in a line of its own)."""
        top = self._stack[-1].node
        return top.num is not None and not text[top.num[1] : self._before].strip(" .)\xa0\n\t")

    def _titled(self, text: str, owner: Node, position: int) -> bool:
        """Whether all that a numbered item has before this block is a short title (`(3) Coercion`)."""
        if owner is self.unit or owner.num is None or owner.children or id(owner) in self.flows:
            return False
        title = text[owner.num[1] : self._before].lstrip(" .)\xa0\n\t").rstrip()
        return 0 < len(title) <= 70 and title[-1].isalnum() and title[0].isupper() and opens_sentence(text[position])

    def _new_paragraph(self, text: str, position: int, owner: Node) -> bool:
        if self._before <= self.span[0] and owner is self.unit:
            return False
        if owner is not self.unit and owner.num and not text[owner.num[1] : self._before].strip(" .)\xa0\n"):
            return False
        if not opens_sentence(text[position]):
            return False
        tail = text[max(0, self._before - 14) : self._before]
        return ends_sentence(tail) or text[position] in '“„«"'

    def _owner_of(self, block: _Block, following: Placed | None) -> Node:
        if not self._stack:
            return self.unit
        at = block.start
        text = self.reading.view.text
        if self._titled(text, self._stack[-1].node, at):
            return self._stack[-1].node
        stopped = bool(_stop().search(text[max(0, self._before - 14) : self._before]))
        if not opens_sentence(text[at]) and (not stopped or self._bare_number(text)):
            apart = not self.reading.habits.loose and "\n" in text[self._before : at].replace("\r", "").replace(
                "\n", "", 1
            )
            if not apart or self._bare_number(text):
                return self._innermost()
        depth = len(self._stack) - 1
        completing = self.reading.tradition.completing
        if opens_sentence(text[at]) or (completing is not None and completing.match(text, at)):
            while depth >= 0 and self._stack[depth].announced:
                depth -= 1
        elif len({o.indent for o in self._stack}) > 1:
            while depth >= 0 and block.indent <= self._stack[depth].indent:
                depth -= 1
        elif self._owner is self._stack[-1].node:
            # a part of an article goes on after its dash (`3. Те же деяния, –` `наказываются …`), a list item does not
            depth -= self._stack[-1].announced or bool(_ENDED.search(text[max(0, self._before - 14) : self._before]))
        else:
            depth = next((i for i, o in enumerate(self._stack) if o.node is self._owner), -1)
        lowest = -1
        if following is not None and following.depth <= len(self._stack):
            goes_on = following.depth < len(self._stack) and self._goes_on(following)
            lowest = following.depth if goes_on else following.depth - 1
        depth = min(max(depth, lowest), len(self._stack) - 1)
        return self._stack[depth].node if depth >= 0 else self.unit

    @staticmethod
    def _goes_on(following: Placed) -> bool:
        return following.kind in ("definition", "indent") or not is_first(following.kind, following.marker.token)

    def _item(self, item: Placed, block: _Block) -> None:
        text = self.reading.view.text
        marker = item.marker
        at = marker.start
        while at > 0 and text[at - 1].isspace():
            at -= 1
        self._close(min(item.depth, len(self._stack)), at)
        parent = self._stack[-1].node if self._stack else self.unit
        sibling = next((c for c in reversed(parent.children) if c.kind == "item"), None)
        if sibling is not None:
            announced = sibling.announced
        else:
            begin = parent.num[1] if parent.num and self._stack else max(parent.start, self.span[0])
            announced = not _FILLER.fullmatch(text[begin : marker.start])
        level = _level(
            self.reading.tradition, item, [self.unit.level, *(o.node.level for o in self._stack)], announced=announced
        )
        number = marker.token if marker.num[1] > marker.num[0] else ""
        node = Node("item", level, marker.start, block.end, number, marker.num if number else None)
        node.announced = announced
        parent.children.append(node)
        self._stack.append(_Open(node, announced, block.indent if marker.strength >= 2 else 0))
        self._owner = node

    def _close(self, depth: int, position: int) -> None:
        while len(self._stack) > depth:
            node = self._stack.pop().node
            node.end = max(node.start, min(node.end, position) if position > node.start else node.end)


def _level(tradition: NumberingRules, item: Placed, above: list[str], *, announced: bool) -> str:
    """The level's name as the tradition calls it, below the levels `above` (the article's first)."""
    unit, *inner = above
    if item.kind in ("definition", "indent"):
        return item.kind
    if tradition.levels == "united_states":
        level = _UNITED_STATES.get(item.kind, "item") if item.marker.form == "paren" else "item"
        return level if level not in inner else "item"
    if unit in _SECTIONS and tradition.levels == "section":
        level = _SECTION.get(item.kind, "item")
        if item.kind == "roman" and not inner:
            level = "paragraph"
        return level if level not in inner else "item"
    plain = not announced or item.marker.form in ("paren", "sign", "spaced")
    if not inner and item.kind in ("decimal", "ROMAN") and plain:
        return "paragraph"
    return "point"
