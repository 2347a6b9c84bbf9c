"""Definitions in running text: a term, what it means, and often the other language's term in brackets."""

from __future__ import annotations

import re
import unicodedata

from palermo.corpus.model.text_model import Provision, Span

__all__ = ["GLOSSARY", "definitions", "opens", "sort_key"]

# The other language's term behind the full stop: "( juge )", "( Version anglaise seulement )"; no item's number.
GLOSSARY = (
    r"(?<=[.;,])\s?\((?!\s?(?:\d+|[a-z]{1,2}|[ivxl]+|[A-Z]{1,2}|[IVXL]+)(?:\.\d+)*\s?\))\s?[“\"«]?[^()]{2,120}?\s?\)"
)
_CLOSE = re.compile(GLOSSARY + r"(?=\s|$)|\[[^\[\]]{4,80}\](?=\s|$)")
_BREAK = re.compile(r"[.:—)\]]\s+")
_COMMA = re.compile(r",\s+")


def definitions(node: Provision, text: str, start: str) -> list[Span]:
    """The definitions in the provision, in order; those of running text by the glossary that closes each.

    `start` is a pattern of the words between a term and what it means (with which the first is found).
    """
    known = [c.span for c in node.children if c.level == "definition"]
    if known:
        return known
    begin = node.num_span.end if node.num_span else node.span.start
    spans: list[Span] = []
    at = begin
    for close in _CLOSE.finditer(text, begin, node.span.end):
        bare = node.level == "" or bool(spans)  # a quotation begins with a definition
        first = at if bare else _first(text, at, close.end(), start)
        if first is not None:
            spans.append(Span(first, close.end()).trimmed(text))
        at = close.end()
    return spans


def opens(text: str, span: Span, term: str) -> bool:
    """True if the definition at `span` is the term's: it begins with it, and the term ends there."""
    words = r"\s+".join(re.escape(word) for word in term.split())
    return (
        re.compile(rf"(?:[“‘\"'«]\s?{words}\s?[”’\"'»]|{words})(?=[\s,:(—]|$)", re.IGNORECASE).match(
            text, span.start, span.end
        )
        is not None
    )


def sort_key(text: str) -> str:
    """The key for the alphabet: letters and digits, without accents and case; a space before any letter."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def _first(text: str, start: int, end: int, verbs: str) -> int | None:
    """The offset where the first definition begins, after the words that introduce them."""
    verb = re.compile(verbs).search(text, start, end)
    if verb is None:
        return None
    breaks = [m.end() for m in _BREAK.finditer(text, start, verb.start())]
    if not breaks:
        breaks = [m.end() for m in _COMMA.finditer(text, start, verb.start())][:1]
    return breaks[-1] if breaks else None
