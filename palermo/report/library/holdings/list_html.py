"""Holdings of a library, as an HTML page."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.library.use_cases import Held
from palermo.report.format.html.page import Markup, language, page, table
from palermo.report.language.english import count
from palermo.report.library.holdings.words import HEAD, dates, files

__all__ = ["listing"]


def listing(versions: Sequence[Held]) -> str:
    """The whole page: one row a version."""
    lead = Markup("<p>{}</p>").format(count(len(versions), "text"))
    return page("The library", table("Texts", HEAD, map(_row, versions)), lead=lead)


def _row(held: Held) -> list[str | Markup]:
    title = Markup("<span{}>{}</span>").format(language(held.fragments[0].lang), held.title or "untitled")
    return [
        title,
        held.ref.instrument.country,
        held.fragments[0].lang,
        dates(held.in_force),
        str(held.ref),
        files(held),
    ]
