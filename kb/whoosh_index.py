"""The embedded search engine. The only importer of Whoosh.

The folder holds one generation of the index (`kb.generations`). An index of another schema is not there.
"""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from heapq import nsmallest
from pathlib import Path
from time import sleep
from typing import Any

from whoosh import analysis, columns, fields, formats, index, scoring, searching
from whoosh import query as queries
from whoosh.filedb.filestore import FileStorage
from whoosh.support.levenshtein import distance
from whoosh.system import pack_uint
from whoosh.util.filelock import LockBase, try_for

from corpus.errors import LibraryError
from corpus.model import Span
from kb import checksums, generations
from kb.damage import DamageError, NotWritableError
from kb.evaluate import evaluate
from kb.index import ELEMENT, Document, Field, Found, Kind, Mark, Query, Reading, Results, slips

__all__ = ["SCHEMA", "WhooshIndex"]

SCHEMA = 3
_MEGABYTES = 256  # that a writer holds before it writes a run of postings to disk; with 128, 6 MB of law take 5 s more
_PATIENCE = 60.0  # seconds to wait for another process that is writing
_TRIES = 20  # to open what another process is replacing
_COUNT = len(pack_uint(0))  # bytes before the positions
_GAP = 100  # positions between two passages: more than any phrase has words
_BROKEN = (OSError, EOFError, ValueError, struct.error, zlib.error)  # what reading a damaged posting raises


class Positions(formats.Positions):  # type: ignore[misc]
    """Whoosh's format, but the numbers are packed and not pickled."""

    def encode(self, poslist: Sequence[int]) -> bytes:
        count: bytes = pack_uint(len(poslist))
        return count + array("I", poslist).tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        return array("I", valuestring[_COUNT:]).tolist()


class Places(fields.FieldType):  # type: ignore[misc]
    """A field of words that come with their positions, already analysed."""

    def __init__(self) -> None:
        super().__init__(Positions(), analysis.IDAnalyzer(), scorable=True)

    def index(self, value: Sequence[tuple[str, int]], **_: Any) -> list[tuple[bytes, int, float, bytes]]:
        places: dict[str, list[int]] = defaultdict(list)
        for word, place in value:
            places[word].append(place)
        encode = self.format.encode
        return [(word.encode(), len(at), float(len(at)), encode(at)) for word, at in places.items()]


class Facts(fields.FieldType):  # type: ignore[misc]
    """A field of `name=value`, found but not scored."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), analysis.IDAnalyzer())

    def index(self, value: Iterable[str], **_: Any) -> list[tuple[bytes, int, float, bytes]]:
        return [(fact.encode(), 1, 1.0, b"") for fact in value]


def _schema() -> fields.Schema:
    return fields.Schema(
        **{_field(field, kind): Places() for field in Field for kind in (Kind.KEY, Kind.SPELLED)},
        facts=Facts(),
        fragment=fields.COLUMN(columns.NumericColumn("I")),
        unit=fields.COLUMN(columns.NumericColumn("I")),
        weight=fields.COLUMN(columns.NumericColumn("f")),
        marks=fields.COLUMN(columns.VarBytesColumn()),
    )


class WhooshIndex:
    """A `SearchIndex` in a folder, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name: str | None = None
        self._searcher: searching.Searcher | None = None
        self._lock: LockBase | None = None

    def fragments(self) -> frozenset[int]:
        return self._postings().fragments()

    def languages(self) -> frozenset[str]:
        return frozenset(self._postings().values("lang"))

    def spellings(self, lang: str, beginning: str) -> list[str]:
        return self._postings().spellings(lang, beginning)

    def near(self, lang: str, word: str) -> list[str]:
        return self._postings().near(lang, word)

    def size(self, lang: str) -> int:
        return self._postings().count("lang", lang)

    def frequency(self, reading: Reading, field: Field | None) -> int:
        return self._postings().frequency(reading, field or Field.TEXT)

    def update(self, documents: Iterable[Document], gone: Collection[int] = ()) -> None:
        with self._writing():
            if self._current() is None:
                self._build(documents)
                return
            self._fill(index.open_dir(self._folder / str(self._current())), documents, gone)

    def rebuild(self, documents: Iterable[Document]) -> None:
        with self._writing():
            self._build(documents)

    @contextmanager
    def alone(self, patience: float = 0.0) -> Iterator[bool]:
        if self._lock is not None:  # inside another one
            yield True
            return
        with self._told():
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = FileStorage(str(self._folder)).lock("write.lock")
            mine = try_for(lock.acquire, timeout=patience)
        if not mine:
            yield False
            return
        self._lock = lock
        try:
            yield True
        finally:
            self._lock = None
            lock.release()

    def holdings(self) -> dict[int, set[int]]:
        return self._postings().holdings()

    def faults(self) -> list[str]:
        name = self._current()
        found = [f"{file} is not as it was written" for file in checksums.altered(self._folder / name)] if name else []
        try:
            self._postings()
        except DamageError as error:
            found.append(error.message)
        return found

    def search(self, query: Query, within: Collection[int] | None, limit: int) -> Results:
        postings = self._postings()
        try:
            return postings.results(evaluate(query, postings), within, limit)
        except _BROKEN as error:
            raise self._damaged(error) from error

    def close(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None

    def _postings(self) -> _Postings:
        """The index as it stands now; what another process has added since is seen."""
        for tried in range(1, _TRIES + 1):
            current = self._current()
            try:
                return self._opened(current)
            except PermissionError as error:
                raise LibraryError("the index cannot be read: permission denied", file=str(self._folder)) from error
            except Exception as error:  # Whoosh unpickles its schema: from a damaged file that may raise anything
                missing = isinstance(error, FileNotFoundError) or current != self._current()
                if not missing or tried == _TRIES:
                    raise self._damaged(error) from error
                sleep(0.01 * tried)  # another process has just put a newer state in its place
        raise AssertionError

    def _opened(self, current: str | None) -> _Postings:
        if current != self._name:
            self.close()
        if self._searcher is None and current is not None:
            self._searcher = index.open_dir(self._folder / current).searcher(weighting=scoring.BM25F())
        elif self._searcher is not None:
            self._searcher = self._searcher.refresh()
        self._name = current
        return _Postings(self._searcher)

    def _current(self) -> str | None:
        return generations.current(self._folder, SCHEMA)

    def _build(self, documents: Iterable[Document]) -> None:
        self.close()
        with generations.following(self._folder, SCHEMA) as generation:
            self._fill(index.create_in(generation, _schema()), documents, ())

    def _fill(self, generation: index.Index, documents: Iterable[Document], gone: Collection[int]) -> None:
        writer = generation.writer(limitmb=_MEGABYTES)
        try:
            for fragment in gone:
                writer.delete_by_term("facts", f"fragment={fragment}")
            for document in documents:
                writer.add_document(**_fields(document))
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        checksums.record(Path(generation.storage.folder))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the folder's lock, so that one process writes at a time."""
        with self.alone(_PATIENCE) as mine:
            if not mine:
                raise LibraryError("the index is being written by another process; try again", file=str(self._folder))
            with self._told():
                yield

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise NotWritableError(f"the index cannot be written: {reason}", file=str(self._folder)) from error

    def _damaged(self, error: Exception) -> DamageError:
        return DamageError(
            f"the index is damaged ({type(error).__name__}: {error}); `palermo reindex` builds it again",
            file=str(self._folder),
        )


class _Postings:
    """One state of the index, as `evaluate` reads it; None is an empty one."""

    def __init__(self, searcher: searching.Searcher | None) -> None:
        self._searcher = searcher

    def scores(self, reading: Reading, field: Field) -> dict[int, float]:
        found = self._scores(reading, field)
        if field is Field.TITLE:  # a title is indexed once, with the root, and counts for all that is under it
            fragments = self._column("fragment")
            found = {doc: score for root, score in found.items() for doc in self.having("fragment", fragments[root])}
        weight = self._column("weight")
        return {doc: score * weight[doc] for doc, score in found.items()}

    def _scores(self, reading: Reading, field: Field) -> dict[int, float]:
        if self._searcher is None:
            return {}
        name = _field(field, reading.kind)
        terms = [_term(reading.lang, word) for word in reading.words]
        if reading.kind is Kind.PREFIX:
            found: dict[int, float] = {}
            for term in self._searcher.reader().expand_prefix(name, terms[0]):
                for doc, score in self._scored(queries.Term(name, term)):
                    found[doc] = found.get(doc, 0.0) + score
            return found
        return dict(self._scored(queries.Term(name, terms[0]) if len(terms) == 1 else queries.Phrase(name, terms)))

    def frequency(self, reading: Reading, field: Field) -> int:
        if self._searcher is None:
            return 0
        reader = self._searcher.reader()
        name, term = _field(field, reading.kind), _term(reading.lang, reading.words[0])
        if reading.kind is Kind.PREFIX:
            return int(next(iter(reader.expand_prefix(name, term)), None) is not None)
        return int(reader.doc_frequency(name, term))

    def spellings(self, lang: str, beginning: str) -> list[str]:
        if self._searcher is None:
            return []
        reader, start = self._searcher.reader(), len(_term(lang, ""))
        return [term.decode()[start:] for term in reader.expand_prefix(_SPELLINGS, _term(lang, beginning))]

    def near(self, lang: str, word: str) -> list[str]:
        reach = slips(word)
        if self._searcher is None or not reach:
            return []
        reader = self._searcher.reader()
        found: list[tuple[int, int, str]] = []
        for other in self.spellings(lang, word[0]):
            if abs(len(other) - len(word)) <= reach and (far := distance(word, other, limit=reach)) <= reach:
                found.append((far, -int(reader.doc_frequency(_SPELLINGS, _term(lang, other))), other))
        return [other for _, _, other in sorted(found)]

    def having(self, name: str, value: str) -> list[int]:
        if self._searcher is None:
            return []
        return list(self._searcher.docs_for_query(queries.Term("facts", f"{name}={value}")))

    def count(self, name: str, value: str) -> int:
        return int(self._searcher.reader().doc_frequency("facts", f"{name}={value}")) if self._searcher else 0

    def fragments(self) -> frozenset[int]:
        if self._searcher is None:
            return frozenset()
        fragment = self._column("fragment")
        return frozenset(fragment[doc] for doc in self._searcher.reader().all_doc_ids())

    def holdings(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        if self._searcher is not None:
            fragment, unit = self._column("fragment"), self._column("unit")
            for doc in self._searcher.reader().all_doc_ids():
                found.setdefault(fragment[doc], set()).add(unit[doc])
        return found

    def values(self, name: str) -> list[str]:
        """The values that a fact has had."""
        if self._searcher is None:
            return []
        start = f"{name}="
        return [term.decode().removeprefix(start) for term in self._searcher.reader().expand_prefix("facts", start)]

    def everything(self) -> set[int]:
        return {doc for lang in self.values("lang") for doc in self.having("lang", lang)}

    def results(self, scores: Mapping[int, float], within: Collection[int] | None, limit: int) -> Results:
        """What the documents are."""
        fragment, unit, marks, weight = map(self._column, ("fragment", "unit", "marks", "weight"))
        docs = [doc for doc in scores if within is None or fragment[doc] in within]
        best = nsmallest(limit, docs, key=lambda doc: (-scores[doc], fragment[doc], unit[doc]))
        matching = set(docs)
        elements = {code: len(matching.intersection(self.having(ELEMENT, code))) for code in self.values(ELEMENT)}
        return Results(
            tuple(Found(fragment[doc], unit[doc], scores[doc], _marks(marks[doc]), weight[doc]) for doc in best),
            Counter(fragment[doc] for doc in docs),
            {code: number for code, number in elements.items() if number},
        )

    def _column(self, name: str) -> Any:
        """The values of a column by document."""
        return self._searcher.reader().column_reader(name, translate=False) if self._searcher else {}

    def _scored(self, wanted: queries.Query) -> Iterator[tuple[int, float]]:
        assert self._searcher is not None
        matcher = wanted.matcher(self._searcher, self._searcher.context())
        while matcher.is_active():
            yield matcher.id(), matcher.score()
            matcher.next()


_SPELLINGS = f"{Field.TEXT.value}_spelled"


def _fields(document: Document) -> dict[str, object]:
    """What Whoosh stores of a document, by the names of the schema."""
    in_fields = {Field.TEXT: document.passages, Field.HEADING: [document.heading], Field.TITLE: [document.title]}
    stored: dict[str, object] = {
        "facts": [f"fragment={document.fragment}", *(f"{name}={value}" for name, value in document.facts)],
        "fragment": document.fragment,
        "unit": document.unit,
        "weight": document.weight,
        "marks": json.dumps(document.marks).encode() if document.marks else b"",
    }
    for field, passages in in_fields.items():
        keys: list[tuple[str, int]] = []
        spelled: list[tuple[str, int]] = []
        start = 0
        for passage in passages:
            keys.extend((_term(document.lang, word.key), at) for at, word in enumerate(passage, start))
            spelled.extend((_term(document.lang, word.spelled), at) for at, word in enumerate(passage, start))
            start += len(passage) + _GAP
        stored[_field(field, Kind.KEY)] = keys
        stored[_field(field, Kind.SPELLED)] = spelled
    return stored


def _marks(stored: bytes) -> tuple[Mark, ...]:
    return tuple(Mark(code, provision, Span(*span)) for code, provision, span in json.loads(stored or b"[]"))


def _field(field: Field, kind: Kind) -> str:
    return field.value if kind is Kind.KEY else f"{field.value}_spelled"


def _term(lang: str, word: str) -> str:
    """A word of one language is another term than the same letters in another."""
    return f"{lang} {word}"
