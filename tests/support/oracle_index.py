"""A search engine in memory: what any engine must find and score, said as plainly as possible.

It looks at every document for every question, so it is for tests and for small collections. An engine over PostgreSQL
or tantivy has to give the same documents, and the same order where scores differ; `tests/kb/search/test_engines.py`
asks both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import log

from palermo.kb.search.index.contract import (
    ELEMENT,
    And,
    AtLeast,
    Cited,
    DisMax,
    Field,
    FieldKind,
    Filter,
    IndexDocument,
    IndexedWord,
    IndexView,
    Not,
    Or,
    Query,
    Results,
    ScoredDocument,
    TermQuery,
    rarity,
    slips,
)
from palermo.kb.search.index.evaluate import BESIDE, CITED, HEADING, LIKELIER

__all__ = ["MemoryIndex"]

_K1, _B = 1.2, 0.75  # of BM25


class MemoryIndex:
    """A `SearchIndex` that is gone when the program ends."""

    def __init__(self) -> None:
        self._documents: list[IndexDocument] = []
        self._having: dict[Query, int] = {}  # how many documents match, until they are others

    def fragments(self) -> frozenset[int]:
        return frozenset(document.fragment for document in self._documents)

    def languages(self) -> frozenset[str]:
        return frozenset(value for d in self._documents for name, value in d.facts if name == "lang")

    def frequency(self, reading: IndexView, field: Field | None) -> int:
        found = sum(_often(d, reading, field or Field.TEXT) > 0 for d in self._documents)
        return min(found, 1) if reading.kind is FieldKind.PREFIX else found

    def spellings(self, lang: str, beginning: str) -> list[str]:
        words = {w.spelled for d in self._documents if d.lang == lang for passage in d.passages for w in passage}
        return sorted((word for word in words if word.startswith(beginning)), key=str.encode)

    def near(self, lang: str, word: str) -> list[str]:
        reach = slips(word)
        found = []
        for other in self.spellings(lang, word[0]) if reach else ():
            if (far := _distance(word, other)) <= reach:
                found.append((far, -self.frequency(IndexView(lang, FieldKind.SPELLED, (other,)), None), other))
        return [other for _, _, other in sorted(found)]

    def size(self, lang: str) -> int:
        return sum(("lang", lang) in d.facts for d in self._documents)

    def update(self, documents: Iterable[IndexDocument], gone: Collection[int] = ()) -> None:
        new = list(documents)
        self._documents = [d for d in self._documents if d.fragment not in gone] + new
        self._having.clear()

    def rebuild(self, documents: Iterable[IndexDocument]) -> None:
        self._documents = list(documents)
        self._having.clear()

    @contextmanager
    def write_lock(self, timeout: float = 0.0) -> Iterator[bool]:
        yield True

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        yield

    def holdings(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        for d in self._documents:
            found.setdefault(d.fragment, set()).add(d.unit)
        return found

    def faults(self) -> list[str]:
        return []

    def close(self) -> None:
        """It has no files."""

    def search(self, query: Query, within: Collection[int] | None, limit: int) -> Results:
        scored = [(d, s) for d in self._documents if (s := self._score(query, d)) is not None]
        inside = [(d, s) for d, s in scored if within is None or d.fragment in within]
        inside.sort(key=lambda found: (-found[1], found[0].fragment, found[0].unit))
        elements = Counter(value for d, _ in inside for name, value in d.facts if name == ELEMENT)
        return Results(
            tuple(ScoredDocument(d.fragment, d.unit, s, d.marks, d.weight) for d, s in inside[:limit]),
            Counter(d.fragment for d, _ in inside),
            elements,
        )

    def _score(self, query: Query, d: IndexDocument) -> float | None:
        """What the document scores; None where it does not match."""
        match query:
            case TermQuery():
                found = _most(self._reading(reading, query.field, d) for reading in query.readings)
            case AtLeast():
                found = self._some(query, d)
            case And():
                there = self._there(query.parts, d)
                found = sum(there) if len(there) == len(query.parts) else None
            case Or():
                there = self._there(query.parts, d)
                found = sum(there) if there else None
            case DisMax():
                scores = [(self._score(part, d), weight) for part, weight in query.parts]
                found = _most(weight * s for s, weight in scores if s is not None)
            case Not():
                found = 0.0 if _may_be_found(d) and self._score(query.part, d) is None else None
            case Filter():
                found = self._fact(query, d)
            case Cited():
                found = self._cited(query, d)
        return found

    def _there(self, parts: Sequence[Query], d: IndexDocument) -> list[float]:
        """What those of the parts score that the document has."""
        return [score for part in parts if (score := self._score(part, d)) is not None]

    def _reading(self, reading: IndexView, field: Field | None, d: IndexDocument) -> float | None:
        found = self._words(reading, field or Field.TEXT, d)
        if found is None or field is not None:
            return found
        return found + HEADING * (self._words(reading, Field.HEADING, d) or 0.0)

    def _words(self, reading: IndexView, field: Field, d: IndexDocument) -> float | None:
        """BM25 of the words in a field, times the document's weight; of several words the sum of what each scores."""
        held = d
        if field is Field.TITLE:  # it is given with the root, and counts for all that is under it
            roots = [other for other in self._documents if other.fragment == d.fragment and other.title]
            if not roots or not _may_be_found(d):
                return None
            held = roots[0]
        if not _often(held, reading, field):
            return None
        words = [reading]
        if reading.kind is FieldKind.PREFIX:
            begun = {w.spelled for p in _passages(held, field) for w in p if w.spelled.startswith(reading.words[0])}
            words = [IndexView(reading.lang, FieldKind.SPELLED, (word,)) for word in sorted(begun)]
        elif len(reading.words) > 1:
            words = [IndexView(reading.lang, reading.kind, (word,)) for word in reading.words]
        return sum(self._bm25(word, field, held) for word in words) * d.weight

    def _bm25(self, word: IndexView, field: Field, d: IndexDocument) -> float:
        number = len(self._documents)
        mean = sum(_length(other, field) for other in self._documents) / number
        idf = log(number / (sum(_often(other, word, field) > 0 for other in self._documents) + 1)) + 1
        often = _often(d, word, field)
        return idf * often * (_K1 + 1) / (often + _K1 * ((1 - _B) + _B * _length(d, field) / mean))

    def _some(self, some: AtLeast, d: IndexDocument) -> float | None:
        there = self._there(some.parts, d)
        if len(self._there(some.parts[: some.among], d)) < some.least:
            return None
        bonus = self._score(some.bonus, d) if some.bonus is not None else None
        weights = {part: self._rarity(part) for part in some.parts}
        had = sum(weights[part] for part in some.parts if self._score(part, d) is not None)
        return sum(there) * had / sum(weights[part] for part in some.parts) + (bonus or 0.0)

    def _rarity(self, part: Query) -> float:
        if part not in self._having:
            self._having[part] = sum(self._score(part, d) is not None for d in self._documents)
        return rarity(self._having[part], sum(map(_may_be_found, self._documents)))

    def _fact(self, fact: Filter, d: IndexDocument) -> float | None:
        if (fact.name, fact.value) not in d.facts:
            return None
        return 1.0 + BESIDE * sum(name == ELEMENT for name, _ in d.facts) if fact.name == ELEMENT else 0.0

    def _cited(self, cited: Cited, d: IndexDocument) -> float | None:
        mention = self._score(cited.mention, d)
        if ("cite", cited.cite) not in d.facts:
            return mention
        level = cited.level is not None and ("level", cited.level) in d.facts
        spoken = any(("lang", lang) in d.facts for lang in cited.langs)
        return (mention or 0.0) + CITED + LIKELIER * (level + spoken)


def _may_be_found(d: IndexDocument) -> bool:
    return any(name == "lang" for name, _ in d.facts)


def _passages(d: IndexDocument, field: Field) -> Sequence[Sequence[IndexedWord]]:
    return {Field.TEXT: d.passages, Field.HEADING: [d.heading], Field.TITLE: [d.title]}[field]


def _length(d: IndexDocument, field: Field) -> int:
    return sum(map(len, _passages(d, field)))


def _often(d: IndexDocument, reading: IndexView, field: Field) -> int:
    """From how many places of the field on the words stand as they are read, in one passage."""
    if d.lang != reading.lang:
        return 0
    same = _SAME[reading.kind]
    if reading.apart:
        return sum(_windows(passage, reading) for passage in _passages(d, field))
    long = len(reading.words)
    return sum(
        all(same(passage[at + n], word) for n, word in enumerate(reading.words))
        for passage in _passages(d, field)
        for at in range(len(passage) - long + 1)
    )


def _windows(passage: Sequence[IndexedWord], reading: IndexView) -> int:
    """How many stretches of the passage are as long as the words may be apart and have them all."""
    same, needed = _SAME[reading.kind], Counter(reading.words)
    return sum(
        all(
            sum(same(word, wanted) for word in passage[at : at + reading.apart + 1]) >= n
            for wanted, n in needed.items()
        )
        for at in range(len(passage))
    )


_SAME: dict[FieldKind, Callable[[IndexedWord, str], bool]] = {
    FieldKind.KEY: lambda word, wanted: word.key == wanted,
    FieldKind.SPELLED: lambda word, wanted: word.spelled == wanted,
    FieldKind.PREFIX: lambda word, wanted: word.spelled.startswith(wanted),
}


def _most(scores: Iterable[float | None]) -> float | None:
    return max((score for score in scores if score is not None), default=None)


def _distance(one: str, other: str) -> int:
    """How many slips of the pen make one word the other: a letter too many, missing or wrong, or two neighbours that
    changed places.
    """
    rows = [list(range(len(other) + 1))]
    for n, letter in enumerate(one, 1):
        row = [n]
        for m, wanted in enumerate(other, 1):
            least = min(rows[-1][m] + 1, row[-1] + 1, rows[-1][m - 1] + (letter != wanted))
            if n > 1 and m > 1 and letter == other[m - 2] and one[n - 2] == wanted:
                least = min(least, rows[-2][m - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]
