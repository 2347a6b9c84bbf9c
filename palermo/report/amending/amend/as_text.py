"""An amendment as text: what is left to do first, then the changes in the act, each under its instruction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from palermo.corpus.amendments import Outcome, Status
from palermo.report.amending.amend.account import Account, OutcomeGroup, named
from palermo.report.amending.amend.folding import CONTEXT, FoldedStretch, FoldKind, folded
from palermo.report.amending.amend.text_columns import columns
from palermo.report.amending.instructions.words import short
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language.english import count
from palermo.report.redline.pieces import PieceMark, inline
from palermo.report.redline.tracked import Tracked
from palermo.report.texts.compare.as_text import shown

__all__ = ["AmendLayout", "amend", "passed_over"]

_SHOWN = 160  # code points of an instruction; the whole stands in the act
_SIGN = {Status.APPLIED: "+", Status.REFUSED: "!"}


@dataclass(frozen=True, slots=True)
class AmendLayout:
    """`columns`: in force, instruction, amended instead of the redline; `context` unchanged paragraphs around each
    change.
    """

    columns: bool = False
    context: int = CONTEXT


def amend(account: Account, screen: Screen = PLAIN, layout: AmendLayout = AmendLayout()) -> str:
    """The account of every instruction, and all changes. The text alone is
    `palermo.report.texts.show.as_plain_text`."""
    lines = [screen.title(f"{account.title}, amended"), "", *screen.wrap(account.counts)]
    lines += [screen.strong(line) for line in screen.wrap(account.verdict)]
    lines += screen.wrap(account.amendment.reason) if account.amendment.reason else []
    lines += _to_do(account, screen)
    if layout.columns and (account.touched or account.homeless):
        lines += [*screen.section("In force, instruction, amended"), *columns(account, screen)]
    elif account.touched:
        lines += [*screen.section("The act, amended"), *_redline(account, screen, layout.context)]
    lines += _passed_over(account, screen)
    if account.amendment.edits:
        lines += ["", *map(screen.faint, screen.wrap("The whole text as amended: --format consolidated"))]
    return "\n".join(lines)


def _to_do(account: Account, screen: Screen) -> Iterator[str]:
    refused = account.numbers(Status.REFUSED)
    if refused:
        yield from screen.section(f"To do by hand: {count(len(refused), 'instruction')}")
    for n in refused:
        yield ""
        yield from _told(account, account.outcomes[n], screen)


def _told(account: Account, outcome: Outcome, screen: Screen) -> Iterator[str]:
    """The instruction's place, what it does, its words, and the reason."""
    sign = f"{_SIGN[outcome.status]} "
    yield from map(screen.strong, screen.wrap(account.told(outcome), first=sign, rest="  "))
    yield from map(screen.faint, screen.wrap(short(outcome.instruction.text, _SHOWN), first="  ", rest="  "))
    payload = outcome.instruction.payload
    if outcome.status is Status.REFUSED and payload is not None:
        yield from screen.wrap(f"to put in: {short(payload.text, _SHOWN)}", first="  ", rest="  ")
    if outcome.reason:
        yield from screen.wrap(f"{outcome.status.value}: {outcome.reason}", first="  → ", rest="    ")


def _redline(account: Account, screen: Screen, context: int) -> Iterator[str]:
    passed: list[OutcomeGroup] = []
    for group, some in folded(account.groups, context):
        if not group.touched:
            passed.append(group)
            continue
        yield from _unchanged(passed, screen)
        passed = []
        yield ""
        yield from map(screen.strong, screen.wrap(named(group)))
        for stretch in some:
            yield from _stretch(stretch, group, account, screen)
    yield from _unchanged(passed, screen)


def _unchanged(groups: list[OutcomeGroup], screen: Screen) -> Iterator[str]:
    articles = [group for group in groups if group.right is not None]
    if articles:
        names = " – ".join(dict.fromkeys(group.name for group in (articles[0], articles[-1])))
        yield ""
        yield screen.faint(f"… {count(len(articles), 'article or section', 'articles or sections')} unchanged: {names}")


def _stretch(stretch: FoldedStretch, group: OutcomeGroup, account: Account, screen: Screen) -> Iterator[str]:
    if stretch.kind is FoldKind.FOLDED:
        yield screen.faint(f"    … {count(len(stretch.paragraphs), 'paragraph')} unchanged")
        return
    if stretch.kind is FoldKind.PLACE:
        yield ""
    for n in stretch.outcomes:
        outcome = account.outcomes[n]
        if outcome.status is Status.REFUSED:  # told in full under what is left to do
            head = f"{account.told(outcome)}: refused, see above"
            yield from map(screen.strong, screen.wrap(head, first="! ", rest="  "))
        else:
            yield from _told(account, outcome, screen)
    top = min(paragraph.depth for paragraph in group.paragraphs)
    for paragraph in stretch.paragraphs:
        if paragraph.heading and not paragraph.changed and paragraph.text(PieceMark.OUT).rstrip(".") in named(group):
            continue
        indent = " " * 4 + "  " * min(paragraph.depth - top, 6)
        yield from screen.wrap(_marked(paragraph, screen), first=indent, rest=indent)


def _marked(paragraph: Tracked, screen: Screen) -> str:
    return "".join(shown(mark, text, screen) for mark, text in inline(paragraph.pieces)).strip()


def _passed_over(account: Account, screen: Screen) -> Iterator[str]:
    reasons = list(passed_over(account, screen))
    if reasons:
        yield from screen.section(account.aside.capitalize())
    yield from reasons


def passed_over(account: Account, screen: Screen) -> Iterator[str]:
    """The reasons why instructions were passed over, each with how many they are and where they stand."""
    for reason, numbers in account.passed_over():
        yield from screen.wrap(f"{len(numbers):>4}  {reason}", rest="      ")
        for act, some in groupby((account.outcomes[n] for n in numbers), account.act):
            places = ", ".join(dict.fromkeys(filter(None, map(account.place, some))))
            told = ": ".join(filter(None, (act, places)))
            yield from map(screen.faint, screen.wrap(told, first="      ", rest="      ") if told else ())
