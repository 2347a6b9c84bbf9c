"""Where a provision's number and heading stand at its beginning, with the words and signs around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.writers.akoma_ntoso.items import is_aside

__all__ = ["HeadElements", "head"]

# signs that close a number or heading: no letter, no space, nothing that opens what follows
_CLOSING = re.compile(r"[^\w\s(\[{<«“„‘\"'¿¡]*")
_NO_WORD = re.compile(r"[\W_]*")
# what a number is called, before it or after it (`Artículo 5`, `5 straipsnis`, `Erster Abschnitt`): at most two words
_NAME = re.compile(r"[^\w(\[]*\w+(?:[^\w(\[\n]+\w+)?[^\w(\[]*")
_LONGEST = 200  # code points between a number and its heading that can be a line under the number; more is the text


@dataclass(frozen=True, slots=True)
class HeadElements:
    """The parts in the order in which they stand: `num`, `heading`, `subheading`; `end` is where the rest begins."""

    parts: tuple[tuple[str, Span], ...]
    end: int


def head(provision: Provision, text: str) -> HeadElements:
    """The number with its name and signs (`Article 5.`, `(a)`) and the heading, as far as no other words part them.

    Notes may stand inside the parts.
    """
    asides = [c for c in provision.children if is_aside(c)]
    divisions = (c.span.start for c in provision.children if not is_aside(c))
    bound = next(divisions, provision.span.end)
    finder = _Finder(text, [a.span for a in asides], bound, provision.span.start)
    spans = [("num", provision.num_span), ("heading", provision.heading_span)]
    for span, name in sorted((span, name) for name, span in spans if span is not None and span.end > span.start):
        finder.add(name, span)
    return HeadElements(tuple(finder.parts), finder.end)


class _Finder:
    def __init__(self, text: str, asides: list[Span], bound: int, start: int) -> None:
        self.parts: list[tuple[str, Span]] = []
        self.end = start
        self._text = text
        self._asides = asides
        self._bound = bound

    def add(self, name: str, span: Span) -> None:
        """Take a number or heading up, unless words that belong to neither stand before it."""
        if span.end <= self.end or span.end > self._bound:
            return
        start = max(span.start, self.end)
        between = self._words(self.end, start)
        if _NO_WORD.fullmatch(between):
            self._stretch(start)
        elif not self._named(name, between, start):
            return
        closing = _CLOSING.match(self._text, span.end, self._bound)
        end = closing.end() if closing else span.end
        self.parts.append((name, Span(self.end, end)))
        self.end = end

    def _named(self, name: str, between: str, start: int) -> bool:
        """Whether the words before a number or heading have a place in the head, too."""
        if not self.parts and name == "num":
            return len(between) < _LONGEST and "\n" not in between.strip()
        if _NAME.fullmatch(between):
            if name == "heading" and self.parts:  # the number's name behind it
                self._stretch(start)
            elif name == "heading":  # a schedule without a number
                self.parts.append(("num", Span(self.end, start)))
                self.end = start
            return True
        if self.parts and name == "heading" and len(between) < _LONGEST:
            self.parts.append(("subheading", Span(self.end, start)))
            self.end = start
            return True
        return False

    def _stretch(self, end: int) -> None:
        """What stands before `end` without being a word of its own belongs to the part before."""
        if self.parts:
            name, span = self.parts[-1]
            self.parts[-1] = (name, Span(span.start, end))
            self.end = end

    def _words(self, start: int, end: int) -> str:
        """The text between, without notes."""
        out, at = "", start
        for aside in self._asides:
            if start <= aside.start and aside.end <= end:
                out += self._text[at : aside.start]
                at = aside.end
        return out + self._text[at:end]
