"""Sizes of a PDF's unpacked streams, counted before anything reads them: kilobytes can hold gigabytes."""

from __future__ import annotations

import re
import zlib

from palermo.corpus.errors import InputError

__all__ = ["LARGEST_STREAM", "LARGEST_SUM", "check_streams"]

LARGEST_STREAM = 12_000_000  # bytes of a page's or an object's stream when unpacked; a dense page of law has 50,000
LARGEST_SUM = 100_000_000  # bytes of all streams but pictures, which are never unpacked: 2,000 dense pages
_STREAM = re.compile(rb"stream\r?\n")
_ANY_PICTURE = re.compile(rb"/Subtype\s*/Image|/DCTDecode|/JPXDecode|/JBIG2Decode|/CCITTFaxDecode")
_STEP = 1_000_000
_DICTIONARY = 1_000  # bytes before a stream in which what it is stands
_NESTED = 3  # streams packed in packed streams


def check_streams(data: bytes, file: str) -> None:
    """Raises InputError for a file whose streams unpack to more than a document's can."""
    left = LARGEST_SUM
    for match in _STREAM.finditer(data):
        dictionary = data[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b" obj")[2]
        if _ANY_PICTURE.search(dictionary):
            continue
        times = min(max(dictionary.count(b"FlateDecode") + dictionary.count(b"/Fl "), 1), _NESTED)
        left -= _unpacked(data, match.end(), times, file)
        if left < 0:
            raise _too_large(LARGEST_SUM, file)


def _unpacked(data: bytes, position: int, times: int, file: str) -> int:
    """The size of the largest layer of a stream; 0 for one that is not packed in this way."""
    if data[position : position + 1] not in (b"\x78", b"\x68", b"\x58", b"\x48", b"\x38", b"\x28", b"\x18", b"\x08"):
        return 0
    layers = [zlib.decompressobj() for _ in range(times)]
    sizes = [0] * times
    piece = data[position : position + _STEP]
    try:
        while piece and not layers[0].eof:
            position += len(piece)
            _feed(layers, sizes, piece, 0, file)
            piece = data[position : position + _STEP]
    except zlib.error:
        pass  # a damaged stream counts as far as it can be unpacked
    return max(sizes)


def _feed(layers: list[zlib._Decompress], sizes: list[int], piece: bytes, depth: int, file: str) -> None:
    layer = layers[depth]
    while piece and not layer.eof:
        out = layer.decompress(piece, _STEP)
        sizes[depth] += len(out)
        if sizes[depth] > LARGEST_STREAM:
            raise _too_large(LARGEST_STREAM, file)
        if depth + 1 < len(layers) and out:
            _feed(layers, sizes, out, depth + 1, file)
        piece = layer.unconsumed_tail


def _too_large(limit: int, file: str) -> InputError:
    return InputError(
        f"unpacks to more than {limit:,} bytes", file=file, expected="a PDF of the size that a document of law has"
    )
