"""An amended text alone, as a file to go on with: no markup, no marks, a blank line between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.corpus.model.text_model import Version
from palermo.report.redline.pieces import PieceMark
from palermo.report.redline.tracked import Tracked

__all__ = ["plain"]


def plain(version: Version, paragraphs: Sequence[Tracked]) -> str:
    """Plain text of the amended act, each line of it whole: words that stood in one line still do."""
    return "".join(_parts(version, paragraphs)).strip()


def _parts(version: Version, paragraphs: Sequence[Tracked]) -> Iterator[str]:
    ended = 0
    for paragraph in paragraphs:
        if paragraph.right is None:
            continue
        yield "\n\n" if "\n" in version.text[ended : paragraph.right.start] else " "
        yield paragraph.text(PieceMark.OUT)
        read = version.reading(paragraph.right)
        _, ended = read.source(0, len(read.text))
