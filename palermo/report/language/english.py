"""Counts in words, for reports that are in English only."""

from __future__ import annotations

__all__ = ["count"]


def count(number: int, singular: str, plural: str | None = None) -> str:
    """`1 provision`, `2 provisions`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
