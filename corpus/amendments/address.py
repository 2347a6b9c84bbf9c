"""Whether an instruction is addressed to the base: by the name of the act, and by the language version."""

from __future__ import annotations

import re

from corpus.amendments.model import Instruction, Status
from corpus.amendments.refusal import Refusal
from corpus.model import Version

__all__ = ["addressed", "same_act"]

_SMALL = frozenset("the of and on in to for an a la le les de du des l d et sur en aux au".split())


def addressed(instruction: Instruction, base: Version) -> None:
    """Raises Refusal ("not addressed") where the instruction names another act or another language version."""
    target = instruction.target
    if target.lang is not None and target.lang != base.lang:
        raise Refusal(f"it amends the version in the language {target.lang!r} only", Status.ELSEWHERE)
    if target.act and not same_act(target.act, base.title):
        raise Refusal(f"it amends the {target.act}", Status.ELSEWHERE)


def same_act(named: str, title: str) -> bool:
    """Whether a name as an instruction gives it is that of the act with this title."""
    return _key(named) == _key(title)


def _key(name: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", re.sub(r"\([^)]*\)\s*$", "", name).casefold())
    return tuple(w for w in words if w not in _SMALL)
