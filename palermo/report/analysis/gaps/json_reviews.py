"""What reviewers say, as JSON objects: beside a finding, and by itself (`palermo.review/1`, `palermo.reviews/1`)."""

from __future__ import annotations

from palermo.corpus.model.reviews import Review, ReviewBasis, Reviewed, ReviewerAnswer

__all__ = ["review", "reviewed", "word"]


def reviewed(found: Reviewed | None) -> dict[str, object] | None:
    """The key `review` of a finding: null where nobody has said anything; `value`, `extent` and `rating` are the
    reviewers', null where they differ and where nothing that was said counts for this text."""
    if found is None:
        return None
    answer = found.answer
    return {
        "state": found.state,
        "value": answer.review.value.value if answer else None,
        "extent": answer.review.extent if answer else None,
        "rating": answer.rating.value if answer else None,
        "conflict": found.conflict,
        "words": [word(w) for w in found.words],
    }


def word(w: ReviewerAnswer) -> dict[str, object]:
    """A reviewer's word with how it stands to the text at hand."""
    return {
        "stands": w.stands.value,
        "rating": w.rating.value,
        "since_then": list(w.since_then),
        **review(w.review),
    }


def review(r: Review) -> dict[str, object]:
    """A reviewer's word as it is kept: the answer, who, when and why, palermo's answer then, and what they rest on."""
    return {
        "body": r.body,
        "code": r.code,
        "value": r.value.value,
        "extent": r.extent,
        "accepts": r.accepts,
        "reviewer": r.by,
        "date": r.date,
        "reason": r.reason,
        "machine": {
            "value": r.machine.value.value,
            "extent": r.machine.extent,
            "rule": r.machine.rule,
            "palermo": r.machine.palermo,
        },
        "framework": {"id": r.framework, "version": r.framework_version},
        "sources": [
            {"ref": t.ref, "in_force": t.since, "sha256": t.sha256, "start": t.span.start, "end": t.span.end}
            for t in r.texts
        ],
        "evidence": [_ground(g) for g in r.grounds],
        "ended": r.ended or None,
    }


def _ground(g: ReviewBasis) -> dict[str, object]:
    return {"reference": g.reference, "cite": g.cite, "quote": g.quote, "sha256": g.sha256, "by_reviewer": g.named}
