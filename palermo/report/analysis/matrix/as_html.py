"""A matrix as an HTML page: bodies by codes as signs, each of which leads to the words of the law behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import Finding
from palermo.report.analysis.gaps.review_words import said, tally
from palermo.report.format.html.page import Markup, join, language, page
from palermo.report.language import sentences as w
from palermo.report.language.forms import day
from palermo.report.language.message import Message, translated
from palermo.report.shared import framework_words as asked
from palermo.report.shared.bodies import UNDATED
from palermo.report.shared.quotes import cited, reading
from palermo.report.shared.rating_signs import MARKS, counted, rated

__all__ = ["matrix"]

_QUOTES = 2  # of a cell
_TITLE = Message("Matrix: {n} body of law", "Matrix: {n} bodies of law")
_MATRIX, _BODIES = Message("Matrix"), Message("Body by body")
_CAPTION = Message("Bodies of law by code; a sign leads to the words behind it")
_THEIR_SIGN, _DIFFER = Message("the reviewers' sign"), Message("they differ, or look again")
_REVIEWED, _REVIEW = Message("reviewed:"), Message("review")


def matrix(found: Matrix) -> str:
    """The whole page; it works without a script."""
    lead = Markup("<p>{}</p>").format(w.SUBJECT(framework=asked.titled(found.framework)))
    details = [_details(found, n, body) for n, body in enumerate(found.bodies)]
    body = join([_legend(found), _table(found), *_left_out(found), Markup("<h2>{}</h2>").format(_BODIES()), *details])
    title = _TITLE.of(len(found.bodies))
    return page(title, body, lead=lead, sheets=["matrix"])


def _legend(found: Matrix) -> Markup:
    items = [Markup("<li><b>{}</b> {}</li>").format(mark, rated(rating)) for rating, mark in MARKS.items()]
    if any(finding.review for body in found.bodies for finding in found.row(body)):
        items.append(Markup("<li><sup>→</sup> {}, <sup>!</sup> {}</li>").format(_THEIR_SIGN(), _DIFFER()))
    return Markup('<ul class="legend">{}</ul>').format(join(items, ""))


def _table(found: Matrix) -> Markup:
    groups, codes = [], []
    for group, elements in groupby(found.framework.elements, key=lambda e: e.group):
        inside = list(elements)
        groups.append(
            Markup('<th scope="colgroup" class="begins" colspan="{}">{}</th>').format(len(inside), asked.group(group))
        )
        codes += [_head(asked.label(e), e.code, begins=n == 0) for n, e in enumerate(inside)]
    rows = join(_row(found, n, body) for n, body in enumerate(found.bodies))
    return Markup(
        '<div class="matrix"><div class="scroll" tabindex="0" role="region" aria-label="{}"><table>\n'
        "<caption>{}</caption>\n<thead><tr><td></td>{}</tr>\n"
        '<tr><th scope="col">{}</th>{}</tr></thead>\n<tbody>\n{}\n</tbody></table></div></div>'
    ).format(_MATRIX(), _CAPTION(), join(groups, ""), w.BODY(), join(codes, ""), rows)


def _head(label: str, code: str, *, begins: bool) -> Markup:
    kind = " begins" if begins else ""
    return Markup('<th scope="col" class="{}" title="{}"><span class="code">{}</span></th>').format(
        kind.strip(), code, label
    )


def _row(found: Matrix, number: int, body: MatrixBody) -> Markup:
    cells = []
    groups = [e.group for e in found.framework.elements]
    for n, finding in enumerate(found.row(body)):
        begins = " begins" if n == 0 or groups[n] != groups[n - 1] else ""
        title = f"{finding.code}: {rated(finding.rating)}" + (f", {_review(finding)}" if finding.review else "")
        cells.append(
            Markup('<td class="{}{}"><a href="#{}" title="{}" aria-label="{}">{}{}</a></td>').format(
                finding.rating.value.replace(" ", "-"),
                begins,
                _anchor(number, finding),
                title,
                title,
                MARKS[finding.rating],
                _sign(finding),
            )
        )
    since = day(body.date) if body.date else UNDATED()
    head = Markup('<th scope="row"><a href="#b{}"{}>{}</a><br><small>{} · {} · {}</small></th>').format(
        number, language(body.lang), body.title, body.jurisdiction, body.lang, since
    )
    return Markup("<tr>{}{}</tr>").format(head, join(cells, ""))


def _review(finding: Finding) -> str:
    """What reviewers make of a cell: `reviewed: met`, or that they differ, or that somebody has to look again."""
    assert finding.review is not None
    answer = finding.review.answer
    if answer:
        return f"{_REVIEWED()} {rated(answer.rating)}"
    return f"{_REVIEW()}: {translated(finding.review.state)}"


def _sign(finding: Finding) -> Markup:
    """The reviewers' sign beside palermo's."""
    if finding.review is None:
        return Markup("")
    answer = finding.review.answer
    return Markup("<sup>{}</sup>").format(f"→{MARKS[answer.rating]}" if answer else "!")


def _anchor(number: int, finding: Finding) -> str:
    return f"b{number}-{finding.code}"


def _details(found: Matrix, number: int, body: MatrixBody) -> Markup:
    """What the cells of a body rest on, but for what is neither asked for nor there."""
    parts = join(part for finding in found.row(body) for part in _cell(found, number, body, finding))
    return Markup(
        '<section class="drill" id="b{}"><h3{}>{}</h3>\n<p class="label"><code>{}</code> · {}</p>\n'
        "<p>{}</p>{}\n<dl>{}</dl></section>"
    ).format(
        number,
        language(body.lang),
        body.title,
        body.id,
        day(body.date) if body.date else UNDATED(),
        counted(f.rating for f in found.row(body)),
        join((Markup("<p>{}</p>").format(line) for line in tally(found.row(body))), ""),
        parts,
    )


def _cell(found: Matrix, number: int, body: MatrixBody, finding: Finding) -> Iterator[Markup]:
    label = asked.label(found.framework.element(finding.code))
    yield Markup('<dt id="{}">{} {} <code>{}</code>: {}</dt>').format(
        _anchor(number, finding), MARKS[finding.rating], label, finding.code, rated(finding.rating)
    )
    quotes = cited(finding)
    for evidence in quotes[:_QUOTES]:
        yield Markup('<dd><span class="cite">{}</span> <q{}>{}</q></dd>').format(
            evidence.provision.cite, language(body.lang), reading(body.analysis, evidence)
        )
    if len(quotes) > _QUOTES:
        yield Markup("<dd>{}</dd>").format(w.MORE_PLACES.of(len(quotes) - _QUOTES))
    yield Markup('<dd class="note">{}</dd>').format(translated(finding.explanation))
    for text in said(finding.review) if finding.review else ():
        yield Markup('<dd class="review">{}.</dd>').format(text)


def _left_out(found: Matrix) -> Iterator[Markup]:
    if found.left_out:
        items = join(Markup("<li><code>{}</code>: {}</li>").format(side, why) for side, why in found.left_out)
        yield Markup("<h2>{}</h2><ul>{}</ul>").format(w.LEFT_OUT(), items)
