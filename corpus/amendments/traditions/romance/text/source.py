"""The amending text behind the words in which instructions are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.amendments.model import Payload
from palermo.corpus.amendments.traditions.numbered.source import PassageSource
from palermo.corpus.amendments.traditions.romance.text.quotations import Quotation, Quotations

__all__ = ["RomanceSource"]


@dataclass(frozen=True, slots=True)
class RomanceSource(PassageSource):
    """A passage, its quotations and where its lines begin; all offsets are into the passage's words."""

    marks: Quotations
    lines: frozenset[int]

    def words(self, start: int, end: int) -> list[str]:
        """The words of the quotations between `start` and `end`, in order."""
        return [self._said(q).replace("\n", " ") for q in self.marks.between(start, end)]

    def broken(self, start: int, end: int) -> bool:
        """True if a quotation between these places never ends."""
        return any(q.broken for q in self.marks.between(start, end))

    def payload(self, start: int, end: int) -> Payload:
        """The quoted text there, with its line breaks and without the marks that its paragraphs begin with."""
        quoted = self.marks.between(start, end)
        text = "\n".join(self._said(q) for q in quoted)
        return Payload(text, self.span(quoted[0].inner[0], quoted[-1].inner[1]) if text else None)

    def _said(self, quotation: Quotation) -> str:
        start, end = quotation.inner
        out = ""
        for cut in (*quotation.again, end):
            out += self.passage.payload(start, cut).strip()
            if cut < end:
                out += "\n" if cut in self.lines else " "
            start = cut + 1
        return out.strip()
