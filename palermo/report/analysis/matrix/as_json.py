"""`palermo.matrix/1`: bodies of law against the codes of a framework."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import Extent, Finding, Rating, Value
from palermo.report.analysis.gaps.as_json import FindingJson, PenaltyJson, finding, penalty
from palermo.report.analysis.gaps.json_reviews import ReviewedJson, reviewed
from palermo.report.format.json_parts import (
    FrameworkVersionJson,
    IntervalJson,
    LeftOutJson,
    SourceJson,
    interval,
    source,
)

__all__ = ["matrix"]


class MatrixBodyJson(TypedDict):
    """A body of law, a row of the matrix, with its findings whole; `date` is that of its newest text, if known."""

    id: str
    title: str
    jurisdiction: str
    lang: str
    date: str | None
    in_force: IntervalJson | None
    sources: list[SourceJson]
    findings: list[FindingJson]
    penalties: list[PenaltyJson]


class MatrixCellJson(TypedDict):
    """The answer of one body to one code; `evidence` is the number of quotations."""

    body: str
    date: str | None
    code: str
    value: Value
    extent: Extent | None
    rating: Rating
    confidence: float
    evidence: int
    review: ReviewedJson | None


class MatrixJson(TypedDict):
    """Result of `palermo matrix`: the answers of several bodies of law to the codes of a framework."""

    schema: Literal["palermo.matrix/1"]
    framework: FrameworkVersionJson
    bodies: list[MatrixBodyJson]
    cells: list[MatrixCellJson]
    left_out: list[LeftOutJson]


def matrix(found: Matrix) -> MatrixJson:
    """The whole object."""
    return {
        "schema": "palermo.matrix/1",
        "framework": {"id": found.framework.id, "version": found.framework.version},
        "bodies": [_body(found, body) for body in found.bodies],
        "cells": [_cell(body, f) for body in found.bodies for f in found.row(body)],
        "left_out": [{"body": side, "reason": reason} for side, reason in found.left_out],
    }


def _body(found: Matrix, body: MatrixBody) -> MatrixBodyJson:
    return {
        "id": body.id,
        "title": body.title,
        "jurisdiction": body.jurisdiction,
        "lang": body.lang,
        "date": body.date,
        "in_force": interval(body.in_force),
        "sources": [source(v) for v in body.analysis.sources],
        "findings": [finding(f) for f in found.row(body)],
        "penalties": [penalty(p) for p in body.analysis.penalties],
    }


def _cell(body: MatrixBody, f: Finding) -> MatrixCellJson:
    return {
        "body": body.id,
        "date": body.date,
        "code": f.code,
        "value": f.value,
        "extent": f.extent,
        "rating": f.rating,
        "confidence": f.confidence,
        "evidence": len(f.evidence),
        "review": reviewed(f.review),
    }
