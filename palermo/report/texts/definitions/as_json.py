"""`palermo.define/1`: definitions side by side as a JSON object."""

from __future__ import annotations

from palermo.alignment.definitions.define import Definition, DefinitionCell, DefinitionRow
from palermo.report.format.json_parts import provision, source
from palermo.report.texts.definitions.words import called
from palermo.texts.official_text import Official

__all__ = ["define"]


def define(definition: Definition, official: Official | None = None) -> dict[str, object]:
    """The whole object; `source` in a cell counts in the `sources` of the whole object.

    `requires` of a row is the paragraph that asks for the element, and its official words where they are known; a row
    that is `extra` answers to no element of the framework.
    """
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


def _row(row: DefinitionRow, first: list[int], official: Official | None) -> dict[str, object]:
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


def _cell(cell: DefinitionCell, first: int) -> dict[str, object]:
    e = cell.evidence
    return {
        "side": cell.side,
        "source": first + e.source if e else first,
        "value": cell.value.value,
        "extent": cell.extent,
        "provision": provision(e.provision) if e else None,
        "start": e.span.start if e else None,
        "end": e.span.end if e else None,
        "quote": e.quote if e else None,
    }
