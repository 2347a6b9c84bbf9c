"""Identifiers of elements: a provision's own, and new ones for what the standard puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

__all__ = ["ElementNames", "reference"]

_SPACE = re.compile(r"\s+")


class ElementNames:
    """Gives each identifier once (the schema asks that eIds be unique)."""

    def __init__(self, own: Iterable[str]) -> None:
        self._taken = set(own)
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def own(self, eid: str) -> str:
        """A provision's own id; counted up where another has had it."""
        eid = _SPACE.sub("-", eid) or "provision"
        if eid not in self._given:
            self._given.add(eid)
            return eid
        return self.new(eid)

    def new(self, base: str) -> str:
        """`base` with the next number that makes it nobody else's."""
        number = self._last.get(base, 0) + 1
        while f"{base}_{number}" in self._taken:
            number += 1
        self._last[base] = number
        name = f"{base}_{number}"
        self._taken.add(name)
        return name


def reference(iri: str) -> str:
    """An IRI as the URI that an attribute of type anyURI takes."""
    return quote(iri, safe="/#:@!~?&=+,;()'*")
