"""Examines whether palermo can work here: its parts, its library, the disk. Nothing is changed."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from palermo.corpus.errors import LibraryError
from palermo.kb.lexicon.cues import languages
from palermo.kb.lexicon.lemmatise import analyse
from palermo.kb.library.file_errors import DamageError
from palermo.kb.library.library import Library
from palermo.kb.library.stale_files import INDEX, stale_files
from palermo.kb.library.store import SCHEMA_VERSION
from palermo.kb.search.index.keep_current import state

__all__ = ["DoctorCheck", "examine"]

_OLDEST, _NEWEST = (3, 11), (3, 13)
_ROOM = 200_000_000  # bytes without which a larger act, or the index made anew, may not fit
_TIMES = 3  # the library's own size: the old index, the new one and what is written while it is made
_REINSTALL = "install palermo again: `pip install --force-reinstall palermo`"


@dataclass(frozen=True, slots=True)
class DoctorCheck:
    """A check and its result. `state` is "ok", "note" (palermo works) or "fault"; only these have a remedy."""

    name: str
    state: str
    found: str
    remedy: str = ""


def examine(library: Path) -> tuple[DoctorCheck, ...]:
    """Everything that was looked at, in the order in which it matters."""
    return (*_program(), *_library(library))


def _program() -> Iterator[DoctorCheck]:
    version = f"{platform.python_version()} ({platform.system()})"
    if _OLDEST <= sys.version_info[:2] <= _NEWEST:
        yield DoctorCheck("Python", "ok", version)
    else:
        yield DoctorCheck("Python", "fault", version, "install palermo under Python 3.11, 3.12 or 3.13")
    try:
        yield DoctorCheck("palermo", "ok", f"{metadata.version('palermo')}, library schema {SCHEMA_VERSION}")
        yield _parts(metadata.requires("palermo") or ())
    except metadata.PackageNotFoundError:
        yield DoctorCheck("palermo", "note", "run from its sources, not installed", "`pip install .` in its folder")
    yield _languages()


def _parts(requirements: Iterable[str]) -> DoctorCheck:
    """The libraries that palermo needs, without those of its developers."""
    there, missing = [], []
    for requirement in requirements:
        name = re.split(r"[^\w.-]", requirement)[0]
        if "extra ==" not in requirement:
            try:
                there.append(f"{name} {metadata.version(name)}")
            except metadata.PackageNotFoundError:
                missing.append(name)
    if missing:
        return DoctorCheck("Libraries", "fault", "missing: " + ", ".join(missing), _REINSTALL)
    return DoctorCheck("Libraries", "ok", ", ".join(there))


def _languages() -> DoctorCheck:
    failed = []
    for lang in languages():
        try:
            analyse("a 1", lang)
        except (ImportError, OSError, ValueError) as error:
            failed.append(f"{lang} ({error})")
    if failed:
        return DoctorCheck("Dictionaries", "fault", "cannot be loaded: " + ", ".join(failed), _REINSTALL)
    return DoctorCheck("Dictionaries", "ok", ", ".join(languages()))


def _library(path: Path) -> Iterator[DoctorCheck]:
    if not Library.is_at(path):
        yield DoctorCheck("Library", "note", f"none in {path}", "`palermo add FILE` makes one, --library names another")
        yield _room(path, 0)
        return
    size = _size([path])
    try:
        with Library.open(path) as library:
            texts = len(library.fragments())
            bodies = len(library.bodies())
            found = f"{path}: {texts} files, {bodies} bodies of law, schema {library.schema}, {_said(size)}"
            yield DoctorCheck("Library", "ok", found)
            yield _writing(path)
            yield _room(path, size)
            yield _index(library, texts)
            if old := [*stale_files(path, library.stamp)]:
                found = f"{_said(_size(old))} of runs that were broken off, or that are under way"
                yield DoctorCheck("Leftovers", "note", found, "`palermo reindex` drops them")
    except LibraryError as error:
        yield DoctorCheck(
            "Library", "fault", str(error), "`palermo verify` says more; `palermo restore` puts a backup back"
        )


def _writing(path: Path) -> DoctorCheck:
    """Whether the library can be written, by the rights that its files and folders give."""
    shut = [str(p) for p in (path, Library.file_of(path), path / INDEX) if p.exists() and not os.access(p, os.W_OK)]
    if shut:
        found = "write-protected: " + ", ".join(shut)
        return DoctorCheck(
            "Writing", "note", found, "texts can be searched; to add some, have the folder's rights changed"
        )
    return DoctorCheck("Writing", "ok", "allowed")


def _room(path: Path, size: int) -> DoctorCheck:
    there = next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.exists())
    free = shutil.disk_usage(there).free
    if free < max(_ROOM, _TIMES * size):
        return DoctorCheck(
            "Disk", "note", f"{_said(free)} free", "make room before more is added or the index made anew"
        )
    return DoctorCheck("Disk", "ok", f"{_said(free)} free")


def _index(library: Library, texts: int) -> DoctorCheck:
    try:
        missing, busy = state(library)
    except DamageError as error:
        return DoctorCheck("Index", "fault", error.message, "`palermo reindex`")
    if busy:
        return DoctorCheck(
            "Index", "note", "is being written by another process", "wait for it: searches find the rest"
        )
    if missing:
        return DoctorCheck(
            "Index", "note", f"{missing} of {texts} files are not in it yet", "the next search adds them"
        )
    return DoctorCheck("Index", "ok", "has every file")


def _size(paths: Iterable[Path]) -> int:
    files = (file for path in paths for file in (path, *path.rglob("*")) if file.is_file())
    return sum(file.stat().st_size for file in files)


def _said(size: int) -> str:
    """`3.2 MB`; decimal units, as file managers have them."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.3g} {unit}"
        amount /= 1000
    return f"{amount:.3g} GB"
