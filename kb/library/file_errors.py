"""The errors of a library's own files."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from palermo.corpus.errors import LibraryError

__all__ = ["DamageError", "NotWritableError", "naming_path"]

_REFUSALS = {
    errno.ENOSPC: "no room is left on the disk",
    errno.EDQUOT: "no room is left on the disk",
    errno.EFBIG: "a file would be larger than is allowed here",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
}


class DamageError(LibraryError):
    """A file that is there and cannot be what palermo wrote."""


class NotWritableError(LibraryError):
    """A disk that is full, or a folder that is write-protected. What was there before is there still."""


@contextmanager
def naming_path(path: Path) -> Iterator[None]:
    """Errors of a disk on which palermo's own files beside `path` cannot be written are told of `path`."""
    try:
        yield
    except NotWritableError as error:
        raise NotWritableError(error.message, file=str(path), expected=error.expected) from error
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        raise NotWritableError(f"{_REFUSALS[error.errno]}: the library is as it was", file=str(path)) from error
