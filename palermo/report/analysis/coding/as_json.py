"""`palermo.coding/1`: a coding by hand compared with palermo's answers, as a JSON object."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.alignment.review.kappa import Agreement
from palermo.analysis.coding import CodedItem, Coding
from palermo.corpus.model.findings import Value
from palermo.report.analysis.gaps.as_json import FindingJson, finding
from palermo.report.format.json_parts import FrameworkVersionJson, LeftOutJson, SourceJson, source

__all__ = ["coding"]


class CodingFileJson(TypedDict):
    """The file with the coding, and how many of its answers are blank or were passed over."""

    path: str
    blank: int
    passed_over: int


class CodedBodyJson(TypedDict):
    """A body of law that was coded."""

    id: str
    sources: list[SourceJson]


class AgreementJson(TypedDict):
    """The agreement of `n` answers: observed, expected by chance, and Cohen's kappa (null where it is not defined).

    `counts` has how often the coding (first key) and palermo (second key) gave which value; `constant` names the sides
    that give one value throughout, for which kappa is 0.
    """

    n: int
    agreed: int
    agreement: float | None
    expected: float | None
    kappa: float | None
    constant: list[Literal["coding", "palermo"]]
    counts: dict[Value, dict[Value, int]]


class OverallAgreementJson(AgreementJson):
    """The agreement over all codes, with the mean kappa of the `mean_over` codes that have one."""

    mean_kappa: float | None
    mean_over: int


class CodeAgreementJson(AgreementJson):
    """The agreement on one code."""

    code: str


class DisagreementJson(TypedDict):
    """An answer of the coding (in line `line` of its file) that differs from palermo's, with palermo's finding."""

    body: str
    code: str
    line: int
    value: Value
    provision: str | None
    finding: FindingJson


class CodingJson(TypedDict):
    """Result of `palermo review compare`: how far a coding by hand agrees with palermo's answers."""

    schema: Literal["palermo.coding/1"]
    coding: CodingFileJson
    framework: FrameworkVersionJson
    bodies: list[CodedBodyJson]
    overall: OverallAgreementJson
    codes: list[CodeAgreementJson]
    disagreements: list[DisagreementJson]
    left_out: list[LeftOutJson]


def coding(found: Coding) -> CodingJson:
    """The whole object."""
    mean, codes = found.mean_kappa
    return {
        "schema": "palermo.coding/1",
        "coding": {"path": found.file, "blank": found.blank, "passed_over": found.passed_over},
        "framework": {"id": found.framework.id, "version": found.framework.version},
        "bodies": [{"id": body.id, "sources": [source(v) for v in body.analysis.sources]} for body in found.bodies],
        "overall": {**_agreement(found.overall), "mean_kappa": mean, "mean_over": codes},
        "codes": [{"code": code, **_agreement(agreement)} for code, agreement in found.codes()],
        "disagreements": [_item(item) for item in found.disagreements],
        "left_out": [{"body": name, "reason": reason} for name, reason in found.left_out],
    }


def _agreement(found: Agreement) -> AgreementJson:
    sides: tuple[Literal["coding", "palermo"], ...] = ("coding", "palermo")
    return {
        "n": found.n,
        "agreed": found.agreed,
        "agreement": found.observed,
        "expected": found.expected,
        "kappa": found.kappa,
        "constant": [side for side, constant in zip(sides, found.constant, strict=True) if constant],
        "counts": {one: {other: found.counts.get((one, other), 0) for other in Value} for one in Value},
    }


def _item(item: CodedItem) -> DisagreementJson:
    return {
        "body": item.body.id,
        "code": item.coded.code,
        "line": item.coded.line,
        "value": item.coded.value,
        "provision": item.coded.provision or None,
        "finding": finding(item.finding),
    }
