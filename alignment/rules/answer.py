"""Answers of rules, with the words they rest on, the rule's name and its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from palermo.alignment.statute.cue_hits import CueHit
from palermo.corpus.model.findings import Extent, Value

__all__ = ["Answer", "absent", "denied", "hinted", "in_part", "present", "undecided"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer to a code. `hits` are the words that fired (for a no: none, or the words that were set aside)."""

    value: Value
    rule: str
    explanation: str
    would_change: str
    hits: tuple[CueHit, ...] = ()
    extent: Extent | None = None
    confidence: float = 0.9


def present(rule: str, explanation: str, would_change: str, hits: Sequence[CueHit], confidence: float = 0.9) -> Answer:
    """A yes with its words, in every case that the element speaks of."""
    return Answer(Value.YES, rule, explanation, would_change, tuple(hits), Extent.FULL, confidence)


def in_part(rule: str, explanation: str, would_change: str, hits: Sequence[CueHit], confidence: float = 0.9) -> Answer:
    """A yes with its words that holds in some cases only."""
    return Answer(Value.YES, rule, explanation, would_change, tuple(hits), Extent.SOME, confidence)


def absent(
    rule: str, explanation: str, would_change: str, hits: Sequence[CueHit] = (), confidence: float = 0.85
) -> Answer:
    """A no; `hits` are words that were looked at and do not make a yes."""
    return Answer(Value.NO, rule, explanation, would_change, tuple(hits), None, confidence)


def undecided(rule: str, explanation: str, would_change: str, hits: Sequence[CueHit] = ()) -> Answer:
    """Neither yes nor no: the explanation says what would settle it."""
    return Answer(Value.UNCLEAR, rule, explanation, would_change, tuple(hits), None, 0.5)


def hinted(hits: Sequence[CueHit]) -> Answer:
    """Undecided: words point to the element and none names it."""
    return undecided(
        "words-that-only-point-to-it",
        "The text has words that point to this element without naming it; they can be read either way.",
        "Words that name the element, or a reading of the ones that are quoted.",
        hits,
    )


def denied(hits: Sequence[CueHit], *, plain: bool) -> Answer:
    """A no where the text denies it in so many words; unclear where the denial is not `plain`."""
    if plain:
        return absent(
            "expressly-denied",
            "The text speaks of it and denies it.",
            "Deleting the denial and saying the opposite.",
            hits,
        )
    return undecided(
        "denied-in-part",
        "The text speaks of it only to deny it, but under conditions or for offences in general: whether it does so "
        "for trafficking decides the answer.",
        "A reading of the words that are quoted.",
        hits,
    )
