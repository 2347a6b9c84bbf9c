"""From the pieces of an article to the tree of its units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from palermo.corpus.amendments.traditions.romance.layout.unit_starts import (
    INDENT,
    PROVISO,
    RomanceLines,
    RomancePiece,
    UnitMark,
    distance,
)
from palermo.corpus.model.text_model import Provision, Span
from palermo.corpus.structure.lines.numbers import is_first

__all__ = ["ArticleTree", "Trees", "grown"]

_GAP = 4  # numbers that may be left out where units have vanished


@dataclass(eq=False)
class _Open:
    """A unit that is not closed yet. `division`: its parent says nothing before its like, so that all that follows its
    number belongs to it, up to the next one."""

    mark: UnitMark | None
    start: int
    end: int
    division: bool = False
    said: bool = False
    """Whether words of its own stand in it already."""
    children: list[Provision] = field(default_factory=list)

    def closed(self) -> Provision:
        mark = self.mark
        assert mark is not None
        number = Span(mark.start, mark.end)
        return Provision(
            "", mark.level, mark.num, "", "", Span(self.start, self.end), tuple(self.children), num_span=number
        )


@dataclass(frozen=True, slots=True)
class ArticleTree:
    """The units of a text. `lines` begin where its lines do (all that opens a unit, in running text), `divisions` are
    the starts of units that hold all up to the next one, `unsure` those of units of which the end is not certain."""

    units: tuple[Provision, ...]
    lines: tuple[tuple[int, int], ...]
    divisions: frozenset[int]
    unsure: frozenset[int]
    flat: bool
    loose: bool = False
    """Whether the text has line breaks, and these do not show where its paragraphs end."""


Trees = Callable[[str, int, int], ArticleTree]
"""The tree of what stands between two places of a text."""


def grown(lines: RomanceLines, text: str, start: int, end: int) -> ArticleTree:
    """The tree of what stands in `text[start:end]`."""
    return _Grower(lines, text, start, end).tree()


class _Grower:
    def __init__(self, lines: RomanceLines, text: str, start: int, end: int) -> None:
        self._lines, self._text = lines, text
        self._flat = lines.flat(text, start, end)
        self._loose = not self._flat and lines.broken(text, start, end)
        self._pieces = lines.cut(text, start, end)
        self._root = _Open(None, start, end)
        self._stack = [self._root]
        self._divisions: set[int] = set()
        self._unsure: set[int] = set()
        self._rows: list[tuple[int, int]] = []

    def tree(self) -> ArticleTree:
        at = 0
        while at < len(self._pieces):
            piece = self._pieces[at]
            mark = self._chosen(piece)
            if mark is not None:
                self._open(piece, mark)
            elif self._flat and self._rows and not piece.follows:
                self._go_on(piece)
                at += 1
                continue
            else:
                self._plain(at)
            if mark is not None and self._flat:
                self._split(at)
                piece = self._pieces[at]
            self._extend(piece)
            if piece.line or not self._rows:
                self._rows.append((piece.start, piece.end))
            else:
                self._rows[-1] = (self._rows[-1][0], piece.end)
            at += 1
        while len(self._stack) > 1:
            self._close()
        units = tuple(self._root.children)
        return ArticleTree(
            units, tuple(self._rows), frozenset(self._divisions), frozenset(self._unsure), self._flat, self._loose
        )

    def _go_on(self, piece: RomancePiece) -> None:
        """Joins, in running text, a stretch that opens no unit with the stretch before it."""
        self._rows[-1] = (self._rows[-1][0], piece.end)
        self._extend(piece)

    def _extend(self, piece: RomancePiece) -> None:
        for unit in self._stack:
            unit.end = piece.end
        if self._text[piece.text : piece.end].strip():
            self._stack[-1].said = True
        self._last = piece

    def _close(self) -> None:
        unit = self._stack.pop()
        self._stack[-1].children.append(unit.closed())

    def _chosen(self, piece: RomancePiece) -> UnitMark | None:
        """The mark that opens a unit here: it goes on with a list that is open, or begins one below it."""
        marks = [m for m in piece.marks if m.form != INDENT]
        going = [(depth, m) for m in marks for depth, gap in [self._going(m)] if depth and gap == 1]
        if going:
            return max(going, key=lambda g: g[0])[1]
        first = [m for m in marks if is_first(m.form, m.num) or m.level == PROVISO]
        if first and self._may_begin(piece, first[0]):
            return first[0]
        left_out = [m for m in marks if (found := self._going(m))[0] and found[1] <= _GAP]
        if left_out:
            return left_out[0]
        others = [m for m in marks if m not in first and not m.strict]
        return others[0] if others and (not self._flat or piece.follows) else None

    def _going(self, mark: UnitMark) -> tuple[int, int]:
        """The depth of the list that the mark continues, and the distance; 0 where there is none."""
        for depth in range(len(self._stack) - 1, 0, -1):
            known = self._stack[depth].mark
            assert known is not None
            if known.kind == mark.kind:
                gap = distance(mark.form, known.num, mark.num)
                return (depth, gap) if gap else (0, 0)
        return 0, 0

    def _may_begin(self, piece: RomancePiece, mark: UnitMark) -> bool:
        if not self._flat or piece.follows:
            return True
        before = self._text[: piece.start].rstrip()
        if before.endswith(":"):
            return True
        whole = before[-1:] in '.»"”)' and mark.kind in ("I.", "§", "(1)", "1.", PROVISO)
        new = not self._root.children or mark.level == PROVISO
        return whole and new and self._text[mark.text : mark.text + 1].isupper()

    def _open(self, piece: RomancePiece, mark: UnitMark) -> None:
        depth, _ = self._going(mark)
        if mark.level == PROVISO:
            depth = 1
        if depth:
            division = self._stack[depth].division if depth < len(self._stack) else False
            while len(self._stack) > depth:
                self._close()
        else:
            self._leave(piece)
            division = not self._stack[-1].said and not self._stack[-1].children
        division = division and mark.level != PROVISO
        self._stack[-1].said = self._stack[-1].said or depth > 0
        self._stack.append(_Open(mark, piece.start, piece.end, division))
        if division:
            self._divisions.add(piece.start)

    def _leave(self, piece: RomancePiece) -> None:
        """A new list behind one that is open, in the lines of the parent, does not stand in its last item."""
        while len(self._stack) > 1 and self._stack[-1].mark is not None and self._stack[-1].mark.level == PROVISO:
            self._close()

    def _plain(self, position: int) -> None:
        """A line without a number: it leaves the lists that no later item goes on with."""
        piece = self._pieces[position]
        if any(m.form == INDENT for m in piece.marks) or (position and self._ends_open(self._pieces[position - 1])):
            return
        while len(self._stack) > 1:
            unit = self._stack[-1]
            if unit.division or (unit.mark is not None and unit.mark.level == PROVISO) or self._goes_on(unit, position):
                return
            self._close()

    def _ends_open(self, piece: RomancePiece) -> bool:
        return self._text[piece.start : piece.end].rstrip().endswith(":")

    def _goes_on(self, unit: _Open, position: int) -> bool:
        mark = unit.mark
        assert mark is not None
        for piece in self._pieces[position + 1 :]:
            like = [m for m in piece.marks if m.kind == mark.kind]
            if not like:
                continue
            if is_first(like[0].form, like[0].num):
                return False
            gap = distance(mark.form, mark.num, like[0].num)
            return gap is not None and 0 < gap <= _GAP
        return False

    def _split(self, position: int) -> None:
        """In running text sentences behind a list's last item are the parent's, if no item before holds one; else the
        end of the item is not certain."""
        unit, piece = self._stack[-1], self._pieces[position]
        after = position + 1
        while after < len(self._pieces) and not self._opens(self._pieces[after]):
            after += 1
        stop = self._pieces[after - 1].end
        if unit.division or self._goes_on(unit, after - 1):
            return
        ends = [e for e in self._lines.sentences(self._text, piece.text, stop) if e < stop]
        if not ends or self._text[piece.start : ends[0]].rstrip().endswith(":"):
            return
        before = self._stack[-2].children
        like = [c for c in before if unit.mark is not None and c.level == unit.mark.level]
        clear = like and all(self._text[c.span.start : c.span.end].rstrip(" etouy").endswith((";", ",")) for c in like)
        if not clear:
            self._unsure.add(piece.start)
            return
        rest = self._text[ends[0] : stop]
        begin = ends[0] + len(rest) - len(rest.lstrip())
        tail = RomancePiece(begin, stop, (), begin, True, True)
        self._pieces[position:after] = [replace(piece, end=ends[0]), tail]

    def _opens(self, piece: RomancePiece) -> bool:
        """True if a unit may begin at the piece (in running text), as far as that is known before it is reached."""
        return any(m.form != INDENT for m in piece.marks) and (self._chosen(piece) is not None)
