"""How sure a rule's answer is: how often it was right on hand-coded statutes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from palermo.corpus.data_files import read_data

__all__ = ["confidence"]


@cache
def _table() -> Mapping[str, Mapping[str, int]]:
    data: Mapping[str, Mapping[str, int]] = read_data(__package__, "confidence.yaml")
    return data


def confidence(rule: str, value: str) -> float | None:
    """The share of right answers of a rule (of one of its values, where they differ), with one right and one wrong
    added; None for a rule that was not measured.
    """
    row = _table().get(f"{rule}:{value}") or _table().get(rule)
    return (row["right"] + 1) / (row["of"] + 2) if row else None
