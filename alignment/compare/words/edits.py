"""From runs of tokens to edits of the text as read, with what lies between the tokens: spaces, markup, line ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from palermo.alignment.compare.clauses import Clause
from palermo.alignment.compare.model import EDITORIAL, RENUMBERING, Divergence, WordEdit, WordOp
from palermo.alignment.compare.words.diff import WordRun, diff
from palermo.alignment.compare.words.own_text import Holds, Own
from palermo.alignment.compare.words.typography import MARKUP, NUMBER_STYLE, reason
from palermo.corpus.model.text_model import Span

__all__ = ["edits", "mirrored", "replaced", "unchanged", "whole"]

_SWAP = {WordOp.DELETE: WordOp.INSERT, WordOp.INSERT: WordOp.DELETE, WordOp.EQUAL: WordOp.EQUAL}
_MARKUP = Divergence(EDITORIAL, MARKUP)
_NUMBER_STYLE = Divergence(EDITORIAL, NUMBER_STYLE)
_KINDS = {
    Holds.WORDS: None,
    Holds.NUMBER: Divergence(RENUMBERING, "the provision's own number"),
    Holds.NOTHING: _MARKUP,
}


class _Step(NamedTuple):
    """An edit before its place on the side that it does not touch is known."""

    op: WordOp
    left: Span | None
    right: Span | None
    divergence: Divergence | None = None

    @property
    def group(self) -> int:
        """Neighbouring steps of one group are put in order together: equal, typographic, other."""
        if self.op is WordOp.EQUAL:
            return 0
        return 1 if self.divergence is not None and self.divergence.print_alone else 2

    @property
    def swapped(self) -> _Step:
        """The step from the other side."""
        divergence = None if self.divergence is None else self.divergence.mirrored
        return _Step(_SWAP[self.op], self.right, self.left, divergence)

    @classmethod
    def of(cls, edit: WordEdit) -> _Step:
        left = None if edit.op is WordOp.INSERT else edit.left
        return cls(edit.op, left, None if edit.op is WordOp.DELETE else edit.right, edit.divergence)


def unchanged(left: Sequence[Clause], right: Sequence[Clause]) -> tuple[WordEdit, ...] | None:
    """The edits between own texts that are the same, part by part and character for character; None between others."""
    spans = [[span for clause in some for span in clause.spans] for some in (left, right)]
    a, b = ([some[0].version.text[start:end] for start, end in spans[k]] for k, some in enumerate((left, right)))
    return tuple(WordEdit(WordOp.EQUAL, x, y) for x, y in zip(*spans, strict=True)) if a == b else None


def edits(left: Own, right: Own) -> tuple[WordEdit, ...]:
    """The edits that rebuild the right own text from the left one, character for character."""
    steps = _steps(left, right, _runs(left, right))
    return _arrange(steps, left.parts[0].start, right.parts[0].start)


def whole(op: WordOp, clause: Clause, elsewhere: int) -> tuple[WordEdit, ...]:
    """The edits that insert or delete all own text of a clause; `elsewhere` is the place on the other side, a code
    point.
    """
    divergence = None if len(clause.tokens) else _MARKUP
    steps = [_Step(WordOp.DELETE, span, None, divergence) for span in clause.spans]
    found = _arrange(steps, clause.spans[0].start, elsewhere)
    return found if op is WordOp.DELETE else mirrored(found)


def replaced(left: Own, right: Own) -> tuple[WordEdit, ...]:
    """The edits that put all of the right own text in the place of all of the left one."""
    steps = [_Step(WordOp.DELETE, span, None) for span in left.parts]
    return _arrange(
        [*steps, *(_Step(WordOp.INSERT, None, span) for span in right.parts)], left.parts[0].start, right.parts[0].start
    )


def mirrored(found: Sequence[WordEdit]) -> tuple[WordEdit, ...]:
    """The edits from the other side."""
    if all(edit.op is WordOp.EQUAL for edit in found):
        return tuple(WordEdit(WordOp.EQUAL, edit.right, edit.left) for edit in found)
    steps = [_Step.of(edit).swapped for edit in found]
    return _arrange(steps, found[0].right.start, found[0].left.start)


def _runs(left: Own, right: Own) -> list[WordRun]:
    """The difference of the tokens, stretch by stretch: the two numbers answer each other, whatever they say, and so do
    the words before and after the children where both provisions have some in both places.
    """
    runs: list[WordRun] = []
    i = j = 0
    if left.labels and right.labels:
        a, b = left.labels[0], right.labels[0]
        runs.extend(diff(left.tokens.keys[: a.start], right.tokens.keys[: b.start]))
        if left.tokens.keys[a.start : a.stop] == right.tokens.keys[b.start : b.stop]:
            runs.append(WordRun(WordOp.EQUAL, a.start, a.stop, b.start, b.stop))
        else:
            runs.append(WordRun(WordOp.DELETE, a.start, a.stop, b.start, b.start))
            runs.append(WordRun(WordOp.INSERT, a.stop, a.stop, b.start, b.stop))
        i, j = a.stop, b.stop
    passages = left.passages(i), right.passages(j)
    if left.joined or right.joined or len(passages[0]) != len(passages[1]):
        passages = [range(i, len(left.tokens))], [range(j, len(right.tokens))]
    for x, y in zip(*passages, strict=True):
        found = diff(left.tokens.keys[x.start : x.stop], right.tokens.keys[y.start : y.stop])
        runs.extend(run.shifted(x.start, y.start) for run in found)
    return runs


def _steps(left: Own, right: Own, runs: Sequence[WordRun]) -> Iterator[_Step]:
    """Runs with what lies between the tokens. A gap belongs to the words on both sides of it: where words were only
    deleted or only inserted, one of their two gaps goes with them.
    """
    blocks = list(_blocks(runs))
    if not blocks:
        yield from _level(left, right, left.parts, right.parts)
        return
    if blocks[0][0]:
        yield from _level(left, right, left.gap(0), right.gap(0))
    for same, i, i_end, j, j_end in blocks:
        if same:
            a, b = left.unbroken(i, i_end), right.unbroken(j, j_end)
            if a and b and left.text[a.start : a.end] == right.text[b.start : b.end]:
                yield _Step(WordOp.EQUAL, a, b)
                continue
            for k in range(i_end - i):
                if k:
                    yield from _level(left, right, left.gap(i + k), right.gap(j + k))
                yield from _token(left, right, i + k, j + k)
        elif i < i_end and j < j_end:
            yield from _level(left, right, left.gap(i), right.gap(j))
            yield from _change(left, right, (i, i_end), (j, j_end))
            yield from _level(left, right, left.gap(i_end), right.gap(j_end))
        elif i < i_end:
            yield from _lone(left, right, (i, i_end), j)
        else:
            yield from (step.swapped for step in _lone(right, left, (j, j_end), i))
    if blocks[-1][0]:
        yield from _level(left, right, left.gap(len(left.tokens)), right.gap(len(right.tokens)))


def _blocks(runs: Sequence[WordRun]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Equal and unequal stretches in turn: whether equal, then the tokens of both sides."""
    pending: tuple[bool, int, int, int, int] | None = None
    for op, i, i_end, j, j_end in runs:
        same = op is WordOp.EQUAL
        if pending and pending[0] == same:
            pending = (same, pending[1], i_end, pending[3], j_end)
        else:
            if pending:
                yield pending
            pending = (same, i, i_end, j, j_end)
    if pending:
        yield pending


def _token(left: Own, right: Own, i: int, j: int) -> Iterator[_Step]:
    a = Span(left.tokens.starts[i], left.tokens.ends[i])
    b = Span(right.tokens.starts[j], right.tokens.ends[j])
    yield from _level(left, right, [a], [b])


def _change(left: Own, right: Own, a: tuple[int, int], b: tuple[int, int]) -> Iterator[_Step]:
    """Tokens replaced by others. A number replaced by the same number in another style is only typography."""
    gone, come = left.stretch(*a), right.stretch(*b)
    number = {holds for _, holds in (*gone, *come)} == {Holds.NUMBER}
    kinds = _KINDS | {Holds.NUMBER: _NUMBER_STYLE} if number and left.number == right.number else _KINDS
    yield from (_Step(WordOp.DELETE, span, None, kinds[holds]) for span, holds in gone)
    yield from (_Step(WordOp.INSERT, None, span, kinds[holds]) for span, holds in come)


def _lone(left: Own, right: Own, lone: tuple[int, int], j: int) -> Iterator[_Step]:
    """Tokens deleted without an answer: of their two gaps, the one that equals the gap on the other side stays."""
    before, after, gap = left.gap(lone[0]), left.gap(lone[1]), right.gap(j)
    words = [_Step(WordOp.DELETE, span, None, _KINDS[holds]) for span, holds in left.stretch(*lone)]
    start, end = left.tokens.starts[lone[0]], left.tokens.ends[lone[1] - 1]
    if left.read(after) == right.read(gap) != left.read(before):
        for span in before:
            yield _Step(WordOp.DELETE, span, None, words[0].divergence if span.end == start else _MARKUP)
        yield from words
        yield from _level(left, right, after, gap)
    else:
        yield from _level(left, right, before, gap)
        yield from words
        for span in after:
            yield _Step(WordOp.DELETE, span, None, words[-1].divergence if span.start == end else _MARKUP)


def _level(left: Own, right: Own, a: Sequence[Span], b: Sequence[Span]) -> Iterator[_Step]:
    """Two stretches that read the same: equal where the characters are, else typography with its reason."""
    for x, y in zip_longest(a, b):
        before = left.text[x.start : x.end] if x else ""
        after = right.text[y.start : y.end] if y else ""
        if before == after:
            yield _Step(WordOp.EQUAL, x, y)
            continue
        divergence = Divergence(EDITORIAL, reason(before, after))
        if x:
            yield _Step(WordOp.DELETE, x, None, divergence)
        if y:
            yield _Step(WordOp.INSERT, None, y, divergence)


def _arrange(steps: Iterable[_Step], left_at: int, right_at: int) -> tuple[WordEdit, ...]:
    """The steps as edits: deletions before the insertions beside them, neighbours joined, empty spans placed."""
    found: list[WordEdit] = []
    for step in _ordered(steps):
        x, y = step.left or Span(left_at, left_at), step.right or Span(right_at, right_at)
        left_at, right_at = x.end, y.end
        last = found[-1] if found else None
        kind = (step.op, step.divergence, x.start, y.start)
        if last and (last.op, last.divergence, last.left.end, last.right.end) == kind:
            found[-1] = WordEdit(last.op, Span(last.left.start, x.end), Span(last.right.start, y.end), last.divergence)
        else:
            found.append(WordEdit(step.op, x, y, step.divergence))
    return tuple(found)


def _ordered(steps: Iterable[_Step]) -> Iterator[_Step]:
    for group, some in groupby(steps, key=lambda step: step.group):
        neighbours = list(some)
        if group:
            neighbours.sort(key=lambda step: step.op is WordOp.INSERT)
        yield from neighbours
