"""A comparison for the terminal: counts first, then what differs, side by side where the screen is wide enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignment.model import Alignment, Pair
from corpus.model import Version
from palermo.report.pairs import headline, labels, summary, tags, visible
from palermo.report.redline import Mark, Piece, inline, redline, shorten, spaced
from palermo.report.terminal.common import PLAIN, Screen, columns, count, wrap

__all__ = ["compare"]

_SIDE_BY_SIDE = 120  # columns; below this two columns of law are too narrow to read
_CONTEXT = 6  # words


def compare(alignment: Alignment, screen: Screen = PLAIN, *, context: int = _CONTEXT) -> str:
    """What differs, in the order of the right text, with `context` unchanged words around each change."""
    lines = [screen.title("Comparison")]
    lines.extend(_sources("Left", alignment.left, screen))
    lines.extend(_sources("Right", alignment.right, screen))
    total, counts = count(len(visible(alignment)), "provision"), ", ".join(summary(alignment))
    lines.extend(["", *wrap(screen.strong(f"{total}: {counts}." if counts else "Nothing to read."), screen.width), ""])
    shown = False
    for pair in alignment.pairs:
        if pair.differs:
            shown = True
            lines.extend([*_pair(pair, alignment, screen, context), ""])
    if not shown:
        lines.append("No words differ.")
    return "\n".join(lines).rstrip() + "\n"


def _sources(side: str, versions: Sequence[Version], screen: Screen) -> Iterator[str]:
    for at, version in enumerate(versions):
        name = headline(version)
        yield from wrap(name, screen.width, first=f"{'' if at else side:<7}", rest=" " * 7)
        if version.source.path not in name:
            yield from map(screen.faint, wrap(version.source.path, screen.width, first=" " * 7, rest=" " * 7))


def _pair(pair: Pair, alignment: Alignment, screen: Screen, context: int) -> Iterator[str]:
    yield from wrap(f"{screen.strong(labels(pair))}  {', '.join(tags(pair))}", screen.width)
    pieces = _shortened(redline(pair, alignment), context)
    if screen.width >= _SIDE_BY_SIDE and pair.left and pair.right:
        half = (screen.width - 7) // 2
        left = "".join(_shown(p.mark, p.left, screen) for p in pieces if p.mark is not Mark.IN)
        right = "".join(_shown(p.mark, p.right, screen) for p in pieces if p.mark is not Mark.OUT)
        for line in columns(wrap(left.strip(), half), wrap(right.strip(), half), screen.width - 4):
            yield "    " + line
    else:
        text = "".join(_shown(mark, words, screen) for mark, words in inline(pieces))
        yield from wrap(text.strip(), screen.width, first="    ", rest="    ")


def _shortened(pieces: Sequence[Piece], context: int) -> list[Piece]:
    last = len(pieces) - 1
    return [
        Piece(
            piece.mark,
            shorten(piece.left, context, start=at > 0, end=at < last),
            shorten(piece.right, context, start=at > 0, end=at < last),
        )
        if piece.mark is Mark.SAME
        else piece
        for at, piece in enumerate(pieces)
    ]


def _shown(mark: Mark, text: str, screen: Screen) -> str:
    if mark is Mark.SAME or not text.strip():
        return text
    before, words, after = spaced(text)
    return before + (screen.delete(words) if mark is Mark.OUT else screen.insert(words)) + after
