"""Words for answers under review and what reviewers said of them, as every report has them."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.review.carry_over import ReviewedPassage, since
from palermo.corpus.model.findings import Extent, Finding
from palermo.corpus.model.reviews import Review, ReviewBasis
from palermo.report.analysis.gaps.review_words import answer
from palermo.report.language.english import count
from palermo.report.language.forms import clipped
from palermo.report.shared.quotes import cited, places
from palermo.review.reviews import ReviewedLaw

__all__ = [
    "LENGTH",
    "NOBODY",
    "NO_WORD",
    "passages",
    "place",
    "rests_on",
    "searched",
    "then",
    "title",
    "told",
    "valued",
    "waiting",
    "why",
]

NOBODY, NO_WORD = "Nobody has said anything of it.", "No word counts any more."
LENGTH = 160  # code points of one quotation


def waiting(law: ReviewedLaw, items: Sequence[object]) -> str:
    """Number of answers of a body that wait."""
    return f"{law.body}: {count(len(items), 'answer')} to look at"


def title(law: ReviewedLaw, finding: Finding) -> str:
    """The element, its code and the body."""
    return f"{law.framework.element(finding.code).label} ({finding.code}) in {law.body}"


def valued(finding: Finding) -> str:
    """`yes`, `yes (some)`, `no`, `unclear`."""
    return f"{finding.value} ({finding.extent})" if finding.extent == Extent.SOME else finding.value.value


def why(finding: Finding) -> str:
    """The explanation with the rule and how sure it is."""
    return f"{finding.explanation} [{finding.rule}, {finding.confidence:.0%}]"


def searched(finding: Finding) -> str:
    """Where it was looked, for an answer that quotes nothing; "" for one that does."""
    if cited(finding):
        return ""
    return places(finding) or "the whole text"


def told(review: Review) -> str:
    """`accepted`, or the answer instead; with its end, if it ended."""
    said = "accepted" if review.accepts else f"{answer(review)} instead"
    return said + (f" ({review.ended})" if review.ended else "")


def then(review: Review) -> str:
    """The machine's answer of then, by which rule of which version and framework."""
    machine = f"{review.machine.value}" + (f" ({review.machine.extent})" if review.machine.extent else "")
    said = f"{machine} by {review.machine.rule}, palermo {review.machine.palermo}, "
    return f"{said}framework {review.framework} {review.framework_version}"


def rests_on(ground: ReviewBasis) -> str:
    """A passage that a word rests on, and that the reviewer named it, if so."""
    quote = f" “{clipped(ground.quote, LENGTH)}”" if ground.quote else ""
    return f"{ground.cite or 'the whole text'}{quote}{', named' if ground.named else ''}"


def passages(law: ReviewedLaw, finding: Finding) -> tuple[ReviewedPassage, ...]:
    """Passages that those relied on who have to look again, each once, with what became of them."""
    again = [word.review for word in finding.review.words if not word.counts] if finding.review else []
    return tuple({p.then.sha256: p for review in again for p in since(law.analysis, review)}.values())


def place(passage: ReviewedPassage) -> str:
    """Where the passage stood."""
    return passage.then.cite or "the text"
