"""A folder that holds one generation of something, and the file `current` that names it.

A new one is made beside the old one, then `current` is replaced: whoever reads has the old one or the new one whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

__all__ = ["current", "following"]

_CURRENT = "current"


def current(folder: Path, schema: int) -> str | None:
    """The name of the generation in use; None if there is none of this schema."""
    name, before = "", None
    while name != before:  # the one that was named may have been replaced, and dropped, since
        before = name
        try:
            name = (folder / _CURRENT).read_text(encoding="ascii").strip()
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not name.startswith(f"v{schema}-"):
            return None
        if (folder / name).is_dir():
            return name
    return None


@contextmanager
def following(folder: Path, schema: int) -> Iterator[Path]:
    """An empty folder inside, to be filled; then it is the current generation, and all others are dropped."""
    name = f"v{schema}-{uuid4().hex[:12]}"
    generation = folder / name
    try:
        generation.mkdir()
        yield generation
        aside = folder / f"{_CURRENT}.new"
        aside.write_text(name, encoding="ascii")
        aside.replace(folder / _CURRENT)
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    for old in folder.glob("v*-*"):
        if old.name != name:
            shutil.rmtree(old, ignore_errors=True)
