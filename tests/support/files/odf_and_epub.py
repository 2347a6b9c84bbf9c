"""OpenDocument texts and books made for tests."""

from __future__ import annotations

from tests.support.files.docx_parts import zipped

__all__ = ["epub", "odt"]

_SPACES = " ".join(
    f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
    for p, n in (("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("meta", "meta"))
)


def odt(body: str, *, styles: str = "", meta: str = "") -> bytes:
    """An .odt file: `body` is the inside of office:text, `styles` of office:automatic-styles."""
    media = "application/vnd.oasis.opendocument.text"
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    about = (
        f'<office:document-meta {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>{meta}'
        "</office:meta></office:document-meta>"
    )
    parts = {"mimetype": media.encode(), "content.xml": content.encode(), "meta.xml": about.encode()}
    return zipped(parts, stored="mimetype")


def epub(*pages: str, meta: str = "") -> bytes:
    """A book of XHTML pages, the inside of whose bodies is given."""
    items = "".join(
        f'<item id="p{i}" href="p{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(len(pages))
    )
    spine = "".join(f'<itemref idref="p{i}"/>' for i in range(len(pages)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f'{meta}</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" '
        f'properties="nav"/>{items}</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    )
    parts = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": container.encode(),
        "OPS/book.opf": package.encode(),
        "OPS/nav.xhtml": b"<html><body><ol><li>Contents</li></ol></body></html>",
    }
    for i, page in enumerate(pages):
        parts[f"OPS/p{i}.xhtml"] = f'<?xml version="1.0"?><html><head/><body>{page}</body></html>'.encode()
    return zipped(parts, stored="mimetype")
