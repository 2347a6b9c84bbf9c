"""Plain text: nothing is markup; only running heads and page numbers at form feeds are not read."""

from __future__ import annotations

from palermo.corpus.model.text_model import Span
from palermo.corpus.readers.shared.page_furniture import furniture
from palermo.corpus.readers.shared.reader_output import Raw

__all__ = ["read"]


def read(text: str) -> Raw:
    """The text as it stands; its structure is found from the numbering."""
    return Raw(text, tuple(Span(*span) for span in furniture(text)))
