"""The library's file: making, opening and guarding one SQLite database.

Everything that SQLite can complain of leaves here as one LibraryError.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from corpus.errors import LibraryError

__all__ = ["SCHEMA_VERSION", "Connection", "connect", "guarded", "initialise", "reading", "transaction"]

_STEPS = ("schema.sql", "schema_2.sql", "schema_3.sql")  # the n-th makes schema n of the one before
SCHEMA_VERSION = len(_STEPS)
_APPLICATION_ID = 0x70616C72  # "palr": tells a library from any other SQLite file
_BUSY_SECONDS = 30.0
_REMEDY = "restore it or make a new one"

Connection = sqlite3.Connection


@contextmanager
def guarded(file: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into one LibraryError about `file`."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise  # a bug of ours, not the file's
    except sqlite3.DatabaseError as error:
        raise LibraryError(_explain(error), file=str(file)) from error


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """As `guarded`, for what is only read and decoded: a value that cannot be what was stored is damage, too."""
    with guarded(file):
        try:
            yield
        except (ValueError, KeyError, TypeError) as error:
            raise LibraryError(f"the library is damaged ({error}); {_REMEDY}", file=str(file)) from error


def _explain(error: sqlite3.DatabaseError) -> str:
    reason = str(error)
    if "locked" in reason or "busy" in reason:
        return f"the library is in use by another process ({reason}); try again"
    if isinstance(error, sqlite3.OperationalError) and not reason.startswith("no such"):
        return f"the library cannot be used: {reason}"
    return f"the library is damaged ({reason}); {_REMEDY}"


def connect(file: Path) -> Connection:
    """An open connection to the library in `file`. One that an older program made is first brought up to this schema,
    all of it or nothing.

    Raises LibraryError if it is none, damaged, newer than this program or in use.
    """
    with reading(file):
        db = _open(file)
        try:
            (application,) = db.execute("PRAGMA application_id").fetchone()
            (version,) = db.execute("PRAGMA user_version").fetchone()
            if application != _APPLICATION_ID:
                raise LibraryError("is no palermo library", file=str(file), expected="a file made by `palermo add`")
            if version > SCHEMA_VERSION:
                raise LibraryError(
                    f"was made by a newer palermo (schema {version})",
                    file=str(file),
                    expected=f"schema {SCHEMA_VERSION} or older: update palermo",
                )
            db.execute("SELECT count(*) FROM fragment").fetchone()
            if version < SCHEMA_VERSION:
                with transaction(db):
                    _build(db)
        except BaseException:
            db.close()
            raise
        return db


def initialise(file: Path) -> None:
    """Make an empty library in `file` unless it is there already. Two processes may do so at once."""
    with reading(file):
        db = _open(file)
        try:
            if _has_tables(db):  # a library, or somebody else's database, which stays as it is
                return
            db.execute("PRAGMA journal_mode = WAL")
            with transaction(db):
                if not _has_tables(db):
                    _build(db)
                    db.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        finally:
            db.close()


def _build(db: Connection) -> None:
    """Take the steps that are missing; another process may have taken them since one looked. In a transaction."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    for step in _STEPS[version:]:
        for statement in resources.files("kb").joinpath(step).read_text(encoding="utf-8").split(";\n"):
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {max(version, SCHEMA_VERSION)}")


def _has_tables(db: Connection) -> bool:
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(tables)


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All of what happens inside, or nothing. Takes the write lock at once, so that no later step can lose a race."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _open(file: Path) -> Connection:
    db = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        db.close()
        raise
    return db
