"""Files that interrupted runs leave in a library's folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

__all__ = ["ASIDE", "INDEX", "stale_files", "sweep"]

ASIDE = ".new-"  # begins the name of whatever is made beside the library, to be put in its place when it is whole
INDEX = "index"  # the folder with an index for each stamp (`Library.stamp`)


def stale_files(path: Path, stamp: str) -> Iterator[Path]:
    """Files that are neither the library nor its index. A `restore` that is under way may use some of them."""
    yield from path.glob(f"{ASIDE}*")
    if (path / INDEX).is_dir():
        yield from (entry for entry in (path / INDEX).iterdir() if entry.name != stamp)


def sweep(path: Path, stamp: str) -> None:
    """Drop the leftovers. The caller holds the index's lock, as `restore` does while it needs them."""
    for entry in [*stale_files(path, stamp)]:
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)
