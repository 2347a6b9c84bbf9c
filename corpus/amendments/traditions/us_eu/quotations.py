"""Quotations in American and European amending texts: “…”, ‘…’, «…», ``…'', in which a mark may stand before each
paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from palermo.corpus.amendments.model import Payload
from palermo.corpus.amendments.reading.passages import HIDDEN, Passage
from palermo.corpus.amendments.traditions.clausal.quoting import Quoting
from palermo.corpus.amendments.traditions.clausal.resolve_references import TargetWords
from palermo.corpus.amendments.traditions.us_eu.words import QuoteWords, conjunctions
from palermo.corpus.model.text_model import Span

__all__ = ["CitedWords", "PartsQuotes"]

_OPENS_BEHIND = re.compile(r"(?:^|[\s(\[—–/-])$")
_APOSTROPHES = ("’", "'")
_UNIT = re.compile(r"\(\w{1,5}\)\s?[A-Z(]")
_WORDS = "|".join(conjunctions().before_marks)
_BEFORE_UNIT = re.compile(rf"(?:[.;:,—–-]|[.;:]\)|(?<!\w)(?:{_WORDS})|[”’»\"]\.?)\s*$")


@dataclass(frozen=True, slots=True)
class CitedWords(TargetWords):
    """`marks` are repeated at the beginning of a paragraph of what is quoted, and are none of its words."""

    marks: frozenset[int] = frozenset()

    def quoted(self, start: int) -> str:
        """The words inside the quotation that begins at `start`, on one line."""
        a, b = self.quoting.words(start)
        text = self.passage.words.text
        return " ".join("".join(text[n] for n in range(a, b) if n not in self.marks).split())

    def structure(self, start: int) -> Payload:
        """The same with the lines of the source; a blank that a mark leaves behind goes with it."""
        a, _ = self.quoting.words(start)
        made = super(CitedWords, self).structure(start)
        text = "".join(char for n, char in enumerate(made.text, a) if n not in self.marks)
        return Payload(re.sub(r"[ \t]+(?=\n)|(?<=\n)[ \t]+", "", text), made.span)


class PartsQuotes:
    """The quotation marks of a tradition; the outermost pairs count."""

    def __init__(self, data: QuoteWords) -> None:
        opening = sorted((pair[0] for pair in data.pairs), key=len, reverse=True)
        self._opening = re.compile("|".join(re.escape(mark) for mark in opening))
        self._closing = dict(data.pairs)
        self._behind = data.behind
        self._heads = data.heads

    def words(self, passage: Passage, known: Sequence[Span] = ()) -> CitedWords:
        """The words of the passage; `known` are quotations in no marks."""
        text = passage.words.text
        pieces: list[str] = []
        inner: dict[int, Span] = {}
        marks: set[int] = set()
        at, broken = 0, None
        while at < len(text):
            start = self._next(text, at)
            structure = next((s for s in known if s.start >= at and (start is None or s.start <= start)), None)
            if structure is not None:
                start, end = structure
                inner[start] = structure
                marks.update(self._leading(text, start, end))
            elif start is None:
                break
            else:
                opening = self._opening.match(text, start)
                assert opening is not None
                closed = self._end(text, start, opening.group(), passage.line_starts())
                if closed is None:
                    broken, end = start, len(text)
                    inner[start] = Span(opening.end(), end).trimmed(text)
                else:
                    inside, end, repeated = closed
                    inner[start] = Span(opening.end(), inside).trimmed(text)
                    marks |= repeated
            pieces += [text[at:start], HIDDEN * (end - start)]
            at = end
        return CitedWords(passage, Quoting("".join([*pieces, text[at:]]), inner, broken), frozenset(marks))

    def _next(self, text: str, position: int) -> int | None:
        for match in self._opening.finditer(text, position):
            mark, start, end = match.group(), *match.span()
            if mark not in ("'", '"', "‘"):
                return start
            after = text[end : end + 1]
            if _OPENS_BEHIND.search(text[max(0, start - 1) : start]) and after and not after.isspace():
                return start
        return None

    def _leading(self, text: str, start: int, end: int) -> Iterator[int]:
        """The marks before the paragraphs of a structure that a reader of the file found."""
        for match in self._opening.finditer(text, start, end):
            if self._leads(text, match, frozenset()):
                yield from range(*match.span())

    def _leads(self, text: str, mark: re.Match[str], lines: frozenset[int]) -> bool:
        """True if the mark is repeated before a paragraph of what is quoted."""
        if mark.start() in lines:
            return True
        if _UNIT.match(text, mark.end()):
            return True
        return (
            _BEFORE_UNIT.search(text, max(0, mark.start() - 6), mark.start()) is not None
            and self._heads.match(text, mark.end()) is not None
        )

    def _end(
        self, text: str, start: int, opening: str, lines: frozenset[int]
    ) -> tuple[int, int, frozenset[int]] | None:
        """The ends of the words of the quotation and of its closing mark, and the marks that are repeated in it."""
        closing = self._closing[opening]
        depth = 1
        repeated: set[int] = set()
        either = re.compile(f"{re.escape(opening)}|{re.escape(closing)}")
        for mark in either.finditer(text, start + len(opening)):
            a, b = mark.span()
            if opening == closing:
                opens = _opens(text, a, b)
                if opens is None and closing in _APOSTROPHES:
                    continue
                if opens is None:
                    return None
            else:
                opens = mark.group() == opening
            if opens and self._leads(text, mark, lines):
                repeated.update(range(a, b))
            elif opens:
                depth += 1
            elif not self._apostrophe(text, a, b, depth):
                depth -= 1
                if depth == 0:
                    shift = 1 if closing == "''" and text[b : b + 1] == "'" else 0  # `nested' ends here, too
                    return a + shift, b + shift, frozenset(repeated)
        return None

    def _apostrophe(self, text: str, start: int, end: int, depth: int) -> bool:
        if text[start:end] not in _APOSTROPHES:
            return False
        if text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
            return True
        return depth == 1 and self._behind.match(text, end) is None


def _opens(text: str, start: int, end: int) -> bool | None:
    """True if a straight mark opens a quotation, False if it closes one, by the white space beside it; None: unsure."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = (not before or before.isspace() or before in "([—–") and bool(after) and not after.isspace()
    closes = not before.isspace() and (not after or not after.isalnum())
    return None if opens == closes else opens
