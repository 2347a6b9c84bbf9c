"""Buffer of terms before an index segment is written, until they are sorted."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from palermo.kb.search.index.postings import Numbers, Posting, joined

__all__ = ["Pool", "Term"]

_MOST = 8_000_000  # words that are held in memory: 100 MB, and as much again while they are sorted


class Term(NamedTuple):
    """A term of a field with its list."""

    field: str
    text: bytes
    posting: Posting


class Pool:
    """Takes the words of documents, whose numbers ascend, and gives them back as terms in order.

    Beyond so many words in memory those that are there are sorted into a file of the folder (`most`).
    """

    def __init__(self, folder: Path, limit: int = _MOST) -> None:
        self._folder = folder
        self._most = limit
        self._held = 0
        self._ids: dict[str, int] = _Ids()
        self._fields: dict[str, _Field] = {}
        self._values: dict[tuple[str, str], _Values] = {}
        self._runs: list[Iterable[Term]] = []
        self._later: list[Iterable[Term]] = []
        self._files: list[Path] = []

    def add(self, field: str, doc: int, terms: Sequence[str], places: Sequence[int] = ()) -> None:
        """The terms of a document, each as often as it stands there, with its place unless the field has none."""
        if not terms:
            return
        held = self._fields.get(field)
        if held is None:
            held = self._fields[field] = _Field()
        held.terms.extend(map(self._ids.__getitem__, terms))
        held.places.extend(places)
        held.docs.append(doc)
        held.lengths.append(len(terms))
        self._held += len(terms)
        if self._held > self._most:
            self._spill()

    def set(self, field: str, name: str, doc: int, value: int) -> None:
        """A number that a document has, as the count of a term without places."""
        held = self._values.get((field, name))
        if held is None:
            held = self._values[field, name] = _Values()
        held.docs.append(doc)
        held.values.append(value)

    def append(self, terms: Iterable[Term]) -> None:
        """Terms that are sorted already, of documents that come after all others."""
        self._later.append(terms)

    def sorted(self) -> Iterator[Term]:
        """Every term once: by field, then by its bytes."""
        runs = merge(*self._runs, self._sorted(), *self._later, key=_name)
        for (field, text), parts in groupby(runs, _name):
            yield Term(field, text, joined([term.posting for term in parts]))

    def close(self) -> None:
        """Delete the files."""
        for file in self._files:
            file.unlink(missing_ok=True)
        self._files.clear()

    def _spill(self) -> None:
        if not self._held:
            return
        path = self._folder / f"run{len(self._files)}"
        self._files.append(path)
        with path.open("wb") as file:
            for term in self._sorted():
                pickle.dump(term, file, pickle.HIGHEST_PROTOCOL)
        self._runs.append(_read(path))
        self._fields.clear()
        self._values.clear()
        self._held = 0

    def _sorted(self) -> Iterator[Term]:
        """What is in memory. The terms of one field at a time are sorted."""
        values: dict[str, list[Term]] = {}
        for (field, name), held in self._values.items():
            values.setdefault(field, []).append(Term(field, name.encode(), held.posting()))
        texts = list(self._ids)
        for name in sorted({*self._fields, *values}):
            found = values.get(name, [])
            if name in self._fields:
                found += (Term(name, texts[id_].encode(), posting) for id_, posting in self._fields[name].postings())
            yield from sorted(found, key=_name)


def _name(term: Term) -> tuple[str, bytes]:
    return term.field, term.text


def _read(path: Path) -> Iterator[Term]:
    with path.open("rb") as file:
        try:
            while True:
                yield pickle.load(file)  # written by this process, in a folder of its own
        except EOFError:
            return


class _Ids(dict[str, int]):
    """A number for every term, in the order in which they come."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class _Values:
    """A number for each of some documents."""

    def __init__(self) -> None:
        self.docs = array("I")
        self.values = array("I")

    def posting(self) -> Posting:
        return Posting(_numbers(self.docs), _numbers(self.values), _numbers(array("I")))


class _Field:
    """The terms of a field, document after document, as numbers."""

    def __init__(self) -> None:
        self.terms = array("I")
        self.places = array("I")
        self.docs = array("I")
        self.lengths = array("I")

    def postings(self) -> Iterator[tuple[int, Posting]]:
        """Every term's number with its list, by number."""
        order = np.argsort(_numbers(self.terms), kind="stable")
        terms = _numbers(self.terms)[order].astype(np.int64)
        docs = np.repeat(_numbers(self.docs), _numbers(self.lengths))[order].astype(np.int64)
        places = _numbers(self.places)[order] if self.places else _numbers(self.places)
        firsts = np.flatnonzero(np.diff(terms, prepend=-1) | np.diff(docs, prepend=-1))  # of a term in a document
        counts = np.diff(firsts, append=len(terms))
        starts = np.flatnonzero(np.diff(terms[firsts], prepend=-1)).tolist()  # of a term among these
        stops = [*starts[1:], len(firsts)]
        at = [*firsts.tolist(), len(terms)]
        docs = docs[firsts]
        for start, stop in zip(starts, stops, strict=True):
            yield int(terms[at[start]]), Posting(docs[start:stop], counts[start:stop], places[at[start] : at[stop]])


def _numbers(values: array[int]) -> Numbers:
    return np.frombuffer(values, np.uint32) if values else np.zeros(0, np.uint32)
