"""The paragraphs of an amended act in HTML: as a redline, or as they read on one side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from palermo.report.amending.amend.account import OutcomeGroup
from palermo.report.format.html.page import Markup, join, language
from palermo.report.redline.html_parts import lines
from palermo.report.redline.pieces import Piece, PieceMark, inline, spaced
from palermo.report.redline.tracked import Tracked

__all__ = ["paragraphs", "running", "side"]

_ELEMENTS = {PieceMark.OUT: Markup("del"), PieceMark.IN: Markup("ins")}
_DEEPEST = 6  # steps of indentation


def paragraphs(some: Iterable[Tracked], group: OutcomeGroup, lang: str) -> Markup:
    """The paragraphs of the group with what went and what came in one running text."""
    return _block(((p, inline(p.pieces)) for p in some), group, lang)


def side(group: OutcomeGroup, without: PieceMark, lang: str) -> Markup:
    """The whole group as it reads in force (`without` Mark.IN) or amended (`without` Mark.OUT), the difference marked;
    nothing where it is not there.
    """
    there = [p for p in group.paragraphs if any(piece.mark is not without for piece in p.pieces)]
    return _block(((p, _one_side(p, without)) for p in there), group, lang) if there else Markup("")


def running(pieces: Sequence[Piece]) -> Markup:
    """Pieces as one running text, the difference marked."""
    return join((_marked(*run) for run in inline(pieces)), "")


def _one_side(paragraph: Tracked, without: PieceMark) -> Iterator[tuple[PieceMark, str]]:
    for piece in paragraph.pieces:
        if piece.mark is not without:
            yield piece.mark, piece.right if without is PieceMark.OUT else piece.left


def _block(some: Iterable[tuple[Tracked, Iterable[tuple[PieceMark, str]]]], group: OutcomeGroup, lang: str) -> Markup:
    top = min(paragraph.depth for paragraph in group.paragraphs)
    return Markup('<div class="text"{}>\n{}\n</div>').format(
        language(lang), join(_paragraph(paragraph, runs, paragraph.depth - top) for paragraph, runs in some)
    )


def _paragraph(paragraph: Tracked, runs: Iterable[tuple[PieceMark, str]], depth: int) -> Markup:
    marks = {piece.mark for piece in paragraph.pieces}
    names = [f"depth{min(depth, _DEEPEST)}", *["heading"] * paragraph.heading]
    names += ["whole"] * (len(marks) == 1 and PieceMark.SAME not in marks)
    return Markup('<p class="{}">{}</p>').format(" ".join(names), join((_marked(*run) for run in runs), ""))


def _marked(mark: PieceMark, text: str) -> Markup:
    if mark is PieceMark.SAME or not text.strip():
        return lines(text)
    before, words, after = spaced(text)
    return Markup("{before}<{name}>{words}</{name}>{after}").format(
        before=before, name=_ELEMENTS[mark], words=words, after=after
    )
