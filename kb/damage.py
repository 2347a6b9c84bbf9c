"""The errors of a library's own files."""

from __future__ import annotations

from corpus.errors import LibraryError

__all__ = ["DamageError", "NotWritableError"]


class DamageError(LibraryError):
    """A file that is there and cannot be what palermo wrote."""


class NotWritableError(LibraryError):
    """A disk that is full, or a folder that is write-protected. What was there before is there still."""
