"""Real acts altered on purpose, so that what became of each clause is known: gold for the alignment.

Nothing of the acts is kept: the alterations are made anew from the reader's own copy, by a fixed seed.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from alignment.clauses import Clause, clauses
from alignment.match import blocks
from corpus.model import Version
from corpus.readers import read_file

__all__ = ["Altered", "alter"]

_SHARES = (0.05, 0.1, 0.2, 0.4, 0.6)  # of the words of a clause, replaced by words from elsewhere in the act
_SENTENCE = re.compile(r"[.;]\s+(?=[^\W\d_])")
_SIDES_OF_A_SPLIT = 8  # words
_ANSWERS = 0.3  # of the characters of either clause must be the same ones for the two to answer each other


@dataclass(frozen=True)
class Altered:
    """An act before and after. Clauses are counted as `alignment.clauses` counts them.

    `pairs` are all clauses that answer each other, `touched` the old ones that something was done to; `moved` are old
    clauses, `renumbered` pairs, `split` old clauses with their parts, `merged` parts with the new clause.
    """

    before: Version
    after: Version
    old: list[Clause]
    new: list[Clause]
    pairs: frozenset[tuple[int, int]]
    touched: frozenset[int]
    moved: frozenset[int]
    done: Counter[str]

    @property
    def split(self) -> set[tuple[int, tuple[int, ...]]]:
        return {(i, js) for i, js in _grouped(self.pairs).items() if len(js) > 1}

    @property
    def merged(self) -> set[tuple[tuple[int, ...], int]]:
        return {(some, j) for j, some in _grouped((j, i) for i, j in self.pairs).items() if len(some) > 1}

    @property
    def renumbered(self) -> set[tuple[int, int]]:
        """By the first clause of a split or merger."""
        firsts = {i: js[0] for i, js in _grouped(self.pairs).items()}
        leads = {j: some[0] for j, some in _grouped((j, i) for i, j in self.pairs).items()}
        return {(i, j) for i, j in firsts.items() if leads[j] == i and self.old[i].number != self.new[j].number}


def alter(path: str, donor: str, seed: int, times: int) -> Altered:
    """The act at `path` after `times` alterations, with new clauses from `donor`; each article is altered once."""
    draft = _Draft(read_file(path), read_file(donor), random.Random(seed))
    makers: list[Callable[[_Draft], bool]] = [
        _reword, _reword, _reword, _delete_paragraph, _delete_article, _insert_paragraph, _insert_article,
        _move_paragraph, _move_article, _split, _merge,
    ]  # fmt: skip
    for k in range(times):
        maker = makers[k % len(makers)]
        if maker(draft):
            draft.done[maker.__name__.strip("_")] += 1
    return draft.finish(Path(path).suffix)


@dataclass
class _Piece:
    """A stretch of the new text, and the old clause that its words come from."""

    text: str
    origin: int | None = None


@dataclass
class _Draft:
    version: Version
    donor: Version
    rng: random.Random
    old: list[Clause] = field(init=False)
    pieces: list[_Piece] = field(init=False)
    by_start: dict[int, _Piece] = field(init=False)
    free: list[int] = field(init=False)
    touched: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    done: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.old = clauses([self.version])
        own = sorted((span, c.index) for c in self.old for span in c.provision.own_spans())
        self.by_start = {start: _Piece(self.version.text[start:end], i) for (start, end), i in own}
        self.pieces = list(self.by_start.values())
        self.free = [b for b in blocks(self.old) if self.old[b].number and self.old[b].total.total() > 8]

    def take(self, fits: Callable[[int], object]) -> int | None:
        """An article that nothing was done to, and that fits."""
        for block in self.rng.sample(self.free, len(self.free)):
            if fits(block):
                self.free.remove(block)
                return block
        return None

    def range_of(self, i: int) -> tuple[int, int]:
        """Where the pieces of a clause and all below it stand now."""
        start, end = self.old[i].provision.span
        inside = {id(piece) for at, piece in self.by_start.items() if start <= at < end}
        places = [k for k, piece in enumerate(self.pieces) if id(piece) in inside]
        return places[0], places[-1] + 1

    def paragraphs(self, block: int) -> list[int]:
        """The numbered children of an article, if they are numbered in turn."""
        found = [k for k in self.old[block].children if _next(self.old[k].number)]
        in_turn = all(_next(self.old[a].number) == self.old[b].number for a, b in pairwise(found))
        return found if len(found) >= 3 and in_turn else []

    def label(self, i: int, number: str) -> str | None:
        """How the clause begins on its line, up to its first word, with another number; None if it has no words."""
        clause = self.old[i]
        span, num = clause.provision.span, clause.provision.num_span
        if num is None or clause.label.stop >= len(clause.tokens):
            return None
        text, end = self.version.text, clause.tokens.starts[clause.label.stop]
        return self.lead(i) + text[span.start : num.start] + number + text[num.end : end]

    def lead(self, i: int, *, away: bool = False) -> str:
        """What stands before the clause on its line, such as the sign of a heading; taken away if the clause leaves."""
        start = self.old[i].provision.span.start
        lead = self.version.text[self.version.text.rfind("\n", 0, start) + 1 : start]
        if away and lead:
            before = next((p for at, p in self.by_start.items() if at < start <= at + len(p.text)), None)
            if before is not None and before.text.endswith(lead):
                before.text = before.text[: -len(lead)]
        return lead

    def renumber(self, i: int, number: str) -> None:
        start, end = self.old[i].provision.num_span or (0, 0)
        at = max(k for k in self.by_start if k <= start)
        piece = self.by_start[at]
        piece.text = piece.text[: start - at] + number + piece.text[end - at :]
        self.touched.add(i)

    def shift(self, some: Sequence[int], by: int) -> None:
        for i in some:
            self.renumber(i, _next(self.old[i].number, by) or self.old[i].number)

    def touch(self, i: int) -> None:
        self.touched.update(range(i, self.old[i].end))

    def foreign(self) -> str:
        """The words of a clause of the donor."""
        words = [c for c in clauses([self.donor]) if 12 <= c.words.total() <= 60 and not c.children]
        clause = self.rng.choice(words)
        first = clause.tokens.starts[min(clause.label.stop, len(clause.tokens) - 1)]
        return self.donor.reading(clause.provision.span._replace(start=first)).text

    def finish(self, suffix: str) -> Altered:
        text = "".join(piece.text for piece in self.pieces)
        origins = [piece.origin for piece in self.pieces for _ in piece.text]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"act{suffix}"
            file.write_bytes(text.encode("utf-8"))
            after = read_file(str(file), lang=self.version.lang)
        new = clauses([after])
        pairs = set()
        for clause in new:
            inside = [k for span in clause.spans for k in range(*span) if not text[k].isspace()]
            for origin, times in Counter(origins[k] for k in inside).items():
                if origin is None or not clause.words or not self.old[origin].words:
                    continue
                size = sum(not c.isspace() for s, e in self.old[origin].spans for c in self.version.text[s:e])
                if times >= _ANSWERS * min(len(inside), size):
                    pairs.add((origin, clause.index))
        left = frozenset(self.moved & {i for i, _ in pairs})
        return Altered(self.version, after, self.old, new, frozenset(pairs), frozenset(self.touched), left, self.done)


def _reword(draft: _Draft) -> bool:
    def wordy(block: int) -> list[int]:
        return [i for i in range(block, draft.old[block].end) if draft.old[i].words.total() >= 10]

    block = draft.take(wordy)
    if block is None:
        return False
    i, share = draft.rng.choice(wordy(block)), draft.rng.choice(_SHARES)
    clause = draft.old[i]
    vocabulary = [key for c in draft.old for key in c.tokens.keys if key.isalpha()]
    for at in reversed(range(clause.label.stop + 1, len(clause.tokens))):
        if clause.tokens.keys[at].isalpha() and draft.rng.random() < share:
            start, end = clause.tokens.starts[at], clause.tokens.ends[at]
            base = max(k for k in draft.by_start if k <= start)
            piece = draft.by_start[base]
            piece.text = piece.text[: start - base] + draft.rng.choice(vocabulary) + piece.text[end - base :]
            draft.touched.add(i)
    return True


def _delete_paragraph(draft: _Draft) -> bool:
    block = draft.take(draft.paragraphs)
    if block is None:
        return False
    some = draft.paragraphs(block)
    k = draft.rng.randrange(len(some))
    draft.lead(some[k], away=True)
    a, b = draft.range_of(some[k])
    del draft.pieces[a:b]
    draft.touch(some[k])
    draft.shift(some[k + 1 :], -1)
    return True


def _delete_article(draft: _Draft) -> bool:
    block = draft.take(lambda _: True)
    if block is None:
        return False
    draft.lead(block, away=True)
    a, b = draft.range_of(block)
    del draft.pieces[a:b]
    draft.touch(block)
    return True


def _insert_paragraph(draft: _Draft) -> bool:
    block = draft.take(draft.paragraphs)
    if block is None:
        return False
    some = draft.paragraphs(block)
    k = draft.rng.randrange(len(some))
    label = draft.label(some[k], _next(draft.old[some[k]].number) or "")
    if label is None:
        return False
    _, end = draft.range_of(some[k])
    draft.pieces[end:end] = [_Piece(f"\n\n{label}{draft.foreign()}\n\n")]
    draft.shift(some[k + 1 :], 1)
    return True


def _insert_article(draft: _Draft) -> bool:
    block = draft.take(lambda b: draft.old[b].number[-1:].isdigit() and draft.label(b, "") is not None)
    if block is None:
        return False
    label = draft.label(block, _inserted(draft, block, "d"))
    _, end = draft.range_of(block)
    draft.pieces[end:end] = [_Piece(f"\n\n{label}\n\n{draft.foreign()} {draft.foreign()}\n\n")]
    return True


def _move_paragraph(draft: _Draft) -> bool:
    block = draft.take(lambda b: len(draft.paragraphs(b)) >= 4)
    if block is None:
        return False
    some = draft.paragraphs(block)
    k = draft.rng.randrange(len(some))
    to = draft.rng.choice([x for x in range(len(some)) if abs(x - k) >= 2])
    turned = some[:k] + some[k + 1 :]
    turned.insert(to, some[k])
    ranges = [draft.range_of(i) for i in some]
    content = {i: draft.pieces[a:b] for i, (a, b) in zip(some, ranges, strict=True)}
    for (a, b), i in reversed(list(zip(ranges, turned, strict=True))):
        draft.pieces[a:b] = content[i]
    for old, i in zip(some, turned, strict=True):
        if draft.old[old].number != draft.old[i].number:
            draft.renumber(i, draft.old[old].provision.num)
    draft.moved.add(some[k])
    return True


def _move_article(draft: _Draft) -> bool:
    block = draft.take(lambda _: True)
    if block is None:
        return False
    level = draft.old[block].provision.level
    target = draft.take(lambda b: abs(b - block) >= 30 and _like(draft, b, level))
    if target is None:
        return False
    draft.renumber(block, _inserted(draft, target, "c"))
    lead = draft.lead(block, away=True)
    a, b = draft.range_of(block)
    content = draft.pieces[a:b]
    del draft.pieces[a:b]
    _, end = draft.range_of(target)
    draft.pieces[end:end] = [_Piece(f"\n\n{lead}"), *content, _Piece("\n\n")]
    draft.moved.add(block)
    draft.touch(block)
    return True


def _split(draft: _Draft) -> bool:
    def cuts(i: int) -> list[int]:
        text = draft.version.quote(draft.old[i].provision.span)
        if draft.old[i].children or draft.label(i, "") is None:
            return []
        ends = [m.end() for m in _SENTENCE.finditer(text)]
        return [e for e in ends if min(len(text[:e].split()), len(text[e:].split())) >= _SIDES_OF_A_SPLIT]

    block = draft.take(lambda b: any(cuts(i) for i in draft.paragraphs(b)))
    if block is None:
        return False
    some = draft.paragraphs(block)
    k = draft.rng.choice([k for k, i in enumerate(some) if cuts(i)])
    place, end = draft.range_of(some[k])
    if end - place != 1:
        return False
    piece, cut = draft.pieces[place], draft.rng.choice(cuts(some[k]))
    label = draft.label(some[k], _next(draft.old[some[k]].number) or "")
    rest = _Piece(piece.text[cut:], some[k])
    piece.text = piece.text[:cut].rstrip()
    draft.pieces[place + 1 : place + 1] = [_Piece(f"\n\n{label}"), rest]
    draft.touched.add(some[k])
    draft.shift(some[k + 1 :], 1)
    return True


def _merge(draft: _Draft) -> bool:
    def pairs(block: int) -> list[int]:
        some = draft.paragraphs(block)
        plain = [not draft.old[i].children and draft.old[i].words.total() >= 8 for i in some]
        return [k for k in range(len(some) - 1) if plain[k] and plain[k + 1] and draft.label(some[k + 1], "")]

    block = draft.take(pairs)
    if block is None:
        return False
    some = draft.paragraphs(block)
    k = draft.rng.choice(pairs(block))
    (a, b), (c, d) = draft.range_of(some[k]), draft.range_of(some[k + 1])
    if b - a != 1 or d - c != 1:
        return False
    first, second = draft.pieces[a], draft.pieces[c]
    clause = draft.old[some[k + 1]]
    first.text = first.text.rstrip() + " "
    second.text = second.text[clause.tokens.starts[clause.label.stop] - clause.provision.span.start :]
    draft.pieces[a:d] = [first, second]
    draft.touched.update(some[k : k + 2])
    draft.shift(some[k + 2 :], -1)
    return True


def _like(draft: _Draft, block: int, level: str) -> bool:
    """Whether an article could be put in after it: it is one of its kind and its number ends in a digit."""
    return draft.old[block].provision.level == level and draft.old[block].number[-1:].isdigit()


def _next(number: str, by: int = 1) -> str | None:
    """The number after it (or before it): 2 after 1, b after a; None where that is not plain."""
    if number.isdigit() and int(number) + by > 0:
        return str(int(number) + by)
    if len(number) == 1 and number.isalpha() and chr(ord(number) + by).isalpha():
        return chr(ord(number) + by)
    return None


def _inserted(draft: _Draft, block: int, letter: str) -> str:
    """A number for an article put in after this one, as the language's drafters write it."""
    suffix = "-1" if draft.version.lang in {"fr", "ru", "uk"} else letter
    return draft.old[block].provision.num + suffix


def _grouped(pairs: object) -> dict[int, tuple[int, ...]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in pairs:  # type: ignore[attr-defined]
        found[a].append(b)
    return {a: tuple(sorted(some)) for a, some in found.items()}
