"""A matrix for the terminal: the codes by group, and for each body a line of signs, in the order of the codes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import Finding, Rating
from palermo.kb.frameworks.framework import Element
from palermo.report.analysis.gaps.review_words import said, tally
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language import sentences as w
from palermo.report.language.forms import day
from palermo.report.language.message import Message
from palermo.report.shared import framework_words as asked
from palermo.report.shared.bodies import UNDATED
from palermo.report.shared.penalty_words import bounds
from palermo.report.shared.rating_signs import MARKS, counted, legend

__all__ = ["matrix"]

_AGAINST = Message("{n} body of law against {framework}", "{n} bodies of law against {framework}")
_REVIEWED = Message("behind a sign: * reviewed, ! the reviewers differ or have to look again (`palermo review list`)")
_SINCE, _NOTHING = Message("since {date}"), Message("nothing found")
_IMPRISONMENT = Message("the offence itself: imprisonment, {amount}")

_TOLD = ("overridden", "conflict")  # what is told here; the rest is counted


def matrix(found: Matrix, screen: Screen = PLAIN) -> str:
    """The bodies with what is open in each, then the signs group by group."""
    lines = [screen.title(_AGAINST.of(len(found.bodies), framework=asked.titled(found.framework)))]
    lines += ["", *screen.wrap(legend())]
    if any(finding.review for body in found.bodies for finding in found.row(body)):
        lines += screen.wrap(_REVIEWED())
    for number, body in enumerate(found.bodies, 1):
        lines += ["", *_body(found, number, body, screen)]
    for group, elements in groupby(enumerate(found.framework.elements), key=lambda item: item[1].group):
        lines += ["", *_group(found, group, list(elements), screen)]
    if found.left_out:
        lines += ["", screen.strong(w.LEFT_OUT())]
        for side, reason in found.left_out:
            lines += screen.wrap(f"{side}: {reason}", first="  ", rest="    ")
    return "\n".join(lines)


def _body(found: Matrix, number: int, body: MatrixBody, screen: Screen) -> Iterator[str]:
    since = _SINCE(date=day(body.date)) if body.date else UNDATED()
    yield from screen.wrap(screen.strong(body.title), first=f"{number:>3}. ", rest="     ")
    yield from screen.wrap(f"{body.id} · {body.jurisdiction} · {body.lang} · {since}", first="     ", rest="     ")
    summary = counted(f.rating for f in found.row(body) if f.rating is not Rating.NOT_REQUIRED)
    yield from screen.wrap(summary or _NOTHING(), first="     ", rest="     ")
    if threatened := _imprisonment(body):
        yield from screen.wrap(threatened, first="     ", rest="     ")
    for line in tally(found.row(body)):
        yield from screen.wrap(line, first="     ", rest="     ")
    for finding in found.row(body):
        for text in said(finding.review) if finding.review and finding.review.state in _TOLD else ():
            yield from screen.wrap(f"{finding.code}: {text}", first="       ", rest="         ")


def _imprisonment(body: MatrixBody) -> str:
    low, high = body.imprisonment
    amount = bounds(low, high, "months")
    return _IMPRISONMENT(amount=amount) if amount else ""


def _group(found: Matrix, group: str, codes: list[tuple[int, Element]], screen: Screen) -> Iterator[str]:
    """The names of the codes, numbered; under them a line of signs for each body."""
    names = ", ".join(f"{at} {asked.short(element)}" for at, (_, element) in enumerate(codes, 1))
    yield from screen.wrap(f"{screen.strong(asked.group(group))}: {names}", rest="    ")
    yield "     " + " ".join(f"{at:>2}" for at in range(1, len(codes) + 1))
    for number, body in enumerate(found.bodies, 1):
        row = found.row(body)
        yield (f"{number:>3}. " + "".join(f" {MARKS[row[n].rating]}{_reviewed(row[n])}" for n, _ in codes)).rstrip()


def _reviewed(finding: Finding) -> str:
    if finding.review is None:
        return " "
    return "*" if finding.review.answer else "!"
