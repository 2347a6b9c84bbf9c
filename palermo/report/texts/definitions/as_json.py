"""`palermo.define/1`: definitions side by side as a JSON object."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.alignment.definitions.define import Definition, DefinitionCell, DefinitionRow
from palermo.corpus.model.findings import Extent, Value
from palermo.report.format.json_parts import ProvisionJson, SourceJson, provision, source
from palermo.report.texts.definitions.words import called
from palermo.texts.official_text import Official

__all__ = ["define"]


class DefinedSideJson(TypedDict):
    """A side, with the places of its texts in `sources`."""

    title: str
    sources: list[int]


class DefinitionRequirementJson(TypedDict):
    """The paragraph that asks for the element, and its official words; null where they are not known."""

    article: str | None
    quote: str | None


class DefinitionCellJson(TypedDict):
    """The answer of one side to one element, with the words of the law that it rests on (null where it has none).

    `source` counts in the `sources` of the whole object.
    """

    side: int
    source: int
    value: Value
    extent: Extent | None
    provision: ProvisionJson | None
    start: int | None
    end: int | None
    quote: str | None


class DefinitionRowJson(TypedDict):
    """An element of the definition, one cell a side; an `extra` element is none of the framework's."""

    code: str
    label: str
    extra: bool
    requires: DefinitionRequirementJson
    cells: list[DefinitionCellJson]


class DefineJson(TypedDict):
    """Result of `palermo define`: the definitions of a term side by side, element by element."""

    schema: Literal["palermo.define/1"]
    term: str
    sources: list[SourceJson]
    sides: list[DefinedSideJson]
    rows: list[DefinitionRowJson]


def define(definition: Definition, official: Official | None = None) -> DefineJson:
    """The whole object; `official` is the treaty's text, from which `requires` quotes."""
    first = [sum(len(s) for s in definition.sides[:i]) for i in range(len(definition.sides))]
    return {
        "schema": "palermo.define/1",
        "term": definition.term,
        "sources": [source(v) for side in definition.sides for v in side],
        "sides": [
            {"title": called(side), "sources": list(range(start, start + len(side)))}
            for side, start in zip(definition.sides, first, strict=True)
        ],
        "rows": [_row(row, first, official) for row in definition.rows],
    }


def _row(row: DefinitionRow, first: list[int], official: Official | None) -> DefinitionRowJson:
    article = row.element.article if row.element else ""
    return {
        "code": row.code,
        "label": row.label,
        "extra": row.element is None,
        "requires": {
            "article": article or None,
            "quote": official.quote(article) if official and article else None,
        },
        "cells": [_cell(cell, first[cell.side]) for cell in row.cells],
    }


def _cell(cell: DefinitionCell, first: int) -> DefinitionCellJson:
    e = cell.evidence
    return {
        "side": cell.side,
        "source": first + e.source if e else first,
        "value": cell.value,
        "extent": cell.extent,
        "provision": provision(e.provision) if e else None,
        "start": e.span.start if e else None,
        "end": e.span.end if e else None,
        "quote": e.quote if e else None,
    }
