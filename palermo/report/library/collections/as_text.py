"""Collections and what is new since a search was kept, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.kb.library.collections import Collection, KeptHit
from palermo.kb.search.search import Hit
from palermo.library.collections import Member, Shelf
from palermo.library.saved_searches import News
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language.english import count
from palermo.report.language.forms import clipped
from palermo.report.library.collections.words import NO_NEWS, asked, headings, now_and_then, standing, summary, why_gone
from palermo.report.library.search.as_text import hit as as_hit
from palermo.report.library.search.words import way

__all__ = ["brief", "listing", "news", "shelf"]

_WORDS = 320  # code points of a provision that are shown
_INDENT = "    "


def listing(held: Sequence[Collection], screen: Screen = PLAIN) -> str:
    """Each collection with the number of its provisions and its search."""
    if not held:
        return "The library has no collections: `palermo collection create NAME` makes one."
    lines: list[str] = []
    for collection in held:
        lines += screen.wrap(f"{screen.strong(collection.name)}  {count(len(collection.items), 'provision')}")
        if collection.kept is not None:
            told = f"search: {collection.kept.query}, since {collection.kept.since}"
            lines += screen.wrap(told, first=_INDENT, rest=_INDENT)
    return "\n".join(lines)


def shelf(of: Shelf, screen: Screen = PLAIN) -> str:
    """The provisions in their order, each with its note and what became of it."""
    members = (["", *_member(number, member, screen)] for number, member in enumerate(of.members, 1))
    return "\n".join([brief(of, screen), *(line for lines in members for line in lines)])


def brief(of: Shelf, screen: Screen = PLAIN) -> str:
    """Number of provisions of a collection, and its search."""
    lines = screen.wrap(f"{screen.strong(of.collection.name)}: {summary(of)}")
    kept = of.collection.kept
    if kept is not None and of.scope is not None:
        found = count(len(kept.hits), "article or section", "articles and sections")
        told = f"search: {asked(kept, of.scope)} (on {kept.since}: {found} with all that it asks for)"
        lines += screen.wrap(told)
    return "\n".join(lines)


def news(report: News, screen: Screen = PLAIN) -> str:
    """News: what is new, then what is gone."""
    lines = screen.wrap(screen.strong(f"{report.name}: {asked(report.kept, report.scope)}"))
    lines += screen.wrap(now_and_then(report))
    kinds: tuple[Sequence[Hit | KeptHit], ...] = (report.added, report.changed, report.found, report.gone)
    if not any(kinds):
        return "\n".join([*lines, NO_NEWS])
    for (heading, number), found in zip(headings(report), kinds, strict=True):
        if number:
            lines += ["", *screen.wrap(screen.strong(f"{number} {heading}"))]
        for n, one in enumerate(found, 1):
            lines += ["", *(as_hit(n, one, screen) if isinstance(one, Hit) else _gone(n, one, report, screen))]
    return "\n".join(lines)


def _member(number: int, member: Member, screen: Screen) -> list[str]:
    item = member.item
    faint = [" › ".join(way(member.place)), item.ref]
    return [
        *screen.wrap(
            f"{screen.strong(item.cite or 'whole text')}  {item.title}",
            first=f"{number:>2}. ",
            rest=_INDENT,
        ),
        *(screen.faint(line) for text in faint if text for line in screen.wrap(text, first=_INDENT, rest=_INDENT)),
        *screen.wrap(clipped(member.words or item.words, _WORDS), first=_INDENT, rest=_INDENT),
        *(line for text in standing(member) for line in screen.wrap(text, first="  ! ", rest=_INDENT)),
        *(screen.wrap(f"Note: {item.note}", first=_INDENT, rest=_INDENT) if item.note else []),
    ]


def _gone(number: int, hit: KeptHit, report: News, screen: Screen) -> list[str]:
    return [
        *screen.wrap(f"{screen.strong(hit.cite)}  {hit.title}", first=f"{number:>2}. ", rest=_INDENT),
        *(
            screen.faint(line)
            for line in screen.wrap(f"{hit.ref}: {why_gone(report, hit)}", first=_INDENT, rest=_INDENT)
        ),
    ]
