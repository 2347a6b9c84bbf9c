"""Numbers of provisions in French and Spanish acts: "L. 214-3", "1er", "II bis", "2°", "153-A", "§ 1er"."""

from __future__ import annotations

import re
from functools import lru_cache

from palermo.corpus.amendments.traditions.romance.words import numbers
from palermo.corpus.structure.lines.numbers import clean

__all__ = ["ARTICLE", "PUT_IN", "after", "normal"]

_LATIN = numbers().latin
# What is put in behind a number: "II bis", "3bis", "2° bis", "2/1", "5 bis A".
PUT_IN = rf"(?:\s?(?:{_LATIN})(?![^\W\d_]))"
_ORDINAL = r"(?:\s?(?:<sup>)?(?:er|ère|re|[ºª°]|\.[ºª°]|[oº](?![^\W\d_]))(?:</sup>)?)"
ARTICLE = (
    rf"(?:(?:L\.?\s?O|L|R|D|A)\.?\s?\*?\s?)?\d+(?:\.\d{{3}})*{_ORDINAL}?(?:[-‑–/]\d+|[-‑][A-Z](?![^\W\d_]))*"
    rf"(?i:{PUT_IN})*(?:\s[A-H](?=[ \t]*(?:\n|$)))?"
)


@lru_cache(maxsize=4096)
def normal(num: str) -> str:
    """The number as it is compared: no blanks, ordinal signs or full stops; words put in behind it in lower case."""
    text = re.sub(r"<[^>]*>|[§*]", "", num).strip(" ().:—–-\n")
    if text.casefold() in numbers().spelled:
        return numbers().spelled[text.casefold()]
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
    counted = numbers().counted
    at = counted.index(word) if word in counted else 0
    return match["head"] + (counted[at - 1] if at else "")
