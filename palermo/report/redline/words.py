"""Redline of the words of a paragraph, to the character."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from palermo.alignment.compare.model import WordOp
from palermo.alignment.compare.words.diff import diff
from palermo.alignment.compare.words.tokens import words
from palermo.alignment.compare.words.typography import normal
from palermo.report.redline.lines import LineChange, RedlineRun, alone

__all__ = ["readable", "runs"]

_Piece = tuple[str, str]  # what went, what came; where neither is empty, they read the same


def runs(left: str, right: str) -> tuple[RedlineRun, ...]:
    """Redline of the words of a paragraph; without those that were inserted it is `left` to the character, without
    those that were deleted `right`.
    """
    if left == right:
        return alone(left, LineChange.NONE)
    return tuple(_merged(_closed(_spaced(_words(left, right, str)))))


def readable(left: str, right: str) -> tuple[RedlineRun, ...]:
    """The same with only those changes marked that read otherwise: not spaces, quotation marks, dashes, ё for е."""
    if left == right:
        return alone(left, LineChange.NONE)
    return tuple(_merged(_closed(_words(left, right, normal))))


def _words(left: str, right: str, key: Callable[[str], str]) -> Iterator[_Piece]:
    """The differences by the word; a word goes with the space after it."""
    a, b = words(left), words(right)
    starts_a, starts_b = _starts(a, left), _starts(b, right)
    for run in diff([key(left[slice(*at)]) for at in a], [key(right[slice(*at)]) for at in b]):
        old = left[starts_a[run.left] : starts_a[run.left_end]]
        new = right[starts_b[run.right] : starts_b[run.right_end]]
        if run.op is WordOp.EQUAL:
            yield old, new
        else:
            yield from ((part, "") if run.op is WordOp.DELETE else ("", part) for part in (old, new) if part)


def _starts(spans: Sequence[tuple[int, int]], text: str) -> list[int]:
    """Where each word starts, the first at the beginning of the text, and the text's end."""
    return [0 if n == 0 else start for n, (start, _) in enumerate(spans)] + [len(text)]


def _spaced(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """The pieces; of those with the same words and other spaces, the spaces apart."""
    for old, new in pieces:
        if old == new or not old or not new:
            yield old, new
            continue
        i = j = 0
        while i < len(old) or j < len(new):
            start = i
            while i < len(old) and j < len(new) and old[i] == new[j]:
                i, j = i + 1, j + 1
            if i > start:
                yield old[start:i], old[start:i]
            if i < len(old) and old[i].isspace():
                yield old[i], ""
                i += 1
            elif j < len(new):
                yield "", new[j]
                j += 1


def _closed(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """Between two unchanged stretches at most one deletion and one insertion, without the space that both end with."""
    out = into = ""
    for old, new in pieces:
        if old and new:
            yield from _both(out, into)
            yield old, new
            out = into = ""
        else:
            out, into = out + old, into + new
    yield from _both(out, into)


def _both(out: str, into: str) -> Iterator[_Piece]:
    if out == into:
        yield out, into
        return
    shared = " " if out.endswith(" ") and into.endswith(" ") else ""
    yield out.removesuffix(shared), ""
    yield "", into.removesuffix(shared)
    yield shared, shared


def _merged(pieces: Iterable[_Piece]) -> Iterator[RedlineRun]:
    before = after = ""
    for old, new in pieces:
        if old and new:
            before, after = before + old, after + new
        elif old or new:
            yield from _same(before, after)
            before = after = ""
            yield RedlineRun(LineChange.DELETED, old) if old else RedlineRun(LineChange.INSERTED, new)
    yield from _same(before, after)


def _same(before: str, after: str) -> Iterator[RedlineRun]:
    if after:
        yield RedlineRun(LineChange.NONE, after, None if before == after else before)
