"""The amending text behind the words in which instructions are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.model.text_model import Span

__all__ = ["PassageSource"]


@dataclass(frozen=True, slots=True)
class PassageSource:
    """A passage; all offsets are into its words."""

    passage: Passage

    def text(self, start: int, end: int) -> str:
        """The words from `start` to `end`."""
        return self.passage.words.text[start:end]

    def span(self, start: int, end: int) -> Span:
        """Their span in the amending text."""
        return self.passage.span(start, end)
