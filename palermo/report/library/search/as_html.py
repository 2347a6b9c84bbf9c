"""Hits of a search, as an HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.corpus.model.refs import ProvisionRef
from palermo.kb.search.search import Hit, SearchResult
from palermo.report.format.html.blocks import marked
from palermo.report.format.html.page import Markup, join, language, page, table
from palermo.report.library.search.score_words import about
from palermo.report.library.search.score_words import lines as reasons
from palermo.report.library.search.words import facts, found, named, narrowing, notes, place, words

__all__ = ["hits", "search"]

_ELEMENTS = 16  # of a hit


def search(answer: SearchResult) -> str:
    """The whole page: the hits in their order, then how all that was found is spread."""
    lead = Markup('<p class="lead">{}</p>').format(found(answer))
    said = join(Markup('<p class="note">{}</p>').format(note) for note in notes(answer))
    return page(
        f"Search: {answer.query}", join([said, hits(answer.hits, answer.offset + 1), *_facets(answer)]), lead=lead
    )


def hits(found: Sequence[Hit], first: int = 1) -> Markup:
    """A list of hits, numbered from `first`."""
    if not found:
        return Markup("")
    return Markup('<ol start="{}">\n{}\n</ol>').format(first, join(map(_hit, found)))


def _hit(hit: Hit) -> Markup:
    fragment = hit.fragment
    lang = language(fragment.lang)
    way = Markup("<span{}>{}</span><br>").format(lang, " › ".join(place(hit))) if hit.place else ""
    return Markup(
        '<li><h2>{cite} <span class="note"{lang}>{title}</span></h2>\n'
        '<p class="label">{way}{facts}<br><code>{ref}</code>{said}</p>\n'
        "<blockquote{lang}>{snippet}</blockquote>{why}</li>"
    ).format(
        cite=hit.provision.cite or hit.provision.level,
        title=named(hit),
        lang=lang,
        way=way,
        facts=" · ".join(facts(hit)),
        ref=str(ProvisionRef(fragment.ref, hit.provision.id or None)),
        said=join((Markup("<br>{}").format(line) for line in about(hit, _ELEMENTS)), ""),
        snippet=marked(words(hit).pieces()),
        why=_why(hit),
    )


def _why(hit: Hit) -> Markup:
    if hit.why is None:
        return Markup("")
    rows = [
        Markup('<tr><td class="number">{}</td><td>{}{}</td></tr>').format(
            "" if score is None else f"{score:.2f}", Markup("&emsp;" * depth), text
        )
        for depth, score, text in reasons(hit)
    ]
    return Markup("<details open><summary>Why it stands here: {}</summary><table>\n{}\n</table></details>").format(
        f"{hit.score:.2f}", join(rows)
    )


def _facets(answer: SearchResult) -> Iterator[Markup]:
    for facet, values in narrowing(answer):
        rows = [[Markup("<code>{}</code>").format(field), str(number)] for field, number in values]
        caption = Markup("<details><summary>Narrow by {}</summary>{}</details>")
        yield caption.format(facet, table(f"Found by {facet}", ["Add to the query", "Found"], rows))
