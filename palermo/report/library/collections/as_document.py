"""Collections, and what is new since a search was kept, as documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.kb.library.collections import Collection, KeptHit
from palermo.library.collections import Member, Shelf
from palermo.library.saved_searches import News
from palermo.report.format.document import Document, cell, data, paragraph, stacked
from palermo.report.format.parts import Block, Cell, Heading, Quote, Run, Table
from palermo.report.language.english import count
from palermo.report.library.collections.words import NO_NEWS, asked, headings, now_and_then, standing, summary, why_gone
from palermo.report.library.search.as_document import hits
from palermo.report.library.search.words import way
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.sources import made

__all__ = ["listing", "news", "shelf"]


def listing(held: Sequence[Collection], provenance: Provenance) -> Document:
    """A row for each collection: how many provisions it has, and its search."""
    rows = tuple(
        (
            cell(Run(one.name, strong=True)),
            cell(str(len(one.items))),
            cell(one.kept.query if one.kept else ""),
            cell(one.kept.since if one.kept else ""),
        )
        for one in held
    )
    table = Table("Collections", ("Name", "Provisions", "Search", "Since"), rows, (25, 12, 48, 15))
    return made("Collections", count(len(held), "collection"), provenance, [table])


def shelf(of: Shelf, provenance: Provenance) -> Document:
    """The provisions in their order, each with its note and what became of it."""
    rows = tuple(_member(number, member) for number, member in enumerate(of.members, 1))
    kept = of.collection.kept
    blocks: list[Block] = []
    if kept is not None and of.scope is not None:
        blocks.append(paragraph(f"Search since {kept.since}: {asked(kept, of.scope)}"))
    head = ("No.", "Provision", "Words", "Note", "Reference")
    blocks.append(Table("Provisions", head, rows, (5, 22, 38, 17, 18)))
    return made(f"Collection: {of.collection.name}", summary(of), provenance, blocks, wide=True)


def _member(number: int, member: Member) -> tuple[Cell, ...]:
    item, fragment = member.item, member.fragment
    lang = fragment.lang if fragment is not None else "und"
    place = " › ".join(way(member.place))
    return (
        cell(str(number)),
        stacked(
            Run(item.cite or "whole text", strong=True),
            Run(item.title, lang=lang),
            Run(place, soft=True, lang=lang) if place else None,
        ),
        stacked(Quote("", member.words or item.words, lang), *(Run(line, strong=True) for line in standing(member))),
        cell(item.note),
        cell(Run(item.ref, code=True, soft=True)),
    )


def news(report: News, provenance: Provenance) -> Document:
    """News: what is new, then what is gone; CSV has all of it in one table."""
    blocks = [*_news(report)] or [paragraph(NO_NEWS)]
    subject = f"{asked(report.kept, report.scope)}: {now_and_then(report)}"
    return made(f"News: {report.name}", subject, provenance, blocks, main=_plain(report))


def _news(report: News) -> Iterator[Block]:
    kinds = (report.added, report.changed, report.found)
    for (heading, number), found in zip(headings(report), (*kinds, None), strict=True):
        if not number:
            continue
        yield Heading(f"{number} {heading}")
        if found is not None:
            yield hits(heading, found)
        else:
            rows = tuple(_gone(report, hit) for hit in report.gone)
            yield Table(heading, ("Provision", "Act", "Reference", "Why"), rows, (12, 34, 30, 24))


def _gone(report: News, hit: KeptHit) -> tuple[Cell, ...]:
    ref = Run(hit.ref, code=True, soft=True)
    return cell(Run(hit.cite, strong=True)), cell(hit.title), cell(ref), cell(why_gone(report, hit))


def _plain(report: News) -> Table:
    kinds = zip(headings(report), (report.added, report.changed, report.found), strict=False)
    rows = [
        (heading, hit.provision.cite, hit.fragment.title, str(hit.fragment.ref), hit.snippet)
        for (heading, _), found in kinds
        for hit in found
    ]
    rows += [(why_gone(report, hit), hit.cite, hit.title, hit.ref, "") for hit in report.gone]
    return data("News", ("what", "provision", "act", "reference", "words"), rows, (18, 10, 26, 20, 26))
