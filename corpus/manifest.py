"""MANIFEST.tsv: what a folder says of the files below it.

Columns path (from the manifest's folder), title, language, country, work, in_force; blank is unknown; others are notes.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.errors import InputError

__all__ = ["NAME", "Entry", "find_entry"]

NAME = "MANIFEST.tsv"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row; None is unknown. `manifest` is the file that it stands in."""

    manifest: str
    title: str | None
    language: str | None
    country: str | None
    work: str | None
    in_force: str | None


def find_entry(path: Path) -> Entry | None:
    """The row about `path` in the nearest manifest above it that has one."""
    full = path.resolve()
    for folder in full.parents:
        entry = _rows(folder).get(full.relative_to(folder).as_posix())
        if entry is not None:
            return entry
    return None


@lru_cache(maxsize=256)
def _rows(folder: Path) -> dict[str, Entry]:
    file = folder / NAME
    if not file.is_file():
        return {}
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", file=str(file), expected="tab-separated UTF-8") from error
    reader = csv.DictReader(io.StringIO(text), delimiter="\t")
    if "path" not in (reader.fieldnames or ()):
        raise InputError(
            "no column 'path'", file=str(file), line=1, expected="path, title, language, country, work, in_force"
        )

    def cell(row: dict[str, str | None], name: str) -> str | None:
        return (row.get(name) or "").strip() or None

    return {
        row["path"]: Entry(str(file), *(cell(row, n) for n in ("title", "language", "country", "work", "in_force")))
        for row in reader
        if row.get("path")
    }
