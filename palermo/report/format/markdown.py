"""A document as Markdown: what is markup in a law is escaped, so that it reads as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from palermo.report.format.document import Document
from palermo.report.format.parts import Block, Cell, Heading, Items, PageTurn, Paragraph, Picture, Quote, Run, Table
from palermo.report.language.forms import quoted

__all__ = ["document"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&])")  # & begins an entity
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TURNING = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2068]")
_LIST = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def document(made: Document) -> str:
    """The whole text; a table of facts is a list, as Markdown knows no table without a head."""
    parts = [f"# {_escaped(made.title)}", _escaped(made.subject)]
    parts += [said for block in made.blocks if (said := _block(block))]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:  # noqa: PLR0911 - a way to write for each kind of block
    match block:
        case Heading():
            return f"{'#' * block.level} {_line(block.words)}"
        case Paragraph():
            return _started(_runs(block.runs))
        case Items():
            marks = (f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1))
            return "\n".join(f"{mark} {_runs(item)}" for mark, item in zip(marks, block.items, strict=True))
        case Quote():
            lines = [_apart(_started(_said(line))) for line in block.lines()]
            head = [f"**{_line(block.cite)}**"] if block.cite else []
            return "\n>\n".join(f"> {line}" for line in (*head, *lines))
        case Table():
            return "\n".join(_table(block))
        case Picture():
            return f"*{_line(block.caption)}.* {_started(_escaped(block.alt))}"
        case PageTurn():
            return ""


def _table(table: Table) -> Iterator[str]:
    if not table.head:
        yield from (f"- {_cell(row[0])}: " + " ".join(map(_cell, row[1:])) for row in table.rows)
        return
    yield _row([_line(head) for head in table.head])
    yield _row(["---"] * len(table.head))
    yield from (_row([_cell(cell) for cell in row]) for row in table.rows)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_inside(part) for part in cell)


def _inside(part: Paragraph | Quote) -> str:
    if isinstance(part, Paragraph):
        return _line(_runs(part.runs), escape=False)
    cite = f"**{_line(part.cite)}** " if part.cite else ""
    return cite + quoted(_apart(_line(_said(part.pieces()), escape=False)))


def _said(pieces: Iterable[tuple[str, bool]]) -> str:
    """A quotation, in which the words that count are strong."""
    return _runs(tuple(Run(_CONTROL.sub("\ufffd", words), strong=marked) for words, marked in pieces))


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = run.words.strip()
    if not words:
        return run.words
    if run.code and "`" not in words:
        said = f"`{words}`" if "|" not in words else _escaped(words)
    else:
        said = f"**{_escaped(words)}**" if run.strong else _escaped(words)
    before = run.words[: len(run.words) - len(run.words.lstrip())]
    return before + said + run.words[len(run.words.rstrip()) :]


def _apart(words: str) -> str:
    """Words that run from right to left, or turn the direction, in isolation: what stands around them keeps its own
    (Unicode Standard Annex 9).
    """
    return f"\u2068{words}\u2069" if _TURNING.search(words) else words


def _line(words: str, *, escape: bool = True) -> str:
    return " ".join((_escaped(words) if escape else words).split())


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", _CONTROL.sub("\ufffd", words))


def _started(words: str) -> str:
    """The words, which no longer begin a list or a heading where a line begins with a dash or a number."""
    return _LIST.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", words)
