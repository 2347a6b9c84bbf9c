"""The list of one term: the documents that have it, how often each, and where; as numbers and as bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Numbers", "Posting", "joined", "pack", "unpack"]

Numbers = npt.NDArray[Any]

_CHECK = struct.Struct("<I")  # the CRC-32 of what follows it
_PART = struct.Struct("<cI")  # the type of the numbers and how many there are
_TYPES = {"B": 0xFF, "H": 0xFFFF, "I": 0xFFFFFFFF}  # the first of these that holds a part is what is written


class Posting(NamedTuple):
    """`docs` are ascending, `counts` one for each of them, `places` those of the first document, the second, and so on.

    A list without places has none at all; its counts are whatever number the term gives each document.
    """

    docs: Numbers
    counts: Numbers
    places: Numbers


def pack(posting: Posting) -> bytes:
    """The list as bytes, with a check sum."""
    parts = []
    for numbers in (np.diff(posting.docs, prepend=0), posting.counts, posting.places):
        most = int(numbers.max()) if len(numbers) else 0
        code = next(code for code, highest in _TYPES.items() if most <= highest)
        parts += [_PART.pack(code.encode(), len(numbers)), numbers.astype(f"<{code}").tobytes()]
    data = b"".join(parts)
    return _CHECK.pack(zlib.crc32(data)) + data


def unpack(data: bytes) -> Posting:
    """The list that `pack` made into these bytes. Raises ValueError where they are others."""
    if len(data) < _CHECK.size or _CHECK.unpack_from(data)[0] != zlib.crc32(data[_CHECK.size :]):
        raise ValueError("a list of the index does not have its check sum")
    at = _CHECK.size
    parts: list[Numbers] = []
    for _ in Posting._fields:
        code, number = _PART.unpack_from(data, at)
        kind = np.dtype(f"<{code.decode()}")
        at += _PART.size
        parts.append(np.frombuffer(data, kind, number, at))
        at += number * kind.itemsize
    return Posting(np.cumsum(parts[0], dtype=np.int64), parts[1], parts[2])


def joined(postings: Sequence[Posting]) -> Posting:
    """Joins several lists whose documents follow each other."""
    if len(postings) == 1:
        return postings[0]
    docs, counts, places = (np.concatenate(parts) for parts in zip(*postings, strict=True))
    return Posting(docs, counts, places)
