"""`palermo.frameworks/1`: the frameworks that palermo knows, with what they ask."""

from __future__ import annotations

from collections.abc import Iterable

from palermo.kb.frameworks.framework import Element, Framework

__all__ = ["frameworks"]


def frameworks(catalogues: Iterable[Framework]) -> dict[str, object]:
    """The object; elements stand in the order of their catalogue."""
    return {"schema": "palermo.frameworks/1", "frameworks": [_framework(f) for f in catalogues]}


def _framework(framework: Framework) -> dict[str, object]:
    return {
        "id": framework.id,
        "version": framework.version,
        "title": framework.title,
        "citation": framework.citation,
        "elements": [_element(element) for element in framework.elements],
    }


def _element(element: Element) -> dict[str, object]:
    return {
        "code": element.code,
        "label": element.label,
        "group": element.group,
        "article": element.article or None,
        "bindingness": element.bindingness,
        "qualification": element.qualification or None,
        "asks": element.asks.value if element.asks else None,
        "restatement": element.restatement,
        "citation": element.citation,
    }
