"""Collections and what is new since a search was kept, as HTML pages."""

from __future__ import annotations

from palermo.kb.library.collections import KeptHit
from palermo.library.collections import Member, Shelf
from palermo.library.saved_searches import News
from palermo.report.format.html.page import Markup, join, language, page
from palermo.report.library.collections.words import NO_NEWS, asked, headings, now_and_then, standing, summary, why_gone
from palermo.report.library.search.as_html import hits
from palermo.report.library.search.words import way

__all__ = ["news", "shelf"]


def shelf(of: Shelf) -> str:
    """The page: the provisions in their order, each with its note and what became of it."""
    kept = of.collection.kept
    said = [Markup('<p class="lead">{}</p>').format(summary(of))]
    if kept is not None and of.scope is not None:
        said.append(Markup('<p class="note">Search since {}: {}</p>').format(kept.since, asked(kept, of.scope)))
    items = Markup("<ol>\n{}\n</ol>").format(join(map(_member, of.members))) if of.members else Markup("")
    return page(f"Collection: {of.collection.name}", items, lead=join(said))


def news(report: News) -> str:
    """The page: what is new, then what is gone."""
    lead = Markup('<p class="lead">{}</p>\n<p class="note">{}</p>').format(
        asked(report.kept, report.scope), now_and_then(report)
    )
    gone = Markup("<ol>\n{}\n</ol>").format(join(_gone(report, hit) for hit in report.gone))
    lists = [hits(report.added), hits(report.changed), hits(report.found), gone]
    parts = [
        Markup("<h2>{} {}</h2>\n{}").format(number, heading, listed)
        for (heading, number), listed in zip(headings(report), lists, strict=True)
        if number
    ]
    body = join(parts) if parts else Markup("<p>{}</p>").format(NO_NEWS)
    return page(f"News: {report.name}", body, lead=lead)


def _member(member: Member) -> Markup:
    item, fragment = member.item, member.fragment
    lang = language(fragment.lang) if fragment is not None else Markup("")
    place = " › ".join(way(member.place))
    return Markup(
        '<li><h2>{cite} <span class="note"{lang}>{title}</span></h2>\n'
        '<p class="label">{place}<code>{ref}</code></p>\n<blockquote{lang}>{words}</blockquote>\n{told}{note}</li>'
    ).format(
        cite=item.cite or "whole text",
        lang=lang,
        title=item.title,
        place=Markup("<span{}>{}</span><br>").format(lang, place) if place else "",
        ref=item.ref,
        words=member.words or item.words,
        told=join(
            (Markup('<p><span class="tag warn said">{}</span></p>').format(line) for line in standing(member)), ""
        ),
        note=Markup("<p><strong>Note:</strong> {}</p>").format(item.note) if item.note else "",
    )


def _gone(report: News, hit: KeptHit) -> Markup:
    return Markup('<li>{} <span class="note">{}</span><br><code>{}</code>: {}</li>').format(
        hit.cite, hit.title, hit.ref, why_gone(report, hit)
    )
