"""The official words of a requirement, cut down to those about one element, and what to do where they are not there."""

from __future__ import annotations

from palermo.kb.frameworks.framework import Framework
from palermo.report.language.message import Message
from palermo.texts.official_text import Official

__all__ = ["advice", "excerpt"]

_ADD_IN_ENGLISH = Message(
    "To see the official words beside each requirement, add the text of {instrument} in English: `palermo add FILE`, "
    "or give it with --official."
)
_ADD = Message(
    "To see the official words beside each requirement, add the text of {instrument} in this law's language ({lang}) "
    "or English: `palermo add FILE`, or give it with --official."
)
_AROUND = 60  # code points on either side of the words
_WHOLE = 160  # code points up to which a paragraph is quoted whole


def excerpt(official: Official | None, article: str, code: str) -> str | None:
    """The official words of the article about an element, with … where something is left out; None without any."""
    quote = official.quote(article) if official else None
    if official is None or quote is None:
        return None
    mapped = official.version.reading(official.provisions[article].span)
    words = official.words(article, code)
    if len(quote) <= _WHOLE:
        return quote
    first = mapped.locate(words[0].start) if words else 0
    last = mapped.locate(words[0].end) if words else _WHOLE - _AROUND
    start, end = max(first - _AROUND, 0), min(last + _AROUND, len(quote))
    start = quote.find(" ", start, first) + 1 or first if start else 0
    end = max(quote.rfind(" ", last, end), last) if end < len(quote) else end
    return ("… " if start else "") + quote[start:end].strip() + (" …" if end < len(quote) else "")


def advice(framework: Framework, official: Official | None, lang: str) -> str | None:
    """Advice which text to add, in a line; None where the official words are quoted or the framework has no text."""
    if official is not None or not framework.instrument:
        return None
    return (_ADD_IN_ENGLISH if lang == "en" else _ADD)(instrument=framework.instrument, lang=lang)
