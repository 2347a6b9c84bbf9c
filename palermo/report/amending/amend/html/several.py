"""Shared frame of the pages of an amendment: a single act fills the page, several follow a list of them."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.amending.check import Check
from palermo.report.amending.amend.account import Account
from palermo.report.amending.amend.html.amend_summary import passed_over
from palermo.report.amending.amend.html.outcomes import Outcomes
from palermo.report.format.html.page import Markup, join, language, page
from palermo.report.language.english import count

__all__ = ["Act", "acts_page", "level_of"]

_SHEETS = ("compare", "amend")

Act = tuple[Account, Check | None]
"""An act amended, and what the official text shows of it, if that is known."""


def level_of(acts: Sequence[Act]) -> int:
    """The level of the first headings inside an act."""
    return 2 if len(acts) == 1 else 3


def acts_page(
    acts: Sequence[Act],
    bodies: Sequence[Markup],
    rest: Account | None = None,
    bar: Markup | None = None,
    script: str | None = None,
) -> str:
    """The whole page. Of several acts `bar` stands above the first; `rest` are the instructions addressed to none."""
    if len(acts) == 1:
        return page(f"{acts[0][0].title}, amended", bodies[0], sheets=_SHEETS, script=script)
    items = join(
        Markup('<li><a href="#act{}"{}>{}</a>: {}. {}</li>').format(
            n, language(account.base.lang), account.title, account.counts, account.verdict
        )
        for n, (account, _) in enumerate(acts, 1)
    )
    parts: list[Markup | None] = [Markup("<ol>\n{}\n</ol>").format(items), bar]
    parts += [
        Markup('<section class="act" id="act{}">\n<h2{}>{}</h2>\n{}\n</section>').format(
            n, language(account.base.lang), account.title, body
        )
        for n, ((account, _), body) in enumerate(zip(acts, bodies, strict=True), 1)
    ]
    if rest is not None and rest.outcomes:
        parts.append(Markup("<h2>Addressed to none of these acts</h2>\n{}").format(passed_over(Outcomes(rest, {}))))
    return page(f"{count(len(acts), 'act')}, amended", join(filter(None, parts)), sheets=_SHEETS, script=script)
