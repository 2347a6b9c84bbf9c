"""New elements of the standard, and names of palermo's own."""

from __future__ import annotations

from lxml import etree

from palermo.corpus.model.akn_names import AKN, OWN

__all__ = ["child", "own"]


def child(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """A new element of the standard's at the end of `parent`; `class_` is the attribute `class`, `from_` is `from`."""
    element = etree.SubElement(parent, f"{{{AKN}}}{tag}")
    for name, value in attributes.items():
        element.set(name.rstrip("_"), value)
    return element


def own(name: str) -> str:
    """A name in palermo's own namespace."""
    return f"{{{OWN}}}{name}"
