"""Care of a library: its index made anew, whether it is as it was left, a copy in one file and back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from palermo.corpus.errors import UsageError
from palermo.kb.library.file_errors import DamageError
from palermo.kb.library.library import Library
from palermo.kb.library.links.read_links import link
from palermo.kb.library.progress import Track, silent
from palermo.kb.search.index.keep_current import rebuild
from palermo.kb.upkeep import backup as backups
from palermo.kb.upkeep import restore as restoring
from palermo.kb.upkeep.backup import Manifest
from palermo.kb.upkeep.restore import Restored
from palermo.kb.upkeep.verify import Fault, faults
from palermo.library.mark_elements import annotate

__all__ = ["Reindexed", "Verified", "backup", "reindex", "restore", "verify"]


@dataclass(frozen=True, slots=True)
class Reindexed:
    """Numbers of files that the index was made of, and of articles, sections and other units in it."""

    files: int
    units: int


@dataclass(frozen=True, slots=True)
class Verified:
    """Number of files that were looked at, and what is wrong."""

    files: int
    faults: tuple[Fault, ...]


def reindex(library: Path, *, track: Track = silent) -> Reindexed:
    """Make anew what is derived from the texts: the index, and what amends what. Whoever searches meanwhile finds the
    old index. What runs that were broken off have left is dropped."""
    with Library.open(library) as opened:
        units = rebuild(opened, track, annotate)
        link(opened, track, anew=True)
        return Reindexed(len(opened.fragments()), units)


def verify(library: Path, *, track: Track = silent) -> Verified:
    """Verify the library; nothing is changed. One that is damaged so that it cannot be opened has
    that one fault; raises LibraryError if there is none, or a newer one."""
    try:
        with Library.open(library) as opened:
            found = tuple(faults(opened, track))
            return Verified(_files(opened), found)
    except DamageError as error:
        remedy = "put a backup in its place: `palermo restore --replace FILE`"
        return Verified(0, (Fault("file", str(library), error.message, remedy),))


def backup(file: Path, *, library: Path) -> Manifest:
    """Write the library into one file. Raises UsageError for a file that is there and no backup: it is not replaced."""
    if file.is_dir():
        raise UsageError("is a folder", file=str(file), expected="a file to write, such as library.zip")
    if not file.absolute().parent.is_dir():
        raise UsageError("its folder does not exist", file=str(file), expected="a file in a folder that exists")
    with Library.open(library) as opened:
        if file.exists() and not backups.is_backup(file):
            raise UsageError(
                "is there already and no backup", file=str(file), expected="a new file, or an older backup"
            )
        return backups.pack(opened, file.absolute())


def restore(file: Path, *, library: Path, replace: bool = False, track: Track = silent) -> Restored:
    """Make the library what the backup has (`palermo.kb.upkeep.restore.restore`)."""
    return restoring.restore(file, library, replace=replace, track=track, annotate=annotate)


def _files(library: Library) -> int:
    try:
        return len(library.fragments())
    except DamageError:
        return 0
