"""Confidence of a rule's answer: how often it was right on hand-coded statutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from palermo.corpus.data_files import read_typed

__all__ = ["confidence"]


@dataclass(frozen=True, slots=True)
class _Measured:
    right: int
    of: int


@cache
def _table() -> Mapping[str, _Measured]:
    return read_typed(__package__, "confidence.yaml", dict[str, _Measured])


def confidence(rule: str, value: str) -> float | None:
    """Share of right answers of a rule (of one of its values, where they differ), with one right and one wrong added;
    None for a rule that was not measured.
    """
    row = _table().get(f"{rule}:{value}") or _table().get(rule)
    return (row.right + 1) / (row.of + 2) if row else None
