"""Put a backup in the place of a library, at once: whoever reads has the old one or the new one."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from palermo.corpus.errors import InputError, LibraryError
from palermo.kb.library.file_errors import DamageError, naming_path
from palermo.kb.library.library import Library
from palermo.kb.library.links.read_links import link
from palermo.kb.library.progress import Track, silent
from palermo.kb.library.stale_files import ASIDE, INDEX, sweep
from palermo.kb.search.index.keep_current import Annotate, open_index, quiet, unmarked
from palermo.kb.upkeep.backup import Manifest, unpack

__all__ = ["Restored", "restore"]


@dataclass(frozen=True, slots=True)
class Restored:
    """Result of a restore, and how many texts it replaced. `kept` is where a damaged library was put aside, if one was
    there."""

    manifest: Manifest
    replaced: int
    kept: Path | None


def restore(
    file: Path, path: Path, *, replace: bool = False, track: Track = silent, annotate: Annotate = unmarked
) -> Restored:
    """Make the library in `path` what the backup has, with its index. All of that is made aside; only then is what was
    there replaced. Others may read and write meanwhile.

    Raises InputError for a file that is no sound backup, LibraryError for a library that has something, without
    `replace`.
    """
    texts, damaged = _there(path)
    if (texts or damaged) and not replace:
        what = "damaged" if damaged else f"not empty: it holds {texts} files"
        raise LibraryError(f"the library is {what}", file=str(path), expected="--replace, or another --library")
    path.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        held.enter_context(naming_path(path))
        if Library.is_at(path) and not damaged:
            held.enter_context(quiet(held.enter_context(Library.open(path)), track))
        aside = Path(held.enter_context(TemporaryDirectory(prefix=ASIDE, dir=path, ignore_cleanup_errors=True)))
        manifest = unpack(file, aside)
        with held.enter_context(Library.open(aside)) as new:
            if found := new.faults():
                raise InputError(f"the library in the backup is damaged ({found[0]})", file=str(file))
            stamp = new.rename()
            open_index(new, track, annotate).close()
            link(new, track)
            kept = Library.set_aside(path) if damaged else None
            with Library.create(path) as old:
                if (aside / INDEX / stamp).is_dir():
                    (path / INDEX).mkdir(exist_ok=True)
                    (aside / INDEX / stamp).rename(path / INDEX / stamp)
                new.copy_to(old)
        sweep(path, stamp)
    return Restored(manifest, texts, kept)


def _there(path: Path) -> tuple[int, bool]:
    """How many texts the library has, and whether it is damaged."""
    if not Library.is_at(path):
        return 0, False
    try:
        with Library.open(path) as library:
            return len(library.fragments()), bool(library.faults())
    except DamageError:
        return 0, True
