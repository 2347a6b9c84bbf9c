"""A comparison for the terminal: counts first, then what differs, side by side where the screen is wide enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import wcwidth

from palermo.alignment.compare.model import Alignment, Pair
from palermo.corpus.model.text_model import Version
from palermo.report.format.terminal import PLAIN, Screen, columns, wrap
from palermo.report.language.english import count
from palermo.report.redline.pieces import PieceMark, inline, joined, redline, shortened, spaced
from palermo.report.redline.places import RedlinePlaces
from palermo.report.shared.pair_words import bilingual, called, headline, labels, nothing, summary, tags, visible
from palermo.report.texts.compare.divergences import editorial, notes
from palermo.report.texts.compare.divergences import summary as summary_of
from palermo.report.texts.compare.groups import PairGroup, groups
from palermo.report.texts.compare.touched import Against
from palermo.report.texts.compare.touched import headline as headline_of

__all__ = ["CompareLayout", "compare", "shown"]

_SIDE_BY_SIDE = 120  # columns; below this two columns of law are too narrow to read, unless asked for
_NARROWEST = 80  # columns; two columns of law are never printed narrower
_CONTEXT = 6  # words


@dataclass(frozen=True, slots=True)
class CompareLayout:
    """Layout of the differences: `context` unchanged words around each change; with `against`, which elements of
    the framework a clause touches; `beside` in two columns, None by the width of the screen; `material` marks only what
    may matter in law.
    """

    context: int = _CONTEXT
    against: Against | None = None
    beside: bool | None = None
    material: bool = False


def compare(alignment: Alignment, screen: Screen = PLAIN, layout: CompareLayout = CompareLayout()) -> str:
    """Differences, in the order of the right text."""
    if layout.beside:
        screen = replace(screen, width=max(screen.width, _NARROWEST))
    lines = [screen.title("Comparison")]
    lines.extend(_sources("Left", alignment.left, screen))
    lines.extend(_sources("Right", alignment.right, screen))
    total, counts = count(len(visible(alignment)), "provision"), ", ".join(summary(alignment))
    lines.append("")
    if counts:
        lines.extend([*screen.wrap(screen.strong(f"{total}: {counts}.")), ""])
    if layout.against is not None:
        lines.extend([*screen.wrap(headline_of(layout.against, alignment.pairs)), ""])
    places = RedlinePlaces(alignment)
    for group in groups(places):
        pairs = [item for item in group.items if isinstance(item, Pair) and item.differs]
        if pairs:
            lines.extend([*_heading(group, screen), ""])
        for pair in pairs:
            lines.extend([*_pair(pair, places, screen, layout), ""])
    if not alignment.differs:
        lines.append(nothing(alignment))
    return "\n".join(lines).rstrip() + "\n"


def _sources(side: str, versions: Sequence[Version], screen: Screen) -> Iterator[str]:
    for at, version in enumerate(versions):
        name = headline(version)
        yield from screen.wrap(name, first=f"{'' if at else side:<7}", rest=" " * 7)
        if version.source.path not in name:
            yield from map(screen.faint, screen.wrap(version.source.path, first=" " * 7, rest=" " * 7))


def _heading(group: PairGroup, screen: Screen) -> Iterator[str]:
    names = " → ".join(dict.fromkeys(called(p) for p in (group.left, group.right) if p is not None))
    lines = screen.wrap(names)
    yield from map(screen.strong, lines)
    yield screen.faint("-" * max(map(wcwidth.width, lines)))


def _pair(pair: Pair, places: RedlinePlaces, screen: Screen, layout: CompareLayout) -> Iterator[str]:
    yield from screen.wrap(f"{screen.strong(labels(pair))}  {', '.join(tags(pair, places.alignment))}")
    for line in places.told(pair):
        yield from map(screen.faint, screen.wrap(line, first="    ", rest="    "))
    pieces = shortened(joined(redline(pair, places.alignment, material=layout.material)), layout.context)
    beside = screen.width >= _SIDE_BY_SIDE if layout.beside is None else layout.beside
    if bilingual(pair, places.alignment):
        beside, pieces = True, [replace(piece, mark=PieceMark.SAME) for piece in pieces]
    if beside:
        half = (screen.width - 7) // 2
        left = "".join(shown(p.mark, p.left, screen) for p in pieces if p.mark is not PieceMark.IN)
        right = "".join(shown(p.mark, p.right, screen) for p in pieces if p.mark is not PieceMark.OUT)
        for line in columns(wrap(left.strip(), half), wrap(right.strip(), half), screen.width - 4):
            yield "    " + line
    else:
        text = "".join(shown(mark, words, screen) for mark, words in inline(pieces))
        yield from screen.wrap(text.strip(), first="    ", rest="    ")
    for divergence in notes(pair):
        if not (layout.material and editorial(divergence)):
            yield from screen.wrap(summary_of(divergence), first="    * ", rest="      ")
    if layout.against is not None:
        touched = [sentence for _, sentence in layout.against.moving(pair)]
        for sentence in filter(None, [*touched, layout.against.beside(pair)]):
            yield from screen.wrap(sentence, first="    > ", rest="      ")


def shown(mark: PieceMark, text: str, screen: Screen) -> str:
    """A piece of a redline with its mark on the words."""
    if mark is PieceMark.SAME or not text.strip():
        return text
    before, words, after = spaced(text)
    return before + (screen.delete(words) if mark is PieceMark.OUT else screen.insert(words)) + after
