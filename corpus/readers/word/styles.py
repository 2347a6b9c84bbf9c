"""Styles of a document's paragraphs: a place in the outline, a list, hidden letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from palermo.corpus.readers.shared.heading_styles import TITLE, level_of_name
from palermo.corpus.readers.word.names import child, children, is_on, val

__all__ = ["WordStyle", "WordStyles", "integer", "outline"]

_DEEPEST_CHAIN = 20  # styles based on styles


@dataclass(frozen=True, slots=True)
class WordStyle:
    """Properties of a style, its ancestors included. `heading`: level from 1, 0 for none; `number` is a list's."""

    heading: int = 0
    number: str | None = None
    depth: int | None = None
    numbered_by: str | None = None
    """The style of the chain that names the list."""
    hidden: bool = False


class WordStyles:
    """The styles of one document by their ids; `default` is that of paragraphs which name none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {val(e, "styleId") or "": e for e in children(root, "style")}
        self._known: dict[str, WordStyle] = {}
        self.default = next(
            (
                name
                for name, e in self._elements.items()
                if val(e, "type") == "paragraph" and val(e, "default") in ("1", "true", "on")
            ),
            "",
        )

    def get(self, name: str | None) -> WordStyle:
        """The style with this id; one that says nothing where there is none."""
        name = name if name is not None else self.default
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _resolve(self, name: str) -> WordStyle:
        heading: int | None = None
        number: str | None = None
        depth: int | None = None
        numbered_by: str | None = None
        hidden = False
        for _ in range(_DEEPEST_CHAIN):
            element = self._elements.get(name)
            if element is None:
                break
            properties = child(element, "pPr")
            if heading is None:
                heading = outline(properties)
            if heading is None:
                heading = level_of_name(val(child(element, "name")) or "")
            list_properties = child(properties, "numPr")
            if number is None and (found := val(child(list_properties, "numId"))) is not None:
                number, numbered_by = found, name
            if depth is None:
                depth = integer(val(child(list_properties, "ilvl")))
            hidden = hidden or is_on(child(element, "rPr", "vanish"))
            name = val(child(element, "basedOn")) or ""
        return WordStyle(heading or 0, number, depth, numbered_by, hidden)


def outline(properties: etree._Element | None) -> int | None:
    """The level that paragraph properties give; 0 is body text, None nothing."""
    level = integer(val(child(properties, "outlineLvl")))
    return None if level is None else level + 1 + TITLE if 0 <= level < 9 else 0


def integer(text: str | None) -> int | None:
    """A whole number of an attribute; None for none."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text) else None
