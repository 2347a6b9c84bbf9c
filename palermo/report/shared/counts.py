"""Numbers of requirements that are met, open and undecided."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.model.findings import GapAnalysis, Rating
from palermo.report.shared.quotes import OPEN

__all__ = ["NO_LAW", "Counts", "counts", "lawless"]

NO_LAW = "no-trafficking-law"
"""The rule that answers every question where no provision on trafficking was found."""


@dataclass(frozen=True, slots=True)
class Counts:
    """`asked` requirements are `met` (also where the law goes further), `open` or `undecided`; `beyond` counts what the
    law has and nobody asks for.
    """

    asked: int
    met: int
    open: int
    undecided: int
    beyond: int


def counts(analysis: GapAnalysis) -> Counts:
    """The requirements that a paragraph of the framework asks for, by what became of them."""
    asked = [f for f in analysis.findings if f.requires.article]
    opened = sum(f.rating in OPEN for f in asked)
    undecided = sum(f.rating is Rating.UNDECIDED for f in asked)
    return Counts(
        asked=len(asked),
        met=len(asked) - opened - undecided,
        open=opened,
        undecided=undecided,
        beyond=sum(not f.requires.article and f.rating is Rating.BROADER for f in analysis.findings),
    )


def lawless(analysis: GapAnalysis) -> bool:
    """True if no provision on trafficking was found."""
    return all(f.rule == NO_LAW for f in analysis.findings)
