"""A gap analysis as an HTML page: a summary, the requirements one by one, the law's own words with the finds marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corpus.findings import Evidence, Finding, GapAnalysis, Rating, Value
from corpus.model import Provision, Span, Version
from kb.framework import Framework
from palermo.report.html.page import Markup, join, language, page, table
from palermo.report.penalties import grades, said
from palermo.report.quotes import OPEN, cited, grouped, reading

__all__ = ["gaps"]


def gaps(analysis: GapAnalysis, framework: Framework) -> str:
    """The whole page."""
    titles = list(dict.fromkeys(v.title or v.source.path for v in analysis.sources))
    body = join(
        [
            _summary(analysis),
            *(_group(analysis, framework, title, findings) for title, findings in grouped(analysis.findings)),
            _penalties(analysis),
            _law(analysis, framework),
            _method(analysis, framework),
        ]
    )
    lead = Markup("<p>Held against: {}</p>").format(framework.title)
    return page("Gap analysis: " + "; ".join(titles), body, lead=lead, sheets=["gaps"])


def _summary(analysis: GapAnalysis) -> Markup:
    counts = Counter(f.rating for f in analysis.findings)
    cells = [
        Markup('<li class="{}"><strong>{}</strong> {}</li>').format(_class(r), counts[r], r.value)
        for r in (*OPEN, Rating.UNDECIDED, Rating.MET, Rating.BROADER, Rating.NOT_REQUIRED)
        if counts[r]
    ]
    return Markup('<ul class="ratings">{}</ul>').format(join(cells, ""))


def _class(rating: Rating) -> str:
    return "rating-" + rating.value.replace(" ", "-")


def _group(analysis: GapAnalysis, framework: Framework, title: str, findings: list[Finding]) -> Markup:
    if findings[0].rating is Rating.NOT_REQUIRED:
        items = join(
            Markup("<li>{} <code>{}</code></li>").format(framework.element(f.code).label, f.code) for f in findings
        )
        return Markup("<details><summary>{} ({})</summary><ul>{}</ul></details>").format(title, len(findings), items)
    rows = [_row(analysis, framework, f) for f in findings]
    return Markup('<section class="findings"><h2>{}</h2>\n{}</section>').format(
        title,
        table(
            f"{title} ({len(findings)})", ["Requirement", "Rating", "The law", "Why, and what would change it"], rows
        ),
    )


def _row(analysis: GapAnalysis, framework: Framework, finding: Finding) -> list[Markup]:
    element = framework.element(finding.code)
    article = f"Art. {finding.requires.article}, {finding.requires.bindingness}. " if finding.requires.article else ""
    requirement = Markup("{}<br><small>{}{} <code>{}</code></small>").format(
        element.label, article, finding.requires.restatement, finding.code
    )
    quotes = join(_quote(analysis, e) for e in cited(finding))
    if not quotes:
        where = ", ".join(dict.fromkeys(e.provision.cite for e in finding.evidence if e.provision.cite))
        quotes = Markup("<small>{}</small>").format(f"No words. Searched: {where or 'the whole text'}.")
    extent = Markup("<br><small>{}</small>").format(finding.extent) if finding.extent == "some cases" else Markup("")
    rating = Markup('<span class="rating {}">{}</span>{}').format(_class(finding.rating), finding.rating.value, extent)
    why = Markup(
        "{} <small>Rule <code>{}</code>, confidence {:.0%}.</small><br><small>Would change: {}</small>"
    ).format(finding.explanation, finding.rule, finding.confidence, finding.would_change)
    return [requirement, rating, quotes, why]


def _quote(analysis: GapAnalysis, evidence: Evidence) -> Markup:
    version = analysis.sources[evidence.source]
    source = f"[{evidence.source + 1}] " if len(analysis.sources) > 1 else ""
    return Markup('<p class="quote"><span class="cite">{}{}</span> <q{}>{}</q></p>').format(
        source, evidence.provision.cite, language(version.lang), reading(analysis, evidence)
    )


def _penalties(analysis: GapAnalysis) -> Markup:
    if not analysis.penalties:
        return Markup("")
    rows = [
        [
            (f"[{grade.evidence.source + 1}] " if len(analysis.sources) > 1 else "") + grade.evidence.provision.cite,
            ", ".join(grade.labels),
            said(grade.penalties),
            Markup("<q{}>{}</q>").format(
                language(analysis.sources[grade.evidence.source].lang), reading(analysis, grade.evidence)
            ),
        ]
        for grade in grades(analysis)
    ]
    return Markup("<h2>Penalties</h2>\n{}").format(
        table("What the law threatens, and for what", ["Provision", "For", "Penalty", "The law"], rows)
    )


def _law(analysis: GapAnalysis, framework: Framework) -> Markup:
    """The articles that hold evidence, whole, with the words that fired marked."""
    parts = []
    for source, version in enumerate(analysis.sources):
        finds = sorted(
            {
                (e.words or e.span, f.code)
                for f in analysis.findings
                if f.value is Value.YES
                for e in f.evidence
                if e.source == source
            }
        )
        for article in _articles(version.root):
            inside = [(s, c) for s, c in finds if article.span.start <= s.start < article.span.end]
            if inside:
                parts.append(_article(version, article, inside, framework))
    if not parts:
        return Markup("")
    return Markup(
        "<h2>The law’s own words</h2>\n<p>What the findings rest on is marked; each mark names its elements.</p>\n{}"
    ).format(join(parts))


def _articles(root: Provision) -> Iterator[Provision]:
    """The outermost articles and sections; the root where there are none."""
    found = [p for p in root.walk() if p.level in {"article", "section"} and "|" not in p.cite]
    yield from found or [root]


def _article(version: Version, article: Provision, finds: list[tuple[Span, str]], framework: Framework) -> Markup:
    out: list[Markup | str] = []
    at = article.span.start
    for span, labels in _merge(finds, framework):
        if span.start > at:
            out.append(_lines(version, Span(at, span.start)))
        title = ", ".join(dict.fromkeys(labels))
        out.append(Markup('<mark title="{}">{}</mark>').format(title, _lines(version, span)))
        at = span.end
    out.append(_lines(version, Span(at, article.span.end)))
    return Markup('<section class="law" id="law-{}"{}>{}</section>').format(
        article.id or "text", language(version.lang), join(out, " ")
    )


def _merge(finds: list[tuple[Span, str]], framework: Framework) -> list[tuple[Span, list[str]]]:
    """Overlapping finds as one span; long ones (a whole sentence as evidence) give way to the words inside them."""
    merged: list[tuple[Span, list[str]]] = []
    for span, code in sorted(finds):
        if span.end - span.start > 120:
            continue
        label = framework.element(code).label
        if merged and span.start < merged[-1][0].end:
            last, labels = merged[-1]
            merged[-1] = (Span(last.start, max(last.end, span.end)), [*labels, label])
        else:
            merged.append((span, [label]))
    return merged


def _lines(version: Version, span: Span) -> Markup:
    return join(version.reading(span, lines=True).text.split("\n"), Markup("<br>"))


def _method(analysis: GapAnalysis, framework: Framework) -> Markup:
    rows = [
        [
            v.title or v.source.path,
            v.lang,
            v.in_force.start if v.in_force else "",
            v.source.path,
            Markup("<code>{}</code>").format(v.source.sha256),
        ]
        for v in analysis.sources
    ]
    return Markup(
        "<h2>What was read</h2>\n{}\n<p>Framework {} {}. Each answer rests on the words quoted and on the rule named. "
        "Words that a rule does not know can be missed; check what matters against the text.</p>"
    ).format(
        table("Sources", ["Title", "Language", "In force from", "File", "SHA-256"], rows),
        framework.id,
        framework.version,
    )
