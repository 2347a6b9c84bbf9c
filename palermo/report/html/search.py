"""What was found, as an HTML page."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.refs import ProvisionRef
from kb.search import Answer, Hit
from palermo.report.html.page import Markup, join, language, page, table
from palermo.report.terminal.common import count
from palermo.report.terminal.search import notes

__all__ = ["search"]


def search(answer: Answer) -> str:
    """The whole page: the hits in their order, then how all that was found is spread."""
    found = count(answer.total, "article or section", "articles and sections")
    shown = f"; the best {len(answer.hits)} are here" if len(answer.hits) < answer.total else ""
    lead = Markup('<p class="lead">{}{}</p>').format(found, shown)
    said = join(Markup('<p class="note">{}</p>').format(note) for note in notes(answer))
    hits = Markup("<ol>\n{}\n</ol>").format(join(_hit(hit) for hit in answer.hits)) if answer.hits else Markup("")
    return page(f"Search: {answer.query}", join([said, hits, *_facets(answer)]), lead=lead)


def _hit(hit: Hit) -> Markup:
    fragment = hit.fragment
    return Markup(
        '<li><h2>{cite} <span class="note"{lang}>{title}</span></h2>\n'
        '<p class="label">{facts}<br><code>{ref}</code></p>\n<blockquote{lang}>{snippet}</blockquote></li>'
    ).format(
        cite=hit.provision.cite or hit.provision.level,
        title=fragment.title or fragment.source.path,
        lang=language(fragment.lang),
        facts=" · ".join([fragment.jurisdiction, fragment.lang, fragment.since or "undated"]),
        ref=str(ProvisionRef(fragment.ref, hit.provision.id or None)),
        snippet=join(_marked(hit), ""),
    )


def _marked(hit: Hit) -> Iterator[Markup | str]:
    at = 0
    for start, end in hit.highlights:
        yield hit.snippet[at:start]
        yield Markup("<mark>{}</mark>").format(hit.snippet[start:end])
        at = end
    yield hit.snippet[at:]


def _facets(answer: Answer) -> Iterator[Markup]:
    for name, values in answer.facets.items():
        if values:
            rows = [[value, str(number)] for value, number in values.items()]
            caption = Markup("<details><summary>By {}</summary>{}</details>")
            yield caption.format(name, table(f"Found by {name}", [name.capitalize(), "Found"], rows))
