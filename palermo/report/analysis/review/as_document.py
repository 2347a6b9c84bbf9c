"""Answers that wait for a reviewer, the story of an answer, and all reviewers' words, as documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from palermo.alignment.compare.model import WordOp
from palermo.alignment.review.carry_over import ReviewedPassage
from palermo.corpus.model.findings import Evidence, Finding
from palermo.corpus.model.reviews import Review
from palermo.report.analysis.gaps.review_words import said
from palermo.report.analysis.review import words
from palermo.report.analysis.review.as_csv import COLUMNS, row
from palermo.report.analysis.review.what_changed import redlined
from palermo.report.format.document import Document, cell, data, facts, paragraph, stacked, text
from palermo.report.format.parts import Block, Cell, Heading, Items, Quote, Run, Table
from palermo.report.language.english import count
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.quotes import cited, numbered, reading
from palermo.report.shared.sources import made, sources
from palermo.review.reviews import ReviewedLaw

__all__ = ["queue", "reviews", "story"]

Waiting = Sequence[tuple[Finding, str]]
_HEAD = ("Body", "Requirement", "Answer", "The law", "Why", "Waits because", "Reviews")


def queue(laws: Sequence[tuple[ReviewedLaw, Waiting]], provenance: Provenance, limit: int | None = None) -> Document:
    """The answers that wait for a word, of all bodies in one table, `limit` of each body."""
    rows = tuple(_waiting(law, *item) for law, items in laws for item in items[:limit])
    blocks: tuple[Block, ...] = (
        Items(tuple(text(_counted(law, items)) for law, items in laws)),
        Heading("Answers to look at"),
        Table("Answers to look at", _HEAD, rows, (11, 17, 11, 24, 17, 9, 11)),
    )
    total = sum(len(items) for _, items in laws)
    return made("Answers that wait for a reviewer", count(total, "answer"), provenance, blocks, wide=True)


def _counted(law: ReviewedLaw, items: Waiting) -> str:
    if not items:
        return f"{law.body}: every answer has a reviewer's word."
    counts = Counter(reason for _, reason in items)
    return f"{words.waiting(law, items)} ({' · '.join(f'{reason} {n}' for reason, n in counts.items())})"


def _waiting(law: ReviewedLaw, finding: Finding, reason: str) -> tuple[Cell, ...]:
    quotes = [_quote(law, e) for e in cited(finding)[:1]]
    return (
        cell(law.body),
        stacked(Run(law.framework.element(finding.code).label, strong=True), Run(finding.code, code=True, soft=True)),
        stacked(words.valued(finding), Run(finding.rating.value, soft=True)),
        cell(*quotes) if quotes else cell(Run(f"Searched: {words.searched(finding)}", soft=True)),
        cell(words.why(finding)),
        cell(reason),
        tuple(paragraph(line) for line in (said(finding.review) if finding.review else ())),
    )


def _quote(law: ReviewedLaw, evidence: Evidence) -> Quote:
    lang = law.analysis.sources[evidence.source].lang
    return Quote(numbered(law.analysis, evidence), reading(law.analysis, evidence), lang)


def story(law: ReviewedLaw, finding: Finding, found: Sequence[Review], provenance: Provenance) -> Document:
    """palermo's answer with its words, how the reviewers' words stand to this text, and all that was ever said."""
    return Document(
        title=words.title(law, finding),
        subject=f"{words.valued(finding)}: {finding.rating}",
        made=provenance.made,
        blocks=(
            *_answer(law, finding),
            *_stand(law, finding, found),
            *sources(law.analysis.sources, provenance, law.framework, numbered=len(law.analysis.sources) > 1),
        ),
        main=_table(found),
    )


def _answer(law: ReviewedLaw, finding: Finding) -> Iterator[Block]:
    known = [("Why", words.why(finding)), ("Would change it", finding.would_change)]
    known += [("Searched", where)] if (where := words.searched(finding)) else []
    yield facts("The answer", known, (18, 82))
    yield from (_quote(law, e) for e in cited(finding))


def _stand(law: ReviewedLaw, finding: Finding, found: Sequence[Review]) -> Iterator[Block]:
    yield Heading("Reviewers")
    if not found:
        yield paragraph(words.NOBODY)
        return
    lines = tuple(said(finding.review)) if finding.review else (words.NO_WORD,)
    yield Items(tuple(map(text, lines)))
    if changed := words.passages(law, finding):
        yield Heading("What changed since")
        lang = law.analysis.sources[0].lang
        rows = tuple(
            (cell(words.place(p)), _side(p, WordOp.DELETE, lang), _side(p, WordOp.INSERT, lang)) for p in changed
        )
        yield Table("What changed since", ("Provision", "Before", "After"), rows, (16, 42, 42))
    yield Heading("What was said, and on what it rests")
    head = ("Date", "By", "Answer", "Reason", "palermo's answer then", "Rests on")
    yield Table("What was said", head, tuple(map(_told, found)), (10, 13, 15, 20, 21, 21))


def _side(passage: ReviewedPassage, op: WordOp, lang: str) -> Cell:
    """The words before (DELETE) or after (INSERT), with those marked that went or came."""
    if op is WordOp.INSERT and passage.now is None:
        return cell("is not there any more")
    shown, marked = "", []
    for kind, piece in redlined(passage):
        if kind in (WordOp.EQUAL, op):
            start, shown = len(shown), shown + piece
            marked += [(start, len(shown))] if kind is op else []
    return cell(Quote("", shown, lang, tuple(marked)))


def _told(review: Review) -> tuple[Cell, ...]:
    return (
        cell(review.date),
        cell(Run(review.by, strong=True)),
        cell(words.told(review)),
        cell(review.reason),
        cell(words.then(review)),
        tuple(paragraph(words.rests_on(ground)) for ground in review.grounds),
    )


def reviews(found: Sequence[Review], provenance: Provenance) -> Document:
    """Every word as it is kept, in the columns of `as_csv` in a workbook."""
    rows = tuple((cell(review.body), cell(Run(review.code, code=True)), *_told(review)) for review in found)
    head = ("Body", "Code", "Date", "By", "Answer", "Reason", "palermo's answer then", "Rests on")
    table = Table("What reviewers said", head, rows, (12, 14, 9, 11, 12, 14, 14, 14))
    return made(table.caption, count(len(found), "word"), provenance, [table], main=_table(found), wide=True)


def _table(found: Sequence[Review]) -> Table:
    return data("Reviews", COLUMNS, map(row, found), (1,) * len(COLUMNS))
