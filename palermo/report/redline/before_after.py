"""Pairs of a comparison as rows of a table: the provision, its words before, its words after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.alignment.compare.model import Alignment
from palermo.corpus.model.text_model import Version
from palermo.report.format.document import cell, stacked
from palermo.report.format.parts import Cell, Quote, Run, Table
from palermo.report.redline.pieces import Piece, PieceMark, joined, redline
from palermo.report.shared.pair_words import labels, tags

__all__ = ["changes_table"]

_HEAD = ("Provision", "Before", "After")


def changes_table(caption: str, alignment: Alignment, *, material: bool) -> Table:
    """A row for each pair that differs; the words are marked that went and came. With `material`, pairs that differ
    only typographically are left out.
    """
    return Table(caption, _HEAD, tuple(_rows(alignment, material=material)), (20, 40, 40))


def _rows(alignment: Alignment, *, material: bool) -> Iterator[tuple[Cell, ...]]:
    for pair in alignment.pairs:
        if pair.material if material else pair.differs:
            pieces = joined(redline(pair, alignment, material=material))
            what = Run(", ".join(tags(pair, alignment)), soft=True)
            yield (
                stacked(Run(labels(pair), strong=True), what),
                _side(pieces, PieceMark.OUT, _lang(alignment.left, pair.left_source)),
                _side(pieces, PieceMark.IN, _lang(alignment.right, pair.right_source)),
            )


def _lang(side: Sequence[Version], source: int | None) -> str:
    return side[source or 0].lang


def _side(pieces: Sequence[Piece], mark: PieceMark, lang: str) -> Cell:
    """The words of one side: `mark` is OUT for what stood before, IN for what stands after."""
    said, marked = "", []
    for piece in pieces:
        if piece.mark in (PieceMark.SAME, mark):
            start, said = len(said), said + (piece.left if mark is PieceMark.OUT else piece.right)
            if piece.mark is mark:
                marked.append((start, len(said)))
    return cell(Quote("", said, lang, tuple(marked))) if said.strip() else ()
