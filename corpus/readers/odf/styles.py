"""OpenDocument styles of paragraphs and words: a list, a heading's name, hidden letters, raised figures."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from palermo.corpus.readers.odf.numbering import Levels, attribute, levels_of, name_of
from palermo.corpus.readers.shared.heading_styles import level_of_name

__all__ = ["OdfStyle", "OdfStyles"]

_DEEPEST_CHAIN = 20  # styles based on styles


@dataclass(frozen=True, slots=True)
class OdfStyle:
    """Properties of a style, its ancestors included."""

    heading: int | None = None
    numbers: str | None = None
    hidden: bool = False
    raised: bool = False


class OdfStyles:
    """The styles of one document, those of its content before the named ones."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self.lists: dict[str, Levels] = {}
        self.outline: Levels | None = None
        for root in roots:
            for element in root.iter("{*}style", "{*}list-style", "{*}outline-style") if root is not None else ():
                name = attribute(element, "name") or ""
                kind = name_of(element)
                if kind == "style":
                    self._styles.setdefault(name, element)
                elif kind == "list-style":
                    self.lists.setdefault(name, levels_of(element))
                elif self.outline is None:
                    self.outline = levels_of(element)

    def get(self, name: str | None) -> OdfStyle:
        """The style of this name; one that says nothing where there is none."""
        heading: int | None = None
        numbers: str | None = None
        hidden = raised = False
        for _ in range(_DEEPEST_CHAIN):
            element = self._styles.get(name or "")
            if element is None:
                break
            if heading is None:
                heading = level_of_name(attribute(element, "display-name") or name or "")
            if numbers is None:
                numbers = attribute(element, "list-style-name")
            for properties in element.iter("{*}text-properties"):
                hidden = hidden or attribute(properties, "display") == "none"
                raised = raised or (attribute(properties, "text-position") or "").startswith("super")
            name = attribute(element, "parent-style-name")
        return OdfStyle(heading, numbers, hidden, raised)
