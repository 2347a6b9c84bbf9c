"""Word documents read with nothing of palermo's: what is left when all tracked changes are accepted, or rejected.

ECMA-376 part 1, 17.13.5: what was deleted or moved away goes when accepted, what was inserted or moved here when it is
rejected;
a paragraph whose mark goes is one with what follows it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

__all__ = ["W", "body", "part", "settled"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLD, _NEW = {f"{W}del", f"{W}moveFrom"}, {f"{W}ins", f"{W}moveTo"}


def part(file: bytes, name: str) -> _Element:
    """A part of the package as XML."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(name))


def body(file: bytes) -> _Element:
    return part(file, "word/document.xml")[0]


def settled(file: bytes, *, accept: bool) -> list[str]:
    """The paragraphs of the body; the empty one that ends a document is left out."""
    goes = _OLD if accept else _NEW
    paragraphs, open_ = [], ""
    for paragraph in body(file).iter(f"{W}p"):
        open_ += "".join(_words(paragraph, goes))
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or not any(change.tag in goes for change in mark):
            paragraphs.append(open_)
            open_ = ""
    paragraphs.append(open_)
    while paragraphs and not paragraphs[-1]:
        paragraphs.pop()
    return paragraphs


def _words(element: _Element, goes: set[str]) -> Iterator[str]:
    for child in element:
        if child.tag in (f"{W}t", f"{W}delText"):
            yield child.text or ""
        elif child.tag == f"{W}br":
            yield "\n"
        elif child.tag not in goes and child.tag != f"{W}pPr":
            yield from _words(child, goes)
