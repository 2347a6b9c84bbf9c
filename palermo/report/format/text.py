"""A document as text for the terminal: nothing runs over the screen, and tables that would are written row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import wcwidth

from palermo.report.format.document import Document
from palermo.report.format.parts import Block, Cell, Heading, Items, PageTurn, Paragraph, Picture, Quote, Run, Table
from palermo.report.format.terminal import PLAIN, Screen, fit
from palermo.report.language.forms import marks

__all__ = ["document"]

_GUTTER = "  "  # between columns
_SPACE = re.compile(r"\s+")


def document(made: Document, screen: Screen = PLAIN) -> str:
    """The whole text. Blocks are set apart by empty lines; a picture is the words that say what it shows."""
    parts = [screen.title(_line(made.title)), "\n".join(screen.wrap(_line(made.subject)))]
    heading = ""
    for block in made.blocks:
        lines = list(_block(block, heading, screen))
        heading = block.words if isinstance(block, Heading) else ""
        if lines:
            parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _block(block: Block, heading: str, screen: Screen) -> Iterator[str]:
    """The lines of a block under the heading that stands right above it."""
    match block:
        case Heading():
            yield from map(screen.strong, screen.wrap(_line(block.words)))
        case Paragraph():
            yield from screen.wrap(_runs(block.runs, screen))
        case Items():
            signs = [f"{n}. " if block.numbered else "- " for n in range(1, len(block.items) + 1)]
            for sign, item in zip(signs, block.items, strict=True):
                yield from screen.wrap(_runs(item, screen), first=sign, rest=" " * len(sign))
        case Quote():
            if block.cite:
                yield from map(screen.strong, screen.wrap(_line(block.cite)))
            for line in block.lines():
                yield from screen.wrap(_pieces(line, screen).strip(), first="  ", rest="  ")
        case Table():
            if block.caption != heading:
                yield from map(screen.faint, screen.wrap(_line(block.caption)))
            yield from _table(block, screen)
        case Picture():
            yield from screen.wrap(f"{_line(block.caption)}. {block.alt}")
        case PageTurn():
            pass


def _table(table: Table, screen: Screen) -> Iterator[str]:
    """Columns where all rows fit on a line each, else each row under its first cell."""
    rows = [[_cell(cell, screen) for cell in row] for row in table.rows]
    heads = list(map(_line, table.head))
    widths = [max(map(wcwidth.width, column)) for column in zip(*([heads] if heads else []), *rows, strict=True)]
    if rows and sum(widths) + len(_GUTTER) * (len(widths) - 1) <= screen.width and not _several(table):
        if heads:
            yield screen.strong(_columns(heads, widths))
        yield from (_columns(row, widths) for row in rows)
        return
    for row in table.rows:
        yield from _record(heads, row, screen)


def _several(table: Table) -> bool:
    return any(len(cell) > 1 for row in table.rows for cell in row)


def _columns(row: Sequence[str], widths: Sequence[int]) -> str:
    return _GUTTER.join(fit(words, width) for words, width in zip(row, widths, strict=True)).rstrip()


def _record(heads: Sequence[str], row: Sequence[Cell], screen: Screen) -> Iterator[str]:
    """A row of its own: the first cell heads it, the others say of which column they are."""
    first, *others = row
    yield from screen.wrap(screen.strong(_cell(first, screen, plain=True)), rest="  ")
    for number, cell in enumerate(others, 1):
        name = f"{heads[number]}: " if heads and heads[number] else ""
        for part in cell:
            yield from screen.wrap(name + _part(part, screen), first="  ", rest="    ")
            name = ""


def _cell(cell: Cell, screen: Screen, *, plain: bool = False) -> str:
    return " ".join(filter(None, (_part(part, PLAIN if plain else screen) for part in cell)))


def _part(part: Paragraph | Quote, screen: Screen) -> str:
    if isinstance(part, Paragraph):
        return _runs(part.runs, screen)
    opening, closing = marks()
    cite = f"{_line(part.cite)} " if part.cite else ""
    return f"{cite}{opening}{_pieces(part.pieces(), screen)}{closing}"


def _pieces(pieces: Iterable[tuple[str, bool]], screen: Screen) -> str:
    """The words of a quotation; those that count are strong, or stand between asterisks on a plain screen."""
    return "".join(screen.mark(_spaced(words)) if marked else _spaced(words) for words, marked in pieces)


def _runs(runs: Iterable[Run], screen: Screen) -> str:
    return "".join(_run(run, screen) for run in runs).strip()


def _run(run: Run, screen: Screen) -> str:
    words = _spaced(run.words)
    return screen.strong(words) if run.strong else screen.faint(words) if run.soft else words


def _spaced(words: str) -> str:
    """On one line, with a space where there was white space, at its ends, too."""
    return _SPACE.sub(" ", words)


def _line(words: str) -> str:
    return " ".join(words.split())
