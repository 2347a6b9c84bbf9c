"""Paragraphs to a text: what readers of word processors' and printed documents find, one line or more each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from palermo.corpus.errors import InputError
from palermo.corpus.model.text_model import Span
from palermo.corpus.readers.shared.reader_output import Metadata, Raw

__all__ = ["MOST_PARAGRAPHS", "FileBlock", "Writing", "assemble", "raised", "row_blocks", "too_long", "unread"]

MOST_PARAGRAPHS = 50_000  # and other lines, of one file; the longest codes have some 20,000

_PIECE = re.compile(r"(?P<gap>[ \t\r\n\f\v]+)|[^ \t\r\n\f\v]+")  # a no-break space is a character
# a soft hyphen is how a line may break, no part of the text; control characters are how word processors wrote marks
_UNSEEN = re.compile("[\u00ad\x00-\x08\x0e-\x1f\x7f]")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GAPS = ("", " ", "\t", "\n")  # the later ones prevail


@dataclass(frozen=True, slots=True)
class FileBlock:
    """A paragraph. `heading` is its level from 1 (0: none), `marks` are the spans of `text` that only mark notes."""

    text: str
    heading: int = 0
    footnote: bool = False
    marks: tuple[Span, ...] = ()


class Writing:
    """A paragraph in the making: white space becomes one space, none stands at either end of a line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._marks: list[Span] = []
        self._gap = 0
        self.length = 0

    def write(self, words: str) -> None:
        """Go on with `words`."""
        for piece in _PIECE.finditer(_UNSEEN.sub("", words)):
            if piece.lastgroup:
                self._gap = max(self._gap, 1)
            else:
                self._put(piece.group())

    def cell(self) -> None:
        """Begin the next cell of a row."""
        self._gap = max(self._gap, 2)

    def line(self) -> None:
        """Begin a line."""
        self._gap = max(self._gap, 3)

    def mark(self, sign: str) -> None:
        """The mark of a note: it stands in the text, and no person reads it as words."""
        if sign.strip():
            self._put(sign.strip())
            self._marks.append(Span(self.length - len(sign.strip()), self.length))

    def add(self, block: FileBlock) -> None:
        """Go on with the words and marks of a finished paragraph."""
        if not block.text:
            return
        self._put(block.text)
        start = self.length - len(block.text)
        self._marks += (Span(start + mark.start, start + mark.end) for mark in block.marks)

    def block(self, heading: int = 0, *, footnote: bool = False) -> FileBlock:
        """The paragraph as it stands."""
        return FileBlock("".join(self._parts), heading, footnote, tuple(self._marks))

    def _put(self, text: str) -> None:
        if self.length and self._gap:
            self._parts.append(_GAPS[self._gap])
            self.length += 1
        self._gap = 0
        self._parts.append(text)
        self.length += len(text)


def row_blocks(cells: Iterable[Sequence[FileBlock]]) -> Iterator[FileBlock]:
    """The row of a table: a line, the cells a tab apart, footnotes behind it; one cell that is filled is paragraphs."""
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        yield from (block for cell in filled for block in cell)
        return
    writing = Writing()
    for cell in filled:
        writing.cell()
        for index, block in enumerate(b for b in cell if not b.footnote):
            if index:
                writing.line()
            writing.add(block)
    yield writing.block()
    yield from (block for cell in filled for block in cell if block.footnote)


def raised(words: str) -> str:
    """Words in superscript: figures as such (`132²` is not 1322), others as they are."""
    return words.translate(_SUPERSCRIPT) if words.strip().isdecimal() else words


def unread(*, changed: str | bool, hidden: bool, comments: bool = False) -> Iterator[str]:
    """Notes on what a word processor keeps beside the text; `changed` may say how much of it."""
    if changed:
        told = f" ({changed})" if isinstance(changed, str) else ""
        yield f"the document has tracked changes that nobody accepted yet; it is read as if all were{told}"
    if hidden:
        yield "the document has hidden text, which is not read"
    if comments:
        yield "the document has comments, which are not read"


def assemble(blocks: Iterable[FileBlock], metadata: Metadata, file: str, notes: tuple[str, ...] = ()) -> Raw:
    """The text of the blocks, each on lines of its own; its structure is left to be found from the numbering.

    Raises InputError for more paragraphs than a law has.
    """
    parts: list[str] = []
    marks: list[Span] = []
    headings: list[tuple[Span, int]] = []
    footnotes: list[Span] = []
    spans: list[Span] = []
    at = lines = 0
    for block in blocks:
        if not block.text:
            continue
        lines += 1 + block.text.count("\n")
        if lines > MOST_PARAGRAPHS:
            raise too_long(file)
        span = Span(at, at + len(block.text))
        spans.append(span)
        marks += (Span(at + start, at + end) for start, end in block.marks)
        if block.heading:
            headings.append((span, block.heading))
        if block.footnote:
            footnotes.append(span)
        parts.append(block.text)
        at = span.end + 1
    return Raw(
        "\n".join(parts),
        tuple(marks),
        headings=tuple(headings),
        blocks=tuple(spans),
        footnotes=tuple(footnotes),
        metadata=metadata,
        notes=notes,
    )


def too_long(file: str) -> InputError:
    """The error for a file of more than MOST_PARAGRAPHS."""
    message = f"has more than {MOST_PARAGRAPHS:,} paragraphs"
    return InputError(message, file=file, expected="a document of that length at most")
