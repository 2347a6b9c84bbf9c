"""What a change of the law did about the gaps, as an HTML page: before and after side by side."""

from __future__ import annotations

from alignment.change import Change, GapsChange, Kind
from corpus.findings import Evidence, Finding, GapAnalysis, Penalty, Rating
from kb.framework import Framework
from palermo.report.changes import (
    BRIEF,
    TITLES,
    dated,
    evidence_of,
    notes,
    penalty_rows,
    ratings,
    titled,
    unsettled,
    words,
)
from palermo.report.html.page import Markup, join, language, page, table
from palermo.report.html.reviews import reviewed
from palermo.report.quotes import reading
from palermo.report.terminal.common import count

__all__ = ["change_body", "gaps_change"]


def gaps_change(change: GapsChange, framework: Framework) -> str:
    """The whole page."""
    lead = Markup("<p>Held against: {}</p>").format(framework.title)
    title = f"What changed: {titled(change.before)} → {titled(change.after)}"
    return page(title, change_body(change, framework), lead=lead, sheets=["gaps"])


def change_body(change: GapsChange, framework: Framework, *, brief: bool = False, level: int = 2) -> Markup:
    """The kinds of change, each with its codes, and the penalties, under headings of the level; with `brief`, nothing
    of what stayed as it was.
    """
    parts = []
    heading, day = Markup("<h{0}>{{}}</h{0}>").format(level), dated(change.after)
    for kind, title in TITLES:
        changes = change.of(kind)
        if not changes or (brief and kind in BRIEF):
            continue
        if kind in BRIEF:
            items = join(Markup("<li>{}</li>").format(framework.element(c.code).label) for c in changes)
            summary = f"{title} ({len(changes)})"
            parts.append(Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(summary, items))
            continue
        parts.append(heading.format(title))
        shown = [c for c in changes if not unsettled(c)]
        if shown:
            rows = [_row(change, framework, c) for c in shown]
            caption = f"{title}: {count(len(shown), 'requirement')}" + (f" ({day})" if day else "")
            parts.append(table(caption, ["Requirement", "Before", "After"], rows))
        if rest := ", ".join(framework.element(c.code).label for c in changes if c not in shown):
            parts.append(Markup("<p>On both sides: {}.</p>").format(rest))
        if kind in (Kind.OPENED, Kind.WORSENED):
            parts += [Markup("<p>{}</p>").format(note) for note in notes(change, framework, changes)]
    parts.append(_penalties(change, heading, day))
    return Markup('<section class="change">{}</section>').format(join(parts))


def _row(change: GapsChange, framework: Framework, c: Change) -> list[Markup | str]:
    element = framework.element(c.code)
    article = f"Art. {element.article}. " if element.article else ""
    name = Markup("{}<br><small>{}{} <code>{}</code></small>").format(
        element.label, article, ratings(c.before, c.after), c.code
    )
    return [name, _side(change.before, c.before), _side(change.after, c.after)]


def _side(analysis: GapAnalysis, finding: Finding) -> Markup:
    sign = Markup('<span class="rating rating-{}">{}</span>').format(
        finding.rating.value.replace(" ", "-"), finding.rating.value
    )
    evidence = evidence_of(finding)
    if evidence is None or finding.rating is Rating.UNDECIDED:
        return Markup("{}<p><small>{}</small></p>{}").format(sign, words(analysis, finding), reviewed(finding))
    return join([sign, _quote(analysis, evidence), reviewed(finding)], "")


def _quote(analysis: GapAnalysis, evidence: Evidence) -> Markup:
    lang = language(analysis.sources[evidence.source].lang)
    return Markup('<p class="quote"><span class="cite">{}</span> <q{}>{}</q></p>').format(
        evidence.provision.cite, lang, reading(analysis, evidence)
    )


def _penalties(change: GapsChange, heading: Markup, day: str) -> Markup:
    rows = penalty_rows(change)
    if not change.penalties:
        return Markup("")
    if not rows:
        return heading.format("Penalties") + Markup("\n<p>The same before and after.</p>")
    cells = [
        [
            ", ".join(r.labels),
            r.kind.value,
            _amount(change.before, r.before, r.old),
            _amount(change.after, r.after, r.new),
        ]
        for r in rows
    ]
    caption = "Penalties that changed" + (f" ({day})" if day else "")
    return heading.format("Penalties") + table(caption, ["For", "Change", "Before", "After"], cells)


def _amount(analysis: GapAnalysis, said: str, penalty: Penalty | None) -> Markup:
    return join([said, _quote(analysis, penalty.evidence)], " ") if penalty else Markup("<small>none</small>")
