"""Provisions that New Zealand and Australia put in without quotation marks, on lines of their own behind "insert:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.traditions.british.quotations import quotations
from palermo.corpus.amendments.traditions.british.words import BritishWords
from palermo.corpus.amendments.traditions.clausal.resolve_references import TargetWords
from palermo.corpus.model.text_model import Span

__all__ = ["Unquoted"]

_LEADS_ON = re.compile(
    r"\b(?:[Ii]nsert|[Ss]ubstitute|[Aa]dd|[Rr]eplace\b.{1,120}\bwith|inserted|substituted|added)"
    r"(?: the following(?: \w+){0,3})?\s?[:—–-]$"
)
_UNIT = re.compile(r"\(\w{1,4}\)\s|\d+[A-Z]{1,3}\s[A-Z]|\d+\.?\s[A-Z]")
_CLAUSE = re.compile(r"(?P<open>\(?)(?P<num>\d{1,3}|[a-z])(?P<close>\)?)\s(?=\S)")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


class Unquoted:
    """Finds them in texts of which no reader has told what they quote, with the words of `data`."""

    def __init__(self, data: BritishWords) -> None:
        self._instructs = data.instructs
        self._commences = data.commences

    def words(self, passage: Passage) -> TargetWords:
        """The words of the passage with what it quotes, in marks and without."""
        known = passage.quoted or self._found(passage)
        return TargetWords(passage, quotations(passage.words.text, known))

    def _found(self, passage: Passage) -> tuple[Span, ...]:
        """The unquoted texts, each up to the next clause of the amending text; () where an end is not certain."""
        text = passage.words.text
        starts = sorted(passage.line_starts())
        ends = [*starts[1:], len(text)]
        lines = [_Line(a, b, text[a:b].strip()) for a, b in zip(starts, ends, strict=True)]
        out: list[Span] = []
        number = ""
        at = 0
        while at < len(lines):
            line = lines[at]
            clause = _CLAUSE.match(line.text)
            number = clause.group().strip() if clause else number
            at += 1
            if at == len(lines) or not _LEADS_ON.search(line.text) or not _UNIT.match(lines[at].text):
                continue
            stop = self._stop(lines, at, number)
            if stop is None:
                return ()
            inside = text[lines[at].start : lines[stop - 1].end].rstrip()
            if self._instructs.search(inside) or (stop < len(lines) and re.search(r"\b(?:and|or)$", inside)):
                return ()
            out.append(Span(lines[at].start, lines[at].start + len(inside)))
            at = stop
        return tuple(out)

    def _stop(self, lines: list[_Line], position: int, number: str) -> int | None:
        """The line with the next clause behind `number`; the end where none follows, None where one may."""
        following = _next(number)
        for n in range(position, len(lines)):
            said = " ".join(line.text for line in lines[n : n + 2])
            instructs = self._instructs.search(said) is not None or self._commences.search(said) is not None
            if following and lines[n].text.startswith(f"{following} "):
                return n if instructs else None
            if instructs and self._instructs.search(lines[n].text):
                return None
        return len(lines)


def _next(number: str) -> str:
    """The number of the next clause, printed as this one is; "" where none is known."""
    bare = number.strip("()")
    if not bare:
        return ""
    after = str(int(bare) + 1) if bare.isdigit() else chr(ord(bare) + 1)
    return number.replace(bare, after)
