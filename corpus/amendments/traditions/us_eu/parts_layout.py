"""The parts of a provision in running text, as American and European acts have them: no heading stands before their
number, and what stands on a line below a list may be its parent's."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from palermo.corpus.amendments.reading.find_words import bullet
from palermo.corpus.amendments.reading.running_text import RunningText
from palermo.corpus.model.text_model import Provision, Span

__all__ = ["ClausalText", "trimmed", "wrapped"]

_WRAP = re.compile(r"\w\n[ \t\u00a0]*(?!\w{1,4}[.)])[^\W\d_A-ZÀ-Þ]")
_SIGN = re.compile(r"[.;:,—–-][”’»\"')\]]*$")
_GAP = " \t\n\u00a0\u2002\u2003#*_"


@dataclass(frozen=True, slots=True)
class ClausalText(RunningText, ABC):
    """A layout of which the parts are bare; a tradition says where the last part of a list ends (`_last_end`)."""

    def _items(self, text: str, start: int, end: int, top: int, *, begun: bool = False) -> tuple[Provision, ...]:
        units = super(ClausalText, self)._items(text, start, end, top, begun=begun)
        return tuple(self._told(unit, text) for unit in _bare(units, text))

    def _told(self, unit: Provision, text: str) -> Provision:
        """The unit with what the tradition makes of it, and of those in it."""
        children = [self._told(child, text) for child in _bare(unit.children, text)]
        if children and "\n" in text:
            last = children[-1]
            children[-1] = replace(last, span=trimmed(text, last.span.start, self._last_end(text, last, children)))
        return replace(unit, children=tuple(children))

    def _closes(self, text: str, position: int) -> bool:
        """True if a paragraph can end before the line at `position`: where lines are broken inside of sentences a sign
        or a
        conjunction stands there."""
        before = text[max(0, position - 20) : position].rstrip()
        return (
            not wrapped(text)
            or not before
            or _SIGN.search(before) is not None
            or before.split()[-1] in self.conjunctions
        )

    @abstractmethod
    def _last_end(self, text: str, last: Provision, among: Sequence[Provision]) -> int:
        """The offset where the last unit of a list ends, in a text with line breaks."""


def _bare(units: tuple[Provision, ...], text: str) -> tuple[Provision, ...]:
    """The units without headings: what stands before a number, but for a bullet, ends the unit before."""
    out: list[Provision] = []
    for unit in units:
        assert unit.num_span is not None
        if out:
            out[-1] = replace(out[-1], span=trimmed(text, out[-1].span.start, bullet(text, unit.num_span.start)))
        out.append(replace(unit, heading="", heading_span=None, span=Span(unit.num_span.start, unit.span.end)))
    return tuple(out)


@lru_cache(maxsize=32)
def wrapped(text: str) -> bool:
    """True if lines are broken inside of sentences, so that a new line is no new paragraph."""
    return _WRAP.search(text) is not None


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and the signs of markup around it."""
    while start < end and text[start] in _GAP:
        start += 1
    while end > start and text[end - 1] in _GAP:
        end -= 1
    return Span(start, end)
