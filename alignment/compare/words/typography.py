"""Differences of print that are no differences of words: quotation marks, dashes, ё for е, composed letters, spaces."""

from __future__ import annotations

import unicodedata

__all__ = ["DASHES", "MARKUP", "NUMBER_STYLE", "PRINT", "normal", "reason"]

MARKUP = "markup"
NUMBER_STYLE = "the number is written in another way"
_SPACE, _DASHES, _QUOTATION, _LETTER, _ENCODING = "white space", "dash", "quotation mark", "ё/е", "encoding of letters"
# The reasons for which an editorial difference is one of print alone: the words read the same.
PRINT = frozenset({MARKUP, NUMBER_STYLE, _SPACE, _DASHES, _QUOTATION, _LETTER, _ENCODING})

DASHES = "-‐‑‒–—―−﹘﹣－"
_QUOTES = "\"'`´«»‹›“”„‟‘’‚‛″′＂＇「」『』"
_APOSTROPHES = "'’ʼ‘`´′＇"
_DASH = {ord(c): "-" for c in DASHES}
_QUOTE = {ord(c): '"' for c in _QUOTES}
_YO = {ord("ё"): "е", ord("Ё"): "Е"}  # printed as е in most Russian statutes
_SIGN = _QUOTE | _DASH
# Inside a word the sign is an apostrophe, not a quotation mark.
_WORD = {ord(c): "'" for c in _APOSTROPHES} | _DASH | _YO
_ANY_QUOTE = _QUOTE | {ord(c): '"' for c in _APOSTROPHES}


def normal(token: str) -> str:
    """The token in one way of printing it; case is kept. Two tokens that come out the same read the same."""
    if token.isascii() and token.isalnum():
        return token
    if len(token) == 1 and ord(token) in _SIGN:
        return _SIGN[ord(token)]
    return unicodedata.normalize("NFC", token).translate(_WORD)


def reason(before: str, after: str) -> str:
    """Why two stretches that read the same are not the same characters; "markup" where it is not only typography."""
    if not (before + after).strip():
        return _SPACE
    if before.translate(_DASH) == after.translate(_DASH):
        return _DASHES
    if before.translate(_ANY_QUOTE) == after.translate(_ANY_QUOTE):
        return _QUOTATION
    if before.translate(_YO) == after.translate(_YO):
        return _LETTER
    if unicodedata.normalize("NFC", before) == unicodedata.normalize("NFC", after):
        return _ENCODING
    return MARKUP
