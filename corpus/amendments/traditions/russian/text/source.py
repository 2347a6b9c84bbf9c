"""The amending text behind the words in which instructions are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from palermo.corpus.amendments.model import Payload
from palermo.corpus.amendments.traditions.numbered.quotations import Q
from palermo.corpus.amendments.traditions.numbered.source import PassageSource
from palermo.corpus.amendments.traditions.russian.text.quotations import RussianQuotes

__all__ = ["RussianSource"]

_QUOTATION = re.compile(Q)


@dataclass(frozen=True, slots=True)
class RussianSource(PassageSource):
    """A passage and its quotations; all offsets are into the passage's words."""

    marks: RussianQuotes

    def quoted(self, position: int) -> str:
        """The quotation that begins at `position`, with its marks."""
        match = _QUOTATION.match(self.marks.plain, position)
        return self.text(*match.span()) if match else ""

    def words(self, start: int, end: int) -> list[str]:
        """The words of the quotations between `start` and `end`, in order."""
        return [self.text(a, b).strip() for a, b in self._insides(start, end)]

    def payload(self, start: int, end: int) -> Payload:
        """The quoted text there, with its line breaks; several quotations are one below the other."""
        spans = self._insides(start, end)
        text = "\n".join(self.passage.payload(a, b).strip() for a, b in spans)
        return Payload(text, self.passage.span(spans[0][0], spans[-1][1]))

    def closed(self, payload: Payload, end: int) -> Payload:
        """The words of a whole article or part with the full stop that drafters put behind the mark at `end`."""
        if payload.text[-1:].isalnum() and self.text(end, end + 1) == ".":
            return replace(payload, text=f"{payload.text}.")
        return payload

    def _insides(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quotations without their marks."""
        spans = [m.span() for m in _QUOTATION.finditer(self.marks.plain, start, end)]
        return [(a + 1, b if a in self.marks.shared else b - 1) for a, b in spans]
