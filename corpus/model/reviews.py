"""Reviews of findings: reviewers' answers, their basis, and whether they hold for another text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from palermo.corpus.model.answers import Extent, Rating, Value
from palermo.corpus.model.refs import InstrumentId, VersionRef
from palermo.corpus.model.text_model import Span

__all__ = ["MachineAnswer", "Review", "ReviewBasis", "ReviewStanding", "Reviewed", "ReviewedText", "ReviewerAnswer"]


@dataclass(frozen=True, slots=True)
class ReviewedText:
    """A text that was before the reviewer: `span` is the part of it that was read (code points), all or a provision."""

    ref: str
    since: str | None
    sha256: str
    span: Span

    @property
    def version(self) -> VersionRef:
        return VersionRef.parse(self.ref)


@dataclass(frozen=True, slots=True)
class ReviewBasis:
    """A passage that an answer rests on: a provision with the words above it that it is read with.

    `reference` names it in the text that was reviewed, `quote` is the part of it that was quoted, `sha256` that of its
    words without numbers and notes, `text` how it reads, or how that begins. `named` by the reviewer; else it is a
    ground of the machine's answer.
    """

    reference: str
    cite: str
    quote: str
    sha256: str
    text: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class MachineAnswer:
    """The answer that palermo gave then, by which rule of which version."""

    value: Value
    extent: Extent | None
    rule: str
    palermo: str


@dataclass(frozen=True, slots=True)
class Review:
    """A reviewer's verdict on one requirement.

    `body` is what the law was called, `date` an ISO date. `key` is its number in the library, None before it is kept;
    `ended` says when and how it ceased to count (`withdrawn 2026-11-25`), "" while it does.
    """

    body: str
    code: str
    value: Value
    extent: Extent | None
    by: str
    date: str
    reason: str
    machine: MachineAnswer
    framework: str
    framework_version: str
    texts: tuple[ReviewedText, ...]
    grounds: tuple[ReviewBasis, ...]
    key: int | None = None
    ended: str = ""

    @property
    def accepts(self) -> bool:
        """True if it is the answer that palermo gave then."""
        return (self.value, self.extent) == (self.machine.value, self.machine.extent)

    @property
    def instruments(self) -> frozenset[InstrumentId]:
        return frozenset(text.version.instrument for text in self.texts)

    @property
    def langs(self) -> frozenset[str | None]:
        return frozenset(text.version.lang for text in self.texts)

    @property
    def since(self) -> str | None:
        """The ISO date from which the newest of the texts is in force; None where none has a date."""
        return max((text.since for text in self.texts if text.since), default=None)


class ReviewStanding(StrEnum):
    """Relation of a review to the text at hand."""

    HERE = "on this text"
    CARRIED = "carried"  # from another text, in which the words that it rests on are the same
    REOPENED = "look again"  # it was on another text, with other words


@dataclass(frozen=True, slots=True)
class ReviewerAnswer:
    """A review held against the text at hand. `rating` is what the framework makes of its answer, `since_then` what is
    different now, one sentence without its full stop each."""

    review: Review
    stands: ReviewStanding
    rating: Rating
    since_then: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        return self.stands is not ReviewStanding.REOPENED


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Reviewers' answers to a finding, one each, those that count first. Not empty."""

    words: tuple[ReviewerAnswer, ...]

    @property
    def counting(self) -> tuple[ReviewerAnswer, ...]:
        return tuple(word for word in self.words if word.counts)

    @property
    def conflict(self) -> bool:
        """True if reviewers give different answers on the same text; then none of them wins."""
        return len({(word.review.value, word.review.extent) for word in self.counting}) > 1

    @property
    def answer(self) -> ReviewerAnswer | None:
        """The reviewers' one answer; None where they differ, or where nothing that they said counts here."""
        return None if self.conflict or not self.counting else self.counting[0]

    @property
    def state(self) -> str:
        """`accepted`, `overridden`, `conflict` or `look again`."""
        if self.conflict:
            return "conflict"
        if self.answer is None:
            return ReviewStanding.REOPENED.value
        return "accepted" if self.answer.review.accepts else "overridden"
