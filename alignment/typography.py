"""Differences of print that are no differences of words: quotation marks, dashes, ё for е, composed letters, spaces."""

from __future__ import annotations

import unicodedata

__all__ = ["DASHES", "normal", "reason"]

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
        return "white space"
    if before.translate(_DASH) == after.translate(_DASH):
        return "dash"
    if before.translate(_ANY_QUOTE) == after.translate(_ANY_QUOTE):
        return "quotation mark"
    if before.translate(_YO) == after.translate(_YO):
        return "ё/е"
    if unicodedata.normalize("NFC", before) == unicodedata.normalize("NFC", after):
        return "encoding of letters"
    return "markup"
