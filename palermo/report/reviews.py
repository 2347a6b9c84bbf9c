"""What reviewers say of an answer, in plain words, as it stands beside the answer in every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from corpus.findings import Finding, Rating
from corpus.reviews import Review, Reviewed, Stands, Word
from palermo.report.quotes import OPEN

__all__ = ["answer", "cells", "said", "settled", "tally"]

_ORDER = (*OPEN, Rating.UNDECIDED, Rating.MET, Rating.BROADER, Rating.NOT_REQUIRED)
_STATES = (
    ("accepted", "accepted"),
    ("overridden", "answered otherwise"),
    ("conflict", "on which reviewers differ"),
    (Stands.AGAIN.value, "to look at again"),
)


def said(reviewed: Reviewed) -> Iterator[str]:
    """A sentence for each reviewer's word, without its full stop; where they differ, that first."""
    if reviewed.conflict:
        yield "The reviewers differ, and none of them counts more"
    for word in reviewed.words:
        yield _said(word)


def answer(review: Review) -> str:
    """`yes`, `yes (some cases)`, `no`, `unclear`."""
    return f"yes ({review.extent})" if review.extent == "some cases" else review.value.value


def settled(finding: Finding) -> Rating:
    """The rating with the reviewers' answer, where they have one that counts; else palermo's."""
    word = finding.review.answer if finding.review else None
    return word.rating if word else finding.rating


def tally(findings: Iterable[Finding]) -> list[str]:
    """How much was reviewed, and the ratings with the reviewers' answers; nothing where nobody has said anything."""
    found = list(findings)
    states = Counter(f.review.state for f in found if f.review)
    if not states:
        return []
    parts = ", ".join(f"{states[state]} {name}" for state, name in _STATES if states[state])
    lines = [f"Reviewed: {sum(states.values())} of {len(found)} answers, {parts}."]
    if states["overridden"]:
        counts = Counter(map(settled, found))
        ratings = " · ".join(f"{rating.value} {counts[rating]}" for rating in _ORDER if counts[rating])
        lines.append(f"With the reviewers' answers: {ratings}.")
    return lines


def cells(finding: Finding) -> tuple[str, str, str, str, str, str, str]:
    """For tables: the state of the review, the reviewers' value, extent and rating, who, when, and why. Where they
    differ, or nothing that was said counts here, there is no value; the names, dates and reasons are those of all."""
    if finding.review is None:
        return ("",) * 7
    word = finding.review.answer
    own = (word.review.value.value, word.review.extent or "", word.rating.value) if word else ("", "", "")
    words = finding.review.counting or finding.review.words
    reviews = [w.review for w in words]
    return (
        finding.review.state,
        *own,
        "; ".join(r.by for r in reviews),
        "; ".join(r.date for r in reviews),
        "; ".join(_why(w) for w in words if _why(w)),
    )


def _why(word: Word) -> str:
    return "; ".join(part for part in (word.review.reason, *word.since_then) if part)


def _said(word: Word) -> str:
    review = word.review
    reason = f": {review.reason}" if review.reason else ""
    told = f"{answer(review)}: {word.rating.value}"
    after = "; ".join(word.since_then)
    on = f"the text of {review.since}" if review.since else "another text"
    if word.stands is Stands.AGAIN:
        text = f"Was reviewed on {on}: look again. {review.by} said {told} ({review.date}{reason})"
        return f"{text}; {after}" if after else text
    text = f"{told}, {'accepted by' if review.accepts else 'says'} {review.by}, {review.date}{reason}"
    if word.stands is Stands.CARRIED:
        text += f" [of {on}; the words that this rests on are the same]"
    return f"{text} [{after}]" if after else text
