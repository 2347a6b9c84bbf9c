"""`palermo.coding/1`: a coding beside the machine's, as a JSON object."""

from __future__ import annotations

from palermo.alignment.review.kappa import Agreement
from palermo.analysis.coding import CodedItem, Coding
from palermo.corpus.model.findings import Value
from palermo.report.analysis.gaps.as_json import finding
from palermo.report.format.json_parts import source

__all__ = ["coding"]


def coding(found: Coding) -> dict[str, object]:
    """The whole object. `counts` says how often the coding (first key) and palermo (second key) gave which value;
    `kappa` is null where it is not defined; `constant` says which side gives one value throughout (kappa is 0 then)."""
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


def _agreement(found: Agreement) -> dict[str, object]:
    coding, machine = found.constant
    return {
        "n": found.n,
        "agreed": found.agreed,
        "agreement": found.observed,
        "expected": found.expected,
        "kappa": found.kappa,
        "constant": [name for name, is_so in (("coding", coding), ("palermo", machine)) if is_so],
        "counts": {one.value: {other.value: found.counts.get((one, other), 0) for other in Value} for one in Value},
    }


def _item(item: CodedItem) -> dict[str, object]:
    return {
        "body": item.body.id,
        "code": item.coded.code,
        "line": item.coded.line,
        "value": item.coded.value.value,
        "provision": item.coded.provision or None,
        "finding": finding(item.finding),
    }
