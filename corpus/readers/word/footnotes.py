"""Footnotes and endnotes: their texts by id, and the numbers that Word counts for them."""

from __future__ import annotations

from lxml import etree

from palermo.corpus.readers.shared.list_numbers import FORMATS
from palermo.corpus.readers.word.names import child, children, val

__all__ = ["Notes"]


class Notes:
    """The notes of one kind (`footnote`, `endnote`)."""

    def __init__(self, kind: str, part: etree._Element | None, settings: etree._Element | None) -> None:
        self._texts = {val(e, "id"): e for e in children(part, kind)}
        default = "decimal" if kind == "footnote" else "lowerRoman"
        name = val(child(settings, f"{kind}Pr", "numFmt")) or default
        self._format = FORMATS.get(name, str)
        self._count = 0

    def find(self, reference: etree._Element) -> tuple[etree._Element | None, str]:
        """The text that a reference leads to, the first time, and the sign that Word prints; "" if the text has one."""
        found = self._texts.pop(val(reference, "id"), None)
        if val(reference, "customMarkFollows") in ("1", "true", "on"):
            return found, ""
        self._count += 1
        return found, self._format(self._count)
