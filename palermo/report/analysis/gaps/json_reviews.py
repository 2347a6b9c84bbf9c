"""Answers of reviewers as JSON objects: in a finding, and by themselves (`palermo.review/1`, `palermo.reviews/1`)."""

from __future__ import annotations

from typing import TypedDict

from palermo.corpus.model.findings import Extent, Rating, Value
from palermo.corpus.model.reviews import Review, ReviewBasis, Reviewed, ReviewerAnswer, ReviewStanding
from palermo.report.format.json_parts import FrameworkVersionJson

__all__ = ["ReviewJson", "ReviewedJson", "review", "reviewed"]


class MachineAnswerJson(TypedDict):
    """The answer that palermo gave when the reviewer looked at it; `palermo` is the program's version."""

    value: Value
    extent: Extent | None
    rule: str
    palermo: str


class ReviewedTextJson(TypedDict):
    """A text that the reviewer had before them: all of it, or the slice `start` to `end`."""

    ref: str
    in_force: str | None
    sha256: str
    start: int
    end: int


class ReviewBasisJson(TypedDict):
    """A passage that the answer rests on; `by_reviewer` if the reviewer named it, else palermo's evidence."""

    reference: str
    cite: str
    quote: str
    sha256: str
    by_reviewer: bool


class ReviewJson(TypedDict):
    """A reviewer's answer as it is kept, with palermo's at that time; `ended` says how it ended, null if it counts."""

    body: str
    code: str
    value: Value
    extent: Extent | None
    accepts: bool
    reviewer: str
    date: str
    reason: str
    machine: MachineAnswerJson
    framework: FrameworkVersionJson
    sources: list[ReviewedTextJson]
    evidence: list[ReviewBasisJson]
    ended: str | None


class ReviewerAnswerJson(ReviewJson):
    """A reviewer's answer with how it stands to the text at hand; `since_then` are passages that changed."""

    stands: ReviewStanding
    rating: Rating
    since_then: list[str]


class ReviewedJson(TypedDict):
    """All reviewers' answers to a code. `value`, `extent` and `rating` are theirs: null where they differ, and where no
    answer counts for this text."""

    state: str
    value: Value | None
    extent: Extent | None
    rating: Rating | None
    conflict: bool
    words: list[ReviewerAnswerJson]


def reviewed(found: Reviewed | None) -> ReviewedJson | None:
    """The key `review` of a finding: null where no reviewer has said anything."""
    if found is None:
        return None
    answer = found.answer
    return {
        "state": found.state,
        "value": answer.review.value if answer else None,
        "extent": answer.review.extent if answer else None,
        "rating": answer.rating if answer else None,
        "conflict": found.conflict,
        "words": [_word(w) for w in found.words],
    }


def _word(w: ReviewerAnswer) -> ReviewerAnswerJson:
    return {"stands": w.stands, "rating": w.rating, "since_then": list(w.since_then), **review(w.review)}


def review(r: Review) -> ReviewJson:
    """A reviewer's answer as it is kept."""
    return {
        "body": r.body,
        "code": r.code,
        "value": r.value,
        "extent": r.extent,
        "accepts": r.accepts,
        "reviewer": r.by,
        "date": r.date,
        "reason": r.reason,
        "machine": {
            "value": r.machine.value,
            "extent": r.machine.extent,
            "rule": r.machine.rule,
            "palermo": r.machine.palermo,
        },
        "framework": {"id": r.framework, "version": r.framework_version},
        "sources": [
            {"ref": t.ref, "in_force": t.since, "sha256": t.sha256, "start": t.span.start, "end": t.span.end}
            for t in r.texts
        ],
        "evidence": [_basis(g) for g in r.grounds],
        "ended": r.ended or None,
    }


def _basis(g: ReviewBasis) -> ReviewBasisJson:
    return {"reference": g.reference, "cite": g.cite, "quote": g.quote, "sha256": g.sha256, "by_reviewer": g.named}
