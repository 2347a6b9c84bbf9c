"""Snapshot of Whoosh's index: its documents, and what the words of a query score in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from math import log
from typing import TypeVar

import numpy as np
from whoosh import reading
from whoosh.support.levenshtein import distance

from palermo.corpus.model.text_model import Span
from palermo.kb.library.lru import Lru
from palermo.kb.search.index.contract import (
    ELEMENT,
    Field,
    FieldKind,
    IndexedMark,
    IndexView,
    Results,
    ScoredDocument,
    slips,
)
from palermo.kb.search.index.evaluate import Docs, Scored, gather
from palermo.kb.search.index.postings import Numbers, Posting, joined
from palermo.kb.search.index.whoosh_codec import MARKS, NUMBERS, read

__all__ = ["Snapshot", "field_name", "term"]

_K1, _B = 1.2, 0.75  # of BM25, as everybody takes them
_MEMORY = 64_000_000  # bytes of lists and scores that are kept for the next query
_WORDS = 20_000  # the same of what is known of words
_SPELLINGS = f"{Field.TEXT.value}_{FieldKind.SPELLED.value}"
Value = TypeVar("Value")
_NOTHING = Posting(*[np.zeros(0, np.int64)] * 3)
_UNSCORED = Scored(np.zeros(0, np.int64), np.zeros(0))


class Snapshot:
    """The documents of a reader, None being an empty one, as `evaluate` reads them. Documents that were deleted are
    none of them, and count nowhere.
    """

    def __init__(self, reader: reading.IndexReader | None) -> None:
        leaves = reader.leaf_readers() if reader else []
        self._leaves = [(leaf, first) for leaf, first in leaves if not isinstance(leaf, reading.EmptyReader)]
        self.size: int = reader.doc_count_all() if reader else 0
        self._gone = np.zeros(self.size, dtype=bool)
        for leaf, first in self._leaves:
            self._gone[[first + doc for doc in leaf.deleted_docs_set]] = True
        self._any_gone = bool(self._gone.any())
        self._number = self.size - int(self._gone.sum())
        self._fragment = self._numbers("fragment")
        self._unit = self._numbers("unit")
        self._weight = self._numbers("weight").astype(np.uint32).view(np.float32).astype(np.float64)
        self._length = {field: self._numbers(field.value) for field in Field}
        self._mean = {
            field: float(lengths.sum(where=~self._gone)) / max(self._number, 1) or 1.0
            for field, lengths in self._length.items()
        }
        self._lists = Lru(_MEMORY)
        self._known = Lru(_WORDS)

    def scores(self, reading: IndexView, field: Field) -> Scored:
        """BM25; of several words in a row the sum of what each scores."""
        return self._lists.get((reading, field), lambda: self._scores(reading, field), _bytes)

    def having(self, name: str, value: str) -> Docs:
        return self._posting("facts", f"{name}={value}").docs

    def values(self, name: str) -> list[str]:
        """The values that a fact has."""
        start = f"{name}="
        return self._kept(("values", name), lambda: [t.removeprefix(start) for t in self._expand("facts", start)])

    def everything(self) -> Docs:
        languages = [_unscored(self.having("lang", lang)) for lang in self.values("lang")]
        return self._lists.get("everything", lambda: gather(np.add, languages, self.size), _bytes).docs

    def frequency(self, reading: IndexView, field: Field) -> int:
        return self._kept((reading, field), lambda: self._frequency(reading, field))

    def count(self, name: str, value: str) -> int:
        return len(self.having(name, value))

    def spellings(self, lang: str, beginning: str) -> list[str]:
        def found() -> list[str]:
            return [text.partition(" ")[2] for text in self._expand(_SPELLINGS, term(lang, beginning))]

        return self._known.get(("spellings", lang, beginning), found, len)

    def near(self, lang: str, word: str) -> list[str]:
        return self._kept(("near", lang, word), lambda: self._near(lang, word))

    def fragments(self) -> frozenset[int]:
        return self._kept("fragments", lambda: frozenset(np.unique(self._fragment[~self._gone]).tolist()))

    def holdings(self) -> dict[int, set[int]]:
        """The units that there are of each fragment."""
        found: dict[int, set[int]] = {}
        there = ~self._gone
        for fragment, unit in zip(self._fragment[there].tolist(), self._unit[there].tolist(), strict=True):
            found.setdefault(fragment, set()).add(unit)
        return found

    def results(self, found: Scored, within: Collection[int] | None, limit: int) -> Results:
        """Results of scored documents in the fragments of `within` (None: in all), the best `limit` of them."""
        docs, scores = found
        if within is not None and len(docs):
            allowed = np.zeros(int(self._fragment.max()) + 1, dtype=bool)
            allowed[[fragment for fragment in within if fragment < len(allowed)]] = True
            inside = allowed[self._fragment[docs]]
            docs, scores = docs[inside], scores[inside]
        matching = np.zeros(self.size, dtype=bool)
        matching[docs] = True
        elements = {code: int(matching[self.having(ELEMENT, code)].sum()) for code in self.values(ELEMENT)}
        fragments, counts = np.unique(self._fragment[docs], return_counts=True)
        return Results(
            tuple(self._found(int(doc), float(score)) for doc, score in self._best(docs, scores, limit)),
            dict(zip(fragments.tolist(), counts.tolist(), strict=True)),
            {code: number for code, number in elements.items() if number},
        )

    def _best(self, docs: Docs, scores: np.ndarray, limit: int) -> list[tuple[int, float]]:
        if 0 < limit < len(docs):
            least = np.partition(scores, len(scores) - limit)[len(scores) - limit]
            docs, scores = docs[scores >= least], scores[scores >= least]
        order = np.lexsort((self._unit[docs], self._fragment[docs], -scores))[:limit]
        return list(zip(docs[order].tolist(), scores[order].tolist(), strict=True))

    def _found(self, doc: int, score: float) -> ScoredDocument:
        leaf, first = next((leaf, first) for leaf, first in reversed(self._leaves) if first <= doc)
        marks = self._kept(("marks", first), lambda: leaf.column_reader(MARKS) if leaf.has_column(MARKS) else None)
        stored = marks[doc - first] if marks else b""
        return ScoredDocument(
            int(self._fragment[doc]), int(self._unit[doc]), score, _marks(stored), float(self._weight[doc])
        )

    def _scores(self, reading: IndexView, field: Field) -> Scored:
        found = self._read(reading, field)
        if field is Field.TITLE and len(found.docs):  # indexed once, with the root, it counts for all that is under it
            found = self._spread(found)
        return Scored(found.docs, found.scores * self._weight[found.docs])

    def _read(self, reading: IndexView, field: Field) -> Scored:
        name, terms = field_name(field, reading.kind), [term(reading.lang, word) for word in reading.words]
        if reading.kind is FieldKind.PREFIX:
            begun = [self._posting(name, other) for other in self._expand(name, terms[0])]
            return gather(np.add, [self._bm25(posting, field) for posting in begun], self.size)
        postings = [self._posting(name, each) for each in terms]
        if not all(len(posting.docs) for posting in postings):
            return _UNSCORED
        parts = [self._bm25(posting, field) for posting in postings]
        if len(parts) == 1:
            return parts[0]
        total = gather(np.add, parts, self.size)
        inside = np.zeros(self.size, dtype=bool)
        if reading.apart:
            inside[_near_each_other(dict(zip(terms, postings, strict=True)), Counter(terms), reading.apart)] = True
        else:
            inside[_in_a_row(postings)] = True
        there = inside[total.docs]
        return Scored(total.docs[there], total.scores[there])

    def _bm25(self, posting: Posting, field: Field) -> Scored:
        idf = log(self._number / (len(posting.docs) + 1)) + 1
        often = posting.counts.astype(np.float64)
        norm = _K1 * ((1 - _B) + _B * self._length[field][posting.docs] / self._mean[field])
        return Scored(posting.docs, idf * (often * (_K1 + 1)) / (often + norm))

    def _spread(self, roots: Scored) -> Scored:
        """What is scored by roots, for all documents of their fragments."""
        fragments = self._fragment[roots.docs]
        score = np.full(int(self._fragment.max()) + 1, np.nan)
        score[fragments] = roots.scores
        docs = self.everything()
        scores = score[self._fragment[docs]]
        there = ~np.isnan(scores)
        return Scored(docs[there], scores[there])

    def _frequency(self, reading: IndexView, field: Field) -> int:
        name, text = field_name(field, reading.kind), term(reading.lang, reading.words[0])
        if reading.kind is FieldKind.PREFIX:
            if self._any_gone:
                return int(bool(self._expand(name, text)))
            return int(any(True for leaf, _ in self._leaves for _ in leaf.expand_prefix(name, text)))
        if self._any_gone:
            return len(self._posting(name, text).docs)
        return sum(int(leaf.doc_frequency(name, text)) for leaf, _ in self._leaves)

    def _near(self, lang: str, word: str) -> list[str]:
        reach = slips(word)
        found: list[tuple[int, int, str]] = []
        for other in self.spellings(lang, word[0]) if reach else ():
            if abs(len(other) - len(word)) <= reach and (far := distance(word, other, limit=reach)) <= reach:
                often = self.frequency(IndexView(lang, FieldKind.SPELLED, (other,)), Field.TEXT)
                found.append((far, -often, other))
        return [other for _, _, other in sorted(found)]

    def _expand(self, field: str, beginning: str) -> list[str]:
        """The terms that begin so, sorted; none that only documents had that were deleted."""
        found = sorted({text for leaf, _ in self._leaves for text in leaf.expand_prefix(field, beginning)})
        terms = [text.decode() for text in found]
        return [text for text in terms if len(self._posting(field, text).docs)] if self._any_gone else terms

    def _posting(self, field: str, text: str) -> Posting:
        return self._lists.get((field, text), lambda: self._load(field, text), _bytes)

    def _load(self, field: str, text: str) -> Posting:
        parts = [
            posting._replace(docs=posting.docs + first)
            for leaf, first in self._leaves
            if (posting := read(leaf, field, text)) is not None
        ]
        if not parts:
            return _NOTHING
        whole = joined(parts)
        there = ~self._gone[whole.docs]
        if there.all():
            return whole
        places = whole.places[np.repeat(there, whole.counts)] if len(whole.places) else whole.places
        return Posting(whole.docs[there], whole.counts[there], places)

    def _numbers(self, name: str) -> Numbers:
        """A number of every document, those that were deleted among them; 0 where it has none."""
        values = np.zeros(self.size, np.int64)
        for leaf, first in self._leaves:
            if (posting := read(leaf, NUMBERS, name)) is not None:
                values[posting.docs + first] = posting.counts
        return values

    def _kept(self, key: Hashable, make: Callable[[], Value]) -> Value:
        return self._known.get(key, make, lambda _: 1)


def field_name(field: Field, kind: FieldKind) -> str:
    """The field of the index for words by their keys, or as they are spelled."""
    return f"{field.value}_{FieldKind.KEY.value if kind is FieldKind.KEY else FieldKind.SPELLED.value}"


def term(lang: str, word: str) -> str:
    """A word of one language is another term than the same letters in another."""
    return f"{lang} {word}"


def _in_a_row(postings: list[Posting]) -> Docs:
    """The documents where the words stand next to each other in this order; some more than once."""
    ends = [_at(posting) for posting in postings]
    base = min(range(len(ends)), key=lambda n: len(ends[n]))
    starts = ends[base] - base
    for n, places in enumerate(ends):
        if n != base:
            near = np.minimum(np.searchsorted(places, starts + n), len(places) - 1)
            starts = starts[places[near] == starts + n]
    return starts >> _BITS


def _near_each_other(postings: Mapping[str, Posting], needed: Mapping[str, int], apart: int) -> Docs:
    """The documents where each word stands as often as it is needed, the last at most so many words behind the first;
    some more than once.
    """
    places = {word: _at(posting) for word, posting in postings.items()}
    found: list[Docs] = []
    for starts in places.values():
        good = np.ones(len(starts), dtype=bool)
        for word, at in places.items():
            last = np.searchsorted(at, starts) + needed[word] - 1
            good &= (last < len(at)) & (at[np.minimum(last, len(at) - 1)] <= starts + apart)
        found.append(starts[good] >> _BITS)
    return np.concatenate(found)


_BITS = 32


def _at(posting: Posting) -> Numbers:
    """Where the word stands: the document in the upper half, the place in the lower; ascending."""
    return (np.repeat(posting.docs, posting.counts) << _BITS) + posting.places


def _marks(stored: bytes) -> tuple[IndexedMark, ...]:
    return tuple(IndexedMark(code, provision, Span(*span)) for code, provision, span in json.loads(stored or b"[]"))


def _bytes(arrays: Scored | Posting) -> int:
    return 200 + sum(array.nbytes for array in arrays)


def _unscored(docs: Docs) -> Scored:
    return Scored(docs, np.zeros(len(docs)))
