"""The places where the units of a post-Soviet article begin in its text: "1.", "1)", "а)", a note, a line on the
penalty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from palermo.corpus.amendments.traditions.russian.words import RussianWords
from palermo.corpus.structure.lines.numbers import clean, step, value

__all__ = ["NUMBER", "PARAGRAPH", "SUFFIX", "RussianLines", "RussianPiece"]

NUMBER = r"\d+(?:\s?\^\s?\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[-‑.]\d+)*"
SUFFIX = r"(?:[-.]?\d+)?"  # of a letter that was put in behind another: а-1, а.1, а1
PARAGRAPH = "paragraph"  # "1."
_LEVELS = (PARAGRAPH, "subparagraph", "clause")  # the last two: "1)" and "а)"
_MARKUP = re.compile(r"(?:[\s>*#_]|<a\s[^>]*></a>)*")
_LINE = re.compile(r"[^\n]+")
_FIRST = ("1", "а")
_ENDS = '.;:!?–—-»")'
_GAP = 3  # numbers that may be left out where repealed units have vanished


@dataclass(frozen=True, slots=True)
class RussianPiece:
    """A stretch of the text: `level` of the unit that it opens ("" for none), its number and where that stands.

    `text` is where its words begin, behind the number.
    """

    start: int
    end: int
    level: str = ""
    num: str = ""
    num_start: int = 0
    num_end: int = 0
    text: int = 0


class RussianLines:
    """Cuts texts with the words of `data`."""

    def __init__(self, data: RussianWords) -> None:
        letter = data.letters
        marks = rf"(?P<p>{NUMBER})\\?\.(?=\s)|(?P<s>{NUMBER})\\?\)(?=\s)|(?P<c>{letter}{SUFFIX})\\?\)(?=\s)"
        self._mark = re.compile(rf"(?:{marks}|(?P<note>{data.note})(?!\w)\.?)\s*")
        self._remark = data.remark
        self._marker = re.compile(r"(?:[\s_*]|<\*>)+$")  # of an editor's note, and emphasis
        self._completing = re.compile(data.completing)
        self._behind_dash = data.completing_behind_dash
        inner = rf"(?P<s>{NUMBER})\)(?=\s)|(?P<c>{letter}{SUFFIX})\)(?=\s)"
        self._running = re.compile(
            rf"(?<=\s)(?:(?P<p>{NUMBER})\.(?=\s[^\Wa-zа-яёіїєґәғқңөұүһ\d_]|\s[«\"“(])|(?:{inner})"
            rf"|(?<=[.»\";]\s)(?P<note>{data.note})(?!\w)\.?)\s*"
        )
        self._flush = re.compile(rf"(?<=[–—-]\s)(?={data.completing})")
        self._sentence = re.compile(r"[.!?][»\"”)]*\s+(?=[«\"“(]*[^\Wa-zа-яёіїєґәғқңөұүһ\d_])")
        self._refers = re.compile(rf"(?:(?<!\w){data.refers}|[\w-]\)\s?,)$", re.I)
        self._short = re.compile(rf"(?<!\w){data.abbreviations}$")

    def completes(self, text: str, piece: RussianPiece) -> bool:
        """True if the piece goes on with the sentence that stands above a list."""
        before = text[max(0, piece.text - 40) : piece.text].rstrip(" \n\t>*_#")
        if self._behind_dash and before[-1:] not in ("–", "—", "-"):
            return False
        return self._completing.match(text, piece.text) is not None

    def sentences(self, text: str, start: int, end: int) -> list[int]:
        """The places where sentences end inside `text[start:end]`."""
        found = self._sentence.finditer(text, start, end)
        return [
            m.start() + len(m.group().rstrip()) for m in found if not self._short.search(text[start : m.start() + 1])
        ]

    def cut(self, text: str, start: int, end: int) -> list[RussianPiece]:
        """The pieces of `text[start:end]`, in order: its lines, or what running text lets be told apart."""
        if "\n" in text.strip():
            return self._joined(text, list(self._of_lines(text, start, end)))
        return self._of_running(text, start, end)

    def _joined(self, text: str, pieces: list[RussianPiece]) -> list[RussianPiece]:
        """Lines broken at a width are one: one of them ends in a word, and the next goes on in lower case."""
        pairs = list(pairwise(pieces))
        if not any(text[a.end - 1].isalnum() and self._runs_on(text, a, b) for a, b in pairs):
            return pieces
        out = pieces[:1]
        for before, piece in pairs:
            if (text[before.end - 1] not in _ENDS or self._runs_on(text, before, piece)) and self._loose(text, piece):
                out[-1] = replace(out[-1], end=piece.end)
            else:
                out.append(piece)
        return out

    def _loose(self, text: str, piece: RussianPiece) -> bool:
        return not piece.level and not self.completes(text, piece)

    def _runs_on(self, text: str, before: RussianPiece, piece: RussianPiece) -> bool:
        """True if a line goes on in the next one, right below."""
        close = text.count("\n", before.end, piece.start) == 1 and text[before.end - 1] not in _ENDS
        return close and self._loose(text, piece) and text[piece.start].islower()

    def _of_lines(self, text: str, start: int, end: int) -> Iterator[RussianPiece]:
        for line in _LINE.finditer(text, start, end):
            markup = _MARKUP.match(text, line.start(), line.end())
            at = markup.end() if markup else line.start()
            stop = line.end()
            if (note := self._marker.search(text[at:stop])) is not None:
                stop = at + note.start()
            if at >= stop:
                continue
            if self._remark.match(text[at:stop]):
                begin = line.start() + len(line.group()) - len(line.group().lstrip())  # its marks go with it
                yield RussianPiece(begin, stop, "remark", text=at)
                continue
            mark = self._mark.match(text, at, line.end())
            first = self._mark.match(text, mark.end(), stop) if mark and mark["note"] else None
            if mark and first:  # "Примечания. 1. …": the first point stands in the note's own line
                yield _marked(at, _trim(text, at, mark.end()), mark)
                mark, at = first, first.start()
            yield _marked(at, stop, mark) if mark else RussianPiece(at, stop, text=at)

    def _of_running(self, text: str, start: int, end: int) -> list[RussianPiece]:
        """Numbers count up and stand behind the signs that close what goes before; others are references."""
        opening = self._mark.match(text, start, end)
        marks = [opening] if opening else []
        marks += self._counting(list(self._running.finditer(text, start, end)), text, marks)
        pieces: list[RussianPiece] = []
        starts = [*(m.start() for m in marks), end]
        if text[start : starts[0]].strip():
            words = start + len(text[start:]) - len(text[start:].lstrip())
            pieces.append(RussianPiece(words, starts[0], text=words))
        pieces += [_marked(mark.start(), stop, mark) for mark, stop in zip(marks, starts[1:], strict=True)]
        return [p for piece in pieces for p in self._flushed(text, piece)]

    def _counting(self, found: list[re.Match[str]], text: str, before: list[re.Match[str]]) -> list[re.Match[str]]:
        """The marks that count up; `before` is the one with which the text opens, if it does."""
        last = dict(_level(mark) for mark in before)
        start = before[0].end() if before else 0
        out: list[re.Match[str]] = []
        for mark in found:
            level, num = _level(mark)
            if mark.start() < start or (level != "explanation" and not self._goes_on(text, mark, last.get(level))):
                continue
            out.append(mark)
            last = {} if level == "explanation" else {**last, level: num}
            for deeper in _LEVELS[_LEVELS.index(level) + 1 :] if level in _LEVELS else ():
                last.pop(deeper, None)
        return out

    def _goes_on(self, text: str, mark: re.Match[str], before: str | None) -> bool:
        """True if the mark begins a list, or is the next number in the one at `before`; not in a reference."""
        level, num = _level(mark)
        words = text[max(0, mark.start() - 40) : mark.start()].rstrip()
        if self._refers.search(words):
            return False
        if num in _FIRST and (words[-1:] == ":" or (before is None and level == PARAGRAPH)):
            return True
        gap = _step(before, num) if before is not None else None
        return gap is not None and (gap == 1 or (1 < gap <= _GAP and words[-1:] in ".;»"))

    def _flushed(self, text: str, piece: RussianPiece) -> Iterator[RussianPiece]:
        """The piece, and the clause on the penalty apart from it."""
        cuts = [m.start() for m in self._flush.finditer(text, piece.text, piece.end)]
        ends = [*cuts, piece.end]
        yield replace(piece, end=_trim(text, piece.start, ends[0]))
        for a, b in pairwise(ends):
            yield RussianPiece(a, _trim(text, a, b), text=a)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _level(mark: re.Match[str]) -> tuple[str, str]:
    if mark["p"]:
        return PARAGRAPH, clean(mark["p"])
    if mark["s"]:
        return "subparagraph", clean(mark["s"])
    if mark["c"]:
        return "clause", mark["c"]
    return "explanation", "note"


def _step(before: str, after: str) -> int | None:
    if before[0].isdigit() != after[0].isdigit():
        return None
    if before[0].isdigit():
        if value(after) <= value(before):
            return None
        return step("decimal", before, after)
    return step("letter", before, after)


def _marked(start: int, end: int, mark: re.Match[str]) -> RussianPiece:
    level, num = _level(mark)
    group = next(name for name in ("p", "s", "c", "note") if mark[name])
    text = min(mark.end(), end)
    return RussianPiece(start, end, level, num, mark.start(group), mark.end(group), text)
