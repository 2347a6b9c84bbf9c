"""Numbers as markup prints them (`Article 3`, `(a)`, `FIRST SCHEDULE`, `4 to 6`) to numbers as they are cited."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from palermo.corpus.data_files import read_data
from palermo.corpus.structure.lines.numbers import clean, roman

__all__ = ["number_of"]

_SIGNS = re.compile(r"[\"'“”„‘’«»()\[\]{}§№*†‡]|^\W+")


def number_of(printed: str) -> str:
    """The number without the words and signs around it; "" where there is none (`SCHEDULE`)."""
    spoken = _spoken()
    words = _SIGNS.sub(" ", printed).split()
    for word in words:
        if (ordinal := spoken["ordinals"].get(word.lower().rstrip("."))) is not None:
            return str(ordinal)
    while words and _is_name(words[0], last=len(words) == 1):
        words.pop(0)
    out = words[:1]
    for word in words[1:]:
        out.append("-" if word.lower() in spoken["runs"] else "," if word.lower() in spoken["lists"] else word)
    return clean(" ".join(out).replace(" , ", ","))


def _is_name(token: str, *, last: bool) -> bool:
    """Whether a token names what is numbered rather than numbering it."""
    bare = token.strip(".,:;—–-")
    if not bare:
        return True
    if not bare.isalpha() or roman(bare) is not None or len(set(bare.lower())) == 1:
        return False
    return len(bare) > 3 if last else len(bare) > 1


@cache
def _spoken() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = read_data(__package__, "vocabularies/numbers.yaml")
    return loaded
