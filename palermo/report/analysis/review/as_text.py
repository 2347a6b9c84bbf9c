"""Text of `palermo review`: answers that wait, the story of an answer, and the answers after a reviewer's word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from palermo.alignment.compare.model import WordOp
from palermo.corpus.model.findings import Finding, GapAnalysis
from palermo.corpus.model.reviews import Review
from palermo.report.analysis.gaps.review_words import answer, said
from palermo.report.analysis.review import words
from palermo.report.analysis.review.what_changed import redlined
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language.english import count
from palermo.report.language.forms import clipped
from palermo.report.shared.quotes import cited, numbered, reading
from palermo.review.review_files import Import
from palermo.review.reviews import ReviewedLaw

__all__ = ["imported", "kept", "queue", "story"]


def queue(
    laws: Sequence[tuple[ReviewedLaw, Sequence[tuple[Finding, str]]]], screen: Screen = PLAIN, limit: int | None = None
) -> str:
    """The answers that wait for a word, body by body, each with its words and why it waits."""
    lines: list[str] = []
    for law, items in laws:
        lines += [screen.title(words.waiting(law, items)), ""]
        if not items:
            lines += ["Every answer has a reviewer's word.", ""]
            continue
        counts = Counter(reason for _, reason in items)
        lines += [*screen.wrap(" · ".join(f"{reason} {n}" for reason, n in counts.items())), ""]
        for finding, reason in items[:limit]:
            lines += [*_waiting(law, finding, reason, screen), ""]
        if limit is not None and len(items) > limit:
            lines += [f"and {len(items) - limit} more", ""]
    return "\n".join(lines)


def story(law: ReviewedLaw, finding: Finding, reviews: Sequence[Review], screen: Screen = PLAIN) -> str:
    """palermo's answer with its words, how the reviewers' words stand to this text, and all that was ever said."""
    lines = [screen.title(words.title(law, finding)), ""]
    lines += _answered(law.analysis, finding, screen)
    lines += screen.labelled("changes", finding.would_change)
    lines += ["", screen.strong("Reviewers"), ""]
    if not reviews:
        return "\n".join([*lines, f"  {words.NOBODY}"])
    for text in said(finding.review) if finding.review else ():
        lines += screen.wrap(text, first="  ", rest="    ")
    if finding.review is None:
        lines.append(f"  {words.NO_WORD}")
    lines += _since(law, finding, screen)
    lines += ["", screen.strong("What was said, and on what it rests"), ""]
    for review in reviews:
        lines += [*_told(review, screen), ""]
    return "\n".join(lines)


def kept(law: ReviewedLaw, reviews: Sequence[Review], findings: Sequence[Finding], screen: Screen = PLAIN) -> str:
    """Changes that were made, and the answers as they stand now."""
    lines = [f"{law.body}: " + (count(len(reviews), "word") if reviews else "nothing new")]
    for review in reviews:
        how = f"{review.ended}: " if review.ended else "kept: "
        lines += screen.wrap(f"{how}{review.code}, {answer(review)}, {review.by}", first="  ", rest="    ")
    for finding in findings:
        lines += ["", *_head(law, finding, screen)]
        for text in said(finding.review) if finding.review else ("nobody's word counts",):
            lines += screen.labelled("review", text)
    return "\n".join(lines)


def imported(found: Import, screen: Screen = PLAIN, *, dry_run: bool = False) -> str:
    """Number of reviewers' words in a file, and those of them that are new."""
    accepted = sum(r.accepts for r in found.new)
    known = len(found.words) - len(found.new)
    parts = [f"{accepted} accepted", f"{len(found.new) - accepted} answered otherwise"]
    parts += [f"{known} there already"] if known else []
    head = f"{count(len(found.words), 'word')}, {', '.join(parts)}" if found.words else "no word that counts"
    if found.ended:
        head += f"; {count(found.ended, 'word')} passed over, withdrawn or replaced"
    elif not found.words:
        head = "nobody has filled in a reviewer value"
    lines = screen.wrap(f"{found.file}: {head}", rest="  ")
    for review in found.new:
        if not review.accepts:
            line = f"{review.body}: {review.code}, {answer(review)} instead of {review.machine.value}, {review.by}"
            lines += screen.wrap(f"{line}: {review.reason}", first="  ", rest="    ")
    return "\n".join([*lines, *(["Nothing was kept: this was a dry run."] if dry_run else [])])


def _waiting(law: ReviewedLaw, finding: Finding, reason: str, screen: Screen) -> Iterator[str]:
    yield from _head(law, finding, screen, f", {reason}" if reason in ("conflict", "look again") else "")
    yield from _quotes(law.analysis, finding, screen, 1)
    yield from screen.labelled("why", words.why(finding))
    for text in said(finding.review) if finding.review else ():
        yield from screen.labelled("review", text)


def _head(law: ReviewedLaw, finding: Finding, screen: Screen, more: str = "") -> list[str]:
    element = law.framework.element(finding.code)
    head = f"{screen.strong(element.label)}  {screen.faint(finding.code)}  "
    head += f"{words.valued(finding)}: {finding.rating}{more}"
    return screen.wrap(head, first="  ", rest=" " * 12)


def _answered(analysis: GapAnalysis, finding: Finding, screen: Screen) -> Iterator[str]:
    yield from screen.labelled("answer", f"{words.valued(finding)}: {finding.rating}")
    yield from _quotes(analysis, finding, screen, len(finding.evidence))
    yield from screen.labelled("why", words.why(finding))


def _quotes(analysis: GapAnalysis, finding: Finding, screen: Screen, limit: int) -> Iterator[str]:
    quotes = cited(finding)
    for evidence in quotes[:limit]:
        quotation = clipped(reading(analysis, evidence), words.LENGTH)
        yield from screen.labelled(numbered(analysis, evidence), f"“{quotation}”")
    if len(quotes) > limit:
        yield from screen.labelled("", f"and {len(quotes) - limit} more")
    if where := words.searched(finding):
        yield from screen.labelled("searched", where)


def _since(law: ReviewedLaw, finding: Finding, screen: Screen) -> Iterator[str]:
    """What became of the words on which those who have to look again relied."""
    found = words.passages(law, finding)
    if found:
        yield from ["", screen.strong("What changed since"), ""]
    for passage in found:
        if passage.now is None:
            yield from screen.labelled(words.place(passage), "is not there any more")
            continue
        text = "".join(_marked(op, piece, screen) for op, piece in redlined(passage))
        yield from screen.labelled(words.place(passage), " ".join(text.split()))


def _marked(op: WordOp, piece: str, screen: Screen) -> str:
    return piece if op is WordOp.EQUAL else screen.insert(piece) if op is WordOp.INSERT else screen.delete(piece)


def _told(review: Review, screen: Screen) -> Iterator[str]:
    head = f"{review.date} {screen.strong(review.by)}: {words.told(review)}"
    yield from screen.wrap(head, first="  ", rest="    ")
    if review.reason:
        yield from screen.labelled("reason", review.reason)
    yield from screen.labelled("then", words.then(review))
    for text in review.texts:
        yield from screen.labelled("text", f"{text.ref} sha256 {text.sha256[:12]}")
    for ground in review.grounds:
        yield from screen.labelled("rests on", words.rests_on(ground))
