"""The story of a law as an HTML page: a table of requirements by date, then each change with its words."""

from __future__ import annotations

from alignment.history import History
from corpus.findings import Finding
from kb.framework import Framework
from palermo.report.changes import counted, titled
from palermo.report.html.blocks import blocks
from palermo.report.html.gaps_change import change_body
from palermo.report.html.page import Markup, join, page, table
from palermo.report.pictures.timeline import timeline

__all__ = ["gaps_history"]


def gaps_history(story: History, framework: Framework) -> str:
    """The whole page."""
    titles = join(Markup("<li>{}</li>").format(titled(e.analysis)) for e in story.editions)
    lead = Markup("<p>Held against: {}</p>\n<ul>{}</ul>").format(framework.title, titles)
    heads = [Markup('<a href="#edition-{}">{}</a>').format(i, e.date) for i, e in enumerate(story.editions)]
    rows = [_row(e.label, e.code, story.row(e.code)) for e in framework.elements]
    steps = [
        Markup('<section id="edition-{}"><h2>{}: {}</h2>\n<p>{}</p>\n{}</section>').format(
            i,
            edition.date,
            titled(edition.analysis, date=False),
            counted(step),
            change_body(step, framework, brief=True, level=3),
        )
        for i, (step, edition) in enumerate(zip(story.steps, story.editions[1:], strict=True), 1)
    ]
    note = Markup(
        "<p>The dates are those of the texts that were read; what changed at one of them may have changed at any time "
        "after the text before it. An article of which no earlier text was given is read as new.</p>"
    )
    body = join(
        [
            blocks([timeline(story, framework)]),
            table("Requirements by date; a change is marked", ["Requirement", *heads], rows),
            *steps,
            note,
        ]
    )
    return page(
        f"How the law changed, {story.editions[0].date} to {story.editions[-1].date}",
        body,
        lead=lead,
        sheets=["document", "gaps"],
    )


def _row(label: str, code: str, findings: tuple[Finding, ...]) -> list[Markup]:
    cells = [Markup("{}<br><small><code>{}</code></small>").format(label, code)]
    before: Finding | None = None
    for finding in findings:
        sign = Markup('<span class="rating rating-{}">{}</span>').format(
            finding.rating.value.replace(" ", "-"), finding.rating.value
        )
        changed = before is not None and (before.rating, before.value) != (finding.rating, finding.value)
        cells.append(Markup("<mark>{}</mark>").format(sign) if changed else sign)
        before = finding
    return cells
