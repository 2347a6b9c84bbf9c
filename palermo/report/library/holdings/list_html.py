"""What a library holds, as an HTML page."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.library.use_cases import Held
from palermo.report.format.html.page import Markup, language, page, table
from palermo.report.language.english import count

__all__ = ["listing"]


def listing(versions: Sequence[Held]) -> str:
    """The whole page: one row a version."""
    head = ["Title", "Jurisdiction", "Language", "In force", "Reference", "Files"]
    lead = Markup("<p>{}</p>").format(count(len(versions), "text"))
    return page("The library", table("Texts", head, map(_row, versions)), lead=lead)


def _row(held: Held) -> list[str | Markup]:
    dates = "undated"
    if held.in_force is not None:
        until = f" until {held.in_force.end}" if held.in_force.end else ""
        dates = f"from {held.in_force.start}{until} ({held.in_force.basis})"
    title = Markup("<span{}>{}</span>").format(language(held.fragments[0].lang), held.title or "untitled")
    files = ", ".join(fragment.source.path for fragment in held.fragments)
    return [title, held.ref.instrument.country, held.fragments[0].lang, dates, str(held.ref), files]
