"""Packages of the office formats, so that the same parts give the same bytes: order, time and permissions are fixed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from palermo.corpus.build_date import made_on

__all__ = ["rezipped", "zipped"]

_FIRST = "[Content_Types].xml"  # readers that stream a package want it first (ECMA-376 part 2, 10.2.3)
_UNIX, _READABLE = 3, 0o644 << 16  # a library writes the system's own
_EARLIEST = 1980  # a zip file knows no earlier year


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of the parts (name in the package, content), in the order of their names, each of the day that
    `palermo.corpus.build_date.made_on` says.
    """
    year, month, day = map(int, made_on().split("-"))
    moment = (year, month, day, 0, 0, 0) if year >= _EARLIEST else (_EARLIEST, 1, 1, 0, 0, 0)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in sorted(parts, key=lambda part: (part[0] != _FIRST, part[0])):
            info = zipfile.ZipInfo(name, moment)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _READABLE
            archive.writestr(info, content)
    return out.getvalue()


def rezipped(package: bytes) -> bytes:
    """The package as `zipped` would have written it, whatever library wrote it, and when."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return zipped((name, archive.read(name)) for name in archive.namelist())
