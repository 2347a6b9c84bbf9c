"""Two texts as one with tracked changes: lines that give the right text when all is accepted, the left when all is
rejected, to the character as a person reads them (spaces folded, markup left out).

Nothing that differs is left unmarked here, not even the form of a quotation mark: who rejects all must hold the left
text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from corpus.model import Provision, Version
from palermo.report.places import ARTICLES
from palermo.report.redline import Mark

__all__ = ["Change", "Depths", "Line", "Run", "alone", "changed"]

_MOST_HEADINGS = 9  # of a word processor
_DEEPEST = 5


class Change(Enum):
    """What was done to words, or to the end of a paragraph. `mark` is the side that has them."""

    NONE = Mark.SAME, 0
    DELETED = Mark.OUT, 0
    INSERTED = Mark.IN, 0
    MOVED_FROM = Mark.OUT, 1
    MOVED_TO = Mark.IN, 1

    @property
    def mark(self) -> Mark:
        return self.value[0]


@dataclass(frozen=True, slots=True)
class Run:
    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or heading. `end` is what was done to it as a whole; NONE where both texts have it, whatever its
    runs.

    `heading` is its level from 1, 0 for none; `indent` how deep it stands below its article; `move` the number of the
    move that it is part of, from 1, the same at both of its places.
    """

    runs: tuple[Run, ...]
    end: Change
    lang: str
    heading: int = 0
    indent: int = 0
    move: int | None = None

    def text(self, mark: Mark) -> str | None:
        """How it reads on the side of `mark` (OUT: left, IN: right); None if that side does not have it."""
        if self.end.mark not in (Mark.SAME, mark):
            return None
        return "".join(run.text for run in self.runs if run.change.mark in (Mark.SAME, mark))


def alone(text: str, change: Change) -> tuple[Run, ...]:
    """The runs of a paragraph that only one side has."""
    return (Run(change, text),) if text else ()


def changed(lines: Iterable[Line]) -> bool:
    """Whether there is any tracked change."""
    return any(line.end is not Change.NONE or any(r.change is not Change.NONE for r in line.runs) for line in lines)


class Depths:
    """How deep each provision stands in its text, and below its article."""

    def __init__(self, versions: Iterable[Version]) -> None:
        self._depths: dict[int, tuple[int, int]] = {}
        for version in versions:
            self._enter(version.root, 0, None)

    def _enter(self, provision: Provision, depth: int, article: int | None) -> None:
        if article is None and provision.level in ARTICLES:
            article = depth
        self._depths[id(provision)] = depth, 0 if article is None else depth - article
        for child in provision.children:
            self._enter(child, depth + 1, article)

    def heading(self, provision: Provision) -> int:
        """The level of its heading, from 1; 0 where only a number stands in the heading's place."""
        return min(self._depths[id(provision)][0] + 1, _MOST_HEADINGS) if provision.heading else 0

    def indent(self, provision: Provision) -> int:
        """How deep its text is indented: the parts of an article are not, what is below them is."""
        return min(max(self._depths[id(provision)][1] - 1, 0), _DEEPEST)
