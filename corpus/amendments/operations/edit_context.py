"""The context in which an instruction is carried out."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.amendments.operations.conflicts import Record
from palermo.corpus.amendments.provision_layout import ProvisionLayout
from palermo.corpus.amendments.tradition import DraftingTradition
from palermo.corpus.amendments.working_text.draft import WorkingText

__all__ = ["EditContext"]


@dataclass(frozen=True, slots=True)
class EditContext:
    """The text being edited and the habits of its tradition, which every operation needs.

    `citation` is the amending act's, for the mark of a repeal; `source` counts the amending acts, `day` is when what is
    carried out takes effect (None: not known), `end` where the words of the amending act end (0: it may go on).
    """

    draft: WorkingText
    tradition: DraftingTradition
    layout: ProvisionLayout
    lang: str
    citation: str
    record: Record
    source: int = 0
    day: str | None = None
    end: int = 0
