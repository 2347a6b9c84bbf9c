"""Readers of file formats. Content decides which a file gets; its name counts where the content leaves that open.

A reader says by `sniff` whether the bytes are of its format and by `read` what they hold. Another package adds one as
an entry point of the group `palermo.readers` that leads to a Reader; it is asked before palermo's own. To add one here,
put it before the first that would take its files. The modules that read are imported when a file needs them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from palermo.corpus.errors import InputError, UsageError
from palermo.corpus.readers.shared.reader_output import Raw

__all__ = ["GROUP", "MOST_LINES", "READERS", "Reader", "choose"]

GROUP = "palermo.readers"

MOST_LINES = 300_000  # of a plain text or Markdown; the longest codes have some 60,000
_PEEK = 65_536  # bytes; a format shows itself sooner
_START = re.compile(r"(?:<!--.*?-->|<\?[^>]*\?>|\s++)*+<(!DOCTYPE\s+)?([A-Za-z][\w:.-]*)", re.S | re.I)
_PAGE = re.compile(r"<(?:html|head|body)\b", re.I)
_CLOSED = re.compile(r"</(?:p|div|table|td|li|h[1-6]|span|font)\s*>|<br\b", re.I)
_HTML = frozenset({
    "a", "abbr", "address", "b", "big", "blockquote", "body", "br", "center", "code", "col", "div", "dl", "dt", "em",
    "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "li",
    "link", "main", "meta", "nav", "ol", "p", "pre", "script", "small", "span", "strong", "style", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "title", "tr", "u", "ul",
})  # fmt: skip
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?:[\w .-]+:.*\r?\n|[ \t]+.*\r?\n|- .*\r?\n)+---[ \t]*\r?\n")
_MARKDOWN = (
    re.compile(r"^#{1,6} ?[^#\s]", re.M),
    re.compile(r"(\*\*|__)(?=\S)[^*\n]{1,300}(?<=\S)\1"),
    re.compile(r"\[[^\]\n]{1,300}\]\((?:https?:|#|/|\.)[^)\s]{0,300}\)"),
    re.compile(r"^[^\S\n]*\d+\\[.)]", re.M),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, `sniff(data, name)` and `read(data, file)`, which raises InputError."""

    format: str
    sniff: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Raw]


def choose(data: bytes, name: str) -> Reader:
    """The reader for the file `name` with these bytes: the first that knows them; plain text is last and takes any."""
    return next(reader for reader in (*_installed(), *READERS) if reader.sniff(data, name))


@cache
def _installed() -> tuple[Reader, ...]:
    """The readers of other packages, by the names of their entry points. Raises UsageError for one that is none."""
    from importlib.metadata import entry_points

    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            reader = point.load()
        except (ImportError, AttributeError) as error:
            raise UsageError(f"the reader {point.name} ({point.value}) cannot be loaded: {error}") from error
        if not isinstance(reader, Reader):
            raise UsageError(f"the reader {point.name} ({point.value}) is no palermo.corpus.readers.registry.Reader")
        found.append(reader)
    return tuple(found)


def _peek(data: bytes) -> str:
    """The beginning of the file, its ASCII characters in their places whatever the encoding."""
    head = data[:_PEEK]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    if head.startswith(codecs.BOM_UTF8):
        head = head[3:]
    if b"\0" in head[:4]:
        return head.decode("utf-16-be" if head[0] == 0 else "utf-16-le", "replace")
    return head.decode("latin-1")


def _is_xml(data: bytes, name: str) -> bool:
    head = _peek(data)
    start = _START.match(head)
    if start is None:
        return head.lstrip().startswith("<?xml")
    root = start[2].lower()
    if root == "html":
        return False
    return head.lstrip().startswith("<?xml") or bool(start[1]) or root not in _HTML or _ends(name, ".xml")


def _is_html(data: bytes, name: str) -> bool:
    head = _peek(data)
    start = _START.match(head)
    if start is not None and start[2].lower() in ("html", "head", "body"):
        return True
    if _ends(name, ".html", ".htm", ".xhtml"):
        return bool(_CLOSED.search(head) or _PAGE.search(head))
    return start is not None and not _is_markdown(data, name) and len(_CLOSED.findall(head)) > 1


def _is_markdown(data: bytes, name: str) -> bool:
    if _ends(name, ".md", ".markdown"):
        return True
    head = _peek(data)
    signs = [len(pattern.findall(head)) for pattern in _MARKDOWN]
    return bool(_FRONT_MATTER.match(head)) or sum(n > 0 for n in signs) > 1 or signs[0] > 2


def _is_pdf(data: bytes, name: str) -> bool:
    return b"%PDF-" in data[:1024]  # ISO 32000-2, annex I: readers take what precedes it


def _is_package(*signs: bytes) -> Callable[[bytes, str], bool]:
    """Whether the file is a ZIP archive in which one of these names of parts or media types stands."""
    return lambda data, name: data.startswith(b"PK\x03\x04") and any(sign in data for sign in signs)


def _ends(name: str, *suffixes: str) -> bool:
    return name.lower().endswith(suffixes)


def _by(module: str) -> Callable[[bytes, str], Raw]:
    """The `read` of a module that is imported when the first file needs it."""

    def read(data: bytes, file: str) -> Raw:
        raw: Raw = import_module(f"palermo.corpus.readers.{module}").read(data, file)
        return raw

    return read


def _read_markdown(data: bytes, file: str) -> Raw:
    from palermo.corpus.readers.markdown import read as markdown

    return markdown.read(_decoded(data, file))


def _read_plain(data: bytes, file: str) -> Raw:
    from palermo.corpus.readers import plain

    return plain.read(_decoded(data, file))


def _decoded(data: bytes, file: str) -> str:
    from palermo.corpus.text.decode import decode

    text = decode(data, file)
    if text.count("\n") > MOST_LINES:
        message = f"has more than {MOST_LINES:,} lines"
        raise InputError(message, file=file, expected="a text of that length at most")
    return text


READERS: tuple[Reader, ...] = (
    Reader("pdf", _is_pdf, _by("pdf.read")),
    Reader("rtf", lambda data, name: data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"), _by("rtf.read")),
    Reader("odt", _is_package(b"opendocument.text", b"office:document-content"), _by("odf.read")),
    Reader("epub", _is_package(b"application/epub+zip", b"META-INF/container.xml"), _by("epub")),
    Reader("doc", lambda data, name: data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), _by("legacy_office")),
    Reader("docx", _is_package(b"word/document", b"word/_rels/"), _by("word.read")),
    Reader("xml", _is_xml, _by("markup.xml")),
    Reader("html", _is_html, _by("markup.html")),
    Reader("markdown", _is_markdown, _read_markdown),
    Reader("plain", lambda data, name: True, _read_plain),
)
