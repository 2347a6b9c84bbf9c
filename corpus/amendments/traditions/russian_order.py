"""The order in which the instructions of an act are carried out.

Drafters count lines, sentences and parts as they stand before the act: what changes words goes first, then what puts
in, takes out and replaces units, from the last of an article to the first, so that nothing is counted twice.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.amendments.model import Instruction, Op, Part, Step
from corpus.structure.numbers import value

__all__ = ["carried_out"]

_WORDS = frozenset({Op.SUBSTITUTE_TEXT, Op.INSERT_TEXT, Op.DELETE_TEXT, Op.GLOBAL, Op.TITLE, Op.COMMENCE})
_Key = tuple[int, int, tuple[tuple[int, ...], ...]]
_LAST = 1_000_000


def carried_out(instructions: Sequence[Instruction]) -> list[Instruction]:
    """The instructions, those on one article together at the place of the first of them."""
    first: dict[tuple[str, str], int] = {}
    for made in instructions:
        first.setdefault(_article(made), made.order)
    return sorted(instructions, key=lambda made: _key(made, first[_article(made)]))


def _article(made: Instruction) -> tuple[str, str]:
    return made.target.act, made.target.steps[0].num if made.target.steps else f"#{made.order}"


def _key(made: Instruction, article: int) -> _Key:
    if made.op in _WORDS or made.target.part is Part.HEADING or made.reason:
        return article, 0, ()
    steps = made.target.steps[1:] + (made.anchor.steps if made.anchor else ())
    return article, 1, tuple(_descending(step) for step in steps)


def _descending(step: Step) -> tuple[int, ...]:
    """The number turned round; what goes to the end comes first."""
    if step.num in ("", "-1"):
        return (-_LAST,)
    if not step.num[0].isdigit():
        return tuple(-ord(c) for c in step.num)
    return (*(-n for n in value(step.num)[0]), 0)
