"""References as they are read, and the marks that stand in their place while formulae are matched."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.amendments.model import Target
from palermo.corpus.amendments.reading.passages import HIDDEN

__all__ = ["MARK", "MARKED", "QUOTE", "ClausalReference"]

MARK = "\ue000"  # stands for each character of a reference that is read
QUOTE = f"(?<!{HIDDEN}){HIDDEN}+(?!{HIDDEN})"  # a whole one
MARKED = f"(?<!{MARK}){MARK}+(?!{MARK})"


@dataclass(frozen=True, slots=True)
class ClausalReference:
    """`targets` with the steps that are said, which may begin inside a section; `act` is None where none is named.

    `same`: the provision of this level that was named last is meant, or what the steps lead to below it; `inside`: the
    targets where a schedule is spoken of; `outside`: what palermo does not amend (a part, a form)."""

    targets: tuple[Target, ...] = ()
    act: str | None = None
    same: str = ""
    outside: str = ""
    inside: tuple[Target, ...] = ()
