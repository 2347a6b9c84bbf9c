"""Effect of a change of the law on the gaps, as an HTML page: before and after side by side."""

from __future__ import annotations

from palermo.alignment.gaps.gaps_change import GapChange, GapChangeKind, GapsChange
from palermo.corpus.model.findings import Evidence, Finding, GapAnalysis, Penalty, Rating
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps.html_reviews import badge, reviewed
from palermo.report.analysis.gaps_change import words
from palermo.report.format.html.page import Markup, join, page, quote, table
from palermo.report.language import sentences as w
from palermo.report.language.message import Message
from palermo.report.shared import framework_words as asked
from palermo.report.shared.quotes import reading

__all__ = ["change_body", "gaps_change"]

_CAPTION = Message("{title}: {n} requirement", "{title}: {n} requirements")
_ARTICLE = Message("Art. {article}.")


def gaps_change(change: GapsChange, framework: Framework) -> str:
    """The whole page."""
    lead = Markup("<p>{}</p>").format(w.SUBJECT(framework=asked.titled(framework)))
    title = w.CHANGE_TITLE(before=words.titled(change.before), after=words.titled(change.after))
    return page(title, change_body(change, framework), lead=lead, sheets=["gaps"])


def change_body(change: GapsChange, framework: Framework, *, brief: bool = False, level: int = 2) -> Markup:
    """The kinds of change, each with its codes, and the penalties, under headings of the level; with `brief`, nothing
    of what stayed as it was.
    """
    parts = []
    heading, day = Markup("<h{0}>{{}}</h{0}>").format(level), words.dated(change.after)
    for kind, title in words.TITLES:
        changes = change.of(kind)
        if not changes or (brief and kind in words.BRIEF):
            continue
        if kind in words.BRIEF:
            items = join(Markup("<li>{}</li>").format(asked.label(framework.element(c.code))) for c in changes)
            summary = w.CHANGED(title=title(), n=len(changes))
            parts.append(Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(summary, items))
            continue
        parts.append(heading.format(title()))
        shown = [c for c in changes if not words.unsettled(c)]
        if shown:
            rows = [_row(change, framework, c) for c in shown]
            caption = _CAPTION.of(len(shown), title=title()) + (f" ({day})" if day else "")
            parts.append(table(caption, [w.REQUIREMENT(), w.BEFORE(), w.AFTER()], rows))
        if rest := ", ".join(asked.label(framework.element(c.code)) for c in changes if c not in shown):
            parts.append(Markup("<p>{}</p>").format(w.BOTH_SIDES(names=rest)))
        if kind in (GapChangeKind.OPENED, GapChangeKind.WORSENED):
            parts += [Markup("<p>{}</p>").format(note) for note in words.notes(change, framework, changes)]
    parts.append(_penalties(change, heading, day))
    return Markup('<section class="change">{}</section>').format(join(parts))


def _row(change: GapsChange, framework: Framework, c: GapChange) -> list[Markup | str]:
    element = framework.element(c.code)
    article = _ARTICLE(article=element.article) + " " if element.article else ""
    name = Markup("{}<br><small>{}{} <code>{}</code></small>").format(
        asked.label(element), article, words.ratings(c.before, c.after), c.code
    )
    return [name, _side(change.before, c.before), _side(change.after, c.after)]


def _side(analysis: GapAnalysis, finding: Finding) -> Markup:
    sign = badge(finding.rating)
    evidence = words.evidence_of(finding)
    if evidence is None or finding.rating is Rating.UNDECIDED:
        return Markup("{}<p><small>{}</small></p>{}").format(sign, words.found(analysis, finding), reviewed(finding))
    return join([sign, _quote(analysis, evidence), reviewed(finding)], "")


def _quote(analysis: GapAnalysis, evidence: Evidence) -> Markup:
    lang = analysis.sources[evidence.source].lang
    return quote(evidence.provision.cite, lang, reading(analysis, evidence))


def _penalties(change: GapsChange, heading: Markup, day: str) -> Markup:
    rows = words.penalty_rows(change)
    if not change.penalties:
        return Markup("")
    if not rows:
        return heading.format(w.PENALTIES()) + Markup("\n<p>{}</p>").format(words.SAME())
    cells = [
        [
            r.labels,
            words.PENALTY_KINDS[r.kind](),
            _amount(change.before, r.before, r.old),
            _amount(change.after, r.after, r.new),
        ]
        for r in rows
    ]
    caption = w.PENALTIES_CHANGED() + (f" ({day})" if day else "")
    return heading.format(w.PENALTIES()) + table(
        caption, [w.CIRCUMSTANCE(), w.KIND_OF_CHANGE(), w.BEFORE(), w.AFTER()], cells
    )


def _amount(analysis: GapAnalysis, message: str, penalty: Penalty | None) -> Markup:
    return (
        join([message, _quote(analysis, penalty.evidence)], " ")
        if penalty
        else Markup("<small>{}</small>").format(w.NO_PENALTY_HERE())
    )
