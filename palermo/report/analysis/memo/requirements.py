"""The requirements and the penalties as tables, with the law's words, the ratings and what would change them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.corpus.model.findings import Extent, Finding, Rating
from palermo.report.analysis.gaps.official_words import excerpt
from palermo.report.analysis.gaps.review_words import said as reviewers_said
from palermo.report.analysis.memo.case import Case
from palermo.report.format.document import cell, paragraph, stacked
from palermo.report.format.parts import Block, Cell, Heading, Paragraph, Quote, Run, Table
from palermo.report.language import sentences as w
from palermo.report.language.forms import percent
from palermo.report.language.message import Message, translated
from palermo.report.shared.framework_words import ABOUT, label, qualification
from palermo.report.shared.framework_words import bindingness as strictly
from palermo.report.shared.penalty_words import grades, listed, said
from palermo.report.shared.quotes import OPEN, cited
from palermo.report.shared.rating_signs import MARKS, rated

__all__ = ["bindingness", "penalties", "requirement_table", "requirements", "sign"]

_QUOTES = 3  # of one finding; the rest are counted
_WIDTHS = (20, 11, 29, 9, 17, 14)


def requirements(case: Case) -> Iterator[Block]:
    """Every finding under the heading of its rating: open, undecided, met, further, not asked for."""
    opened = [f for rating in OPEN for f in case.analysis.findings if f.rating is rating]
    if opened:
        yield from _table(case, w.OPEN_TITLE, opened, w.CLOSING())
    undecided = _rated(case, Rating.UNDECIDED)
    if undecided:
        yield from _table(case, w.UNDECIDED_TITLE, undecided, w.SETTLING())
    else:
        yield Heading(w.UNDECIDED_TITLE(n=0))
        yield paragraph(w.UNDECIDED_NONE())
    for title, rating in ((w.MET_TITLE, Rating.MET), (w.BROADER_TITLE, Rating.BROADER)):
        if found := _rated(case, rating):
            yield from _table(case, title, found, w.TURNING())
    if left := _rated(case, Rating.NOT_REQUIRED):
        yield Heading(w.NOT_REQUIRED_TITLE(n=len(left)))
        yield paragraph("; ".join(label(case.element(f)) for f in left) + ".")


def _rated(case: Case, rating: Rating) -> list[Finding]:
    return [f for f in case.analysis.findings if f.rating is rating]


def requirement_table(case: Case, title: str, findings: Sequence[Finding], last: str) -> Table:
    """A row a finding; `last` heads the column on what would change it."""
    head = (w.REQUIREMENT(), w.BINDINGNESS(), w.PROVISION(), w.RATING(), w.EXPLANATION(), last)
    return Table(title, head, tuple(_row(case, f) for f in findings), _WIDTHS)


def _table(case: Case, title: Message, findings: Sequence[Finding], last: str) -> Iterator[Block]:
    table = requirement_table(case, title(n=len(findings)), findings, last)
    yield Heading(table.caption)
    yield table


def _row(case: Case, finding: Finding) -> tuple[Cell, ...]:
    return (
        cell(*_asked(case, finding)),
        cell(bindingness(case, finding)),
        cell(*_law(case, finding)),
        cell(*_rating(finding)),
        stacked(
            translated(finding.explanation),
            Run(w.RULE(rule=finding.rule, confidence=percent(finding.confidence)), soft=True),
        ),
        cell(translated(finding.would_change)),
    )


def _asked(case: Case, finding: Finding) -> Iterator[Paragraph | Quote]:
    yield paragraph(Run(case.label(finding), strong=True), " ", Run(finding.code, code=True, soft=True))
    yield paragraph(translated(finding.requires.restatement, ABOUT))
    words = excerpt(case.official, finding.requires.article, finding.code)
    if words and case.official:
        yield Quote(finding.requires.article, words, case.official.version.lang)


def bindingness(case: Case, finding: Finding) -> str:
    """The paragraph that asks and how strictly, with the reservation that the instrument itself makes."""
    element = case.element(finding)
    if not element.article:
        return w.NO_ARTICLE()
    words = w.ARTICLE_QUALIFIED if element.qualification else w.ARTICLE
    return words(
        article=element.article, bindingness=strictly(element.bindingness), qualification=qualification(element)
    )


def _law(case: Case, finding: Finding) -> Iterator[Paragraph | Quote]:
    quotes = cited(finding)
    if not quotes:
        places = case.places([finding], limit=12) or [w.THE_WHOLE_TEXT()]
        yield paragraph(Run(w.SEARCHED(places=", ".join(places)), soft=True))
        return
    yield from (case.quote(evidence) for evidence in quotes[:_QUOTES])
    if more := quotes[_QUOTES:]:
        yield paragraph(Run(w.MORE_PLACES.of(len(more)), soft=True))


def _rating(finding: Finding) -> Iterator[Paragraph]:
    yield paragraph(Run(sign(finding.rating), strong=True))
    if finding.extent == Extent.SOME:
        yield paragraph(Run(w.SOME_CASES(), soft=True))
    for sentence in reviewers_said(finding.review) if finding.review else ():
        yield paragraph(Run(f"{sentence}.", soft=True))


def sign(rating: Rating) -> str:
    """`✗ contrary`: told apart without colour."""
    return f"{MARKS[rating]} {rated(rating)}"


def penalties(case: Case) -> Iterator[Block]:
    """Table with a row for each provision and circumstance, with the words of the law."""
    yield Heading(w.PENALTIES())
    rows = tuple(
        (
            cell(case.place(grade.evidence)),
            cell(listed(grade.labels)),
            cell(said(grade.penalties)),
            cell(case.quote(grade.evidence)),
        )
        for grade in grades(case.analysis)
    )
    if rows:
        yield Table(
            w.PENALTIES_CAPTION(), (w.PLACE(), w.CIRCUMSTANCE(), w.PENALTY(), w.PROVISION()), rows, (10, 25, 25, 40)
        )
    else:
        yield paragraph(w.NO_PENALTIES())
