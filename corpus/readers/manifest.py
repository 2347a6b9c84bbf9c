"""MANIFEST.tsv: what a folder says of the files below it.

Columns path (from the manifest's folder), title, language, country, work, in_force; blank is unknown; others are notes.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

from palermo.corpus.errors import InputError

__all__ = ["NAME", "ManifestEntry", "find_entry"]

NAME = "MANIFEST.tsv"
_COLUMNS = ("title", "language", "country", "work", "in_force")


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A row; None is unknown. `manifest` is the file that it stands in."""

    manifest: str
    title: str | None
    language: str | None
    country: str | None
    work: str | None
    in_force: str | None


def find_entry(path: Path) -> ManifestEntry | None:
    """The row about `path` in the nearest manifest above it that has one, by the path as given or as links lead it.

    Raises InputError for a manifest that cannot be read.
    """
    for full in dict.fromkeys((Path(os.path.abspath(path)), path.resolve())):  # noqa: PTH100 - keeps links, drops ..
        for folder in full.parents:
            entry = _entries(folder / NAME).get(full.relative_to(folder).as_posix())
            if entry is not None:
                return entry
    return None


def _entries(file: Path) -> Mapping[str, ManifestEntry]:
    try:
        state = file.stat()
    except OSError:
        return {}
    return _read(file, state.st_mtime_ns, state.st_size) if S_ISREG(state.st_mode) else {}


@lru_cache(maxsize=256)
def _read(file: Path, modified: int, size: int) -> Mapping[str, ManifestEntry]:
    """The rows of a manifest by path; read again when the file changes. One without paths is another program's."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, delimiter="\t")
            if "path" not in (reader.fieldnames or ()):
                return {}
            return {
                row["path"]: ManifestEntry(str(file), *((row.get(name) or "").strip() or None for name in _COLUMNS))
                for row in reader
                if row["path"]
            }
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"cannot be read: {error}", file=str(file), expected="tab-separated UTF-8") from error
