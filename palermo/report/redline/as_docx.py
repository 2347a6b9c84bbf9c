"""Tracked changes as Word keeps them: who accepts all holds the right text, who rejects all the left.

ECMA-376 part 1, 17.13.5 (revisions): `w:ins`, `w:del`, `w:moveFrom` and `w:moveTo` around runs; the same in the
properties of a paragraph's mark, which then goes or stays with the paragraph; the two places of a move are ranges of
one name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby

from lxml.etree import _Element

from palermo.report.format.docx.runs import element, paragraph, run
from palermo.report.format.docx.template import Template
from palermo.report.format.docx.word_file import About, blank, fill, packaged
from palermo.report.redline.lines import LineChange, RedlineLine, RedlineRun

__all__ = ["redline"]

_TAGS = {
    LineChange.INSERTED: "w:ins",
    LineChange.DELETED: "w:del",
    LineChange.MOVED_FROM: "w:moveFrom",
    LineChange.MOVED_TO: "w:moveTo",
}


def redline(lines: Sequence[RedlineLine], about: About, date: str, template: Template | None = None) -> bytes:
    """A Word document of the lines and nothing else, each change by `about.author` on `date` (ISO)."""
    document = blank(about, template)
    fill(document, _Tracked(about.author, date).body(lines), counted=False)
    return packaged(document)


class _Tracked:
    """Makes the elements of one document; each change has a number of its own."""

    def __init__(self, author: str, date: str) -> None:
        self._made = {"author": author, "date": f"{date}T00:00:00Z"}
        self._numbers = count(1)

    def body(self, lines: Sequence[RedlineLine]) -> Iterator[_Element]:
        for (move, end), some in groupby(_apart(lines), key=lambda line: (line.move, line.end)):
            paragraphs = (self._paragraph(line) for line in some)
            if move is None:
                yield from paragraphs
            else:
                yield from self._range(_TAGS[end], move, paragraphs)
        if lines and lines[-1].end is not LineChange.NONE:
            yield paragraph()  # the last mark of a document cannot go: one that stays is its own

    def _range(self, tag: str, move: int, paragraphs: Iterable[_Element]) -> Iterator[_Element]:
        number = str(next(self._numbers))
        yield element(f"{tag}RangeStart", id=number, name=f"move{move}", **self._made)
        yield from paragraphs
        yield element(f"{tag}RangeEnd", id=number)

    def _paragraph(self, line: RedlineLine) -> _Element:
        content = []
        for part in line.runs:
            words = run(part.text, line.lang, deleted=part.change is LineChange.DELETED)
            content.append(words if part.change is LineChange.NONE else self._change(part.change, words))
        return paragraph(
            content,
            line.lang,
            style=f"Heading{line.heading}" if line.heading else "",
            indent=line.indent * 0.6,
            mark=None if line.end is LineChange.NONE else self._change(line.end),
        )

    def _change(self, change: LineChange, *children: _Element) -> _Element:
        return element(_TAGS[change], *children, id=str(next(self._numbers)), **self._made)


def _apart(lines: Sequence[RedlineLine]) -> list[RedlineLine]:
    """The lines, none of which ends with the kind of change with which the next begins, unless it came or went whole:
    LibreOffice 25.2 takes two such changes for one and loses the mark between them when it undoes it. Where it must be,
    the last word is given as one that was replaced by itself.
    """
    found: list[RedlineLine] = []
    first = LineChange.NONE  # with what the line behind begins
    for line in reversed(lines):
        last = line.runs[-1].change if line.runs else LineChange.NONE
        joined = line.end is LineChange.NONE and last is first is not LineChange.NONE
        found.append(replace(line, runs=_turned(line.runs)) if joined else line)
        first = found[-1].runs[0].change if found[-1].runs else LineChange.NONE
    return found[::-1]


def _turned(runs: tuple[RedlineRun, ...]) -> tuple[RedlineRun, ...]:
    """The same changes, the last of which is of the other kind: what went stands last where something came."""
    *head, before, last = (RedlineRun(LineChange.NONE, ""), *runs)
    other = LineChange.DELETED if last.change is LineChange.INSERTED else LineChange.INSERTED
    if before.change is other:
        return (*head[1:], last, before)
    kept = before.text.rstrip().rpartition(" ")
    word = before.text[len(kept[0] + kept[1]) :]
    if not word:
        return runs
    rest = (RedlineRun(LineChange.NONE, before.text[: -len(word)]),) if len(word) < len(before.text) else ()
    return (*head[1:], *rest, RedlineRun(last.change, word + last.text), RedlineRun(other, word))
