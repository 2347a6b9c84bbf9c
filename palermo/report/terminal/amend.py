"""An amendment as text: what became of each instruction, or the consolidated text alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.amendments import Amendment, Outcome, Status
from corpus.model import Version
from palermo.report.terminal.common import Screen, count, wrap

__all__ = ["amend"]

_SIGN = {Status.APPLIED: "+", Status.REFUSED: "!", Status.ELSEWHERE: "·"}
_SHOWN = 300  # code points of an instruction; the whole stands in the act


def amend(amendment: Amendment, base: Version, amending: Sequence[Version], screen: Screen) -> str:
    """The outcomes, one by one, and below them the consolidated text."""
    lines = [screen.title(f"{base.title or base.source.path}, amended"), ""]
    counts = Counter(o.status for o in amendment.outcomes)
    said = ", ".join(f"{counts[status]} {status.value}" for status in Status if counts[status])
    lines += wrap(f"{count(len(amendment.outcomes), 'instruction')}: {said or 'none'}", screen.width)
    lines += wrap(amendment.reason, screen.width) if amendment.reason else []
    for at, act in enumerate(amending):
        lines += ["", screen.strong(act.title or act.source.path)]
        lines += [line for o in amendment.outcomes if o.source == at for line in _outcome(o, screen)]
    return "\n".join([*lines, "", screen.title("The text that results"), "", amendment.text])


def _outcome(outcome: Outcome, screen: Screen) -> list[str]:
    instruction = outcome.instruction
    head = f"{_SIGN[outcome.status]} {instruction.op.value} {instruction.target.cite}".rstrip()
    words = " ".join(instruction.text.split())
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
    lines = wrap(shown, screen.width, first="  ", rest="  ")
    if outcome.reason:
        lines += wrap(f"{outcome.status.value}: {outcome.reason}", screen.width, first="  → ", rest="    ")
    return ["", screen.strong(head), *lines]
