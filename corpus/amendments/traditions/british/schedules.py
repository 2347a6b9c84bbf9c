"""Schedules, and what stands in them: "paragraph 3(2)(a) of Schedule 1", "Part 2 of the Schedule"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from palermo.corpus.amendments.model import Step, Target
from palermo.corpus.amendments.traditions.british.words import words

__all__ = ["PART", "SCHEDULE", "below", "part", "schedule", "steps"]

_NTH = words().schedule_ordinals
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
SCHEDULE = (
    rf"(?:[Tt]he )?(?:(?i:{'|'.join(_NTH)}) )?[Ss](?:chedule|CHEDULE)(?:\s(?:\d+[A-Z]{{0,2}}|[IVX]+[A-Z]?))?(?![\w(])"
)
PART = r"(?:[Tt]he )?Part\s(?:\d+[A-Z]?|[IVX]+)(?!\w)"
# Paragraph 3, sub-paragraph (2), paragraph (a), sub-paragraph (i), (A): Drafting Guidance (UK), numbering of schedules.
_LEVELS = ("paragraph", "subparagraph", "paragraph", "subparagraph", "clause")
_AROUND = ("schedule", "part")


def schedule(text: str) -> Step:
    """The schedule that is named: its number in figures, "" where it is the only one."""
    word = next((n for n, nth in enumerate(_NTH, 1) if re.search(rf"\b{nth}\b", text, re.I)), 0)
    number = re.search(r"\s(\d+[A-Z]{0,2}|[IVX]+[A-Z]?)$", text)
    said = number[1] if number else ""
    figures = str(_ROMAN.index(said) + 1) if said in _ROMAN else said
    return Step("schedule", str(word) if word else figures)


def part(text: str) -> Step:
    """The part of a schedule that is named."""
    return Step("part", text.rpartition(" ")[2])


def steps(path: Sequence[tuple[str, str]]) -> tuple[Step, ...] | None:
    """The levels of the numbers of a reference, "n" for a bare one, "p" for one in brackets; None where they do not
    stand in each other."""
    out: list[Step] = []
    last = -1
    for kind, number in path:
        here = _rung(kind, number, last)
        if here <= last:
            return None
        out.append(Step(_LEVELS[here], number))
        last = here
    return tuple(out)


def below(around: Target, inner: Target) -> Target:
    """The target that `inner` is where a schedule, or a provision of one, is spoken of."""
    if not inner.steps:
        return replace(inner, steps=around.steps, act=around.act)
    first = _depth(inner.steps[0])
    kept = tuple(s for s in around.steps if _depth(s) < first)
    return replace(inner, steps=(*kept, *inner.steps), act=around.act)


def _rung(kind: str, number: str, last: int) -> int:
    if kind == "n":
        return 0
    if number[0].isdigit():
        return 1
    if number.isupper():
        return 4
    return 3 if last == 2 and re.fullmatch("[ivx]+", number) else 2


def _depth(step: Step) -> int:
    if step.level in _AROUND:
        return _AROUND.index(step.level) - len(_AROUND)
    if step.level == "clause":
        return 4
    if step.num[:1].isdigit():
        return 0 if step.level == "paragraph" else 1
    return 2 if step.level == "paragraph" else 3
