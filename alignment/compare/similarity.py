"""Similarity of two clauses: the words they share, weighted by rarity, and their headings and numbers."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from heapq import nlargest
from math import log
from operator import mul

from palermo.alignment.compare.clauses import Clause
from palermo.corpus.model.text_model import EDITORS_NOTES

__all__ = ["Similarity", "SimilarityScope"]

# How much each part counts in the likeness of two clauses; a part that neither clause has is left out.
_WORDS, _HEADING, _NUMBER = 0.7, 0.15, 0.15
# The very same words, if there are enough of them, leave so much of what else speaks against a pair.
_IDENTICAL, _TELLS, _OTHERWISE = 0.999, 4, 0.2
# Candidates: words that stand in more clauses than this say little and cost much; the best few are then measured.
_COMMON, _BEST, _NEAREST = 16, 8, 3
# A word tells clauses apart if it stands in no more than so many, or in this share of all; it takes a few of them, or a
# text of some length that nothing else has.
_FEW, _FEW_OF_ALL, _TELLING, _LONG = 6, 0.005, 2, 6
# Bags are told apart by the sum of their words' hashes: 64 bits do, and take a hundredth of the room.
_BITS = (1 << 64) - 1
_KEPT = 2000  # clauses of a side whose words, with all that lies in them, are kept: more than a code has articles


class SimilarityScope(Enum):
    """Text of a clause that is compared: its own text, or its own text and that of all clauses below it."""

    OWN = "own"
    WHOLE = "whole"


class Similarity:
    """Measures clauses of two sides. Words are weighted by log(1 + N / n): n of all N clauses have the word."""

    def __init__(self, left: Sequence[Clause], right: Sequence[Clause]) -> None:
        self._left, self._right = left, right
        spread: Counter[str] = Counter()
        for clause in (*left, *right):
            spread.update(clause.words.keys())
        worded = sum(1 for clause in (*left, *right) if clause.words)
        self._rarity = {word: log(1 + worded / n) for word, n in spread.items()}
        self._bags: dict[tuple[SimilarityScope, int], array[int]] = {}
        self._mass: dict[int, array[float]] = {}
        known: dict[int, tuple[int, float]] = {}  # by the bag itself, as many clauses share one
        for side, clauses in enumerate((left, right)):
            measured = [self._measure(clause.words, known) for clause in clauses]
            self._bags[SimilarityScope.OWN, side] = array("Q", [number for number, _ in measured])
            self._mass[side] = array("d", [mass for _, mass in measured])
            self._bags[SimilarityScope.WHOLE, side] = _with_descendants(clauses, self._bags[SimilarityScope.OWN, side])
        self._sorted = {place: array("Q", sorted(bags)) for place, bags in self._bags.items()}
        # What lies in a clause is put together when it is asked for (of parts and chapters it never is), and let go
        # when it is too much: what is asked about together stands together.
        self._whole: tuple[dict[int, Counter[str]], dict[int, Counter[str]]] = ({}, {})
        self._whole_mass: tuple[dict[int, float], dict[int, float]] = ({}, {})
        self._rare = log(1 + worded / max(_FEW, worded * _FEW_OF_ALL))

    def words(self, i: int, j: int, scope: SimilarityScope) -> float:
        """The share of words that left clause `i` and right clause `j` have in common, 0 to 1 (Dice, by weight).

        Two without words are the same.
        """
        mass = self._weighs(0, i, scope) + self._weighs(1, j, scope)
        if not mass:
            return 1.0
        return 2 * self._common(self._bag(0, i, scope), self._bag(1, j, scope)) / mass

    def held(self, i: int, j: int, scope: SimilarityScope) -> float:
        """The share of the shorter one's words that the other has, too, 0 to 1 (by weight)."""
        mass = min(self._weighs(0, i, scope), self._weighs(1, j, scope))
        if not mass:
            return 0.0
        return self._common(self._bag(0, i, scope), self._bag(1, j, scope)) / mass

    def _measure(self, bag: Counter[str], known: dict[int, tuple[int, float]]) -> tuple[int, float]:
        if id(bag) not in known:
            known[id(bag)] = sum(map(mul, map(hash, bag), bag.values())) & _BITS, self.weight(bag)
        return known[id(bag)]

    def _bag(self, side: int, k: int, scope: SimilarityScope) -> Counter[str]:
        clauses = self._right if side else self._left
        clause = clauses[k]
        if scope is SimilarityScope.OWN or not clause.children:
            return clause.words
        known = self._whole[side]
        if k not in known:
            if len(known) == _KEPT:
                known.clear()
            known[k] = _gathered(clauses[k : clause.end])
        return known[k]

    def _weighs(self, side: int, k: int, scope: SimilarityScope) -> float:
        if scope is SimilarityScope.OWN or not (self._right if side else self._left)[k].children:
            return self._mass[side][k]
        known = self._whole_mass[side]
        if k not in known:
            known[k] = self.weight(self._bag(side, k, scope))
        return known[k]

    def weight(self, bag: Counter[str]) -> float:
        """The words of a bag, each by its rarity."""
        return float(sum(map(mul, map(self._rarity.__getitem__, bag), bag.values())))

    def share(self, a: Counter[str], b: Counter[str]) -> float:
        """The share of words that two bags have in common, 0 to 1; two empty ones are the same."""
        mass = self.weight(a) + self.weight(b)
        return 2 * self._common(a, b) / mass if mass else 1.0

    def length(self, i: int, j: int, scope: SimilarityScope) -> int:
        """Number of words of the shorter of the two clauses."""
        a, b = self._left[i], self._right[j]
        return min(a.words.total(), b.words.total()) if scope is SimilarityScope.OWN else min(a.size, b.size)

    def distinct(self, i: int, j: int, scope: SimilarityScope) -> bool:
        """True if their words tell the two clauses from all others: some shared ones stand in few clauses, or both have
        the same words and are the only ones that do.
        """
        a, b = self._bag(0, i, scope), self._bag(1, j, scope)
        if sum(1 for word in a.keys() & b.keys() if self._rarity[word] >= self._rare) >= _TELLING:
            return True
        bag = self._bags[scope, 0][i]
        return self._lone(scope, 0, bag) and self._lone(scope, 1, bag) and self.same(i, j, scope) and a.total() >= _LONG

    def _lone(self, scope: SimilarityScope, side: int, bag: int) -> bool:
        """Whether one clause of a side, and no more, has these words."""
        every = self._sorted[scope, side]
        return bisect_right(every, bag) - bisect_left(every, bag) == 1

    def bags(self, clauses: Iterable[int], side: int, scope: SimilarityScope) -> dict[int, list[int]]:
        """The clauses of one side (0 left, 1 right) by the very words that they have (by a hash of each bag)."""
        numbers, found = self._bags[scope, side], defaultdict(list)
        for k in clauses:
            found[numbers[k]].append(k)
        return dict(found)

    def comparable(self, i: int, j: int) -> bool:
        """True if both are law, or both are notes of the same kind: an editor's note never matches the law."""
        levels = {self._left[i].provision.level, self._right[j].provision.level}
        return len(levels) == 1 or not levels & EDITORS_NOTES

    def same(self, i: int, j: int, scope: SimilarityScope) -> bool:
        """True if the two clauses have the very same words, each as often."""
        return self._bags[scope, 0][i] == self._bags[scope, 1][j]

    def heading(self, i: int, j: int) -> float | None:
        """The share of words that their headings have in common, 0 to 1; None if neither has one."""
        a, b = self._left[i].heading, self._right[j].heading
        if not a and not b:
            return None
        return 2 * (a & b).total() / (a.total() + b.total())

    def number(self, i: int, j: int) -> float | None:
        """1 if their own numbers are the same, 0 if not; None if neither has one."""
        a, b = self._left[i].number, self._right[j].number
        return float(a == b) if a or b else None

    def score(self, i: int, j: int, scope: SimilarityScope) -> float:
        """All of it together, 0 to 1. The number is evidence, never proof: alone it makes no pair."""
        if not self.comparable(i, j):
            return 0.0
        words = self.words(i, j, scope)
        parts = [(_WORDS, words), (_HEADING, self.heading(i, j)), (_NUMBER, self.number(i, j))]
        there = [(weight, value) for weight, value in parts if value is not None]
        score = sum(weight * value for weight, value in there) / sum(weight for weight, _ in there)
        if words > _IDENTICAL and self.length(i, j, scope) >= _TELLS:
            return 1 - (1 - score) * _OTHERWISE
        return score

    def candidates(
        self, lefts: Sequence[int], rights: Sequence[int], scope: SimilarityScope
    ) -> Iterator[tuple[int, int]]:
        """Pairs worth measuring, of left and right clauses given in their order: they share rare words, the number, the
        heading or the whole bag of words. Their number grows with that of the clauses, not with its square.
        """
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        by_key: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
        for rank, j in enumerate(rights):
            clause = self._right[j]
            for word in self._bag(1, j, scope):
                by_word[word].append(j)
            for key in _keys(clause, self._bags[scope, 1][j]):
                by_key[key].append(rank)
        for rank, i in enumerate(lefts):
            clause = self._left[i]
            shared: defaultdict[int, float] = defaultdict(float)
            for word, times in self._bag(0, i, scope).items():
                where = by_word.get(word, ())
                if len(where) <= _COMMON:
                    rarity = self._rarity[word]
                    for j in where:
                        shared[j] += rarity if times == 1 else rarity * min(times, self._bag(1, j, scope)[word])
            found = set(nlargest(_BEST, shared, key=lambda j: (shared[j], -j)))
            expected = rank * len(rights) // len(lefts)
            for key in _keys(clause, self._bags[scope, 0][i]):
                found.update(rights[other] for other in _nearest(by_key.get(key, ()), expected))
            yield from ((i, j) for j in sorted(found))

    def _common(self, a: Counter[str], b: Counter[str]) -> float:
        if a is b:
            return self.weight(a)
        if len(a) > len(b):
            a, b = b, a
        rarity, there = self._rarity, b.get
        total = 0.0
        for word, times in a.items():
            if others := there(word):
                total += rarity[word] * (times if times < others else others)
        return total


def _gathered(clauses: Iterable[Clause]) -> Counter[str]:
    """The words of all of them, counted."""
    words: Counter[str] = Counter()
    there = words.get
    for clause in clauses:
        for word, times in clause.words.items():
            words[word] = there(word, 0) + times
    return words


def _with_descendants(clauses: Sequence[Clause], own: array[int]) -> array[int]:
    """The numbers of the bags of all that lies in each clause: numbers add up as words do."""
    numbers = array("Q", own)
    for clause in reversed(clauses):
        if clause.parent >= 0:
            numbers[clause.parent] = (numbers[clause.parent] + numbers[clause.index]) & _BITS
    return numbers


def _nearest(ranks: Sequence[int], expected: int) -> list[int]:
    """The few of some ranks, which ascend, that are nearest to the expected one; of two as near the lower first."""
    at = bisect_left(ranks, expected)
    around = ranks[max(0, at - _NEAREST) : at + _NEAREST]
    return sorted(around, key=lambda rank: (abs(rank - expected), rank))[:_NEAREST]


def _keys(clause: Clause, bag: int) -> Iterator[tuple[str, object]]:
    if clause.number:
        yield clause.provision.level, clause.number
    if clause.heading:
        yield "heading", frozenset(clause.heading.items())
    yield "bag", bag
