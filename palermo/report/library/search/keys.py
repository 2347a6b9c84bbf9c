"""Keys for entries of a bibliography: plain letters and figures, each once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from palermo.report.library.search.citations import SourceCitation

__all__ = ["keys"]


def keys(cited: Iterable[SourceCitation]) -> list[str]:
    """A key for each provision, from its reference: `kz-act-1997-07-16-167-rus-2006-03-02-art_128`.

    What is no ASCII letter leaves a piece of its hash; a key that is taken already gets a number. The same list has the
    same keys.
    """
    taken: dict[str, int] = {}
    found = []
    for citation in cited:
        key = _key(citation.reference)
        taken[key] = taken.get(key, 0) + 1
        found.append(key if taken[key] == 1 else f"{key}-{taken[key]}")
    return found


def _key(reference: str) -> str:
    plain = unicodedata.normalize("NFKD", reference.removeprefix("/akn/"))
    written = "".join(char for char in plain if not unicodedata.combining(char))
    key = re.sub(r"[^A-Za-z0-9_]+", "-", written).strip("-")
    return key if written.isascii() else f"{key}-{sha256(reference.encode()).hexdigest()[:6]}"
