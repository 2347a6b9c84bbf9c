"""What `palermo review` says, as JSON objects: the queue, the story of an answer, and what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from palermo.alignment.review.carry_over import since
from palermo.corpus.model.findings import Finding
from palermo.corpus.model.reviews import Review
from palermo.report.analysis.gaps.as_json import finding
from palermo.report.analysis.gaps.json_reviews import review
from palermo.report.format.json_parts import source
from palermo.review.review_files import Import
from palermo.review.reviews import ReviewedLaw

__all__ = ["exported", "imported", "kept", "queue", "story"]


def queue(laws: Iterable[tuple[ReviewedLaw, Iterable[tuple[Finding, str]]]]) -> dict[str, object]:
    """`palermo.reviews/1`: the findings of each body in the order in which to look at them; `waits` says why."""
    return {
        "schema": "palermo.reviews/1",
        "bodies": [
            {**_law(law), "findings": [{**finding(f), "waits": reason} for f, reason in items]} for law, items in laws
        ],
    }


def story(law: ReviewedLaw, f: Finding, reviews: Iterable[Review]) -> dict[str, object]:
    """`palermo.review/1`: an answer with all that was said of it, also what counts no more (`ended` says how), and the
    passages whose words are other ones now than those that a reviewer had before them (`now` is null where there is
    none under that number)."""
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


def kept(law: ReviewedLaw, words: Iterable[Review], findings: Sequence[Finding]) -> dict[str, object]:
    """`palermo.reviewed/1`: the words that were kept or taken back, and how the answers stand now."""
    return {
        "schema": "palermo.reviewed/1",
        **_law(law),
        "words": [review(r) for r in words],
        "findings": [finding(f) for f in findings],
    }


def imported(found: Import, *, dry_run: bool) -> dict[str, object]:
    """`palermo.review-import/1`: the words of a file; `new` are those that were kept, or would be, `ended` how many had
    been withdrawn or replaced, and were passed over."""
    return {
        "schema": "palermo.review-import/1",
        "path": found.file,
        "dry_run": dry_run,
        "words": len(found.words),
        "new": [review(r) for r in found.new],
        "ended": found.ended,
    }


def exported(found: Iterable[Review]) -> dict[str, object]:
    """`palermo.review-export/1`: every word, in the order of keeping."""
    return {"schema": "palermo.review-export/1", "words": [review(r) for r in found]}


def _law(law: ReviewedLaw) -> dict[str, object]:
    return {
        "body": law.body,
        "framework": {"id": law.framework.id, "version": law.framework.version},
        "sources": [source(v) for v in law.analysis.sources],
    }
