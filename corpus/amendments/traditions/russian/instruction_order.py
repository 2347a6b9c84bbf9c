"""The order in which the instructions of an act are carried out.

Drafters count lines, sentences and parts as they stand before the act: what changes words goes first, then what gives
new numbers, then what puts in, takes out and replaces units, from the last of an article to the first. So nothing is
counted in a text that the act has changed already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palermo.corpus.amendments.model import Instruction, Op, Part, Step
from palermo.corpus.structure.lines.numbers import value

__all__ = ["carried_out", "undone", "unmistaken"]

_WORDS = frozenset({Op.SUBSTITUTE_TEXT, Op.INSERT_TEXT, Op.DELETE_TEXT, Op.GLOBAL, Op.TITLE, Op.COMMENCE})
_WITHIN = frozenset({Op.SUBSTITUTE_TEXT, Op.INSERT_TEXT, Op.DELETE_TEXT})
_WHOLE = frozenset({Op.REPLACE, Op.DELETE, Op.REPEAL})
_Key = tuple[int, int, tuple[tuple[int, ...], ...]]
_LAST = 1_000_000


def carried_out(instructions: Sequence[Instruction]) -> list[Instruction]:
    """The instructions, those on one article together at the place of the first of them."""
    first: dict[tuple[str, str], int] = {}
    for made in instructions:
        first.setdefault(_article(made), made.order)
    return sorted(instructions, key=lambda made: _key(made, first[_article(made)]))


def unmistaken(instructions: Sequence[Instruction]) -> list[Instruction]:
    """Those that name a provision which the act gives another number, or whose number it gives to another, are refused:
    which is meant cannot be told. What is put in has the number that became free."""
    moved = set()
    for made in instructions:
        if made.op is Op.RENUMBER and made.payload is not None:
            steps = _names(made)
            moved |= {steps, (*steps[:-1], made.payload.text)}
    reason = "provisions get new numbers, and which one is meant cannot be told"
    return [
        replace(made, reason=made.reason or reason)
        if made.op is not Op.RENUMBER and any(_names(made)[:n] in moved for n in range(1, len(made.target.steps) + 1))
        else made
        for made in instructions
    ]


def undone(instructions: Sequence[Instruction]) -> list[Instruction]:
    """Those that change words in a provision which the act puts in anew, or takes out, are refused: one of the two is
    lost, whichever comes first."""
    gone = {
        (made.target.act, made.target.steps)
        for made in instructions
        if made.op in _WHOLE and not made.reason and made.target.part is Part.WHOLE and made.target.steps
    }
    reason = "the same act replaces or takes out the provision in which it changes words"
    return [
        replace(made, reason=made.reason or reason)
        if made.op in _WITHIN
        and any((made.target.act, made.target.steps[:n]) in gone for n in range(1, len(made.target.steps) + 1))
        else made
        for made in instructions
    ]


def _names(made: Instruction) -> tuple[str, ...]:
    return tuple(step.num for step in made.target.steps)


def _article(made: Instruction) -> tuple[str, str]:
    return made.target.act, made.target.steps[0].num if made.target.steps else f"#{made.order}"


def _key(made: Instruction, article: int) -> _Key:
    if made.op in _WORDS or made.target.part is Part.HEADING or made.reason:
        return article, 0, ()
    steps = made.target.steps[1:] + (made.anchor.steps if made.anchor else ())
    return article, 1 if made.op is Op.RENUMBER else 2, tuple(_descending(step) for step in steps)


def _descending(step: Step) -> tuple[int, ...]:
    """The number turned round; what goes to the end comes first, and before it what is counted from there."""
    if (place := step.level.partition(":")[2]).startswith("-"):
        return (-_LAST + int(place),)
    if step.num in ("", "-1"):
        return (-_LAST,)
    if not step.num[0].isdigit():
        return tuple(-ord(c) for c in step.num)
    return (*(-n for n in value(step.num)[0]), 0)
