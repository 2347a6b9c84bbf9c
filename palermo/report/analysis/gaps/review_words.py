"""Reviewers' words on an answer, in plain words, as they stand with the answer in every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from palermo.corpus.model.findings import Extent, Finding, Rating
from palermo.corpus.model.reviews import Review, Reviewed, ReviewerAnswer, ReviewStanding
from palermo.report.language.forms import day
from palermo.report.language.message import Message, translated
from palermo.report.shared.rating_signs import counted, rated

__all__ = ["answer", "cells", "said", "settled", "tally"]

_STATES = (
    ("accepted", Message("{n} accepted", "{n} accepted")),
    ("overridden", Message("{n} answered otherwise", "{n} answered otherwise")),
    ("conflict", Message("{n} on which reviewers differ", "{n} on which reviewers differ")),
    (ReviewStanding.REOPENED.value, Message("{n} to look at again", "{n} to look at again")),
)
_DIFFER = Message("The reviewers differ, and none of them counts more")
_REVIEWED = Message("Reviewed: {reviewed} of {all} answers, {parts}.")
_WITH_ANSWERS = Message("With the reviewers' answers: {ratings}.")
_TEXT_OF, _ANOTHER_TEXT = Message("the text of {date}"), Message("another text")
_AGAIN = Message("Was reviewed on {text}: look again. {name} said {answer} ({date})")
_ACCEPTED, _SAYS = Message("{answer}, accepted by {name}, {date}"), Message("{answer}, says {name}, {date}")
_CARRIED = Message("of {text}; the words that this rests on are the same")
_IN_SOME_CASES = Message("{value} (some cases)")


def said(reviewed: Reviewed) -> Iterator[str]:
    """A sentence for each reviewer's word, without its full stop; where they differ, that first."""
    if reviewed.conflict:
        yield _DIFFER()
    for word in reviewed.words:
        yield _said(word)


def answer(review: Review) -> str:
    """`yes`, `yes (some cases)`, `no`, `unclear`."""
    value = translated(review.value.value)
    return _IN_SOME_CASES(value=value) if review.extent == Extent.SOME else value


def settled(finding: Finding) -> Rating:
    """The rating with the reviewers' answer, where they have one that counts; else palermo's."""
    word = finding.review.answer if finding.review else None
    return word.rating if word else finding.rating


def tally(findings: Iterable[Finding]) -> list[str]:
    """Number of reviewed findings, and the ratings with the reviewers' answers; empty without any review."""
    found = list(findings)
    states = Counter(f.review.state for f in found if f.review)
    if not states:
        return []
    parts = ", ".join(message.of(states[state]) for state, message in _STATES if states[state])
    lines = [_REVIEWED(reviewed=sum(states.values()), all=len(found), parts=parts)]
    if states["overridden"]:
        lines.append(_WITH_ANSWERS(ratings=counted(map(settled, found))))
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


def _why(word: ReviewerAnswer) -> str:
    return "; ".join(part for part in (word.review.reason, *word.since_then) if part)


def _said(word: ReviewerAnswer) -> str:
    review = word.review
    reason = f": {review.reason}" if review.reason else ""
    told = f"{answer(review)}: {rated(word.rating)}"
    after = "; ".join(map(translated, word.since_then))
    on = _TEXT_OF(date=day(review.since)) if review.since else _ANOTHER_TEXT()
    if word.stands is ReviewStanding.REOPENED:
        text = _AGAIN(text=on, name=review.by, answer=told, date=day(review.date) + reason)
        return f"{text}; {after}" if after else text
    text = (_ACCEPTED if review.accepts else _SAYS)(answer=told, name=review.by, date=day(review.date) + reason)
    if word.stands is ReviewStanding.CARRIED:
        text += f" [{_CARRIED(text=on)}]"
    return f"{text} [{after}]" if after else text
