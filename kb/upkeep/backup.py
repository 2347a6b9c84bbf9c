"""A library in one file, and back. The index is left out: it is derived from the rest.

The file is a ZIP with the library's database and `manifest.json`, which has its schema and its sha256.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from palermo.corpus.build_date import made_on
from palermo.corpus.errors import InputError
from palermo.kb.library.file_errors import DamageError, naming_path
from palermo.kb.library.library import Library
from palermo.kb.library.store import schema_refusal

__all__ = ["Manifest", "is_backup", "pack", "unpack"]

_FORMAT = "palermo.backup/1"
_MANIFEST = "manifest.json"
_LARGEST_MANIFEST = 1 << 16  # bytes
_BLOCK = 1 << 20  # bytes copied at a time
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError)
_BACKUP = "a file that `palermo backup` made"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`library_schema` is that of the database, `made` an ISO date, `size` the database's bytes."""

    library_schema: int
    made: str
    texts: int
    bodies: int
    size: int
    sha256: str


def pack(library: Library, file: Path) -> Manifest:
    """Write the library as it stands at one moment, whoever writes to it meanwhile; all of it or nothing. What is put
    into the file is read again before the file takes the place of what is there.

    Raises DamageError if the library is damaged.
    """
    around, prefix = file.parent, f".{file.name}."
    with naming_path(file), TemporaryDirectory(prefix=prefix, dir=around, ignore_cleanup_errors=True) as aside:
        folder = Path(aside)
        with Library.create(folder) as copy:
            library.copy_to(copy)
            if found := copy.faults():
                raise DamageError(f"the library is damaged ({found[0]}): no backup was made", file=str(library.path))
            texts, bodies, schema = len(copy.fragments()), len(copy.bodies()), copy.schema
        database = Library.file_of(folder)
        manifest = Manifest(schema, made_on(), texts, bodies, database.stat().st_size, _sum(database))
        packed = folder / "packed"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_MANIFEST, json.dumps({"schema": _FORMAT, **asdict(manifest)}, indent=2))
            archive.write(database, database.name)
        database.unlink()
        unpack(packed, folder)
        packed.replace(file)
        return manifest


def unpack(file: Path, folder: Path) -> Manifest:
    """Put the database of a backup into the folder, checked against its manifest.

    Raises InputError if it is none, damaged, or newer than this program.
    """
    with _archive(file) as archive:
        manifest = _manifest(archive, file)
        name = Library.file_of(folder).name
        target = folder / name
        with archive.open(name) as packed, target.open("xb") as out:
            copyfileobj(packed, out, _BLOCK)
    if (target.stat().st_size, _sum(target)) != (manifest.size, manifest.sha256):
        raise InputError("the backup is damaged: the library in it is not the one that was put in", file=str(file))
    return manifest


def is_backup(file: Path) -> bool:
    """True if the file can be read as a backup, as far as its manifest goes."""
    try:
        with _archive(file) as archive:
            _manifest(archive, file)
    except InputError:
        return False
    return True


@contextmanager
def _archive(file: Path) -> Iterator[zipfile.ZipFile]:
    """The ZIP; what cannot be read of it is one InputError."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except FileNotFoundError as error:
        raise InputError("there is no such file", file=str(file), expected=_BACKUP) from error
    except _UNREADABLE as error:
        raise InputError(f"is no backup, or a damaged one ({error})", file=str(file), expected=_BACKUP) from error


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    if archive.getinfo(_MANIFEST).file_size > _LARGEST_MANIFEST:
        raise ValueError("its manifest is too large")
    found = json.loads(archive.read(_MANIFEST))
    if not isinstance(found, dict) or found.pop("schema", None) != _FORMAT:
        raise ValueError("its manifest is of another format")
    try:
        manifest = Manifest(**found)
    except TypeError as error:
        raise ValueError("its manifest is of another format") from error
    if refusal := schema_refusal(manifest.library_schema):
        raise InputError(refusal[0], file=str(file), expected=refusal[1])
    if archive.getinfo(Library.file_of(Path()).name).file_size != manifest.size:
        raise ValueError("it has another size than its manifest says")
    return manifest


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
