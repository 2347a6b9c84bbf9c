"""Bytes to text, or a refusal that names the byte where it went wrong. Nothing is replaced, guessed away or dropped."""

from __future__ import annotations

import codecs

from corpus.errors import InputError

__all__ = ["decode"]


def decode(data: bytes, file: str) -> str:
    """The text of `data`, character for character, line ends included; a leading byte order mark is dropped."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte {error.start} is not UTF-8",
            file=file,
            line=data.count(b"\n", 0, error.start) + 1,
            expected="a text file",
        ) from error
