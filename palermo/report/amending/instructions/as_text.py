"""The instructions of an amending act as text, act by act."""

from __future__ import annotations

from itertools import groupby

from palermo.corpus.amendments import AmendingReading, Instruction, Op
from palermo.report.amending.instructions.words import act, headline, place, short, shown, status, summary
from palermo.report.format.terminal import Screen

__all__ = ["instructions"]

_SHOWN = 300  # code points of a quotation; the whole stands in the act


def instructions(reading: AmendingReading, screen: Screen) -> str:
    """Every instruction with its place and what it does; one line where there is none."""
    title = reading.act.title or reading.act.source.path
    if reading.reason:
        return f"{title}: {reading.reason}"
    lines = [screen.title(title), "", *screen.wrap(summary(reading))]
    for name, group in groupby(reading.instructions, lambda i: None if i.op is Op.COMMENCE else act(i)):
        if name is not None:
            lines += ["", *map(screen.strong, screen.wrap(name or "Which act is meant is not certain"))]
        lines += [line for i in group for line in _instruction(reading, i, screen)]
    return "\n".join(lines)


def _instruction(reading: AmendingReading, i: Instruction, screen: Screen) -> list[str]:
    sign = "·" if i.op is Op.COMMENCE else "!" if i.reason else "+"
    head = ": ".join(filter(None, (place(reading.act, i), headline(i))))
    lines = ["", *map(screen.strong, screen.wrap(head, first=f"{sign} ", rest="  "))]
    lines += screen.wrap(short(said, _SHOWN), first="    ", rest="    ") if (said := shown(i)) else []
    if i.reason:
        lines += screen.wrap(f"{status(i)}: {i.reason}", first="  → ", rest="    ")
    return lines
