"""Rich Text Format, cut into what it consists of: groups, control words, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

__all__ = ["RtfKind", "RtfToken", "tokens"]

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)",
    re.S,
)


class RtfKind(Enum):
    """Kind of a token."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SIGN = auto()
    TEXT = auto()


class RtfToken(NamedTuple):
    """`name` is a control word or sign, `number` its parameter, `data` bytes of text in the code page in force."""

    kind: RtfKind
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[RtfToken]:
    """The tokens in order; binary data (`\\binN`) is passed over, line ends are none."""
    at = 0
    while (match := _TOKEN.search(data, at)) is not None:
        at = match.end()
        kind = match.lastgroup
        if kind == "open":
            yield RtfToken(RtfKind.OPEN)
        elif kind == "close":
            yield RtfToken(RtfKind.CLOSE)
        elif kind in ("word", "number"):
            name = match["word"].decode("ascii")
            number = int(match["number"]) if match["number"] is not None else None
            if name == "bin":
                at += max(number or 0, 0)
            else:
                yield RtfToken(RtfKind.WORD, name, number)
        elif kind == "hex":
            yield RtfToken(RtfKind.TEXT, data=bytes.fromhex(match["hex"].decode("ascii")))
        elif kind == "sign":
            yield RtfToken(RtfKind.SIGN, match["sign"].decode("latin-1"))
        elif kind == "text":
            yield RtfToken(RtfKind.TEXT, data=match["text"])
