"""`palermo.frameworks/1`: the frameworks that palermo knows, with their requirements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypedDict

from palermo.corpus.model.findings import Value
from palermo.kb.frameworks.framework import Element, Framework

__all__ = ["frameworks"]


class ElementJson(TypedDict):
    """A requirement; `asks` is the value that meets it, null where the framework asks for neither."""

    code: str
    label: str
    group: str
    article: str | None
    bindingness: str
    qualification: str | None
    asks: Value | None
    restatement: str
    citation: str


class FrameworkJson(TypedDict):
    """A framework with its requirements, in the order of its catalogue."""

    id: str
    version: str
    title: str
    citation: str
    elements: list[ElementJson]


class FrameworksJson(TypedDict):
    """Result of `palermo frameworks`: the frameworks that a law can be held against."""

    schema: Literal["palermo.frameworks/1"]
    frameworks: list[FrameworkJson]


def frameworks(catalogues: Iterable[Framework]) -> FrameworksJson:
    """The whole object."""
    return {"schema": "palermo.frameworks/1", "frameworks": [_framework(f) for f in catalogues]}


def _framework(framework: Framework) -> FrameworkJson:
    return {
        "id": framework.id,
        "version": framework.version,
        "title": framework.title,
        "citation": framework.citation,
        "elements": [_element(element) for element in framework.elements],
    }


def _element(element: Element) -> ElementJson:
    return {
        "code": element.code,
        "label": element.label,
        "group": element.group,
        "article": element.article or None,
        "bindingness": element.bindingness,
        "qualification": element.qualification or None,
        "asks": element.asks,
        "restatement": element.restatement,
        "citation": element.citation,
    }
