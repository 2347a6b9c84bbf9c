"""Warnings on texts of one act read together that cannot be in force together, for reports and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from palermo.corpus.model.text_model import Version
from palermo.corpus.text.same_articles import overlapping
from palermo.report.language.forms import day
from palermo.report.language.message import Message
from palermo.report.language.sentences import NO_DATE

__all__ = ["overlaps"]

_TWICE = Message("{title}: this text is given more than once.")
_TOGETHER = Message(
    "{title}: several texts of this act are read together, as if all of them were in force ({dates}). "
    "What changed between them is said by `gaps --with` and `gaps --history`."
)


def overlaps(versions: Iterable[Version]) -> Iterator[str]:
    """A sentence for each act of which several texts with the same articles are read together."""
    for same in overlapping(versions):
        title = same[0].title or same[0].source.path
        if len({version.source.sha256 for version in same}) == 1:
            yield _TWICE(title=title)
            continue
        dates = dict.fromkeys(day(v.in_force.start) if v.in_force else NO_DATE() for v in same)
        yield _TOGETHER(title=title, dates="; ".join(dates))
