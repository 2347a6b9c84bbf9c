"""Books (EPUB 2 and 3, ISO/IEC 23761): the pages in the order of reading, each as the HTML that it is."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from lxml import etree

from palermo.corpus.errors import InputError
from palermo.corpus.model.text_model import Span
from palermo.corpus.readers.markup import html
from palermo.corpus.readers.shared.office_metadata import dublin_core
from palermo.corpus.readers.shared.reader_output import Raw
from palermo.corpus.readers.shared.zip_package import Package

__all__ = ["read"]

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html"})


def read(data: bytes, file: str) -> Raw:
    """The text of all pages but the table of contents. Raises InputError."""
    package = Package(data, file)
    root = next(package.xml(_CONTAINER).iter("{*}rootfile"), None)
    place = (root.get("full-path") if root is not None else None) or ""
    book = package.xml(place)
    locked = package.read("META-INF/encryption.xml") if "META-INF/encryption.xml" in package.names else b""
    pages: list[Raw] = []
    for href in _spine(book):
        name = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(href)))
        if href.encode() in locked:
            raise InputError(
                "is locked by its publisher", file=file, expected="a book without digital rights management"
            )
        page = package.read(name)
        if page.strip():
            pages.append(html.read(page, file))
    return _joined([page for page in pages if page.text], book)


def _spine(book: etree._Element) -> list[str]:
    items = {item.get("id"): item for item in book.iter("{*}item")}
    out = []
    for reference in book.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if (
            item is not None
            and item.get("media-type") in _PAGES
            and "nav" not in (item.get("properties") or "").split()
        ):
            out.append(item.get("href") or "")
    return out


def _joined(pages: list[Raw], book: etree._Element) -> Raw:
    at = 0
    headings: list[tuple[Span, int]] = []
    blocks: list[Span] = []
    for page in pages:
        headings += ((Span(at + s.start, at + s.end), level) for s, level in page.headings)
        blocks += (Span(at + s.start, at + s.end) for s in page.blocks)
        at += len(page.text) + 1
    text = "\n".join(page.text for page in pages)
    return Raw(text, headings=tuple(headings), blocks=tuple(blocks), metadata=dublin_core(book))
