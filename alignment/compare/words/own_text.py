"""The own text of provisions as one sequence: its parts, the tokens in them, and what lies between the tokens."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.words.tokens import Tokens
from palermo.corpus.model.text_model import Span

__all__ = ["Holds", "Own"]


class Holds(Enum):
    """Content of a stretch of own text: the provision's own number, words, or only spaces and markup."""

    NUMBER = "number"
    WORDS = "words"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Own:
    """The own text of one or several provisions of one version: its parts in order, the tokens, the part each is in.

    The parts of several provisions follow each other provision by provision, so that they need not ascend.
    """

    text: str
    parts: tuple[Span, ...]
    tokens: Tokens
    part_of: array[int]
    labels: tuple[range, ...]
    number: str
    joined: bool

    @classmethod
    def of(cls, clauses: Sequence[Clause]) -> Own:
        """The own texts of `clauses` one after the other; all of one version, at least one clause with own text."""
        parts: list[Span] = []
        keys: list[str] = []
        starts, ends, part_of, labels = array("i"), array("i"), array("i"), []
        for clause in clauses:
            if clause.label:
                labels.append(range(clause.label.start + len(keys), clause.label.stop + len(keys)))
            part, last = len(parts), len(parts) + len(clause.spans) - 1
            parts.extend(clause.spans)
            for start in clause.tokens.starts:
                while part < last and parts[part].end <= start:
                    part += 1
                part_of.append(part)
            keys.extend(clause.tokens.keys)
            starts.extend(clause.tokens.starts)
            ends.extend(clause.tokens.ends)
        tokens = Tokens(tuple(keys), starts, ends)
        return cls(
            clauses[0].version.text, tuple(parts), tokens, part_of, tuple(labels), clauses[0].number, len(clauses) > 1
        )

    def read(self, spans: Sequence[Span]) -> str:
        """The characters of some spans of the text, one after the other."""
        return "".join(self.text[start:end] for start, end in spans)

    def passages(self, start: int) -> list[range]:
        """The tokens from number `start` on, cut where the own text goes on after a child; at least one range."""
        opens = [at for at in range(start + 1, len(self.tokens)) if self.part_of[at] != self.part_of[at - 1]]
        return [range(a, b) for a, b in pairwise([start, *opens, len(self.tokens)])]

    def gap(self, position: int) -> list[Span]:
        """Spans between tokens `position - 1` and `position`; before the first and after the last, up to the end.

        One span for each part of the text, none empty.
        """
        if not self.parts:
            return []
        first, start = (
            (self.part_of[position - 1], self.tokens.ends[position - 1]) if position else (0, self.parts[0].start)
        )
        if position < len(self.tokens):
            pieces = self._from_to(first, start, self.part_of[position], self.tokens.starts[position])
        else:
            pieces = self._from_to(first, start, len(self.parts) - 1, self.parts[-1].end)
        return [span for _, span in pieces]

    def unbroken(self, first: int, last: int) -> Span | None:
        """The text from token `first` up to token `last` (half-open, not empty) if it lies in one part."""
        if self.part_of[first] != self.part_of[last - 1]:
            return None
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])

    def stretch(self, first: int, last: int) -> list[tuple[Span, Holds]]:
        """Tokens `first` to `last` (half-open) with what lies between them, cut at the numbers of the provisions."""
        cuts = {first, last}
        for label in self.labels:
            cuts.update(at for at in (label.start, label.stop) if first < at < last)
        found: list[tuple[Span, Holds]] = []
        for a, b in pairwise(sorted(cuts)):
            holds = Holds.NUMBER if any(a in label for label in self.labels) else Holds.WORDS
            if b < last:
                pieces = self._from_to(self.part_of[a], self.tokens.starts[a], self.part_of[b], self.tokens.starts[b])
            else:
                pieces = self._from_to(
                    self.part_of[a], self.tokens.starts[a], self.part_of[b - 1], self.tokens.ends[b - 1]
                )
            busy = set(self.part_of[a:b])
            found.extend((span, holds if part in busy else Holds.NOTHING) for part, span in pieces)
        return found

    def _from_to(self, part: int, start: int, to: int, end: int) -> list[tuple[int, Span]]:
        """The text from `start` in one part to `end` in the same or a later one, with the number of each part."""
        if part == to:
            pieces = [(part, Span(start, end))]
        else:
            pieces = [(part, Span(start, self.parts[part].end))]
            pieces.extend((k, self.parts[k]) for k in range(part + 1, to))
            pieces.append((to, Span(self.parts[to].start, end)))
        return [(part, span) for part, span in pieces if span.start < span.end]
