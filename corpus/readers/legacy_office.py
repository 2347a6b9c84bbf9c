"""Office files of before 2007 (OLE compound files): refused, with what to do about it."""

from __future__ import annotations

from palermo.corpus.errors import InputError
from palermo.corpus.readers.shared.reader_output import Raw

__all__ = ["MAGIC", "read"]

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB], 2.2


def read(data: bytes, file: str) -> Raw:
    """Raises InputError."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise InputError("is an Office document locked by a password", file=file, expected="a file saved without one")
    if "WordDocument".encode("utf-16-le") in data or file.lower().endswith(".doc"):
        raise InputError(
            "is a Word document in the old Office format (.doc)", file=file, expected="the same saved as .docx"
        )
    raise InputError("is an old Office document, not text", file=file, expected="a text, .docx or PDF file")
