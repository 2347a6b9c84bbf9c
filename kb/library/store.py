"""The library's file: making, opening, copying and guarding one SQLite database.

Everything that SQLite can complain of leaves here as one LibraryError. A library that cannot be written, because its
folder is read-only or the disk is full, can still be read.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib import resources
from pathlib import Path
from shutil import disk_usage
from tempfile import mkstemp

from palermo.corpus.errors import LibraryError
from palermo.kb.library.file_errors import DamageError, NotWritableError
from palermo.kb.library.stale_files import ASIDE

__all__ = [
    "SCHEMA_VERSION",
    "Connection",
    "connect",
    "copy",
    "faults",
    "guarded",
    "initialise",
    "is_still",
    "reading",
    "schema_refusal",
    "snapshot",
    "transaction",
]

_FIRST = 5  # the schema that `schema.sql` makes; those before it were never released
_STEPS: tuple[str, ...] = ()  # files beside it, each of which makes the next schema of the one before
SCHEMA_VERSION = _FIRST + len(_STEPS)
_APPLICATION_ID = 0x70616C72  # "palr": tells a library from any other SQLite file
_BUSY_SECONDS = 60.0
_REMEDY = "put a backup in its place with `palermo restore --replace FILE`, or make a new library"
_SHUT_OUT = ("unable to open", "readonly", "disk I/O", "full")  # what SQLite says where nothing can be written

_ROOM = 1 << 16  # bytes without which SQLite cannot even begin to write

Connection = sqlite3.Connection


@contextmanager
def guarded(file: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into one LibraryError about `file`."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise  # a bug of ours, not the file's
    except sqlite3.DatabaseError as error:
        raise _explained(error, file) from error


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """As `guarded`, for what is only read and decoded: a value that cannot be what was stored is damage, too."""
    with guarded(file):
        try:
            yield
        except (ValueError, KeyError, TypeError) as error:
            raise DamageError(f"the library is damaged ({error}); {_REMEDY}", file=str(file)) from error


def _explained(error: sqlite3.DatabaseError, file: Path) -> LibraryError:
    reason, place = str(error), str(file)
    if "locked" in reason or "busy" in reason:
        return LibraryError(f"the library is in use by another process ({reason}); try again", file=place)
    if "full" in reason or ("readonly" in reason and disk_usage(file.parent).free < _ROOM):
        return NotWritableError("no room is left on the disk: the library is as it was", file=place)
    if "readonly" in reason:
        return NotWritableError("the library can only be read: its file or folder is write-protected", file=place)
    if isinstance(error, sqlite3.OperationalError) and not reason.startswith("no such"):
        return LibraryError(f"the library cannot be used: {reason}", file=place)
    return DamageError(f"the library is damaged ({reason}); {_REMEDY}", file=place)


def connect(file: Path) -> Connection:
    """An open connection to the library in `file`. One that an older program made is first brought up to this schema,
    all of it or nothing.

    Raises LibraryError if it is none, newer than this program or in use, DamageError if it is that.
    """
    with reading(file):
        db, version = _look(file)
        try:
            db.execute("SELECT count(*) FROM fragment").fetchone()
            if version < SCHEMA_VERSION:
                with transaction(db):
                    _build(db)
        except BaseException:
            db.close()
            raise
        return db


def initialise(file: Path) -> None:
    """Make an empty library in `file` unless something is there already. Two processes may do so at once.

    It is made aside, so that there never is half a library.
    """
    if file.exists():
        return
    handle, name = mkstemp(dir=file.parent, prefix=ASIDE, suffix=file.suffix)
    os.close(handle)
    aside = Path(name)
    try:
        with guarded(file), closing(_open(aside)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            with transaction(db):
                _build(db)
                db.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        with suppress(FileExistsError):  # another process has just made it
            aside.chmod(0o666 & ~_mask())
            os.link(aside, file)
    finally:
        aside.unlink(missing_ok=True)


def copy(source: Connection, target: Connection) -> None:
    """Put all that is in one library in the place of what is in another, at once: whoever reads sees the old or the
    new. Waits for those that write."""
    source.backup(target)


def faults(db: Connection) -> list[str]:
    """Faults that SQLite finds in the file, in its words; empty for a sound one."""
    try:
        found = [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)").fetchall()]
        orphans = db.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [line for line in found if line != "ok"] + [f"a row of {row[0]} belongs to nothing" for row in orphans[:20]]


def schema_refusal(version: int) -> tuple[str, str] | None:
    """Reason why this program cannot use a library of that schema, and the schemas that it can; None if it can."""
    if version > SCHEMA_VERSION:
        return f"was made by a newer palermo (schema {version})", f"schema {SCHEMA_VERSION} or older: update palermo"
    if version < _FIRST:
        expected = f"schema {_FIRST} or newer: add its files to a new library"
        return f"was made by a palermo before 0.1.0 (schema {version})", expected
    return None


def _build(db: Connection) -> None:
    """Apply the steps that are missing. In a transaction: another process may have applied them meanwhile."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    for step in _STEPS[version - _FIRST :] if version else ("schema.sql", *_STEPS):
        for statement in resources.files(__package__).joinpath(step).read_text(encoding="utf-8").split(";\n"):
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {max(version, SCHEMA_VERSION)}")


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All of what happens inside, or nothing; one inside another is a part of it.

    Takes the write lock at once, so that no later step can lose a race.
    """
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.OperationalError):  # SQLite may have rolled it back itself, as on a full disk
            db.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(db: Connection) -> Iterator[None]:
    """Reads inside the context see one state, unaffected by concurrent writers; nothing can be written inside."""
    if db.in_transaction:
        yield
        return
    before = is_still(db)
    db.execute("PRAGMA query_only = ON")
    db.execute("BEGIN")
    try:
        yield
    finally:
        with suppress(sqlite3.OperationalError):
            db.execute("ROLLBACK")
        db.execute(f"PRAGMA query_only = {int(before)}")


def is_still(db: Connection) -> bool:
    """True if nothing can be written now: inside a snapshot, or where the file can only be read."""
    return bool(db.execute("PRAGMA query_only").fetchone()[0])


def _look(file: Path) -> tuple[Connection, int]:
    """A connection, and the schema's version; one that can only be read where nothing can be written."""
    try:
        return _checked(_open(file), file)
    except sqlite3.OperationalError as error:
        if not any(reason in str(error) for reason in _SHUT_OUT) or _pending(file):
            raise
    # Without a log beside it the file is all there is; nobody else who could write it is expected where we cannot.
    db = sqlite3.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
    db.execute("PRAGMA query_only = ON")
    return _checked(db, file)


def _pending(file: Path) -> bool:
    """Whether a part of the library is still in the log beside its file."""
    log = file.with_name(f"{file.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _checked(db: Connection, file: Path) -> tuple[Connection, int]:
    try:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if application != _APPLICATION_ID:
            raise LibraryError("is no palermo library", file=str(file), expected="a file made by `palermo add`")
        if refusal := schema_refusal(version):
            raise LibraryError(refusal[0], file=str(file), expected=refusal[1])
    except BaseException:
        db.close()
        raise
    return db, version


def _open(file: Path) -> Connection:
    db = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")  # what was said to be added is there after a power cut, too
    except BaseException:
        db.close()
        raise
    return db


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
