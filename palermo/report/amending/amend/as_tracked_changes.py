"""Amended act as one text with tracked changes."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.report.amending.amend.account import Account
from palermo.report.redline.lines import LineChange, RedlineLine, RedlineRun, alone
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tracked import Tracked
from palermo.report.redline.tree import ParagraphTree
from palermo.report.redline.words import runs
from palermo.report.texts.compare.as_tracked_changes import Words

__all__ = ["amended"]


def amended(account: Account, tree: ParagraphTree, words: Words = runs) -> Iterator[RedlineLine]:
    """Every paragraph of the act in force and of the amended one, in order; what became of the words of each by
    `words`. `tree` is of both texts.
    """
    for paragraph in account.paragraphs:
        old = _at(account.base, paragraph.left)
        new = _at(account.version, paragraph.right)
        here = new or old
        assert here is not None  # a paragraph stands somewhere
        content, end = _content(paragraph, words)
        heading = tree.heading(here) if paragraph.heading else 0
        yield RedlineLine(content, end, account.version.lang, old, new, heading, tree.indent(here))


def _at(version: Version, span: Span | None) -> Provision | None:
    return None if span is None else version.at(span.start)


def _content(paragraph: Tracked, words: Words) -> tuple[tuple[RedlineRun, ...], LineChange]:
    left, right = paragraph.text(PieceMark.IN), paragraph.text(PieceMark.OUT)
    if paragraph.right is None:
        return alone(left, LineChange.DELETED), LineChange.DELETED
    if paragraph.left is None:
        return alone(right, LineChange.INSERTED), LineChange.INSERTED
    return words(left, right), LineChange.NONE
