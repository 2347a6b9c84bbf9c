"""Provisions in the making, as a reader of markup finds them; `finish_provisions` gives them final spans and ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["ProvisionDraft"]


@dataclass(slots=True)
class ProvisionDraft:
    """A provision whose end is not known yet. Offsets count in the text written so far and may still hold white space.

    `number` and `heading` are the words as printed; `quoted` says that it belongs to another instrument; `eid` is the
    file's own; `stated` has what the file says outright of the fields in `palermo.corpus.model.akn_names.STATED`.
    """

    level: str
    start: int
    end: int = 0
    number: str | None = None
    number_at: tuple[int, int] | None = None
    heading: str | None = None
    heading_at: tuple[int, int] | None = None
    note: bool = False
    quoted: bool = False
    eid: str | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
    children: list[ProvisionDraft] = field(default_factory=list)
