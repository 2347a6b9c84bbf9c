"""What amending acts made of an act as one text with tracked changes."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.report.amended import Account
from palermo.report.redline import Mark
from palermo.report.revision.lines import Change, Depths, Line, Run, alone
from palermo.report.revision.words import runs
from palermo.report.tracked import Tracked

__all__ = ["amended"]


def amended(account: Account) -> Iterator[Line]:
    """Every paragraph of the act in force and of the amended one, in order."""
    depths = Depths([account.base, account.version])
    for paragraph in account.paragraphs:
        version, span = account.version, paragraph.right
        if span is None:
            version, span = account.base, paragraph.left
        assert span is not None  # a paragraph stands somewhere
        provision = version.at(span.start)
        content, end = _content(paragraph)
        heading = depths.heading(provision) if paragraph.heading else 0
        yield Line(content, end, version.lang, heading, depths.indent(provision))


def _content(paragraph: Tracked) -> tuple[tuple[Run, ...], Change]:
    left, right = paragraph.text(Mark.IN), paragraph.text(Mark.OUT)
    if paragraph.right is None:
        return alone(left, Change.DELETED), Change.DELETED
    if paragraph.left is None:
        return alone(right, Change.INSERTED), Change.INSERTED
    return runs(left, right), Change.NONE
