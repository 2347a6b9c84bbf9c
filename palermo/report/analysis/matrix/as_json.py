"""`palermo.matrix/1`: bodies of law against the codes of a framework."""

from __future__ import annotations

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import Finding
from palermo.report.analysis.gaps.as_json import finding, penalty
from palermo.report.analysis.gaps.json_reviews import reviewed
from palermo.report.format.json_parts import interval, source

__all__ = ["matrix"]


def matrix(found: Matrix) -> dict[str, object]:
    """The object. `evidence` counts the quotations of a cell; the `findings` of each body have them whole."""
    return {
        "schema": "palermo.matrix/1",
        "framework": {"id": found.framework.id, "version": found.framework.version},
        "bodies": [_body(found, body) for body in found.bodies],
        "cells": [_cell(body, f) for body in found.bodies for f in found.row(body)],
        "left_out": [{"body": side, "reason": reason} for side, reason in found.left_out],
    }


def _body(found: Matrix, body: MatrixBody) -> dict[str, object]:
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


def _cell(body: MatrixBody, f: Finding) -> dict[str, object]:
    return {
        "body": body.id,
        "date": body.date,
        "code": f.code,
        "value": f.value.value,
        "extent": f.extent,
        "rating": f.rating.value,
        "confidence": f.confidence,
        "evidence": len(f.evidence),
        "review": reviewed(f.review),
    }
