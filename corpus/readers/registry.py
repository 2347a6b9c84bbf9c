"""Which reader a file gets. Content decides; a name only tips the scale between kinds of plain text."""

from __future__ import annotations

from typing import Protocol

from corpus.readers.raw import Raw

__all__ = ["READERS", "Reader", "choose"]


class Reader(Protocol):
    """One format. Readers are asked in order; the first that says yes reads."""

    @property
    def format(self) -> str: ...

    def sniff(self, data: bytes, name: str) -> bool: ...

    def read(self, data: bytes, file: str) -> Raw: ...


class _Markdown:
    format = "md"

    def sniff(self, data: bytes, name: str) -> bool:
        return name.lower().endswith((".md", ".markdown"))

    def read(self, data: bytes, file: str) -> Raw:
        from corpus.decoding import decode

        try:
            from corpus.readers import markdown
        except ImportError:
            return Raw(decode(data, file))
        return markdown.read(decode(data, file))


class _Plain:
    format = "txt"

    def sniff(self, data: bytes, name: str) -> bool:
        return True

    def read(self, data: bytes, file: str) -> Raw:
        from corpus.decoding import decode

        try:
            from corpus.readers import plain
        except ImportError:
            return Raw(decode(data, file))
        return plain.read(decode(data, file))


READERS: tuple[Reader, ...] = (_Markdown(), _Plain())


def choose(data: bytes, name: str) -> Reader:
    """The reader for `data`."""
    return next(reader for reader in READERS if reader.sniff(data, name))
