"""The error of a library or an index that is not as it was left."""

from __future__ import annotations

from corpus.errors import LibraryError

__all__ = ["DamageError"]


class DamageError(LibraryError):
    """A file that is there and cannot be what palermo wrote."""
