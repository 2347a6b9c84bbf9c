"""Collections of provisions with notes, and searches that are kept, as rows of the library's file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from palermo.corpus.errors import NotFoundError, UsageError
from palermo.kb.library import store

__all__ = ["Collection", "CollectionItem", "Collections", "KeptHit", "KeptSearch"]


@dataclass(frozen=True, slots=True)
class CollectionItem:
    """A provision as it was when it was put in: `ref` names one text of one date, `added` is an ISO date.

    `sha256` is that of all that a person read of it (`Version.reading`), `words` how that begins.
    """

    ref: str
    added: str
    title: str
    cite: str
    sha256: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeptHit:
    """A hit of a kept search: the article or section `ref` in the file with this sha256."""

    ref: str
    sha256: str
    title: str
    cite: str


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A search that is asked again. `scope` is JSON, as its keeper wrote it.

    On the ISO date `since` it found `hits` among the files with the sha256 of `texts`.
    """

    query: str
    scope: str
    since: str
    hits: tuple[KeptHit, ...]
    texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Collection:
    """`made` is an ISO date; items are in the order in which they were put in."""

    name: str
    made: str
    items: tuple[CollectionItem, ...]
    kept: KeptSearch | None


class Collections:
    """The part of a library's file that holds what people put together. Methods with a name of none raise
    NotFoundError, which names the nearest."""

    def __init__(self, db: store.Connection, file: Path) -> None:
        self._db = db
        self._file = file

    def names(self) -> tuple[str, ...]:
        """The names of all, by the alphabet."""
        with store.reading(self._file):
            return tuple(name for (name,) in self._db.execute("SELECT name FROM collection ORDER BY name").fetchall())

    def get(self, name: str) -> Collection:
        """The collection with this name."""
        with store.reading(self._file):
            key = self._key(name)
            (made,) = self._db.execute("SELECT made FROM collection WHERE id = ?", (key,)).fetchone()
            items = self._db.execute(
                "SELECT ref, added, title, cite, sha256, words, note FROM collected "
                "WHERE collection = ? ORDER BY position",
                (key,),
            )
            return Collection(name, made, tuple(CollectionItem(*row) for row in items.fetchall()), self._kept(key))

    def create(self, name: str, made: str) -> None:
        """Make an empty one. Raises UsageError if there is one called so."""
        with store.guarded(self._file), store.transaction(self._db):
            if name in self.names():
                raise UsageError(f"there is a collection {name!r} already", expected="another name")
            self._db.execute("INSERT INTO collection (name, made) VALUES (?, ?)", (name, made))

    def delete(self, name: str) -> None:
        """Drop it with its notes and its search; the texts stay in the library."""
        with store.guarded(self._file), store.transaction(self._db):
            self._db.execute("DELETE FROM collection WHERE id = ?", (self._key(name),))

    def put(self, name: str, items: Iterable[CollectionItem]) -> None:
        """Add the items at the end, all or none. One that is there keeps its place and, unless it brings another, its
        note."""
        with store.guarded(self._file), store.transaction(self._db):
            key = self._key(name)
            for item in items:
                self._db.execute(
                    "INSERT INTO collected (collection, position, ref, added, title, cite, sha256, words, note) "
                    "VALUES (:key, (SELECT 1 + coalesce(max(position), 0) FROM collected WHERE collection = :key), "
                    ":ref, :added, :title, :cite, :sha256, :words, :note) "
                    "ON CONFLICT (collection, ref) DO UPDATE SET added = excluded.added, title = excluded.title, "
                    "cite = excluded.cite, sha256 = excluded.sha256, words = excluded.words, "
                    "note = CASE excluded.note WHEN '' THEN note ELSE excluded.note END",
                    {
                        "key": key, "ref": item.ref, "added": item.added, "title": item.title, "cite": item.cite,
                        "sha256": item.sha256, "words": item.words, "note": item.note,
                    },
                )  # fmt: skip

    def remove(self, name: str, refs: Sequence[str]) -> None:
        """Take the items out, all or none. Raises NotFoundError for one that is not in it."""
        with store.guarded(self._file), store.transaction(self._db):
            key = self._key(name)
            for ref in refs:
                if not self._db.execute("DELETE FROM collected WHERE collection = ? AND ref = ?", (key, ref)).rowcount:
                    raise self._not_in(key, name, ref)

    def annotate(self, name: str, ref: str, note: str) -> None:
        """Put a note in place of the item's; "" takes it away. Raises NotFoundError for one that is not in it."""
        with store.guarded(self._file), store.transaction(self._db):
            key = self._key(name)
            if not self._db.execute(
                "UPDATE collected SET note = ? WHERE collection = ? AND ref = ?", (note, key, ref)
            ).rowcount:
                raise self._not_in(key, name, ref)

    def keep(self, name: str, kept: KeptSearch) -> None:
        """Keep a search and what it found, in place of the collection's."""
        with store.guarded(self._file), store.transaction(self._db):
            key = self._key(name)
            self._db.execute("DELETE FROM kept_search WHERE collection = ?", (key,))
            self._db.execute("INSERT INTO kept_search VALUES (?, ?, ?, ?)", (key, kept.query, kept.scope, kept.since))
            self._db.executemany(
                "INSERT INTO kept_hit VALUES (?, ?, ?, ?, ?)",
                ((key, hit.ref, hit.sha256, hit.title, hit.cite) for hit in dict.fromkeys(kept.hits)),
            )
            self._db.executemany("INSERT INTO kept_text VALUES (?, ?)", ((key, sha) for sha in sorted(kept.texts)))

    def _kept(self, key: int) -> KeptSearch | None:
        row = self._db.execute("SELECT query, scope, since FROM kept_search WHERE collection = ?", (key,)).fetchone()
        if row is None:
            return None
        hits = self._db.execute("SELECT ref, sha256, title, cite FROM kept_hit WHERE collection = ?", (key,)).fetchall()
        texts = self._db.execute("SELECT sha256 FROM kept_text WHERE collection = ?", (key,)).fetchall()
        query, scope, since = row
        return KeptSearch(query, scope, since, tuple(KeptHit(*hit) for hit in hits), frozenset(sha for (sha,) in texts))

    def _key(self, name: str) -> int:
        row = self._db.execute("SELECT id FROM collection WHERE name = ?", (name,)).fetchone()
        if row is None:
            names = self.names()
            near = get_close_matches(name, names, 5, 0.5) or names[:10]
            known = ", ".join(near) or "none yet: `palermo collection create` makes one"
            raise NotFoundError(f"no collection {name!r}", expected=f"one of the library's collections ({known})")
        return int(row[0])

    def _not_in(self, key: int, name: str, ref: str) -> NotFoundError:
        rows = self._db.execute("SELECT ref FROM collected WHERE collection = ? ORDER BY position", (key,)).fetchall()
        refs = [known for (known,) in rows]
        near = get_close_matches(ref, refs, 3, 0.5) or refs[:3]
        return NotFoundError(f"{ref} is not in the collection {name!r}", expected=", ".join(near) or "it is empty")
