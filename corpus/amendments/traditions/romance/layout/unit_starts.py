"""The places where the units of a French or Spanish article begin in its text: "I. –", "§ 1er", "2°", "a)", or no
number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from palermo.corpus.amendments.traditions.romance.layout.provision_numbers import PUT_IN, normal
from palermo.corpus.amendments.traditions.romance.words import RomanceWords, numbers
from palermo.corpus.structure.lines.numbers import is_first, step

__all__ = ["INDENT", "PROVISO", "RomanceLines", "RomancePiece", "UnitMark", "distance"]

INDENT = "indent"  # a dash: counted among its like
PROVISO = "proviso"  # a parágrafo: it closes the article
_LINE = re.compile(r"[^\n]+")
_EMPTY = re.compile(r"[\s>*#_=–—-]*$")
_MARKUP = re.compile(r"[\s>*#_]*")
_ENDS = '.;:!?–—-»")'
_HEAD = re.compile(rf"\d+|[^\W\d_]+?(?=(?:{'|'.join(numbers().counted)})|$|\d)")


@dataclass(frozen=True, slots=True)
class UnitMark:
    """A number that may open a unit: `kind` is how it is printed, `form` what is counted (as in structure.numbers)."""

    kind: str
    form: str
    level: str
    num: str
    start: int
    end: int
    text: int
    strict: bool = False
    """Whether it only opens a unit where it counts up: a name may begin so, too ("A. ")."""


@dataclass(frozen=True, slots=True)
class RomancePiece:
    """A stretch of the text, with the marks that may open a unit there (none: it opens none). `text` is where its words
    begin. `line`: it begins a line; `follows`: it stands right behind another mark, or at the beginning."""

    start: int
    end: int
    marks: tuple[UnitMark, ...] = ()
    text: int = 0
    line: bool = True
    follows: bool = False


def distance(form: str, before: str, after: str) -> int | None:
    """The distance of one number behind another of its form; one that is put in is the next (II, II bis, III)."""
    if before == after:
        return 0
    heads = [_HEAD.match(n) for n in (before, after)]
    if form == "decimal" or None in heads or not all(heads):
        return step(form, before, after)
    a, b = (m.group() for m in heads if m)
    if a == b:
        return 1 if len(after) > len(a) and after[len(b) :] != before[len(a) :] else None
    return step(form, a, b)


class RomanceLines:
    """Cuts texts into pieces with the marks of `data`."""

    def __init__(self, data: RomanceWords) -> None:
        self._kinds = []
        for one in data.marks:
            pattern = one.pattern.replace("{PUT_IN}", f"(?i:{PUT_IN})")
            self._kinds.append((one, re.compile(rf"(?:{pattern})\s*")))
        self._short = re.compile(rf"(?<!\w)(?:{data.abbreviations})$")
        self._ends = re.compile(r"[.!?…][»\"”)]*(?=\s+[«\"“(¿¡]*[^\Wa-zß-öø-ÿ\d_]|\s+\d|\s*$)")
        self._running = numbers().running

    def flat(self, text: str, start: int, end: int) -> bool:
        """True if the text is all in one line, so that its marks stand inside of it."""
        return "\n" not in text[start:end].strip()

    def sentences(self, text: str, start: int, end: int) -> list[int]:
        """The places where sentences end inside `text[start:end]`, in order."""
        found = self._ends.finditer(text, start, end)
        return [m.end() for m in found if not self._short.search(text[max(start, m.start() - 12) : m.start() + 1])]

    def cut(self, text: str, start: int, end: int) -> list[RomancePiece]:
        """The pieces of `text[start:end]` in order; in running text these are those between its marks."""
        return self._of_running(text, start, end) if self.flat(text, start, end) else self._of_lines(text, start, end)

    def marks(self, text: str, position: int, end: int, *, flat: bool = False) -> tuple[UnitMark, ...]:
        """The marks that may open a unit at `position`."""
        out = []
        for one, pattern in self._kinds:
            if flat and not one.flat:
                continue
            match = pattern.match(text, position, end)
            if match is None:
                continue
            num = normal(match["num"]) if one.form != INDENT else ""
            if one.level == PROVISO:
                num = f"{PROVISO} {num}".strip()
            begin, stop = match.span("num") if num else (position, position)
            out.append(UnitMark(one.kind, one.form, one.level, num, begin, max(stop, begin), match.end(), one.strict))
        return tuple(out)

    def broken(self, text: str, start: int, end: int) -> bool:
        """True if lines are broken at a width and nothing shows which of the breaks end a paragraph."""
        spans = self._spans(text, start, end)
        return self._wrapped(text, spans) and len({self._apart(text, a, b) for a, b in pairwise(spans)}) == 1

    def _spans(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The places where the words of the lines stand."""
        out = []
        for line in _LINE.finditer(text, start, end):
            if _EMPTY.fullmatch(line.group()):
                continue
            markup = _MARKUP.match(text, line.start(), line.end())
            out.append((markup.end() if markup else line.start(), line.start() + len(line.group().rstrip())))
        return out

    @staticmethod
    def _apart(text: str, before: tuple[int, int], line: tuple[int, int]) -> bool:
        """True if a blank line stands between the two."""
        return text.count("\n", before[1], line[0]) > 1

    def _wrapped(self, text: str, spans: Sequence[tuple[int, int]]) -> bool:
        """True if a line goes on in the next one, in the middle of a sentence."""
        return any(
            self._runs_on(text, a) and text[b[0]].islower() and not self.marks(text, *b) for a, b in pairwise(spans)
        )

    @staticmethod
    def _runs_on(text: str, line: tuple[int, int]) -> bool:
        """True if the line ends in the middle of a sentence: not with a sign, nor as an item of a list before the last
        one does."""
        return text[line[1] - 1] not in _ENDS and not numbers().joins.search(text, max(line[0], line[1] - 8), line[1])

    def _joined(self, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The paragraphs, where lines are broken at a width: a blank line ends one, if any stands between two lines."""
        if not self._wrapped(text, spans):
            return spans
        mixed = len({self._apart(text, a, b) for a, b in pairwise(spans)}) > 1
        out = spans[:1]
        for line in spans[1:]:
            apart = self._apart(text, out[-1], line)
            marked = any(m.form != INDENT for m in self.marks(text, *line))
            if self._runs_on(text, out[-1]) if not mixed or marked else not apart:
                out[-1] = (out[-1][0], line[1])
            else:
                out.append(line)
        return out

    def _of_lines(self, text: str, start: int, end: int) -> list[RomancePiece]:
        out: list[RomancePiece] = []
        for at, stop in self._joined(text, self._spans(text, start, end)):
            first = not out
            pieces = self._row(text, at, stop)
            out += [replace(pieces[0], follows=first), *pieces[1:]]
        return self._whole(text, out)

    def _row(self, text: str, position: int, stop: int) -> list[RomancePiece]:
        """The pieces of a line: several where a mark stands right behind another ("I. – A. – 1° …")."""
        pieces: list[RomancePiece] = []
        while True:
            marks = self.marks(text, position, stop)
            numbered = bool(marks) and any(m.form != INDENT for m in marks)
            inner = self.marks(text, marks[0].text, stop) if numbered else ()
            behind = [m for m in inner if m.form != INDENT and is_first(m.form, m.num)]
            if not behind or marks[0].text >= stop:
                pieces.append(
                    RomancePiece(position, stop, marks, marks[0].text if marks else position, not pieces, bool(pieces))
                )
                return pieces
            pieces.append(RomancePiece(position, marks[0].text, marks, marks[0].text, not pieces, bool(pieces)))
            position = marks[0].text

    @staticmethod
    def _whole(text: str, pieces: list[RomancePiece]) -> list[RomancePiece]:
        """A number alone in its line stands before the next one's words."""
        out: list[RomancePiece] = []
        for piece in pieces:
            before = out[-1] if out else None
            bare = before is not None and before.marks and not text[before.text : before.end].strip()
            if before is not None and bare and piece.line and not piece.marks:
                out[-1] = replace(before, end=piece.end, text=piece.start)
            elif before is not None and bare and piece.line:
                out.append(replace(piece, line=False, follows=True))
            else:
                out.append(piece)
        return out

    def _of_running(self, text: str, start: int, end: int) -> list[RomancePiece]:
        """Every place where a mark may stand; `tree` chooses those that count up."""
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        places = [begin]
        covered = max((m.text for m in self.marks(text, begin, end)), default=begin)
        for gap in self._running.finditer(text, begin, end):
            at = gap.end()
            marks = self.marks(text, at, end, flat=True) if at >= covered and at > places[-1] else ()
            if marks and (text[gap.start() - 1] in ":;," or any(m.form != INDENT for m in marks)):
                places.append(at)
                covered = max(m.text for m in marks)
        out: list[RomancePiece] = []
        for at, stop in zip(places, [*places[1:], end], strict=True):
            out += self._stretch(text, at, stop, first=at == begin)
        return out

    def _stretch(self, text: str, position: int, stop: int, *, first: bool) -> list[RomancePiece]:
        pieces: list[RomancePiece] = []
        while True:
            marks = self.marks(text, position, stop, flat=not first)
            behind = self.marks(text, marks[0].text, stop, flat=True) if marks else ()
            behind = tuple(m for m in behind if m.form != INDENT and is_first(m.form, m.num))
            end = marks[0].text if behind else stop
            trimmed = position + len(text[position:end].rstrip())
            pieces.append(
                RomancePiece(
                    position, trimmed, marks, marks[0].text if marks else position, not pieces, bool(pieces) or first
                )
            )
            if not behind:
                return pieces
            position = marks[0].text
