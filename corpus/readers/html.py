"""HTML as sites serve it: the page's text in its order, without scripts, styles, navigation and controls.

Its structure is found from the numbering: elements of a page say how it looks, not what is an article.
"""

from __future__ import annotations

import codecs
import re

from lxml import html as lxml_html

from corpus.decoding import decode, encoding_of, refuse_binary
from corpus.errors import InputError
from corpus.readers.raw import Raw
from corpus.readers.vocabulary import vocabulary_named
from corpus.readers.walk import walk
from corpus.readers.xml_metadata import metadata
from corpus.readers.xml_source import check_depth

__all__ = ["read"]

_CHARSET = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read(data: bytes, file: str) -> Raw:
    """The text of the page, and what its head says of it. Raises InputError."""
    text = _DECLARATION.sub("", _decode(data, file))
    try:
        root = lxml_html.document_fromstring(text)
    except (ValueError, lxml_html.etree.ParserError) as error:
        raise InputError(f"is no HTML: {error}", file=file, expected="a page with text") from error
    check_depth(root, file)
    vocabulary = vocabulary_named("html")
    return Raw(walk(root, vocabulary, {}, file).text, metadata=metadata(root, vocabulary))


def _decode(data: bytes, file: str) -> str:
    """By its bytes where they say it, else by the encoding that the page declares, else as any other text."""
    refuse_binary(data, file)
    sure = encoding_of(data)
    declared = _CHARSET.search(data[:4096])
    if declared is not None and (sure is None or sure.startswith("windows")):
        try:
            return data.decode(codecs.lookup(declared[1].decode("ascii")).name)
        except (LookupError, UnicodeError):
            return decode(data, file)
    return decode(data, file)
