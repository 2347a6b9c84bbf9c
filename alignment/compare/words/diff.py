"""The differences between two sequences of tokens, tidied so that a lawyer reads phrases: the only importer of
diff-match-patch.

Each distinct token becomes one character of the supplementary planes, so that the library compares words and cannot cut
one; nothing depends on the speed of the machine, as the library's time limit is off and sizes are bounded instead.
Algorithm: Myers, "An O(ND) difference algorithm and its variations" (1986), after splitting large texts at tokens that
are unique on both sides (patience diff).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from palermo.alignment.compare.model import WordOp

__all__ = ["WordRun", "diff"]

# One character for each distinct token: U+10000 to U+10FFFF, which has no surrogates and no white space.
_FIRST, _CAPACITY = 0x10000, 0x100000
# Above this many cells a block is split at unique tokens first; one that cannot be split and has more than the second
# number is replaced as a whole. Myers takes about 0.3 s for the first and 3 s for the second on two unlike texts.
_SPLIT_ABOVE, _REPLACE_ABOVE = 250_000, 4_000_000
# The clean-up never dissolves an unchanged passage of so many words with so many letters: it reads as a phrase.
_PASSAGE, _PASSAGE_LETTERS = 3, 24
# An unchanged stretch between two changes of so few words, none longer than an article or a preposition, chops a
# phrase; a figure, the letter of an item, and the end of a sentence or item never do.
_ISLAND, _LIGHT = 2, 3
_LIGHT_SIGNS = frozenset(",'\"-")
_LIGHT_LETTERS = frozenset("aeoyuàéАаВвИиКкОоСсУуЯяйзіє")  # words of one letter
_CLOSING = {".": 3, ";": 2, ":": 2, ",": 1, "-": 1}


class WordRun(NamedTuple):
    """Tokens `left` to `left_end` became `right` to `right_end` (half-open); DELETE and INSERT have one side empty."""

    op: WordOp
    left: int
    left_end: int
    right: int
    right_end: int

    def shifted(self, left: int, right: int) -> WordRun:
        """The same run, so many tokens further on in each sequence."""
        return WordRun(self.op, self.left + left, self.left_end + left, self.right + right, self.right_end + right)


def diff(left: Sequence[str], right: Sequence[str]) -> list[WordRun]:
    """The runs that lead from `left` to `right`, in order, a DELETE before the INSERT that takes its place."""
    book: dict[str, str] = {}
    for token in (*left, *right):
        if token not in book:
            if len(book) == _CAPACITY:
                return _tidy([(-1, len(left)), (1, len(right))], left, right)
            book[token] = chr(_FIRST + len(book))
    a, b = "".join(map(book.__getitem__, left)), "".join(map(book.__getitem__, right))
    pieces: list[tuple[int, str]] = []
    tokens = {char: token for token, char in book.items()}
    for passage in _passages(_merge(_blocks(a, b)), tokens):
        if len(passage) > 1:
            _library().diff_cleanupSemantic(passage)
        pieces.extend(passage)
    pieces = _without_islands(_merge(iter(pieces)), tokens)
    return _tidy([(op, len(text)) for op, text in pieces], left, right)


@cache
def _library() -> Any:
    from diff_match_patch import diff_match_patch  # type: ignore[import-untyped]

    class Library(diff_match_patch):  # type: ignore[misc]
        def diff_cleanupSemanticLossless(self, diffs: list[tuple[int, str]]) -> None:  # noqa: N802
            """Left out: it looks for line ends and spaces, which these characters do not have; see `_slide`."""

    library = Library()
    library.Diff_Timeout = 0
    return library


def _blocks(a: str, b: str) -> Iterator[tuple[int, str]]:
    """The difference of two encoded texts, split into blocks that the library takes in good time."""
    if len(a) * len(b) <= _SPLIT_ABOVE or a == b:
        yield from _library().diff_main(a, b, False)
        return
    start = _library().diff_commonPrefix(a, b)
    end = _library().diff_commonSuffix(a[start:], b[start:])
    if start or end:  # also where one word is repeated so often that nothing is unique
        yield (0, a[:start])
        yield from _blocks(a[start : len(a) - end], b[start : len(b) - end])
        yield (0, a[len(a) - end :])
        return
    anchors = _unique(a, b)
    if not anchors:
        if len(a) * len(b) <= _REPLACE_ABOVE:
            yield from _library().diff_main(a, b, False)
        else:
            yield from ((-1, a), (1, b))
        return
    i = j = 0
    for x, y in [*anchors, (len(a), len(b))]:
        yield from _blocks(a[i:x], b[j:y])
        yield (0, a[x : x + 1])
        i, j = x + 1, y + 1


def _unique(a: str, b: str) -> list[tuple[int, int]]:
    """The longest chain of places where characters that stand once in each text keep their order."""
    once_a, once_b = Counter(a), Counter(b)
    where = {c: j for j, c in enumerate(b) if once_b[c] == 1}
    found = [(i, where[c]) for i, c in enumerate(a) if once_a[c] == 1 and c in where]
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, (_, j) in enumerate(found):
        k = bisect_left(tails, j)
        back.append(ends[k - 1] if k else -1)
        tails[k : k + 1], ends[k : k + 1] = [j], [at]
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(found[at])
        at = back[at]
    return chain[::-1]


def _merge(pieces: Iterator[tuple[int, str]]) -> list[tuple[int, str]]:
    """Neighbours of one kind joined; between two equal passages at most one deletion, then one insertion."""
    merged: list[tuple[int, str]] = []
    deleted = inserted = ""
    for op, text in [*pieces, (0, "")]:
        if op < 0:
            deleted += text
        elif op > 0:
            inserted += text
        elif text or deleted or inserted:
            merged.extend(piece for piece in ((-1, deleted), (1, inserted)) if piece[1])
            deleted = inserted = ""
            before = merged.pop()[1] if merged and merged[-1][0] == 0 else ""
            if before or text:
                merged.append((0, before + text))
    return merged


def _passages(pieces: list[tuple[int, str]], tokens: dict[str, str]) -> Iterator[list[tuple[int, str]]]:
    """The pieces cut at every unchanged passage that the clean-up must leave alone."""
    part: list[tuple[int, str]] = []
    for piece in pieces:
        if piece[0] == 0 and _is_passage([tokens[c] for c in piece[1]]):
            yield part
            yield [piece]
            part = []
        else:
            part.append(piece)
    yield part


def _without_islands(pieces: list[tuple[int, str]], tokens: dict[str, str]) -> list[tuple[int, str]]:
    """The pieces with every island between two changes taken into them; to be merged again."""
    last = len(pieces) - 1
    found: list[tuple[int, str]] = []
    for at, (op, text) in enumerate(pieces):
        if op == 0 and 0 < at < last and _is_island([tokens[c] for c in text]):
            found.extend(((-1, text), (1, text)))
        else:
            found.append((op, text))
    return found


def _is_island(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalnum()]
    return len(words) <= _ISLAND and all(_is_light(token) for token in tokens)


def _is_light(token: str) -> bool:
    if len(token) == 1:
        return token in _LIGHT_SIGNS or token in _LIGHT_LETTERS
    return len(token) <= _LIGHT and token.isalpha()


def _is_passage(tokens: Sequence[str]) -> bool:
    words = [token for token in tokens if token[0].isalnum()]
    return len(words) >= _PASSAGE and sum(map(len, words)) >= _PASSAGE_LETTERS


def _tidy(sizes: list[tuple[int, int]], left: Sequence[str], right: Sequence[str]) -> list[WordRun]:
    """The pieces as runs of token numbers, deletions first, lone edits slid to the boundary of a phrase."""
    runs: list[WordRun] = []
    i = j = 0
    for op, text in _merge(iter([(op, "x" * size) for op, size in sizes])):
        di, dj = (len(text) if op <= 0 else 0), (len(text) if op >= 0 else 0)
        runs.append(WordRun((WordOp.DELETE, WordOp.EQUAL, WordOp.INSERT)[op + 1], i, i + di, j, j + dj))
        i, j = i + di, j + dj
    for at in range(1, len(runs) - 1):
        before, run, after = runs[at - 1 : at + 2]
        if before.op is WordOp.EQUAL and after.op is WordOp.EQUAL:
            tokens, start, end = (
                (left, run.left, run.left_end) if run.op is WordOp.DELETE else (right, run.right, run.right_end)
            )
            k = _slide(tokens, start, end, before.left_end - before.left - 1, after.left_end - after.left - 1)
            runs[at - 1] = before._replace(left_end=before.left_end + k, right_end=before.right_end + k)
            runs[at] = WordRun(run.op, *(n + k for n in run[1:]))
            runs[at + 1] = after._replace(left=after.left + k, right=after.right + k)
    return runs


def _slide(tokens: Sequence[str], start: int, end: int, room_before: int, room_after: int) -> int:
    """How far to move an edit of `tokens[start:end]` that reads the same shifted, to begin and end with a phrase."""

    def closes(position: int) -> int:
        return _CLOSING.get(tokens[position], 0) if position >= 0 else 4

    best, shift = closes(start - 1) + closes(end - 1), 0
    k = 0
    while k < room_before and tokens[start - 1 - k] == tokens[end - 1 - k]:
        k += 1
        score = closes(start - k - 1) + closes(end - k - 1)
        if score > best:
            best, shift = score, -k
    k = 0
    while k < room_after and tokens[start + k] == tokens[end + k]:
        k += 1
        score = closes(start + k - 1) + closes(end + k - 1)
        if score > best:
            best, shift = score, k
    return shift
