"""The words of an amending clause, and the provisions that they refer to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from palermo.corpus.amendments.model import Part, Payload, Step, Target
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.traditions.clausal.quoting import Quoting
from palermo.corpus.amendments.traditions.clausal.reference import MARK, QUOTE, ClausalReference

__all__ = ["About", "Referring", "Saying", "TargetWords"]

About = tuple[Target, ...]


class Referring(Protocol):
    """Finds and reads references: `act` is the pattern of an act's name."""

    act: str

    def find(self, text: str) -> list[re.Match[str]]:
        """The places where references stand, in order."""

    def read(self, text: str, terms: Sequence[str]) -> ClausalReference | None:
        """The reference that `text` is; `terms` are the words quoted in it. None: not understood."""

    def below(self, around: Target, inner: Target) -> Target:
        """The target that `inner` is where `around` is spoken of."""


@dataclass(frozen=True, slots=True)
class TargetWords:
    """The words of a passage, and what they quote."""

    passage: Passage
    quoting: Quoting

    def text(self, start: int, end: int) -> str:
        return self.passage.words.text[start:end].strip(" ,;:")

    def quoted(self, start: int) -> str:
        """The words inside the quotation that begins at `start`, on one line."""
        a, b = self.quoting.words(start)
        return " ".join(self.passage.words.text[a:b].split())

    def structure(self, start: int) -> Payload:
        """The same with the lines of the source; its paragraphs where blank lines part them."""
        a, b = self.quoting.words(start)
        text, offsets, source = self.passage.words.text, self.passage.words.offsets, self.passage.source
        gaps = {at: source[offsets[at - 1] : offsets[at + 1]] for at in range(a + 1, b - 1) if text[at] == " "}
        breaks = re.compile(r"\n\s*\n" if any(re.search(r"\n\s*\n", gap) for gap in gaps.values()) else r"\n")
        lines = "".join("\n" if at in gaps and breaks.search(gaps[at]) else text[at] for at in range(a, b))
        return Payload(lines, self.passage.span(a, b))

    def inside(self, start: int, end: int) -> list[str]:
        """The quotations that stand in `start` to `end`, in order."""
        runs = re.compile(QUOTE).finditer(self.quoting.blank, start, end)
        return [self.quoted(m.start()) for m in runs]


@dataclass(frozen=True, slots=True)
class Saying:
    """A clause from `start` of the words on: its `text` has quotations and references blotted out, `references` are
    these by where they begin in it (None: not understood). `named` gives an act its name in full."""

    words: TargetWords
    start: int
    text: str
    references: dict[int, ClausalReference | None]
    refs: Referring
    named: Callable[[str], str]

    @classmethod
    def of(cls, words: TargetWords, span: tuple[int, int], refs: Referring, named: Callable[[str], str]) -> Saying:
        """The clause at `span` of the words."""
        start, end = span
        text = words.quoting.blank[start:end]
        found: dict[int, ClausalReference | None] = {}
        for match in refs.find(text):
            a, b = match.span()
            found[a] = refs.read(match.group(), words.inside(start + a, start + b))
            text = text[:a] + MARK * (b - a) + text[b:]
        return cls(words, start, text, found, refs, named)

    def quoted(self, position: int) -> str:
        """The words of the quotation at `position` of the clause."""
        return self.words.quoted(self.start + position)

    def structure(self, position: int) -> Payload:
        """The text that the quotation at `position` brings, with its lines."""
        return self.words.structure(self.start + position)

    def resolve(self, span: tuple[int, int], about: About, last: About = ()) -> About | None:
        """The provisions that the reference at `span` means where `about` is spoken of and `last` was named last; None
        where that is not understood."""
        reference = self.references.get(span[0])
        if reference is None:
            return about if about and all(t.steps[:1] and t.steps[0].level == "outside" for t in about) else None
        act = self.named(reference.act) if reference.act is not None else None
        if reference.outside:
            said = self.words.text(self.start + span[0], self.start + span[1])
            return (Target((Step("outside", said),), act=about[0].act if about and act is None else act or ""),)
        around = about if act is None else (Target((), act=act),)
        if reference.same:
            around = _named_before(last or around, reference.same)
            if not around:
                return None
        out = []
        for place in around or (Target(()),):
            scheduled = bool(place.steps) and place.steps[0].level == "schedule"
            if scheduled and reference.inside:
                out += [self.refs.below(place, t) for t in reference.inside]
            elif not reference.targets or (scheduled and not _apart(reference)):
                return None
            elif scheduled:
                out += [replace(t, act=t.act or place.act) for t in reference.targets]
            elif place.steps and place.steps[0].level == "outside":
                fresh = [t for t in reference.targets if t.steps and t.steps[0].level == "section"]
                out += [replace(t, act=place.act) for t in fresh] or [place]
            else:
                out += [self.refs.below(place, t) for t in reference.targets]
        return tuple(out)


def _apart(reference: ClausalReference) -> bool:
    """True if what is named is no part of a schedule that is spoken of."""
    return all(t.steps[:1] and t.steps[0].level in ("section", "schedule", "outside") for t in reference.targets)


def _named_before(around: About, level: str) -> About:
    """The provision of the level that was named; () where there are several, or none."""
    if len(around) != 1:
        return ()
    steps = around[0].steps
    at = next((n for n in range(len(steps), 0, -1) if steps[n - 1].level == level), 0)
    return (replace(around[0], steps=steps[:at], part=Part.WHOLE, edge=None),) if at else ()
