"""Layouts that know schedules and annexes."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from palermo.corpus.model.text_model import Provision

__all__ = ["Annexes"]


@runtime_checkable
class Annexes(Protocol):
    """A layout that reads them, too (`tradition.Layout`)."""

    def annex(self, text: str, number: str) -> Provision | None:
        """The schedule or annex that `text` is, the one with `number` where that is not empty."""
