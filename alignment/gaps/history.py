"""The story of a law: its gap analyses in the order of their dates, and what changed from each to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from palermo.alignment.gaps.gaps_change import GapsChange, change
from palermo.corpus.errors import UsageError
from palermo.corpus.model.findings import Finding, GapAnalysis

__all__ = ["Edition", "History", "history"]


@dataclass(frozen=True, slots=True)
class Edition:
    """A body of law as it stood from `date` (ISO 8601) on."""

    date: str
    analysis: GapAnalysis


@dataclass(frozen=True, slots=True)
class History:
    """`steps` lie between neighbouring editions: one fewer than there are editions."""

    editions: tuple[Edition, ...]
    steps: tuple[GapsChange, ...]

    def row(self, code: str) -> tuple[Finding, ...]:
        """Findings of each edition on a code."""
        return tuple(e.analysis.finding(code) for e in self.editions)


def history(analyses: Sequence[GapAnalysis]) -> History:
    """The analyses by date, and the steps between them; the date of one is the latest of its texts.

    Raises UsageError where there are fewer than two, where a text has no date, and where two have the same one.
    """
    editions = sorted((Edition(_date(a), a) for a in analyses), key=lambda e: e.date)
    if len(editions) < 2:
        raise UsageError("a history needs texts of at least two dates", expected="two dated versions, or more")
    for earlier, later in pairwise(editions):
        if earlier.date == later.date:
            names = (e.analysis.sources[0].source.path for e in (earlier, later))
            raise UsageError(
                f"two editions have the date {later.date}: " + " and ".join(names),
                expected="texts that are read together joined by commas",
            )
    steps = (change(a.analysis, b.analysis) for a, b in pairwise(editions))
    return History(tuple(editions), tuple(steps))


def _date(analysis: GapAnalysis) -> str:
    dates = []
    for version in analysis.sources:
        if version.in_force is None:
            raise UsageError(
                "has no date",
                file=version.source.path,
                expected="a date in the file, in a MANIFEST.tsv above it, or in a library (`palermo add --date`)",
            )
        dates.append(version.in_force.start)
    return max(dates)
