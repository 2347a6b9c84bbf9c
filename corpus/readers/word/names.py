"""Names in Office Open XML, whichever of its two namespaces (transitional, strict) a document uses."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

__all__ = ["child", "children", "is_on", "local", "val"]


def local(element: etree._Element) -> str:
    """The name without its namespace; "" for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """The children of that name."""
    if element is not None:
        yield from (c for c in element if local(c) == name)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of that name, its first child of the next name, and so on."""
    for name in path:
        element = next(children(element, name), None)
    return element


def val(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute by its name without namespace."""
    if element is None:
        return None
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), None)


def is_on(element: etree._Element | None) -> bool:
    """True if a switch is there and not turned off (ISO/IEC 29500-1, 17.17.4)."""
    return element is not None and (val(element) or "true") not in ("0", "false", "off")
