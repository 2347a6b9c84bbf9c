"""HTML as sites serve it: the page's text in its order, without scripts, styles, navigation and controls.

Its structure is found from the numbering: elements of a page say how it looks, not what is an article.
"""

from __future__ import annotations

import codecs
import re

from lxml import html as lxml_html

from palermo.corpus.errors import InputError
from palermo.corpus.readers.markup.metadata import metadata
from palermo.corpus.readers.markup.vocabulary import vocabulary_named
from palermo.corpus.readers.markup.walk import walk
from palermo.corpus.readers.shared.blocks import MOST_PARAGRAPHS, too_long
from palermo.corpus.readers.shared.reader_output import Raw
from palermo.corpus.readers.shared.safe_xml import check_shape, check_size
from palermo.corpus.text.decode import decode, encoding_of, refuse_binary

__all__ = ["read"]

_CHARSET = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_TAG = re.compile(r"<[A-Za-z][^>]*+")
_BETWEEN = re.compile(r"[\s/]+|=")  # attributes
# What a numeric reference can name though no text has it (HTML, 13.2.5.80, an error there, too), one sign for another.
_CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 32), 127], "\ufffd")
_MOST_BETWEEN = 600  # in a tag: libxml2 takes the square of the number of attributes to find those that stand twice


def read(data: bytes, file: str) -> Raw:
    """The text of the page, and what its head says of it. Raises InputError."""
    text = _DECLARATION.sub("", _decode(data, file))
    check_size(data, file)
    _check_tags(text, file)
    try:
        root = lxml_html.document_fromstring(text)
    except (ValueError, lxml_html.etree.ParserError) as error:
        raise InputError(f"is no HTML: {error}", file=file, expected="a page with text") from error
    check_shape(root, file)
    _set_numbers_apart(root)
    _set_margins_apart(root)
    vocabulary = vocabulary_named("html")
    walked = walk(root, vocabulary, {}, file)
    if len(walked.blocks) > MOST_PARAGRAPHS:
        raise too_long(file)
    text = walked.text.translate(_CONTROLS)
    return Raw(text, headings=tuple(walked.headings), blocks=tuple(walked.blocks), metadata=metadata(root, vocabulary))


def _check_tags(text: str, file: str) -> None:
    """Raises InputError for a tag with more attributes than any page's."""
    for tag in _TAG.finditer(_VALUE.sub("=", text)):
        if len(tag[0]) > _MOST_BETWEEN and len(_BETWEEN.findall(tag[0])) > _MOST_BETWEEN:
            expected = "the markup of a page"
            raise InputError(f"has an element with more than {_MOST_BETWEEN} attributes", file=file, expected=expected)


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NUMBER = re.compile(r"\s*\d+[^\W\d]{0,3}\.?\s*")


def _set_numbers_apart(root: lxml_html.HtmlElement) -> None:
    """A space between the number of a heading and its words, where only the page's style sheet parts them."""
    for heading in root.iter(*_HEADINGS):
        if next(heading.iterancestors(*_HEADINGS), None) is not None:  # its parts have been looked at
            continue
        for part in heading.iterdescendants():
            after = part.tail or next((e.text for e in (part.getnext(),) if e is not None), None) or ""
            own = part.text_content() if isinstance(part.tag, str) else ""
            if _NUMBER.fullmatch(own) and after[:1].isalpha() and own[-1:].isalnum():
                part.tail = " " + (part.tail or "")
            elif after == "" and part.getnext() is None and own in _EXTENTS and _joined(part):
                part.text = " " + own


_NOTED = frozenset({"span", "b", "i", "em", "strong", "small", "a", "font"})
_SECTION = re.compile(r"\s*\d+[A-Z]{0,2}\.(?:\s|$)")


def _set_margins_apart(root: lxml_html.HtmlElement) -> None:
    """A line break between a marginal note and the number of the section that it is set beside."""
    for block in root.iter("p", "div", "td"):
        if (block.text or "").strip():
            continue
        for part in block:
            if part.tag not in _NOTED:
                break
            after, follows = part.tail or "", part.getnext()
            if not after.strip() and follows is not None and follows.tag in _NOTED:
                after = follows.text_content() + (follows.tail or "")
            if _SECTION.match(after) and any(c.isalpha() for c in part.text_content()):
                stop = lxml_html.fragment_fromstring("<br>")
                stop.tail, part.tail = part.tail, None
                part.addnext(stop)
                break
            if (part.tail or "").strip():
                break


_EXTENTS = frozenset({"E", "W", "S", "N.I.", "E+W", "E+W+S", "E+W+S+N.I."})  # where an Act of the UK extends to


def _joined(part: lxml_html.HtmlElement) -> bool:
    """Whether a word stands directly before the element."""
    previous = part.getprevious()
    before = (previous.tail if previous is not None else part.getparent().text) or ""
    return before[-1:].isalpha()


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
