"""A check against the official text as text: figures, then what no instruction explains, then what was not shown."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.amending.check import Check, Difference, DifferenceReason
from palermo.corpus.amendments import Amendment
from palermo.report.amending.amend.check.words import SAID, TITLES, beside, called, left_over, pieces, summary, tags
from palermo.report.amending.instructions.words import headline
from palermo.report.format.terminal import Screen
from palermo.report.redline.pieces import PieceMark, inline, shortened
from palermo.report.shared.pair_words import headline as named
from palermo.report.texts.compare.as_text import shown

__all__ = ["checked"]

_CONTEXT = 8  # words
_LONGEST = 700  # code points of one difference; json and html have it in full


def checked(check: Check, amendment: Amendment, screen: Screen) -> list[str]:
    """The lines of the section."""
    lines = [screen.title("Against the official text"), ""]
    lines += screen.wrap(named(check.official))
    if check.official.source.path not in named(check.official):
        lines += map(screen.faint, screen.wrap(check.official.source.path))
    lines.append("")
    for sentence in summary(check):
        lines += screen.wrap(sentence, rest="  ")
    for why, title in TITLES.items():
        some = check.explained(why)
        told = list(_rest(check, amendment, screen, why))
        if some or told:
            lines += screen.section(title)
        last: tuple[int, ...] = ()
        for difference in some:
            if difference.outcomes != last:
                lines += [""]
                for number in difference.outcomes:
                    lines += _instruction(number, check, amendment, screen)
            last = difference.outcomes
            lines += _difference(difference, check, screen)
        lines += told
    return lines


def _instruction(number: int, check: Check, amendment: Amendment, screen: Screen) -> list[str]:
    outcome = amendment.outcomes[number]
    said = f"{number + 1}. {headline(outcome.instruction)}: {SAID[check.verdicts[number]]}"
    lines = screen.wrap(said, rest="   ")
    return lines + (screen.wrap(f"refused: {outcome.reason}", first="   ", rest="   ") if outcome.reason else [])


def _rest(check: Check, amendment: Amendment, screen: Screen, why: DifferenceReason) -> Iterator[str]:
    """The instructions that no difference tells of."""
    for number in left_over(check, why):
        yield ""
        yield from _instruction(number, check, amendment, screen)


def _difference(difference: Difference, check: Check, screen: Screen) -> Iterator[str]:
    yield ""
    yield from screen.wrap(f"{screen.strong(called(difference))}  {tags(difference)}", rest="    ")
    text = "".join(
        shown(mark, _cut(words) if mark is not PieceMark.SAME else words, screen)
        for mark, words in inline(shortened(pieces(difference, check), _CONTEXT))
    )
    if text.strip():
        yield from screen.wrap(text.strip(), first="    ", rest="    ")
    if note := beside(difference):
        yield from map(screen.faint, screen.wrap(f"the official text notes there: {note}", first="    ", rest="      "))


def _cut(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    head = words[:_LONGEST].rsplit(" ", 1)[0]
    return f"{head} … ({len(words) - len(head):,} more characters)"
