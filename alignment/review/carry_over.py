"""Reviews held against the text at hand: which of them are about it, and whether they count for it.

A word on an answer counts for another text of the law only while what it rests on is the same: the words of the
provisions, wherever they now stand, and the answer that palermo gives. Otherwise somebody has to look again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from palermo.alignment.review.grounds import find, ground, grounds
from palermo.alignment.rules.sentence import Sentence
from palermo.corpus.model.findings import Extent, Finding, GapAnalysis, Value
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.reviews import Review, ReviewBasis, Reviewed, ReviewerAnswer, ReviewStanding
from palermo.kb.frameworks.framework import Framework

__all__ = ["ReviewedPassage", "concerns", "reviewed", "since", "texts"]


def reviewed(analysis: GapAnalysis, reviews: Iterable[Review], framework: Framework) -> GapAnalysis:
    """The analysis with what the reviews say of each finding; they are about its body of law (`concerns`)."""
    law = _Law(analysis)
    by_code: dict[str, list[Review]] = {}
    for review in reviews:
        by_code.setdefault(review.code, []).append(review)
    return replace(
        analysis, findings=tuple(_with(f, by_code.get(f.code, []), law, framework) for f in analysis.findings)
    )


def concerns(review: Review, body: str, analysis: GapAnalysis) -> bool:
    """True if a review is about this body of law, in any version: it is called so, or it has all the instruments that
    the reviewer had. Texts in other languages are other texts."""
    if review.langs != {v.ref.lang for v in analysis.sources}:
        return False
    return review.body == body or review.instruments <= {v.ref.instrument for v in analysis.sources}


@dataclass(frozen=True, slots=True)
class ReviewedPassage:
    """A passage that a word rests on, whose words are other ones now: `now` is what stands under its number, None where
    nothing does."""

    then: ReviewBasis
    now: ReviewBasis | None


def since(analysis: GapAnalysis, review: Review) -> tuple[ReviewedPassage, ...]:
    """The passages that a review rests on and that the law at hand does not have any more."""
    law = _Law(analysis)
    gone = [g for g in review.grounds if law.find(g) is None]
    return tuple(ReviewedPassage(g, _same_place(analysis, g)) for g in gone)


def texts(analysis: GapAnalysis) -> frozenset[tuple[str, int, int]]:
    """Identity of a reading of a law: the files and how much of each was read."""
    return frozenset((v.source.sha256, *v.root.span) for v in analysis.sources)


class _Law:
    """The law at hand, in which passages are looked for."""

    def __init__(self, analysis: GapAnalysis) -> None:
        self.analysis = analysis
        self.texts = texts(analysis)
        self._found: dict[str, ReviewBasis | None] = {}

    def grounds(self, finding: Finding) -> tuple[ReviewBasis, ...]:
        """Passages that the answer rests on now."""
        if any(e.words for e in finding.evidence):
            return grounds(self.analysis, finding)
        return self._searched

    @cached_property
    def _searched(self) -> tuple[ReviewBasis, ...]:
        return grounds(self.analysis, next(f for f in self.analysis.findings if not any(e.words for e in f.evidence)))

    def find(self, passage: ReviewBasis) -> ReviewBasis | None:
        """Provision with the words of a passage; None if the law has none."""
        if passage.sha256 not in self._found:
            found = (find(version, passage) for version in self.analysis.sources)
            self._found[passage.sha256] = next((g for g in found if g), None)
        return self._found[passage.sha256]


def _same_place(analysis: GapAnalysis, passage: ReviewBasis) -> ReviewBasis | None:
    work, _, eid = passage.reference.partition("~")
    instrument = VersionRef.parse(work).instrument
    same = [v for v in analysis.sources if v.ref.instrument == instrument and eid in v.provisions]
    return ground(same[0], same[0].provisions[eid]) if same and eid else None


def _with(finding: Finding, reviews: list[Review], law: _Law, framework: Framework) -> Finding:
    if not reviews:
        return finding
    words = [_word(finding, review, law, framework) for review in reviews]
    best: dict[str, ReviewerAnswer] = {}
    for word in words:  # of one reviewer's words the nearest to this text, of these the latest
        name = " ".join(word.review.by.casefold().split())
        if name not in best or _order(word) <= _order(best[name]):
            best[name] = word
    return replace(finding, review=Reviewed(tuple(sorted(best.values(), key=_order))))


def _order(word: ReviewerAnswer) -> int:
    return list(ReviewStanding).index(word.stands)


def _word(finding: Finding, review: Review, law: _Law, framework: Framework) -> ReviewerAnswer:
    rating = framework.element(review.code).rate(review.value, review.extent)
    said = _said(finding, review)
    if law.texts == {(t.sha256, *t.span) for t in review.texts}:
        return ReviewerAnswer(review, ReviewStanding.HERE, rating, said)
    # A yes for which the reviewer names words stands on those alone; any other answer also on the silence around them.
    own = review.value is Value.YES and any(g.named for g in review.grounds)
    rests = [g for g in review.grounds if g.named or not own]
    now = {g.sha256: g for g in law.grounds(finding)}
    found = {g.sha256: now.get(g.sha256) or law.find(g) for g in rests}
    gone = (g for g in rests if found[g.sha256] is None)
    changes = [Sentence("{place} has other words now", place=_named(g)) for g in gone]
    if not own and not changes:
        more = (g for sha, g in now.items() if sha not in found)
        changes = [Sentence("the answer rests on {place}, too", place=_named(g)) for g in more]
    if changes or (said and not own):
        return ReviewerAnswer(review, ReviewStanding.REOPENED, rating, (*said, *dict.fromkeys(changes)))
    moved = (
        Sentence("{before} is now {after}", before=g.cite, after=to.cite)
        for g in rests
        if (to := found[g.sha256]) and to.cite != g.cite
    )
    return ReviewerAnswer(review, ReviewStanding.CARRIED, rating, (*said, *dict.fromkeys(moved)))


def _said(finding: Finding, review: Review) -> tuple[str, ...]:
    """That palermo's answer is another one than it was."""
    then, now = _answer(review.machine.value, review.machine.extent), _answer(finding.value, finding.extent)
    return () if then == now else (Sentence("palermo said {then} then, and says {now} now", then=then, now=now),)


def _answer(value: Value, extent: Extent | None) -> str:
    return Sentence("{value} (some cases)", value=value.value) if extent == Extent.SOME else value.value


def _named(passage: ReviewBasis) -> str:
    return passage.cite or Sentence("the text")
