"""A coding beside the machine's as an HTML page."""

from __future__ import annotations

from palermo.analysis.coding import CodedItem, Coding
from palermo.corpus.model.findings import Value
from palermo.report.analysis.coding import words
from palermo.report.format.html.page import Markup, join, page, quote, table
from palermo.report.shared.quotes import cited, places, reading

__all__ = ["coding"]

_QUOTES = 3  # of a disagreement


def coding(found: Coding) -> str:
    """The whole page: the figures, the table of answers, code by code, and every disagreement with the law's words."""
    said = [Markup("<p>{}</p>").format(line) for line in (*words.figures(found), *words.left_over(found))]
    parts = [*said]
    if found.items:
        parts += [
            _confusion(found),
            _codes(found),
            Markup('<p class="note">{}</p>').format(words.NOTE),
            _disagreements(found),
        ]
    lead = Markup("<p>Held against: {}</p>").format(found.framework.title)
    return page(words.title(found), join(parts), lead=lead, sheets=["gaps"])


def _confusion(found: Coding) -> Markup:
    counts = found.overall.counts
    rows = [[one.value, *(str(counts.get((one, other), 0)) for other in Value)] for one in Value]
    return table("How often which answer met which", ["The coding", *(f"palermo: {v}" for v in Value)], rows)


def _codes(found: Coding) -> Markup:
    rows = [
        [
            Markup("{} <code>{}</code>").format(found.framework.element(code).label, code),
            str(a.n),
            words.share(a.observed),
            words.kappa(a).removesuffix(" ="),
            words.kappa_note(a),
        ]
        for code, a in found.codes()
    ]
    return table("Code by code", words.CODES_HEAD, rows)


def _disagreements(found: Coding) -> Markup:
    rows = [_row(found, item) for item in found.disagreements]
    if not rows:
        return Markup("<p>There is no disagreement.</p>")
    return Markup('<section class="findings"><h2>Disagreements</h2>{}</section>').format(
        table(f"Where the answers differ ({len(rows)})", words.DIFFER_HEAD, rows)
    )


def _row(found: Coding, item: CodedItem) -> list[Markup]:
    finding, coded = item.finding, item.coded
    label = Markup("{}<br>{} <code>{}</code>").format(
        item.body.id, found.framework.element(coded.code).label, coded.code
    )
    own = Markup("{}<br><small>{}</small>").format(coded.value.value, coded.provision or f"line {coded.line}")
    quotes = cited(finding)
    law = join(quote(e.provision.cite, item.body.lang, reading(item.body.analysis, e)) for e in quotes[:_QUOTES])
    if not quotes:
        law = Markup("<small>No words. Searched: {}.</small>").format(places(finding) or "the whole text")
    why = Markup("{} <small>Rule <code>{}</code>, confidence {:.0%}.</small>").format(
        finding.explanation, finding.rule, finding.confidence
    )
    return [label, own, Markup("{}").format(finding.value.value), law, why]
