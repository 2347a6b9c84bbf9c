"""An amendment in three columns: in force, what is instructed, amended; one below the other on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from palermo.corpus.amendments import Outcome
from palermo.report.amending.amend.account import Account, OutcomeGroup, named
from palermo.report.amending.instructions.words import short
from palermo.report.format.terminal import Screen, fit, wrap
from palermo.report.redline.pieces import PieceMark
from palermo.report.texts.compare.as_text import shown

__all__ = ["columns"]

_BESIDE = 110  # columns; below this three columns of law are too narrow to read
_HEADS = ("In force", "Instruction", "Amended")
_GUTTER = " │ "
_SHOWN = 300  # code points of an instruction; the whole stands in the act


def columns(account: Account, screen: Screen) -> Iterator[str]:
    """A row for each provision that is touched, whole on both sides, and one for what was refused and has no place."""
    beside = screen.width >= _BESIDE
    room = screen.width - 2 * len(_GUTTER)
    side = room * 2 // 5
    widths = (side, room - 2 * side, side) if beside else (screen.width - 4,) * 3
    if beside:
        yield ""
        yield screen.strong(_GUTTER.join(map(fit, _HEADS, widths)).rstrip())
    for name, cells in _rows(account, screen, widths):
        yield ""
        yield from map(screen.strong, screen.wrap(name))
        if beside:
            for line in zip_longest(*cells, fillvalue=""):
                yield _GUTTER.join(map(fit, line, widths)).rstrip()
            continue
        for head, cell in zip(_HEADS, cells, strict=True):
            yield screen.faint(f"  {head}")
            yield from (f"    {line}".rstrip() for line in cell)


def _rows(account: Account, screen: Screen, widths: Sequence[int]) -> Iterator[tuple[str, tuple[list[str], ...]]]:
    for group in account.touched:
        here = account.outcomes_of(group)
        old = _side(group, PieceMark.IN, screen, widths[0]) or ["(not in the act in force)"]
        new = _side(group, PieceMark.OUT, screen, widths[2]) or ["(nothing stands here any more)"]
        yield named(group), (old, _instructions(account, here, widths[1]), [*_refusals(account, here, widths[2]), *new])
    for n in account.homeless:
        outcome = account.outcomes[n]
        told, refusals = _instructions(account, [outcome], widths[1]), _refusals(account, [outcome], widths[2])
        yield "Without a place in the act", (["(its place was not found)"], told, list(refusals))


def _side(group: OutcomeGroup, without: PieceMark, screen: Screen, width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in group.paragraphs:
        text = "".join(
            shown(piece.mark, piece.right if without is PieceMark.OUT else piece.left, screen)
            for piece in paragraph.pieces
            if piece.mark is not without
        ).strip()
        lines += wrap(text, width) if text else []
    return lines


def _instructions(account: Account, here: Sequence[Outcome], width: int) -> list[str]:
    lines: list[str] = []
    for outcome in here:
        lines += wrap(f"{outcome.status.value}: {account.told(outcome)}", width)
        lines += [*wrap(short(outcome.instruction.text, _SHOWN), width), ""]
    return lines[:-1]


def _refusals(account: Account, here: Sequence[Outcome], width: int) -> Iterator[str]:
    for outcome in here:
        if outcome.reason:
            yield from wrap(f"! {outcome.status.value}: {outcome.reason}", width)
