"""Text quoted without quotation marks: behind the colon of an instruction, up to the next one."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace

from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.traditions.romance.layout.article_text import RomanceArticleText
from palermo.corpus.amendments.traditions.romance.layout.provision_numbers import ARTICLE
from palermo.corpus.amendments.traditions.romance.words import RomanceWords
from palermo.corpus.model.reading_text import Mapped

__all__ = ["Bare"]


class Bare:
    """Finds it with the words of `data`."""

    def __init__(self, data: RomanceWords, layout: RomanceArticleText) -> None:
        self._layout = layout
        self._leads = re.compile(rf"(?:{data.bare_leads})\s?:[\s*_#]*(?=[^\s«“„\"*_#])")
        self._open = re.compile(rf"(?:{data.bare_leads})\s?:[\s*_#]*$")
        self._line = re.compile(r"[^\W\d_]")
        self._changes = data.amends
        self._numbers = [re.compile(pattern) for pattern in data.numbers.values()]
        verbs = data.bare_verbs
        self._next = re.compile(
            rf"(?:(?:{data.article})\s*(?:{ARTICLE}|{data.article_words})[\s.:ºª°*_—–-]*)(?={verbs})|"
            rf"(?:\d+\s?[°º).]|[a-z]\))[\s*_]*(?={verbs})|(?={data.bare_ends})"
        )

    def spans(
        self, text: str, lines: frozenset[int], known: Sequence[tuple[int, int]], *, whole: bool = False
    ) -> list[tuple[int, int]]:
        """The places of such quotations, none of them among the known ones: they begin with a number, or in a new line,
        or the text is a `whole` article of the amending act."""
        out: list[tuple[int, int]] = []
        at = 0
        while (lead := self._leads.search(text, at)) is not None:
            start = lead.end()
            at = start
            apart = whole or (start in lines and self._line.match(text, start) is not None)
            if any(a <= start < b for a, b in known) or not self._begins(text, start, apart=apart):
                continue
            end = self._end(text, start, lines)
            out.append((start, end))
            at = end
        return out

    def _begins(self, text: str, position: int, *, apart: bool) -> bool:
        if self._next.match(text, position) or self._changes.search(text, position, position + 400):
            return False
        if apart and not any(number.match(text, position) for number in self._numbers):
            return True
        return bool(self._layout.headed(text[position : position + 60])) or bool(
            self._layout.units(text[position:], 0, len(text) - position, "")
        )

    def _end(self, text: str, start: int, lines: frozenset[int]) -> int:
        for match in self._next.finditer(text, start + 1):
            if match.start() in lines or text[match.start() - 1 : match.start()].isspace():
                return start + len(text[start : match.start()].rstrip(" *_#|"))
        return start + len(text[start:].rstrip(" *_#|"))

    def joined(self, passages: Sequence[Passage]) -> list[Passage]:
        """The passages, those that what is quoted without marks was taken for put to the one that quotes it."""
        out: list[Passage] = []
        for passage in passages:
            before = out[-1] if out else None
            quotes = before is not None and not before.quoted and self._leads_on(before)
            if before is not None and quotes and before.source == passage.source and not self._amends(passage):
                out[-1] = replace(before, words=_one(before.words, passage.words), quoted=())
            else:
                out.append(passage)
        return out

    def _leads_on(self, passage: Passage) -> bool:
        text = passage.words.text
        return bool(self._open.search(text)) or bool(self.spans(text, frozenset(), ()))

    def _amends(self, passage: Passage) -> bool:
        """True if the passage is the next article of the amending act."""
        return self._next.match(passage.words.text) is not None


def _one(before: Mapped, after: Mapped) -> Mapped:
    """Both, a blank between them that stands for what lies between."""
    offsets = array("l", before.offsets)
    offsets.append(before.offsets[-1] + 1)
    offsets.extend(after.offsets)
    return Mapped(f"{before.text} {after.text}", offsets)
