"""Names that palermo's Akoma Ntoso writer and its reader share."""

from __future__ import annotations

__all__ = ["AKN", "HIERARCHY", "OWN", "STATED", "UNPLACED"]

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of Akoma Ntoso Version 1.0 (the schema calls itself 3.0)."""

OWN = "urn:x-palermo:akn"
"""The namespace of what the standard has no place for; its schema allows attributes of others on every element."""

STATED = ("num", "cite", "heading")
"""Attributes in OWN: what the number, citation or heading is where its words alone would be read as another."""

UNPLACED = "unplaced"
"""The class of paragraphs and tables that palermo could not place in the structure of the text."""

# The group ANhier of the schema (Part 2, Specifications), less `list`: palermo has no such level.
HIERARCHY = frozenset({
    "alinea", "article", "book", "chapter", "clause", "division", "indent", "level", "paragraph", "part", "point",
    "proviso", "rule", "section", "subchapter", "subclause", "subdivision", "sublist", "subparagraph", "subpart",
    "subrule", "subsection", "subtitle", "title", "tome", "transitional",
})  # fmt: skip
