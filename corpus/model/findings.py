"""Findings about a body of law, with their evidence. kb keeps them, alignment makes them."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.model.answers import Extent, Rating, Value
from palermo.corpus.model.reviews import Reviewed
from palermo.corpus.model.text_model import Provision, Span, Version

__all__ = ["Evidence", "Extent", "Finding", "GapAnalysis", "Penalty", "Rating", "Requirement", "Value"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the law: `quote` is the text of source number `source` at `span` (code points, half-open).

    `words` is the part of the span that the rule fired on, None where the whole of it counts.
    """

    source: int
    provision: Provision
    span: Span
    quote: str
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement of the framework, restated; `quote` is the official text where the library holds it."""

    article: str
    bindingness: str
    restatement: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """An answer with the rule that gave it, the words it rests on and what would change it.

    `review` is what reviewers say of it, None where nobody has: it stands beside the answer and never changes it.
    """

    code: str
    value: Value
    extent: Extent | None
    rating: Rating
    confidence: float
    rule: str
    explanation: str
    would_change: str
    requires: Requirement
    evidence: tuple[Evidence, ...] = ()
    review: Reviewed | None = None


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty that the text threatens. `min` and `max` in `unit`; None is not stated; `max` is infinite for life."""

    evidence: Evidence
    basic: bool
    aggravation: str | None
    kind: str
    min: float | None
    max: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class GapAnalysis:
    """The findings about one body of law against one framework.

    `searched` are the provisions that were read as the law on trafficking, each with the number of its source.
    """

    sources: tuple[Version, ...]
    framework: str
    framework_version: str
    findings: tuple[Finding, ...]
    penalties: tuple[Penalty, ...] = ()
    searched: tuple[tuple[int, Provision], ...] = ()

    def finding(self, code: str) -> Finding:
        return next(f for f in self.findings if f.code == code)
