"""Checksums that tell whether the files of a folder are as they were written."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

__all__ = ["altered", "record"]

_RECORD = "checksums.json"
_BLOCK = 1 << 20  # bytes read at a time


def record(folder: Path) -> None:
    """Take down the size and CRC-32 of each file that is new; a file's content never changes under one name."""
    known = _recorded(folder)
    files = [file for file in _files(folder) if file.name not in known]
    there = {file.name for file in _files(folder)}
    noted = {name: entry for name, entry in known.items() if name in there}
    noted |= {file.name: _of(file) for file in files}
    aside = folder / f"{_RECORD}.new"
    aside.write_text(json.dumps(noted), encoding="ascii")
    aside.replace(folder / _RECORD)


def altered(folder: Path) -> list[str]:
    """The names of files that are no longer as they were taken down. One that is gone is not among them: whoever needs
    it will miss it."""
    known = _recorded(folder)
    return sorted(f.name for f in _files(folder) if f.name in known and known[f.name] != _of(f))


def _recorded(folder: Path) -> dict[str, list[int]]:
    try:
        found = json.loads((folder / _RECORD).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _files(folder: Path) -> list[Path]:
    return [
        file for file in folder.iterdir() if file.is_file() and not file.name.startswith((_RECORD, "MAIN_WRITELOCK"))
    ]


def _of(file: Path) -> list[int]:
    """Size in bytes, CRC-32."""
    size = sum_ = 0
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            size, sum_ = size + len(block), crc32(block, sum_)
    return [size, sum_]
