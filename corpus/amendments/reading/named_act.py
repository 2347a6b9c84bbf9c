"""The act that an instruction is addressed to: by its name, and by the language version."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from palermo.corpus.amendments.model import Instruction, Op, Status, Step
from palermo.corpus.amendments.reading.find_words import occurrences
from palermo.corpus.amendments.refusal import Refusal
from palermo.corpus.amendments.working_text.draft import ANNEXED, WorkingText
from palermo.corpus.data_files import read_typed
from palermo.corpus.structure.lines.numbers import value

__all__ = ["ActNameWords", "addressed", "expanded", "same_act"]

_WORDS = frozenset({Op.GLOBAL, Op.SUBSTITUTE_TEXT, Op.DELETE_TEXT, Op.INSERT_TEXT})


@dataclass(frozen=True, slots=True)
class ActNameWords:
    """The words of names that are not compared."""

    small: frozenset[str]


@cache
def _act_names() -> ActNameWords:
    return read_typed(__package__, "act_names.yaml", ActNameWords)


def same_act(named: str, title: str) -> bool:
    """True if a name as an instruction gives it is that of the act with this title."""
    return _key(named) == _key(title)


def addressed(
    instruction: Instruction, lang: str, title: str | None, is_act: Callable[[str, str], bool] = same_act
) -> None:
    """Raises Refusal ("not addressed") where the instruction names another language version than the base's, or another
    act than the one with the base's title (None where that is not known); `is_act` says so. One of which no
    more is understood than that it names the act with the base's title may be about that."""
    target = instruction.target
    if target.lang is not None and target.lang != lang:
        raise Refusal(f"it amends the version in the language {target.lang!r} only", Status.ELSEWHERE)
    if target.act and title and instruction.reason and not target.steps and _names(instruction.text, title):
        return
    if target.act and title is not None and not is_act(target.act, title):
        raise Refusal(f"it amends another act: {target.act}", Status.ELSEWHERE)


def expanded(instruction: Instruction, draft: WorkingText) -> list[Instruction]:
    """A change of words in a range of sections, or in the whole act, as one instruction a section that it is in."""
    target = instruction.target
    if not target.steps and instruction.op is Op.GLOBAL:
        return _everywhere(instruction, draft) or [instruction]
    if len(target.steps) != 1 or not target.through or instruction.op not in _WORDS:
        return [instruction]
    first, last = value(target.steps[0].num)[0], value(target.through)[0]
    inside = [b.unit.num for b in draft.blocks if b.unit is not None and first <= value(b.unit.num)[0] <= last]
    steps = [(Step(target.steps[0].level, number),) for number in inside]
    return [replace(instruction, target=replace(target, steps=s, through="")) for s in steps] or [instruction]


def _everywhere(instruction: Instruction, draft: WorkingText) -> list[Instruction]:
    """A change of words in the whole act as one instruction a section that holds them, and itself (which is refused)
    where they stand outside of the sections, too."""
    assert instruction.anchor is not None
    words = [instruction.anchor.text, *(old for old, _ in instruction.anchor.others)]
    found = [b for b in draft.blocks if any(occurrences(w, b.text, 0, len(b.text), capital=True) for w in words)]
    units = [block.unit for block in found if block.unit is not None]
    steps = [Step(u.level if u.level in ANNEXED else "", u.num) for u in units]
    made = [replace(instruction, target=instruction.target.below([step])) for step in dict.fromkeys(steps)]
    return [*made, instruction] if len(units) < len(found) else made


def _names(text: str, title: str) -> bool:
    """True if the title stands in the drafter's own words."""
    own = re.sub(r"“[^”]*”|«[^»]*»|\"[^\"]*\"", " ", text)
    return " ".join(title.casefold().split()) in " ".join(own.casefold().split())


def _key(name: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", re.sub(r"\([^)]*\)\s*$", "", name).casefold().replace("œ", "oe"))
    return tuple(w for w in words if w not in _act_names().small)
