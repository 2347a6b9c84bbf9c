"""An amendment as an HTML table of three columns: in force, what is instructed, amended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from palermo.amending.check import Check
from palermo.report.amending.amend.account import Account, OutcomeGroup
from palermo.report.amending.amend.html.amend_summary import beginning
from palermo.report.amending.amend.html.amended_paragraphs import side
from palermo.report.amending.amend.html.check_section import checked
from palermo.report.amending.amend.html.outcomes import Outcomes
from palermo.report.amending.amend.html.several import Act, acts_page, level_of
from palermo.report.format.html.page import Markup, join
from palermo.report.redline.pieces import PieceMark

__all__ = ["columns"]


def columns(acts: Sequence[Act], rest: Account | None = None) -> str:
    """The whole page, of one act or of several: one row a touched provision, whole on both sides; what is refused has
    its row, too. `rest` are the instructions that are addressed to none of several acts.
    """
    bodies = []
    first = 1
    for n, (account, check) in enumerate(acts, 1):
        numbered = list(enumerate(account.touched, first))
        places = {one: at for at, group in numbered for one in group.outcomes}
        bodies.append(_act(Outcomes(account, places, level_of(acts), n), check, numbered))
        first += len(numbered)
    return acts_page(acts, bodies, rest)


def _act(outcomes: Outcomes, check: Check | None, numbered: Sequence[tuple[int, OutcomeGroup]]) -> Markup:
    rows = [*(_row(at, group, outcomes) for at, group in numbered), *_homeless(outcomes)]
    body = [beginning(outcomes, check), _table(rows) if rows else Markup("")]
    if check is not None:
        body.append(checked(check, outcomes))
    return join(filter(None, body))


def _table(rows: Iterable[Markup]) -> Markup:
    heads = join(Markup('<th scope="col">{}</th>').format(name) for name in ("In force", "Instruction", "Amended"))
    return Markup(
        '<table class="three">\n<caption>The provisions touched, one a row. Struck: <del>taken out</del>. Underlined: '
        "<ins>put in</ins>.</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>"
    ).format(heads, join(rows))


def _row(number: int, group: OutcomeGroup, outcomes: Outcomes) -> Markup:
    lang, here = outcomes.account.base.lang, outcomes.account.ordered(group.outcomes)
    left, right = side(group, PieceMark.IN, lang), side(group, PieceMark.OUT, lang)
    return Markup(
        '<tr id="d{}">\n<td data-side="In force">{}</td>\n<td data-side="Instruction"><p class="name">{}</p>\n{}</td>\n'
        '<td data-side="Amended">{}{}</td>\n</tr>'
    ).format(
        number,
        left or Markup('<p class="absent">Not in the act in force.</p>'),
        group.name,
        outcomes.notes(here, reasons=False),
        join(outcomes.refusal(n) for n in here if outcomes.refused(n)),
        right or Markup('<p class="absent">Nothing stands here any more.</p>'),
    )


def _homeless(outcomes: Outcomes) -> Iterator[Markup]:
    """What was refused and has no place in the act."""
    for n in outcomes.account.homeless:
        yield Markup(
            '<tr>\n<td data-side="In force"><p class="absent">Its place was not found.</p></td>\n'
            '<td data-side="Instruction">{}</td>\n<td data-side="Amended">{}</td>\n</tr>'
        ).format(outcomes.notes([n], reasons=False), outcomes.refusal(n))
