"""The library: instruments, their dated texts, provisions, sources and bodies, kept in one folder.

The store is the truth; the index beside it is derived from it and can always be rebuilt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count, takewhile
from pathlib import Path
from types import TracebackType

from palermo.corpus.errors import LibraryError, NotFoundError
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Interval, Provision, Source, Span, Version
from palermo.corpus.model.units import claims
from palermo.kb.library import records, store
from palermo.kb.library.collections import Collections
from palermo.kb.library.compact_spans import CompactSpans
from palermo.kb.library.links.links import Links
from palermo.kb.library.lru import Lru
from palermo.kb.library.reviews import Reviews

__all__ = ["Body", "Fragment", "Library"]

_FILE = "library.sqlite"
_ALL = ", ".join(records.FRAGMENT_COLUMNS)
_BRIEF = ", ".join(records.FRAGMENT_COLUMNS[:-3])
_TEXTS = 30_000_000  # code points of texts that are kept for the next question; a mark takes as much as sixteen
_PROVISIONS = ", ".join(records.PROVISION_COLUMNS)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A file that the library holds: what is known of it without its text. `key` is its number in this library."""

    key: int
    ref: VersionRef
    title: str
    in_force: Interval | None
    source: Source

    @property
    def lang(self) -> str:
        return self.ref.lang or UNDETERMINED

    @property
    def jurisdiction(self) -> str:
        return self.ref.instrument.country

    @property
    def since(self) -> str | None:
        """The ISO date its text is in force from, as far as known."""
        return self.in_force.start if self.in_force else self.ref.date


@dataclass(frozen=True, slots=True)
class Body:
    """Instruments that are read together. A reference without a date is whatever text is asked for."""

    id: str
    title: str
    refs: tuple[VersionRef, ...]


class Library:
    """A library in a folder; a context manager. Every method raises LibraryError if the file is damaged or in use.

    `links` is what its texts instruct about other acts (`palermo.kb.library.links.read_links` reads it out of them),
    `collections` what people put together, `reviews` what reviewers say of findings.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path / _FILE
        self._db = store.connect(self._file)
        self.links = Links(self._db, self._file)
        self.collections = Collections(self._db, self._file)
        self.reviews = Reviews(self._db, self._file)

    @classmethod
    def is_at(cls, path: Path) -> bool:
        """True if there is a library in `path`, sound or not."""
        return (path / _FILE).is_file()

    @staticmethod
    def file_of(path: Path) -> Path:
        """The file that holds everything but the index."""
        return path / _FILE

    @classmethod
    def set_aside(cls, path: Path) -> Path:
        """Move the file of a damaged library out of the way, and return where it is now."""
        file = path / _FILE
        kept = next(to for n in count(1) if not (to := file.with_stem(f"{file.stem}.damaged-{n}")).exists())
        for part in ("-wal", "-shm", ""):  # a log that is left behind would be taken for the next library's
            if (one := file.with_name(file.name + part)).exists():
                one.rename(kept.with_name(kept.name + part))
        return kept

    @classmethod
    def open(cls, path: Path) -> Library:
        """The library in `path`. Raises LibraryError if none is there."""
        if not cls.is_at(path):
            raise LibraryError("no library here", file=str(path), expected="a library: `palermo add FILE` makes one")
        return cls(path)

    @classmethod
    def create(cls, path: Path) -> Library:
        """The library in `path`, made if it is not there. Raises LibraryError if `path` cannot be a folder."""
        if path.exists() and not path.is_dir():
            raise LibraryError("is no folder", file=str(path), expected="the folder of a library, or a new one")
        path.mkdir(parents=True, exist_ok=True)
        store.initialise(path / _FILE)
        return cls(path)

    @property
    def stamp(self) -> str:
        """Name of its content: another when it was replaced as a whole, the same after any other change."""
        with store.reading(self._file):
            return str(self._db.execute("SELECT stamp FROM keeping").fetchone()[0])

    @property
    def schema(self) -> int:
        """The version of its file's schema."""
        with store.reading(self._file):
            return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    @property
    def still(self) -> bool:
        """True if nothing can be written now: inside a `snapshot`, or where its file can only be read."""
        with store.guarded(self._file):
            return store.is_still(self._db)

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reads inside the context see one state, unaffected by concurrent writers; nothing can be written inside."""
        with store.guarded(self._file), store.snapshot(self._db):
            yield

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All changes inside are made, or none."""
        with store.guarded(self._file), store.transaction(self._db):
            yield

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, versions: Iterable[Version]) -> tuple[Fragment, ...]:
        """Store the texts, all or none, and return those that were new; a text that is there already changes nothing.

        Raises LibraryError if the library holds another text of its articles for that instrument, date and language.
        """
        with self.changing():
            return tuple(self.fragment(key) for key in map(self._add, versions) if key is not None)

    def remove(self, keys: Collection[int], out_of_date: Collection[int] = ()) -> None:
        """Drop the texts with these keys, with what they instruct about other acts; all or none.

        `out_of_date` are texts that were read with them: their documents in the index have to be made anew.
        """
        with self.changing():
            self._db.executemany("DELETE FROM fragment WHERE id = ?", ((key,) for key in keys))
            self._db.executemany("INSERT INTO stale (fragment) VALUES (?)", ((key,) for key in sorted(out_of_date)))

    def out_of_date(self) -> tuple[frozenset[int], int]:
        """The texts whose documents in the index have to be made anew, and a mark for `refresh_index`."""
        with store.reading(self._file):
            rows = self._db.execute("SELECT id, fragment FROM stale").fetchall()
            return frozenset(key for _, key in rows), max((id_ for id_, _ in rows), default=0)

    def refresh_index(self, mark: int) -> None:
        """Note that the documents of texts that were out of date at the mark have been made anew."""
        with self.changing():
            self._db.execute("DELETE FROM stale WHERE id <= ?", (mark,))

    def seals(self) -> dict[int, str]:
        """The sha256 of all that was stored of each text (`palermo.kb.library.records.seal`) when it was added."""
        with store.reading(self._file):
            return dict(self._db.execute("SELECT fragment, sha256 FROM seal").fetchall())

    def faults(self) -> list[str]:
        """Faults of the file as a database, in SQLite's words."""
        return store.faults(self._db)

    def copy_to(self, other: Library) -> None:
        """Put all that this library holds in the place of what the other one holds, at once; the other's index is left
        as it is."""
        with store.guarded(other._file):
            store.copy(self._db, other._db)

    def rename(self) -> str:
        """Give what it holds another stamp, and return that: no index that was made before is taken for its own."""
        with self.changing():
            self._db.execute("UPDATE keeping SET stamp = lower(hex(randomblob(8)))")
        return self.stamp

    def fragments(self) -> tuple[Fragment, ...]:
        """Everything the library holds: by instrument, language and date, then in the order added."""
        return self._fragments("ORDER BY instrument, lang, date, id")

    def fragment(self, key: int) -> Fragment:
        found = self._fragments("WHERE id = ?", key)
        if not found:
            raise self._gone()
        return found[0]

    def version(self, key: int) -> Version:
        """The stored text, equal to the one that was added."""
        with store.reading(self._file):
            row = self._db.execute(f"SELECT {_ALL} FROM fragment WHERE id = ?", (key,)).fetchone()
            if row is None:
                raise self._gone()
            provisions = self._db.execute(
                f"SELECT {_PROVISIONS} FROM provision WHERE fragment = ? ORDER BY seq", (key,)
            ).fetchall()
            return records.version(row, provisions)

    def text(self, key: int) -> tuple[str, Sequence[Span]]:
        """The text of a fragment and its marks, without building its provisions."""

        def read() -> tuple[str, CompactSpans]:
            row = self._db.execute("SELECT marks, text FROM fragment WHERE id = ?", (key,)).fetchone()
            if row is None:
                raise self._gone()
            marks, text = row
            return text, CompactSpans(marks)

        with store.reading(self._file):
            return _texts.get((self.stamp, key), read, lambda found: len(found[0]) + 16 * len(found[1]))

    def subtree(self, key: int, seq: int) -> Provision:
        """The provision at this place in document order (the root is 0) with all below it."""
        with store.reading(self._file), closing(self._db.cursor()) as rows:
            rows.execute(
                f"SELECT {_PROVISIONS} FROM provision WHERE fragment = ? AND seq >= ? ORDER BY seq", (key, seq)
            )
            top = next(rows)
            below = takewhile(lambda row: row[1] >= seq, rows)  # the first with a parent before it is outside
            return records.tree([(top[0], None, *top[2:]), *below])

    def above(self, key: int, seq: int) -> tuple[Provision, ...]:
        """Provisions that hold the one at this place, without what stands below: the outermost first, no root."""
        with store.reading(self._file):
            rows = self._db.execute(
                "WITH RECURSIVE up (at) AS (SELECT parent FROM provision WHERE fragment = :key AND seq = :seq "
                "UNION ALL SELECT parent FROM up JOIN provision ON fragment = :key AND seq = at WHERE parent > 0) "
                f"SELECT {_PROVISIONS} FROM up JOIN provision ON fragment = :key AND seq = at WHERE at > 0 ORDER BY at",
                {"key": key, "seq": seq},
            )
            return tuple(records.provision(row) for row in rows.fetchall())

    def place_of(self, key: int, eid: str) -> int | None:
        """The place in document order of the provision with this eId; None where the text has none."""
        with store.reading(self._file):
            row = self._db.execute(
                "SELECT seq FROM provision WHERE fragment = ? AND eid = ? ORDER BY seq LIMIT 1", (key, eid)
            ).fetchone()
            return None if row is None else int(row[0])

    def citations(self, key: int) -> dict[int, tuple[str, str]]:
        """The eId and the short citation of each provision by its place in document order."""
        with store.reading(self._file):
            rows = self._db.execute("SELECT seq, eid, cite FROM provision WHERE fragment = ?", (key,))
            return {seq: (eid, cite) for seq, eid, cite in rows.fetchall()}

    def claims(self, instrument: InstrumentId | None = None) -> dict[int, frozenset[str]]:
        """Articles (ids) that each fragment, of one instrument or of all, lays claim to."""
        where, values = ("WHERE instrument = ?", (str(instrument),)) if instrument else ("", ())
        found: dict[int, set[str]] = {}
        with store.reading(self._file):
            for key, eid in self._db.execute(
                f"SELECT claim.fragment, eid FROM claim JOIN fragment ON fragment.id = claim.fragment {where}", values
            ):
                found.setdefault(key, set()).add(eid)
        return {key: frozenset(eids) for key, eids in found.items()}

    def add_body(self, body: Body) -> None:
        """Store a body, in place of another one with the same id."""
        with self.changing():
            self.drop_body(body.id)
            self._db.execute("INSERT INTO body (id, title) VALUES (?, ?)", (body.id, body.title))
            self._db.executemany(
                "INSERT INTO body_ref (body, position, ref) VALUES (?, ?, ?)",
                [(body.id, position, str(ref)) for position, ref in enumerate(body.refs)],
            )

    def drop_body(self, id_: str) -> None:
        """Drop the body with this id, if there is one; its texts stay."""
        with self.changing():
            self._db.execute("DELETE FROM body WHERE id = ?", (id_,))

    def bodies(self) -> tuple[Body, ...]:
        """Every body, by id."""
        with store.reading(self._file):
            rows = self._db.execute(
                "SELECT id, title, ref FROM body JOIN body_ref ON body = id ORDER BY id, position"
            ).fetchall()
            titles = {id_: title for id_, title, _ in rows}
            return tuple(
                Body(id_, title, tuple(VersionRef.parse(ref) for other, _, ref in rows if other == id_))
                for id_, title in titles.items()
            )

    def body(self, id_: str) -> Body:
        """The body with this id; raises NotFoundError with the ids there are."""
        bodies = self.bodies()
        for body in bodies:
            if body.id == id_:
                return body
        known = ", ".join(body.id for body in bodies[:10]) or "none yet: `palermo body add` makes one"
        raise NotFoundError(f"no body {id_!r}", expected=f"one of the library's bodies ({known})")

    def _add(self, version: Version) -> int | None:
        ref, sha256 = version.ref, version.source.sha256
        same = (str(ref.instrument), ref.lang or "", ref.date or "")
        known = self._db.execute(
            "SELECT id, sha256, path FROM fragment "
            "WHERE instrument = ? AND coalesce(lang, '') = ? AND coalesce(date, '') = ?",
            same,
        ).fetchall()
        if any(other == sha256 for _, other, _ in known):
            return None
        claimed = claims(version.root)
        if ref.date:
            self._refuse_clash(version, claimed, known)
        self._db.execute("UPDATE keeping SET last = last + 1")
        key = int(self._db.execute("SELECT last FROM keeping").fetchone()[0])
        self._db.execute(
            f"INSERT INTO fragment (id, {_ALL}) VALUES (?, {_marks(records.FRAGMENT_COLUMNS)})",
            (key, *records.fragment_row(version)),
        )
        self._db.executemany(
            f"INSERT INTO provision (fragment, {_PROVISIONS}) VALUES (?, {_marks(records.PROVISION_COLUMNS)})",
            ((key, *row) for row in records.provision_rows(version.root)),
        )
        self._db.executemany("INSERT INTO claim (fragment, eid) VALUES (?, ?)", ((key, eid) for eid in sorted(claimed)))
        self._db.execute("INSERT INTO seal (fragment, sha256) VALUES (?, ?)", (key, records.seal(version)))
        return key

    def _refuse_clash(self, version: Version, claimed: frozenset[str], known: Sequence[tuple[int, str, str]]) -> None:
        for key, sha256, path in known:
            held = {eid for (eid,) in self._db.execute("SELECT eid FROM claim WHERE fragment = ?", (key,))}
            if both := sorted(claimed & held):
                what = both[0] or "the whole text"
                raise LibraryError(
                    f"the library holds another text of {version.ref} {what}: "
                    f"{path} has sha256 {sha256[:12]}, this file {version.source.sha256[:12]}",
                    file=version.source.path,
                    expected="the same text, another date, or another instrument",
                )

    def _gone(self) -> LibraryError:
        return LibraryError("a text has just been removed from the library; try again", file=str(self.path))

    def _fragments(self, clause: str, *values: object) -> tuple[Fragment, ...]:
        with store.reading(self._file):
            rows = self._db.execute(f"SELECT id, {_BRIEF} FROM fragment {clause}", values).fetchall()
            return tuple(
                Fragment(key, records.reference(row), row[3], records.in_force(row), records.source(row))
                for key, *row in rows
            )


_texts = Lru(_TEXTS)  # under a stamp a key is never another text's


def _marks(columns: Sequence[str]) -> str:
    return ", ".join("?" * len(columns))
