"""An amendment as an HTML page: what is left to do, then the redline of the act and beside it each instruction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from palermo.amending.check import Check
from palermo.report.amending.amend.account import Account, OutcomeGroup
from palermo.report.amending.amend.folding import CONTEXT, FoldedStretch, FoldKind, folded
from palermo.report.amending.amend.html.amend_summary import beginning
from palermo.report.amending.amend.html.amended_paragraphs import paragraphs
from palermo.report.amending.amend.html.check_section import checked
from palermo.report.amending.amend.html.outcomes import Outcomes
from palermo.report.amending.amend.html.several import Act, acts_page, level_of
from palermo.report.format.html.page import Markup, join
from palermo.report.language.english import count
from palermo.report.redline.html_parts import near, steps

__all__ = ["amend"]

_STEPS_FROM = 2  # places; a single one needs no way to the next


def amend(acts: Sequence[Act], rest: Account | None = None, context: int = CONTEXT) -> str:
    """The whole page, of one act or of several. The n-th place has the anchor `d<n>`; `context` unchanged paragraphs
    are shown around each, the others are folded away. All but the keys works without the script. `rest` are the
    instructions that are addressed to none of several acts.
    """
    cuts: list[list[tuple[OutcomeGroup, tuple[FoldedStretch, ...]]]] = []
    total = 0
    for account, _ in acts:
        cut = folded(account.groups, context, first=total + 1)
        total += sum(1 for _, some in cut for stretch in some if stretch.kind is FoldKind.PLACE)
        cuts.append(cut)
    level, bar = level_of(acts), _bar(total)
    inside = bar if len(acts) == 1 else Markup("")
    bodies = [
        _act(Outcomes(account, _places(cut), level, n), check, cut, total, inside)
        for n, ((account, check), cut) in enumerate(zip(acts, cuts, strict=True), 1)
    ]
    return acts_page(acts, bodies, rest, bar, script="compare" if total else None)


def _act(
    outcomes: Outcomes,
    check: Check | None,
    cut: Sequence[tuple[OutcomeGroup, Sequence[FoldedStretch]]],
    total: int,
    bar: Markup,
) -> Markup:
    head = Markup("<h{0}>The act, amended</h{0}>").format(outcomes.level)
    body = [beginning(outcomes, check), bar, head, _legend(outcomes.account)]
    for touched, run in groupby(cut, key=lambda item: item[0].touched):
        if touched:
            body.extend(_article(group, some, outcomes, total) for group, some in run)
        else:
            body.append(_untouched([group for group, _ in run], outcomes.account))
    if check is not None:
        body.append(checked(check, outcomes))
    return join(filter(None, body))


def _places(cut: Iterable[tuple[OutcomeGroup, Sequence[FoldedStretch]]]) -> dict[int, int]:
    return {n: stretch.number for _, some in cut for stretch in some for n in stretch.outcomes}


def _bar(total: int) -> Markup:
    """What stays in sight: the way to the next place."""
    if total < _STEPS_FROM:
        return Markup("")
    return Markup('<nav class="bar" aria-label="Places">\n{}\n</nav>').format(steps(total))


def _legend(account: Account) -> Markup:
    if not account.amendment.edits:
        return Markup("")
    return Markup(
        '<p class="label legend">Struck: <del>taken out</del>. Underlined: <ins>put in</ins>. Spaces, the form of '
        "quotation marks, and markup are not marked.</p>"
    )


def _article(group: OutcomeGroup, some: Sequence[FoldedStretch], outcomes: Outcomes, total: int) -> Markup:
    return Markup('<section class="article">\n<h{0}>{1}</h{0}>\n{2}\n</section>').format(
        outcomes.level + 1, group.name, join(_stretch(stretch, group, outcomes, total) for stretch in some)
    )


def _stretch(stretch: FoldedStretch, group: OutcomeGroup, outcomes: Outcomes, total: int) -> Markup:
    text = paragraphs(stretch.paragraphs, group, outcomes.account.base.lang)
    if stretch.kind is FoldKind.PLAIN:
        return text
    if stretch.kind is FoldKind.FOLDED:
        return Markup('<details class="unchanged"><summary>… {} unchanged</summary>\n{}\n</details>').format(
            count(len(stretch.paragraphs), "paragraph"), text
        )
    note = Markup('<aside aria-label="{}, place {}">{}\n{}</aside>').format(
        group.name,
        stretch.number,
        near(stretch.number, total) if total >= _STEPS_FROM else "",
        outcomes.notes(stretch.outcomes),
    )
    names = " ".join(sorted({"refused" if outcomes.refused(n) else "applied" for n in stretch.outcomes}))
    return Markup('<div class="pair {}" id="d{}" tabindex="-1">\n{}\n{}\n</div>').format(
        names, stretch.number, note, text
    )


def _untouched(groups: Sequence[OutcomeGroup], account: Account) -> Markup:
    """Articles in which nothing changed, folded away under their number."""
    articles = [group for group in groups if group.right is not None]
    names = " – ".join(dict.fromkeys(group.name for group in (articles[:1] + articles[-1:])))
    said = (
        f"{count(len(articles), 'article or section', 'articles or sections')} unchanged: {names}"
        if articles
        else names
    )
    texts = join(paragraphs(group.paragraphs, group, account.base.lang) for group in groups)
    return Markup('<details class="unchanged"><summary>… {}</summary>\n{}\n</details>').format(
        said or "headings unchanged", texts
    )
