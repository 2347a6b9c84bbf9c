"""Files that are ZIP archives of parts (Word, OpenDocument, EPUB): the parts that are asked for, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from palermo.corpus.errors import InputError
from palermo.corpus.readers.shared.safe_xml import parse_xml

__all__ = ["LARGEST_PART", "LARGEST_SUM", "MAGIC", "MOST_PARTS", "MOST_TAGS", "Package"]

MAGIC = b"PK\x03\x04"
LARGEST_PART = 16_000_000  # bytes of one part when unpacked: the text of some 1,000 pages
LARGEST_SUM = 32_000_000  # bytes of all parts that are read
MOST_PARTS = 20_000
MOST_TAGS = 1_500_000  # of a part: some 1,500 pages as Word writes them
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)
_ENCRYPTED = 0x1  # PKWARE's APPNOTE, 4.4.4: bit 0 of a part's flags
# what ISO/IEC 29500-2, 26300-3 and EPUB allow; of what is packed otherwise zipfile unpacks more than it is asked for
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package:
    """An archive in memory. What is read is counted as it is unpacked, whatever sizes the archive states."""

    def __init__(self, data: bytes, file: str) -> None:
        """Raises InputError where the archive's directory cannot be read or is too long."""
        self._file = file
        self._left = LARGEST_SUM
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise InputError(f"is a damaged archive: {error}", file=file, expected="a whole file") from error
        self.names = frozenset(self._zip.namelist())
        if len(self._zip.filelist) > MOST_PARTS:
            raise InputError(f"has more than {MOST_PARTS} parts", file=file, expected="a document")

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises InputError where it is not there, damaged, encrypted or too large."""
        if name not in self.names:
            raise InputError(f"lacks its part {name}", file=self._file, expected="a whole document")
        entry = self._zip.getinfo(name)
        if entry.flag_bits & _ENCRYPTED:
            raise InputError("is protected by a password", file=self._file, expected="a file saved without one")
        if entry.compress_type not in _METHODS:
            message = f"has its part {name} packed by method {entry.compress_type}"
            raise InputError(message, file=self._file, expected="parts that are deflated, as documents have them")
        limit = min(LARGEST_PART, self._left)
        try:
            with self._zip.open(name) as part:
                data = part.read(limit + 1)
        except _DAMAGED as error:
            raise InputError(f"has a damaged part {name}: {error}", file=self._file, expected="a whole file") from error
        if len(data) > limit:
            raise InputError(
                f"holds more than {limit:,} bytes in {name}",
                file=self._file,
                expected="a document of that size at most",
            )
        self._left -= len(data)
        return data

    def xml(self, name: str) -> etree._Element:
        """The root element of a part. Raises InputError."""
        data = self.read(name)
        if data.count(b"<") > MOST_TAGS:
            message = f"has more than {MOST_TAGS:,} tags in {name}"
            raise InputError(message, file=self._file, expected="a document of that size at most")
        try:
            return parse_xml(data, self._file)[0]
        except InputError as error:
            raise InputError(f"{error.message} ({name})", file=self._file, expected=error.expected) from error

    def xml_or_none(self, name: str) -> etree._Element | None:
        """The same, None where there is no such part."""
        return self.xml(name) if name in self.names else None
