"""Two texts as one with tracked changes: lines that give the right text when all is accepted, the left when all is
rejected, to the character as a person reads them (spaces folded, markup left out).

Nothing that differs is left unmarked, not even the form of a quotation mark: who rejects all must hold the left text.
Tables, in which both texts stand whole, mark only what reads otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from palermo.corpus.model.text_model import Provision
from palermo.report.redline.pieces import PieceMark

__all__ = ["LineChange", "RedlineLine", "RedlineRun", "alone"]


class LineChange(Enum):
    """Change of words, or of the end of a paragraph. `mark` is the side that has them."""

    NONE = PieceMark.SAME, 0
    DELETED = PieceMark.OUT, 0
    INSERTED = PieceMark.IN, 0
    MOVED_FROM = PieceMark.OUT, 1
    MOVED_TO = PieceMark.IN, 1

    @property
    def mark(self) -> PieceMark:
        return self.value[0]


@dataclass(frozen=True, slots=True)
class RedlineRun:
    """`old` is how the left side prints words that read the same, where it prints them otherwise."""

    change: LineChange
    text: str
    old: str | None = None

    def on(self, mark: PieceMark) -> str:
        """Words of the run on the side of `mark` (OUT: left, IN: right)."""
        if self.change.mark not in (PieceMark.SAME, mark):
            return ""
        return self.text if self.old is None or mark is PieceMark.IN else self.old


@dataclass(frozen=True, slots=True)
class RedlineLine:
    """A paragraph or heading. `end` is what was done to it as a whole; NONE where both texts have it, whatever its
    runs. `left` and `right` are the provisions whose it is; both are given at both places of what moved, and of what
    was written anew, which has a line of its own on either side.

    `heading` is its level from 1, 0 for none; `indent` how deep it stands below its article; `move` the number of the
    move that it is part of, from 1, the same at both of its places.
    """

    runs: tuple[RedlineRun, ...]
    end: LineChange
    lang: str
    left: Provision | None
    right: Provision | None
    heading: int = 0
    indent: int = 0
    move: int | None = None

    def on(self, mark: PieceMark) -> bool:
        """True if the side of `mark` has the line at this place."""
        return self.end.mark in (PieceMark.SAME, mark)

    def text(self, mark: PieceMark) -> str | None:
        """Text of the line on the side of `mark`; None if that side does not have it."""
        return "".join(run.on(mark) for run in self.runs) if self.on(mark) else None

    @property
    def changed(self) -> bool:
        return self.end is not LineChange.NONE or any(run.change is not LineChange.NONE for run in self.runs)


def alone(text: str, change: LineChange) -> tuple[RedlineRun, ...]:
    """The runs of a paragraph that only one side has, or that both have in the same words."""
    return (RedlineRun(change, text),) if text else ()
