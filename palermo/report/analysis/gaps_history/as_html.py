"""The story of a law as an HTML page: a table of requirements by date, then each change with its words."""

from __future__ import annotations

from palermo.alignment.gaps.history import History
from palermo.corpus.model.findings import Finding
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps.html_reviews import badge
from palermo.report.analysis.gaps_change.as_html import change_body
from palermo.report.analysis.gaps_change.words import counted, titled
from palermo.report.format.html.blocks import blocks
from palermo.report.format.html.page import Markup, join, page, table
from palermo.report.format.pictures.timeline import timeline
from palermo.report.language import sentences as w
from palermo.report.language.forms import day
from palermo.report.language.message import Message
from palermo.report.shared import framework_words as asked

__all__ = ["gaps_history"]

_MARKED = Message("Requirements by date; a change is marked")


def gaps_history(story: History, framework: Framework) -> str:
    """The whole page."""
    titles = join(Markup("<li>{}</li>").format(titled(e.analysis)) for e in story.editions)
    lead = Markup("<p>{}</p>\n<ul>{}</ul>").format(w.SUBJECT(framework=asked.titled(framework)), titles)
    heads = [Markup('<a href="#edition-{}">{}</a>').format(i, day(e.date)) for i, e in enumerate(story.editions)]
    rows = [_row(asked.label(e), e.code, story.row(e.code)) for e in framework.elements]
    steps = [
        Markup('<section id="edition-{}"><h2>{}: {}</h2>\n<p>{}</p>\n{}</section>').format(
            i,
            day(edition.date),
            titled(edition.analysis, date=False),
            counted(step),
            change_body(step, framework, brief=True, level=3),
        )
        for i, (step, edition) in enumerate(zip(story.steps, story.editions[1:], strict=True), 1)
    ]
    note = Markup("<p>{}</p>").format(w.HISTORY_DATES())
    body = join([blocks([timeline(story, framework)]), table(_MARKED(), [w.REQUIREMENT(), *heads], rows), *steps, note])
    return page(
        w.STORY_TITLE(first=day(story.editions[0].date), last=day(story.editions[-1].date)),
        body,
        lead=lead,
        sheets=["document", "gaps"],
    )


def _row(label: str, code: str, findings: tuple[Finding, ...]) -> list[Markup]:
    cells = [Markup("{}<br><small><code>{}</code></small>").format(label, code)]
    before: Finding | None = None
    for finding in findings:
        sign = badge(finding.rating)
        changed = before is not None and (before.rating, before.value) != (finding.rating, finding.value)
        cells.append(Markup("<mark>{}</mark>").format(sign) if changed else sign)
        before = finding
    return cells
