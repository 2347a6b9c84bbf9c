"""A gap analysis as an HTML page: a summary, the requirements one by one, the law's own words with the finds marked."""

from __future__ import annotations

from collections import Counter

from palermo.corpus.model.findings import Evidence, Extent, Finding, GapAnalysis, Rating
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps.html_law import law
from palermo.report.analysis.gaps.html_reviews import badge, class_of, reviewed
from palermo.report.analysis.gaps.official_words import advice, excerpt
from palermo.report.analysis.memo.case import Case, titled
from palermo.report.analysis.memo.method import how_sure, method
from palermo.report.analysis.memo.summary import summary, to_do
from palermo.report.format.html.blocks import blocks
from palermo.report.format.html.page import Markup, join, language, page, quote, table
from palermo.report.language import sentences as w
from palermo.report.language.forms import percent
from palermo.report.language.message import Message, translated
from palermo.report.shared import framework_words as asked
from palermo.report.shared.penalty_words import grades, listed, said
from palermo.report.shared.quotes import cited, grouped, numbered, quoted, reading
from palermo.report.shared.rating_signs import MARKS, rated
from palermo.report.shared.sources import sources
from palermo.texts.official_text import Official

__all__ = ["gaps"]

_WHY, _PLACE, _REVIEWED = Message("Why, and what would change it"), Message("Provision"), Message("reviewed:")
_ASKED_BY = Message("Art. {article}, {bindingness}.")
_WOULD_CHANGE, _NO_WORDS = Message("Would change: {words}"), Message("No words. Searched: {places}.")


def gaps(case: Case) -> str:
    """The whole page; with the official text, its words stand beside those of the law."""
    analysis, framework, official = case.analysis, case.framework, case.official
    body = join(
        [
            _summary(analysis),
            blocks([*summary(case), *how_sure(case), *to_do(case)]),
            *(_group(case, title, findings) for title, findings in grouped(analysis.findings)),
            _penalties(analysis),
            law(analysis, framework, official),
            blocks(method(framework, len(analysis.findings))),
            blocks(sources(analysis.sources, case.provenance, framework, official, numbered=True)),
            _advice(analysis, framework, official),
        ]
    )
    lead = Markup("<p>{}</p>").format(w.SUBJECT(framework=asked.titled(framework)))
    return page(w.TITLE(law=titled(analysis)), body, lead=lead, sheets=["document", "gaps"])


def _summary(analysis: GapAnalysis) -> Markup:
    counts = Counter(f.rating for f in analysis.findings)
    cells = [
        Markup('<li class="{}"><strong>{}</strong> {}</li>').format(class_of(r), counts[r], rated(r))
        for r in MARKS
        if counts[r]
    ]
    return Markup('<ul class="ratings">{}</ul>').format(join(cells, ""))


def _group(case: Case, title: str, findings: list[Finding]) -> Markup:
    if findings[0].rating is Rating.NOT_REQUIRED:
        items = join(
            Markup("<li>{} <code>{}</code>{}</li>").format(case.label(f), f.code, reviewed(f)) for f in findings
        )
        return Markup("<details><summary>{} ({})</summary><ul>{}</ul></details>").format(title, len(findings), items)
    rows = [_row(case, f) for f in findings]
    return Markup('<section class="findings"><h2>{} ({})</h2>\n{}</section>').format(
        title,
        len(findings),
        table(w.CHANGED(title=title, n=len(findings)), [w.REQUIREMENT(), w.RATING(), w.PROVISION(), _WHY()], rows),
    )


def _row(case: Case, finding: Finding) -> list[Markup]:
    analysis, official, element = case.analysis, case.official, case.element(finding)
    strictly = asked.bindingness(element.bindingness)
    article = _ASKED_BY(article=element.article, bindingness=strictly) + " " if element.article else ""
    requirement = Markup("{}<br><small>{}{} <code>{}</code></small>").format(
        case.label(finding), article, translated(element.restatement, asked.ABOUT), finding.code
    )
    if official and (words := excerpt(official, finding.requires.article, finding.code)):
        requirement += Markup('<p class="quote"><small><q{}>{}</q></small></p>').format(
            language(official.version.lang), words
        )
    quotes = join(_quote(analysis, e) for e in cited(finding))
    if not quotes:
        where = ", ".join(case.places([finding], limit=12))
        quotes = Markup("<small>{}</small>").format(_NO_WORDS(places=where or w.THE_WHOLE_TEXT()))
    extent = Markup("<br><small>{}</small>").format(w.SOME_CASES()) if finding.extent == Extent.SOME else Markup("")
    rating = Markup("{}{}{}").format(badge(finding.rating), extent, _by_reviewers(finding))
    rule = Markup("<code>{}</code>").format(finding.rule)
    why = Markup("{} <small>{}</small><br><small>{}</small>").format(
        translated(finding.explanation),
        Markup(w.RULE.pattern()).format(rule=rule, confidence=percent(finding.confidence)),
        _WOULD_CHANGE(words=translated(finding.would_change)),
    )
    why += reviewed(finding)
    return [requirement, rating, quotes, why]


def _by_reviewers(finding: Finding) -> Markup:
    """The rating with the reviewers' answer, under palermo's."""
    word = finding.review.answer if finding.review else None
    if word is None:
        return Markup("")
    return Markup("<br><small>{}</small> {}").format(_REVIEWED(), badge(word.rating))


def _quote(analysis: GapAnalysis, evidence: Evidence) -> Markup:
    lang = analysis.sources[evidence.source].lang
    return quote(numbered(analysis, evidence), lang, quoted(analysis, evidence))


def _penalties(analysis: GapAnalysis) -> Markup:
    if not analysis.penalties:
        return Markup("")
    rows = [
        [
            numbered(analysis, grade.evidence),
            listed(grade.labels),
            said(grade.penalties),
            Markup("<q{}>{}</q>").format(
                language(analysis.sources[grade.evidence.source].lang), reading(analysis, grade.evidence)
            ),
        ]
        for grade in grades(analysis)
    ]
    return Markup("<h2>{}</h2>\n{}").format(
        w.PENALTIES(),
        table(w.PENALTIES_CAPTION(), [_PLACE(), w.CIRCUMSTANCE(), w.PENALTY(), w.PROVISION()], rows),
    )


def _advice(analysis: GapAnalysis, framework: Framework, official: Official | None) -> Markup:
    """How to have the official words, where they are missing."""
    say = advice(framework, official, analysis.sources[0].lang)
    return Markup("<p>{}</p>").format(say) if say else Markup("")
