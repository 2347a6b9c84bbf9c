"""Numbers of provisions in French and Spanish acts: "L. 214-3", "1er", "II bis", "2°", "153-A", "§ 1er"."""

from __future__ import annotations

import re
from functools import lru_cache

from palermo.corpus.structure.lines.numbers import clean

__all__ = ["ARTICLE", "PUT_IN", "after", "normal"]

_LATIN = (
    "bis|ter|qu[aá]ter|quinquies|quinqui[eè]s|sexies|septies|octies|nonies|novies|decies|undecies|duodecies|terdecies"
)
# What is put in behind a number: "II bis", "3bis", "2° bis", "2/1", "5 bis A".
PUT_IN = rf"(?:\s?(?:{_LATIN})(?![^\W\d_]))"
_ORDINAL = r"(?:\s?(?:<sup>)?(?:er|ère|re|[ºª°]|\.[ºª°]|[oº](?![^\W\d_]))(?:</sup>)?)"
ARTICLE = (
    rf"(?:(?:L\.?\s?O|L|R|D|A)\.?\s?\*?\s?)?\d+(?:\.\d{{3}})*{_ORDINAL}?(?:[-‑–/]\d+|[-‑][A-Z](?![^\W\d_]))*"
    rf"(?i:{PUT_IN})*(?:\s[A-H](?=[ \t]*(?:\n|$)))?"
)
_WORDS = {"premier": "1", "première": "1", "primero": "1", "primera": "1", "unique": "unique", "único": "unico"}
_SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")


@lru_cache(maxsize=4096)
def normal(num: str) -> str:
    """The number as it is compared: no blanks, ordinal signs or full stops; words put in behind it in lower case."""
    text = re.sub(r"<[^>]*>|[§*]", "", num).strip(" ().:—–-\n")
    if text.casefold() in _WORDS:
        return _WORDS[text.casefold()]
    text = re.sub(r"(?<=\d)\s?[ºª°o](?![^\W\d_])", "", text)
    text = re.sub(rf"(?i:{PUT_IN})", lambda m: m.group().lower().replace("á", "a"), clean(text))
    text = re.sub(r"^(L|R|D|A|LO)\.(?:(O)\.)?(?=\d)", r"\1\2", text.replace("L.O", "LO"))
    return text.replace("/", "-")


def after(num: str) -> str:
    """The number behind which one that is put in stands: "II" for "IIbis", "IIbis" for "IIter"; "" of any other."""
    match = re.fullmatch(rf"(?P<head>.*?)(?P<word>{_LATIN})", num)
    if match is None or not match["head"]:
        return ""
    word = match["word"]
    at = _SUFFIXES.index(word) if word in _SUFFIXES else 0
    return match["head"] + (_SUFFIXES[at - 1] if at else "")
