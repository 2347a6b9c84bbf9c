"""Plain text: nothing is markup; only running heads and page numbers at form feeds are not read."""

from __future__ import annotations

from corpus.model import Span
from corpus.readers.furniture import furniture
from corpus.readers.raw import Raw

__all__ = ["read"]


def read(text: str) -> Raw:
    """The text as it stands; its structure is found from the numbering."""
    return Raw(text, tuple(Span(*span) for span in furniture(text)))
