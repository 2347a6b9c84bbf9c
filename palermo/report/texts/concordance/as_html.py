"""A concordance as an HTML page: one row a match, both texts in their own languages."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.concordance import Concordance, Match
from palermo.corpus.model.text_model import Provision, Version
from palermo.report.format.html.page import Markup, join, page, quote, table
from palermo.report.texts.concordance.words import BOTH, SIGN, TITLE, cite, excerpt, lead, shared, title

__all__ = ["concordance"]


def concordance(found: Concordance) -> str:
    """The whole page."""
    rows = [_row(found, match) for match in found.matches]
    head = ["Match", title(found.left), title(found.right), BOTH]
    parts = [
        Markup('<div class="change">{}</div>').format(table("Matches, in the order of the left text", head, rows)),
        _alone("Only on the left", found.left, found.unmatched_left),
        _alone("Only on the right", found.right, found.unmatched_right),
    ]
    return page(TITLE, join(p for p in parts if p), lead=Markup("<p>{}</p>").format(lead(found)), sheets=["gaps"])


def _row(found: Concordance, match: Match) -> list[str | Markup]:
    parts = join((Markup("{} {:.2f}").format(name, value) for name, value in match.parts.items() if value), ", ")
    head = Markup('{} {} {}<br><span class="tag">{}</span> {:.2f}<br><small>{}</small>').format(
        cite(match.left), SIGN[match.strength], cite(match.right), match.strength.value, match.score, parts
    )
    left = _provision(found.left[match.left_source], match.left)
    right = _provision(found.right[match.right_source], match.right)
    return [head, left, right, shared(match)]


def _provision(version: Version, provision: Provision) -> Markup:
    return quote(cite(provision), version.lang, excerpt(version, provision))


def _alone(heading: str, side: Sequence[Version], provisions: Sequence[tuple[int, Provision]]) -> Markup:
    if not provisions:
        return Markup("")
    listed = join(Markup("<li>{}</li>").format(_provision(side[number], p)) for number, p in provisions)
    return Markup("<details><summary>{} ({})</summary><ul>{}</ul></details>").format(heading, len(provisions), listed)
