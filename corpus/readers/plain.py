"""Plain text: every character is read by a person; nothing is markup."""

from __future__ import annotations

from corpus.readers.raw import Raw

__all__ = ["read"]


def read(text: str) -> Raw:
    """The text as it stands; its structure is found from the numbering."""
    return Raw(text)
