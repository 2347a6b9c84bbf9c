"""Formulae as the data files of traditions give them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["OperationWords"]


@dataclass(frozen=True, slots=True)
class OperationWords:
    """A formula: its operation, the regular expression with placeholders, and on which side of its anchor it puts
    something ("" where it does not say)."""

    op: str
    pattern: str
    where: str = ""
