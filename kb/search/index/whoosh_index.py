"""The embedded search engine, on Whoosh.

The folder holds one generation of the index (`palermo.kb.search.index.generations`). An index of another schema is not
there.
"""

from __future__ import annotations

import json
import os
import struct
import zlib
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from time import sleep
from weakref import finalize

from whoosh import index
from whoosh.filedb.filestore import FileStorage
from whoosh.util.filelock import LockBase, try_for

from palermo.corpus.errors import LibraryError
from palermo.kb.library.file_errors import DamageError, NotWritableError
from palermo.kb.search.index import checksums, generations
from palermo.kb.search.index.contract import Field, FieldKind, IndexDocument, IndexedWord, IndexView, Query, Results
from palermo.kb.search.index.evaluate import evaluate
from palermo.kb.search.index.whoosh_codec import NUMBERS, Writer, schema
from palermo.kb.search.index.whoosh_snapshot import Snapshot, field_name, term

__all__ = ["SCHEMA", "WhooshIndex"]

SCHEMA = 4
_PATIENCE = 60.0  # seconds to wait for another process that is writing
_TRIES = 20  # to open what another process is replacing
_STATE = (".toc", ".seg")  # what names the segments, and the segments
_GAP = 100  # places between two passages: more than any phrase has words
_KINDS = (FieldKind.KEY, FieldKind.SPELLED)
_FIELDS = [field_name(field, kind) for field in Field for kind in _KINDS]
# What reading a damaged list raises.
_BROKEN = (EOFError, ValueError, IndexError, AssertionError, struct.error, zlib.error)

_Files = frozenset[tuple[str, int, int]]  # name, size, and when it was written


class WhooshIndex:
    """A `SearchIndex` in a folder, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._named: tuple[Path, _Files] | None = None
        self._opened: Snapshot | None = None
        self._lock: LockBase | None = None
        self._still = False

    def fragments(self) -> frozenset[int]:
        with self._postings() as postings:
            return postings.fragments()

    def languages(self) -> frozenset[str]:
        with self._postings() as postings:
            return frozenset(postings.values("lang"))

    def spellings(self, lang: str, beginning: str) -> list[str]:
        with self._postings() as postings:
            return postings.spellings(lang, beginning)

    def near(self, lang: str, word: str) -> list[str]:
        with self._postings() as postings:
            return postings.near(lang, word)

    def size(self, lang: str) -> int:
        with self._postings() as postings:
            return postings.count("lang", lang)

    def frequency(self, reading: IndexView, field: Field | None) -> int:
        with self._postings() as postings:
            return postings.frequency(reading, field or Field.TEXT)

    def update(self, documents: Iterable[IndexDocument], gone: Collection[int] = ()) -> None:
        with self._writing():
            if self._current() is None:
                self._build(documents)
                return
            self._fill(index.open_dir(self._folder / str(self._current())), documents, gone)

    def rebuild(self, documents: Iterable[IndexDocument]) -> None:
        with self._writing():
            self._build(documents)

    @contextmanager
    def write_lock(self, timeout: float = 0.0) -> Iterator[bool]:
        if self._lock is not None:  # inside another one
            yield True
            return
        with self._told():
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = FileStorage(str(self._folder)).lock("write.lock")
            mine = try_for(lock.acquire, timeout=timeout)
        if not mine:
            yield False
            return
        self._lock = lock
        try:
            yield True
        finally:
            self._lock = None
            lock.release()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        self._latest()
        self._still = True
        try:
            yield
        finally:
            self._still = False

    def holdings(self) -> dict[int, set[int]]:
        with self._postings() as postings:
            return postings.holdings()

    def faults(self) -> list[str]:
        name = self._current()
        found = [f"{file} is not as it was written" for file in checksums.altered(self._folder / name)] if name else []
        try:
            self._latest()
        except DamageError as error:
            found.append(error.message)
        return found

    def search(self, query: Query, within: Collection[int] | None, limit: int) -> Results:
        with self._postings() as postings:
            return postings.results(evaluate(query, postings), within, limit)

    def close(self) -> None:
        self._opened = None

    @contextmanager
    def _postings(self) -> Iterator[Snapshot]:
        """The index as it stands now; what another process has added since is seen."""
        state = self._latest()
        try:
            yield state
        except _BROKEN as error:
            raise self._damaged(error) from error

    def _latest(self) -> Snapshot:
        if self._still and self._opened is not None:
            return self._opened
        for tried in range(1, _TRIES + 1):
            current = self._current()
            try:
                return self._open(current)
            except PermissionError as error:
                raise LibraryError("the index cannot be read: permission denied", file=str(self._folder)) from error
            except Exception as error:  # Whoosh unpickles its schema: from a damaged file that may raise anything
                missing = isinstance(error, FileNotFoundError) or current != self._current()
                if not missing or tried == _TRIES:
                    raise self._damaged(error) from error
                sleep(0.01 * tried)  # another process has just put a newer state in its place
        raise AssertionError

    def _open(self, current: str | None) -> Snapshot:
        if current is None:
            self._opened, self._named = Snapshot(None), None
            return self._opened
        generation = self._folder / current
        named = generation, _files(generation)
        if self._opened is None or named != self._named:
            self._opened = _open(*named)
            self._named = named
        return self._opened

    def _current(self) -> str | None:
        return generations.current(self._folder, SCHEMA)

    def _build(self, documents: Iterable[IndexDocument]) -> None:
        self._forget()
        with generations.following(self._folder, SCHEMA) as generation:
            self._fill(index.create_in(generation, schema(["facts", *_FIELDS])), documents, ())

    def _fill(self, generation: index.Index, documents: Iterable[IndexDocument], gone: Collection[int]) -> None:
        self._forget()
        _clear(generation)
        try:
            self._write(Writer(generation), documents, gone)
        except BaseException:
            _clear(generation)
            raise
        checksums.record(Path(generation.storage.folder))

    def _write(self, writer: Writer, documents: Iterable[IndexDocument], gone: Collection[int]) -> None:
        try:
            if gone:
                writer.drop(gone)
            for document in documents:
                _add(writer, document)
        except BaseException:
            writer.cancel()
            raise
        try:
            writer.finish()
        except _BROKEN as error:  # it merges what was there
            raise self._damaged(error) from error

    def _forget(self) -> None:
        """Files that are open could not be deleted everywhere."""
        self.close()
        _open.cache_clear()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the folder's lock, so that one process writes at a time."""
        with self.write_lock(_PATIENCE) as mine:
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


def _clear(generation: index.Index) -> None:
    """Drop what a writing that was broken off has left: on a full disk, it would leave no room for anything else."""
    there = index.TOC.read(generation.storage, generation.indexname)
    index.clean_files(generation.storage, generation.indexname, there.generation, there.segments)
    for unfinished in Path(generation.storage.folder).rglob("*.ctmp"):
        unfinished.unlink(missing_ok=True)


def _files(generation: Path) -> _Files:
    """The files that a state consists of; they never change, and if one did, it would be damaged."""
    with os.scandir(generation) as entries:
        found = [(e.name, e.stat()) for e in entries if e.name.endswith(_STATE)]
    return frozenset((name, about.st_size, about.st_mtime_ns) for name, about in found)


@lru_cache(4)
def _open(generation: Path, _: _Files) -> Snapshot:
    """A state of the index, which is the same as long as its files are."""
    reader = index.open_dir(generation).reader()
    state = Snapshot(reader)
    finalize(state, reader.close)
    return state


def _add(writer: Writer, document: IndexDocument) -> None:
    doc = writer.start(json.dumps(document.marks).encode() if document.marks else b"")
    pool, lang = writer.pool, document.lang
    pool.add("facts", doc, [f"{name}={value}" for name, value in document.facts])
    numbers = {"fragment": document.fragment, "unit": document.unit, "weight": _bits(document.weight)}
    fields = {Field.TEXT: document.passages, Field.HEADING: [document.heading], Field.TITLE: [document.title]}
    for field, passages in fields.items():
        numbers[field.value] = sum(map(len, passages))
        places = _places(passages)
        for n, kind in enumerate(_KINDS):
            pool.add(field_name(field, kind), doc, [term(lang, word[n]) for part in passages for word in part], places)
    for name, value in numbers.items():
        pool.set(NUMBERS, name, doc, value)


def _places(passages: Sequence[Sequence[IndexedWord]]) -> list[int]:
    places: list[int] = []
    start = 0
    for passage in passages:
        places.extend(range(start, start + len(passage)))
        start += len(passage) + _GAP
    return places


def _bits(weight: float) -> int:
    """The weight as a number without a point."""
    return array("I", array("f", [weight]).tobytes())[0]
