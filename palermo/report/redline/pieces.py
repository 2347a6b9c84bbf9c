"""A comparison as people read it: without markup, what stayed, what went, what came. Terminal and HTML share it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from palermo.alignment.compare.model import RENUMBERING, Alignment, Divergence, Pair, WordEdit, WordOp
from palermo.corpus.model.reading_text import Mapped
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["Piece", "PieceMark", "inline", "joined", "redline", "shorten", "shortened", "spaced"]

_ELLIPSIS = " […] "  # where the provision goes on after what lies below it


class PieceMark(Enum):
    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a pair: `left` as it reads there, `right` here. They differ in print only where `mark` is SAME;
    OUT has nothing on the right, IN nothing on the left. `divergence` says of what kind a marked stretch is.
    """

    mark: PieceMark
    left: str
    right: str
    divergence: Divergence | None = None

    def followed_by(self, other: Piece) -> Piece:
        return replace(self, left=self.left + other.left, right=self.right + other.right)


def redline(pair: Pair, alignment: Alignment, *, material: bool = False) -> list[Piece]:
    """The pair's own text from left to right; neighbours are of another mark or of another divergence.

    With `material`, differences that change nothing in law are not marked.
    """
    left = _Side.of(alignment.left, pair.left_source, pair.left)
    right = _Side.of(alignment.right, pair.right_source, pair.right)
    pieces: list[Piece] = []
    for edit in pair.edits:
        for piece in _pieces(edit, left, right, marked=edit.material if material else edit.marked):
            last = pieces[-1] if pieces else None
            if last and (last.mark, last.divergence) == (piece.mark, piece.divergence):
                pieces[-1] = last.followed_by(piece)
            else:
                pieces.append(piece)
    return pieces


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with neighbours of one mark as one, whatever their divergences."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].mark is piece.mark:
            found[-1] = found[-1].followed_by(piece)
        else:
            found.append(piece)
    return found


def inline(pieces: Sequence[Piece]) -> Iterator[tuple[PieceMark, str]]:
    """The pieces as one running text: what stayed as it is printed on the right, then what went, then what came.

    A space or an omission that stands before both what went and what came is printed once, before them.
    """
    shown = ""
    for at, piece in enumerate(pieces):
        if piece.mark is not PieceMark.SAME:
            yield piece.mark, piece.left or piece.right
            continue
        text = piece.right if piece.left else piece.right.removeprefix(shown)
        shown = ""
        if at + 1 < len(pieces) and pieces[at + 1].mark is PieceMark.OUT:
            ending = next((sign for sign in (_ELLIPSIS, "\n", " ") if piece.left.endswith(sign)), "")
            if ending and not text.endswith(ending):
                text, shown = text + ending, ending
        yield piece.mark, text


def shorten(text: str, context: int, *, start: bool, end: bool) -> str:
    """An unchanged stretch with `context` words kept beside the changes: at its `start`, its `end`, or both."""
    words = text.split(" ")
    keep = context + 1  # the stretch begins or ends with the space beside the change
    if len(words) <= keep * (start + end) + 2:
        return text
    head = " ".join(words[:keep]) if start else ""
    tail = " ".join(words[-keep:]) if end else ""
    return f"{head} … {tail}"


def shortened(pieces: Sequence[Piece], context: int) -> list[Piece]:
    """The pieces with `context` words of what did not change kept beside each change."""
    last = len(pieces) - 1
    return [
        Piece(
            piece.mark,
            shorten(piece.left, context, start=at > 0, end=at < last),
            shorten(piece.right, context, start=at > 0, end=at < last),
        )
        if piece.mark is PieceMark.SAME
        else piece
        for at, piece in enumerate(pieces)
    ]


def _pieces(edit: WordEdit, left: _Side, right: _Side, *, marked: bool) -> Iterator[Piece]:
    gap_left, before = ("", "") if edit.op is WordOp.INSERT else left.text(edit.left)
    gap_right, after = ("", "") if edit.op is WordOp.DELETE else right.text(edit.right)
    if gap_left or gap_right:
        yield Piece(PieceMark.SAME, gap_left, gap_right)
    if not before and not after:
        return
    if marked and (before + after).strip():
        number = edit.divergence is not None and edit.divergence.kind == RENUMBERING  # the pair's tags say so
        mark = PieceMark.OUT if edit.op is WordOp.DELETE else PieceMark.IN
        yield Piece(mark, before, after, None if number else edit.divergence)
    else:
        yield Piece(PieceMark.SAME, before, after)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of own text as it reads: of provision number `provision` of the pair, its heading or not."""

    span: Span
    mapped: Mapped
    provision: int
    heading: bool

    def text(self, span: Span) -> str:
        start, end = (bisect_left(self.mapped.offsets, at) for at in span)
        return self.mapped.text[start:end]


@dataclass(slots=True)
class _Side:
    """The parts of a pair's own texts on one side, and the part that was read last."""

    parts: list[_Part]
    last: _Part | None = None

    @classmethod
    def of(cls, versions: Sequence[Version], source: int | None, provisions: Iterable[Provision]) -> _Side:
        if source is None:
            return cls([])
        version = versions[source]
        return cls(
            [
                _Part(span, version.reading(span), k, heading)
                for k, provision in enumerate(provisions)
                for span, heading in _headed(provision)
            ]
        )

    def text(self, span: Span) -> tuple[str, str]:
        """What a person reads in `span`, and before it the sign that another part begins."""
        gap = read = ""
        for part in self.parts:
            text = part.text(span) if part.span.overlaps(span) else ""
            if not text:
                continue
            between = "" if self.last in (None, part) else self._between(part)
            if read:
                read += between
            else:
                gap = between
            read, self.last = read + text, part
        return gap, read

    def _between(self, part: _Part) -> str:
        assert self.last is not None
        return "\n" if self.last.provision != part.provision or self.last.heading else _ELLIPSIS


def _headed(provision: Provision) -> Iterator[tuple[Span, bool]]:
    """The parts of the own text, the number and heading apart from what follows them."""
    heading = provision.heading_span
    for span in provision.own_spans():
        if heading is not None and span.start < heading.end < span.end:
            yield Span(span.start, heading.end), True
            yield Span(heading.end, span.end), False
        else:
            yield span, False


def spaced(text: str) -> Iterator[str]:
    """The spaces before the words, the words, the spaces after them: marks stand on words."""
    core = text.strip()
    at = text.find(core)
    yield from (text[:at], core, text[at + len(core) :])
