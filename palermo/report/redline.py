"""A comparison as people read it: without markup, what stayed, what went, what came. Terminal and HTML share it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from alignment.model import Alignment, Edit, Op, Pair
from corpus.model import Provision, Span, Version
from corpus.text import Mapped

__all__ = ["Mark", "Piece", "inline", "redline", "shorten", "spaced"]

_ELLIPSIS = " […] "  # where the provision goes on after what lies below it


class Mark(Enum):
    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a pair: `left` as it reads there, `right` here. They differ in print only where `mark` is SAME;
    OUT has nothing on the right, IN nothing on the left.
    """

    mark: Mark
    left: str
    right: str


def redline(pair: Pair, alignment: Alignment) -> list[Piece]:
    """The pair's own text from left to right, no two pieces of one mark side by side except OUT and IN in turn."""
    left = _Side.of(alignment.left, pair.left_source, pair.left)
    right = _Side.of(alignment.right, pair.right_source, pair.right)
    pieces: list[Piece] = []
    for edit in pair.edits:
        piece = _piece(edit, left, right)
        if not piece.left and not piece.right:
            continue
        if pieces and pieces[-1].mark is piece.mark:
            last = pieces.pop()
            piece = Piece(piece.mark, last.left + piece.left, last.right + piece.right)
        pieces.append(piece)
    return pieces


def inline(pieces: Sequence[Piece]) -> Iterator[tuple[Mark, str]]:
    """The pieces as one running text: what stayed as it is printed on the right, then what went, then what came."""
    for at, piece in enumerate(pieces):
        if piece.mark is not Mark.SAME:
            yield piece.mark, piece.left or piece.right
            continue
        text = piece.right
        leaving = at + 1 < len(pieces) and pieces[at + 1].mark is Mark.OUT
        yield piece.mark, text + " " if leaving and piece.left.endswith(" ") and not text.endswith(" ") else text


def shorten(text: str, context: int, *, start: bool, end: bool) -> str:
    """An unchanged stretch with `context` words kept beside the changes: at its `start`, its `end`, or both."""
    words = text.split(" ")
    keep = context + 1  # the stretch begins or ends with the space beside the change
    if len(words) <= keep * (start + end) + 2:
        return text
    head = " ".join(words[:keep]) if start else ""
    tail = " ".join(words[-keep:]) if end else ""
    return f"{head} … {tail}"


def _piece(edit: Edit, left: _Side, right: _Side) -> Piece:
    before = "" if edit.op is Op.INSERT else left.text(edit.left)
    after = "" if edit.op is Op.DELETE else right.text(edit.right)
    if edit.op is Op.EQUAL or not edit.marked or not (before + after).strip():
        return Piece(Mark.SAME, before, after)
    return Piece(Mark.OUT if edit.op is Op.DELETE else Mark.IN, before, after)


@dataclass(slots=True)
class _Side:
    """The readings of a pair's own texts on one side, part by part, and the part that was read last."""

    parts: list[tuple[Span, Mapped, int]]
    last: tuple[Span, int] | None = None

    @classmethod
    def of(cls, versions: Sequence[Version], source: int | None, provisions: Iterable[Provision]) -> _Side:
        if source is None:
            return cls([])
        version = versions[source]
        return cls([(s, version.reading(s), k) for k, p in enumerate(provisions) for s in p.own_spans()])

    def text(self, span: Span) -> str:
        """What a person reads in `span`, which lies in one part; where another part begins, that is shown."""
        for part, mapped, provision in self.parts:
            if part.start <= span.start and span.end <= part.end:
                start, end = (bisect_left(mapped.offsets, at) for at in span)
                text = mapped.text[start:end]
                if not text:
                    return ""
                before, self.last = self.last, (part, provision)
                if before is None or before == self.last:
                    return text
                return ("\n" if before[1] != provision else _ELLIPSIS) + text
        return ""


def spaced(text: str) -> Iterator[str]:
    """The spaces before the words, the words, the spaces after them: marks stand on words."""
    core = text.strip()
    at = text.find(core)
    yield from (text[:at], core, text[at + len(core) :])
