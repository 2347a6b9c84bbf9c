"""Reviews: what a reviewer says of the answers about a body of law, kept in a library beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version as installed
from pathlib import Path

from palermo.alignment.gaps.gaps import gaps
from palermo.alignment.review.carry_over import concerns, reviewed
from palermo.alignment.review.grounds import grounds
from palermo.corpus.build_date import made_on
from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.findings import Extent, Finding, GapAnalysis, Rating, Value
from palermo.corpus.model.refs import check_date, is_reference
from palermo.corpus.model.reviews import MachineAnswer, Review, ReviewedText, ReviewStanding
from palermo.corpus.model.text_model import Span, Version
from palermo.kb.frameworks.framework import Framework
from palermo.kb.library.library import Library
from palermo.review.named_evidence import Named, named

__all__ = [
    "EXTENTS",
    "ReviewedLaw",
    "keep",
    "law",
    "name_of",
    "refreshed",
    "story",
    "waiting",
    "with_reviews",
    "withdraw",
    "word",
]

EXTENTS = tuple(Extent)

Texts = tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class ReviewedLaw:
    """A body of law under review: `body` is what it is called (`name_of`), `analysis` has what is said of it so far."""

    body: str
    analysis: GapAnalysis
    framework: Framework

    def finding(self, code: str) -> Finding:
        """The finding of a code. Raises NotFoundError, with the nearest, for one that the framework does not have."""
        return self.analysis.finding(self.framework.element(code).code)


def law(side: str, resolve: Callable[[str], Texts], framework: Framework, *, library: Path) -> ReviewedLaw:
    """The body of law that a side (`palermo.library.use_cases.resolve`) stands for, with its findings and their
    reviews.

    Raises what `resolve` and `gaps` raise.
    """
    found = with_reviews(gaps(resolve(side), framework), side, framework, library=library)
    return ReviewedLaw(name_of(side), found, framework)


def with_reviews(analysis: GapAnalysis, side: str, framework: Framework, *, library: Path) -> GapAnalysis:
    """The analysis with what the library's reviewers say of each finding; as it is where there is no library.

    Raises LibraryError for one that cannot be read.
    """
    if not Library.is_at(library):
        return analysis
    body = name_of(side)
    with Library.open(library) as opened:
        found = opened.reviews.about(body, {v.ref.instrument for v in analysis.sources})
    return reviewed(analysis, [r for r in found if concerns(r, body, analysis)], framework) if found else analysis


def refreshed(law: ReviewedLaw, *, library: Path) -> ReviewedLaw:
    """The same with what is said of it by now."""
    bare = replace(law.analysis, findings=tuple(replace(f, review=None) for f in law.analysis.findings))
    return replace(law, analysis=with_reviews(bare, law.body, law.framework, library=library))


def name_of(side: str) -> str:
    """Name of the body of law in reviews: the side as it is written, but a file by its whole path."""
    parts = [side] if Path(side).exists() else side.split(",")
    return ",".join(str(Path(p).resolve()) if not is_reference(p) and Path(p).exists() else p for p in parts)


def word(  # noqa: PLR0913 - what a reviewer says
    law: ReviewedLaw,
    code: str,
    value: Value | None = None,
    extent: str | None = None,
    *,
    by: str,
    date: str | None = None,
    reason: str = "",
    evidence: Named | None = None,
) -> Review:
    """A reviewer's word on the answer to a code, to be kept with `keep`; without a `value` it accepts the answer.

    A yes without an extent has the machine's if that is yes, too, else `full`. The date is today's unless it is given.
    Raises NotFoundError for an unknown code and for evidence that the law does not have, UsageError for a word without
    a name, for an extent of what is no yes, and for another answer without a reason.
    """
    finding = law.finding(code)
    by, reason = " ".join(by.split()), " ".join(reason.split())
    if not by:
        raise UsageError("a reviewer's word needs a name", expected="who says so")
    value, cases = _answer(finding, value, extent)
    named_grounds = named(law.analysis, evidence) if evidence else ()
    machine = MachineAnswer(finding.value, finding.extent, finding.rule, installed("palermo"))
    review = Review(
        body=law.body,
        code=code,
        value=value,
        extent=cases,
        by=by,
        date=check_date(date) if date else made_on(),
        reason=reason,
        machine=machine,
        framework=law.framework.id,
        framework_version=law.framework.version,
        texts=tuple(
            ReviewedText(str(v.ref), v.in_force.start if v.in_force else None, v.source.sha256, v.root.span)
            for v in law.analysis.sources
        ),
        grounds=(*named_grounds, *grounds(law.analysis, finding)),
    )
    if not review.accepts and not reason:
        raise UsageError(f"{code}: another answer than palermo's needs a reason", expected="why")
    return review


def keep(words: Iterable[Review], *, library: Path) -> tuple[Review, ...]:
    """Put the words into the library, which is made if it is not there, all or none; return those that are new to it.

    A reviewer's new word takes the place of that reviewer's older one on the same text, which stays in its story.
    """
    with Library.create(library) as opened, opened.changing():
        kept = []
        for review in words:
            older = [r for r in opened.reviews.about(review.body, review.instruments) if _same_matter(r, review)]
            if any(_says(r) == _says(review) for r in older):
                continue
            opened.reviews.end([r.key for r in older if r.key is not None], f"replaced {review.date}")
            (key,) = opened.reviews.add([review])
            kept.append(replace(review, key=key))
    return tuple(kept)


def withdraw(  # noqa: PLR0913 - what a reviewer says
    law: ReviewedLaw, codes: Sequence[str], *, by: str, date: str | None = None, reason: str = "", library: Path
) -> tuple[Review, ...]:
    """Take back a reviewer's words on the codes, all or none, and return them; they stay in the story.

    These are the words that count for this text; where none does, those on other texts of the law. Raises
    NotFoundError where that reviewer has said nothing of a code.
    """
    when = check_date(date) if date else made_on()
    ended = " ".join(f"withdrawn {when}: {reason}".split()) if reason.strip() else f"withdrawn {when}"
    for code in codes:
        law.framework.element(code)
    with Library.open(library) as opened, opened.changing():
        live = _about(opened, law)
        found: list[Review] = []
        for code in codes:
            own = [r for r in live if r.code == code and _name(r.by) == _name(by)]
            if not own:
                others = ", ".join(dict.fromkeys(r.by for r in live if r.code == code)) or "nobody did"
                raise NotFoundError(f"{by} has said nothing of {code} in {law.body}", expected=others)
            counting = [r for r in own if _counts(law, r)]
            found += counting or own
        opened.reviews.end([r.key for r in found if r.key is not None], ended)
    return tuple(replace(r, ended=ended) for r in found)


def story(law: ReviewedLaw, code: str, *, library: Path) -> tuple[Review, ...]:
    """Every word on a code about this body of law, those that count no more among them, in the order of keeping."""
    law.framework.element(code)
    if not Library.is_at(library):
        return ()
    with Library.open(library) as opened:
        return tuple(r for r in _about(opened, law, ended=True) if r.code == code)


def waiting(law: ReviewedLaw, *, everything: bool = False) -> tuple[tuple[Finding, str], ...]:
    """The findings that wait for a word, each with the reason: `conflict` of reviewers, `look again`, `undecided`, or
    `not reviewed`, in this order, the least sure first; with `everything` at the end those that were reviewed, too.
    """
    reasons = ("conflict", ReviewStanding.REOPENED.value, "undecided", "not reviewed", "reviewed")
    found = [(f, _waits(f)) for f in law.analysis.findings]
    found.sort(key=lambda item: (reasons.index(item[1]), item[0].confidence))
    return tuple(item for item in found if everything or item[1] != "reviewed")


def _answer(finding: Finding, value: Value | None, extent: str | None) -> tuple[Value, Extent | None]:
    if value is None:
        return finding.value, finding.extent
    if value is not Value.YES:
        if extent:
            raise UsageError(f"{finding.code}: only a yes has an extent", expected="no extent")
        return value, None
    if extent is not None and extent not in EXTENTS:
        raise UsageError(f"{finding.code}: {extent!r} is no extent", expected=" or ".join(EXTENTS))
    if extent:
        return value, Extent(extent)
    return value, finding.extent if finding.value is Value.YES else Extent.FULL


def _waits(finding: Finding) -> str:
    if finding.review is not None:
        state = finding.review.state
        return state if state in ("conflict", ReviewStanding.REOPENED.value) else "reviewed"
    return "undecided" if finding.rating is Rating.UNDECIDED else "not reviewed"


def _counts(law: ReviewedLaw, review: Review) -> bool:
    held = reviewed(law.analysis, [review], law.framework).finding(review.code).review
    return held is not None and held.answer is not None


def _about(library: Library, law: ReviewedLaw, *, ended: bool = False) -> list[Review]:
    instruments = {v.ref.instrument for v in law.analysis.sources}
    found = library.reviews.about(law.body, instruments, ended=ended)
    return [r for r in found if concerns(r, law.body, law.analysis)]


def _same_matter(old: Review, new: Review) -> bool:
    """Whether one reviewer speaks of one answer on one text in both."""
    return old.code == new.code and _name(old.by) == _name(new.by) and _texts(old) == _texts(new)


def _texts(review: Review) -> frozenset[tuple[str, Span]]:
    return frozenset((text.sha256, text.span) for text in review.texts)


def _says(review: Review) -> tuple[object, ...]:
    named = tuple((g.sha256, g.quote) for g in review.grounds if g.named)
    return review.value, review.extent, review.reason, review.date, review.machine, named


def _name(by: str) -> str:
    return " ".join(by.casefold().split())
