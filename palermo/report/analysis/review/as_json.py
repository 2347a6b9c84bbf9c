"""Results of `palermo review` as JSON objects: the queue, the story of an answer, and the changes made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypedDict

from palermo.alignment.review.carry_over import since
from palermo.corpus.model.findings import Finding
from palermo.corpus.model.reviews import Review
from palermo.report.analysis.gaps.as_json import FindingJson, finding
from palermo.report.analysis.gaps.json_reviews import ReviewJson, review
from palermo.report.format.json_parts import FrameworkVersionJson, SourceJson, source
from palermo.review.review_files import Import
from palermo.review.reviews import ReviewedLaw

__all__ = ["exported", "imported", "kept", "queue", "story"]


class _LawJson(TypedDict):
    body: str
    framework: FrameworkVersionJson
    sources: list[SourceJson]


class WaitingJson(FindingJson):
    """A finding that a reviewer should look at, and why it waits."""

    waits: str


class QueuedBodyJson(_LawJson):
    """A body of law with its findings, in the order in which to look at them."""

    findings: list[WaitingJson]


class ReviewsJson(TypedDict):
    """Result of `palermo review list`: the findings that wait for a reviewer."""

    schema: Literal["palermo.reviews/1"]
    bodies: list[QueuedBodyJson]


class PassageChangeJson(TypedDict):
    """A passage as the reviewer had it before them, and now; null where the law has none under that number."""

    cite: str
    then: str
    now: str | None


class ReviewStoryJson(_LawJson):
    """Result of `palermo review show`: an answer, all that reviewers said of it, and the passages that changed since.

    The answers in `story` that no longer count have `ended`.
    """

    schema: Literal["palermo.review/1"]
    finding: FindingJson
    story: list[ReviewJson]
    changes: list[PassageChangeJson]


class KeptReviewsJson(_LawJson):
    """Result of `palermo review accept`, `override` and `withdraw`: the reviewers' answers kept or taken back, and the
    findings now."""

    schema: Literal["palermo.reviewed/1"]
    words: list[ReviewJson]
    findings: list[FindingJson]


class ReviewImportJson(TypedDict):
    """Result of `palermo review import`: the reviewers' answers in a file.

    `new` are those that were kept (with `dry_run`: would be), `words` counts those in the file, `ended`
    those that were passed over as they had been withdrawn or replaced.
    """

    schema: Literal["palermo.review-import/1"]
    path: str
    dry_run: bool
    words: int
    new: list[ReviewJson]
    ended: int


class ReviewExportJson(TypedDict):
    """Result of `palermo review export`: every reviewer's answer, in the order of keeping."""

    schema: Literal["palermo.review-export/1"]
    words: list[ReviewJson]


def queue(laws: Iterable[tuple[ReviewedLaw, Iterable[tuple[Finding, str]]]]) -> ReviewsJson:
    """`palermo.reviews/1`: the findings of each body in the order given, each with the reason why it waits."""
    return {
        "schema": "palermo.reviews/1",
        "bodies": [
            {**_law(law), "findings": [{**finding(f), "waits": reason} for f, reason in items]} for law, items in laws
        ],
    }


def story(law: ReviewedLaw, f: Finding, reviews: Iterable[Review]) -> ReviewStoryJson:
    """`palermo.review/1`: an answer with everything that was said of it."""
    again = [word.review for word in f.review.words if not word.counts] if f.review else []
    passages = {p.then.sha256: p for r in again for p in since(law.analysis, r)}
    return {
        "schema": "palermo.review/1",
        **_law(law),
        "finding": finding(f),
        "story": [review(r) for r in reviews],
        "changes": [
            {"cite": p.then.cite, "then": p.then.text, "now": p.now.text if p.now else None} for p in passages.values()
        ],
    }


def kept(law: ReviewedLaw, words: Iterable[Review], findings: Sequence[Finding]) -> KeptReviewsJson:
    """`palermo.reviewed/1`: the answers that were kept or taken back, and the findings now."""
    return {
        "schema": "palermo.reviewed/1",
        **_law(law),
        "words": [review(r) for r in words],
        "findings": [finding(f) for f in findings],
    }


def imported(found: Import, *, dry_run: bool) -> ReviewImportJson:
    """`palermo.review-import/1`: the answers of a file."""
    return {
        "schema": "palermo.review-import/1",
        "path": found.file,
        "dry_run": dry_run,
        "words": len(found.words),
        "new": [review(r) for r in found.new],
        "ended": found.ended,
    }


def exported(found: Iterable[Review]) -> ReviewExportJson:
    """`palermo.review-export/1`: every answer, in the order of keeping."""
    return {"schema": "palermo.review-export/1", "words": [review(r) for r in found]}


def _law(law: ReviewedLaw) -> _LawJson:
    return {
        "body": law.body,
        "framework": {"id": law.framework.id, "version": law.framework.version},
        "sources": [source(v) for v in law.analysis.sources],
    }
