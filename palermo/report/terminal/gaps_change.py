"""What a change of the law did about the gaps, as text: what it closed and opened, with the words before and after."""

from __future__ import annotations

from alignment.change import Change, GapsChange, Kind
from corpus.findings import Rating
from kb.framework import Framework
from palermo.report.changes import (
    BRIEF,
    TITLES,
    PenaltyRow,
    counted,
    evidence_of,
    notes,
    penalty_rows,
    ratings,
    titled,
    unsettled,
    words,
)
from palermo.report.reviews import said
from palermo.report.terminal.common import Screen, fit, wrap

__all__ = ["gaps_change", "penalties", "requirements"]

_LENGTH = 200  # code points of one quotation
_PAD = " " * 12


def gaps_change(change: GapsChange, framework: Framework, screen: Screen) -> str:
    """The whole report."""
    lines = [screen.title(f"What changed: {titled(change.before)} → {titled(change.after)}"), ""]
    lines += wrap(f"Held against: {framework.title}", screen.width, rest="  ")
    lines += ["", *wrap(counted(change), screen.width), ""]
    lines += requirements(change, framework, screen)
    lines += penalties(change, screen)
    lines += wrap(
        "Only words are compared. A change of wording can leave the law as it was, and the law can change elsewhere.",
        screen.width,
    )
    return "\n".join(lines)


def requirements(change: GapsChange, framework: Framework, screen: Screen, *, brief: bool = False) -> list[str]:
    """The codes under the headings of TITLES; those without a change by name only, with `brief` not at all."""
    lines: list[str] = []
    for kind, title in TITLES:
        changes = change.of(kind)
        if not changes or (brief and kind in BRIEF):
            continue
        lines += [screen.strong(f"{title} ({len(changes)})"), ""]
        plain = [c for c in changes if kind in BRIEF or unsettled(c)]
        shown = [c for c in changes if c not in plain]
        if kind is Kind.UNDECIDED:
            lines += _undecided(change, framework, shown, screen)
        else:
            lines += [line for c in shown for line in _one(change, framework, c, screen)]
        if kind in (Kind.OPENED, Kind.WORSENED):
            lines += [
                line
                for n in notes(change, framework, shown)
                for line in [*wrap(n, screen.width, first="  ", rest="  "), ""]
            ]
        if plain:
            names = ", ".join(framework.element(c.code).label for c in plain)
            lines += [*wrap(names, screen.width, first="  ", rest="  "), ""]
    return lines


def _one(change: GapsChange, framework: Framework, c: Change, screen: Screen) -> list[str]:
    element = framework.element(c.code)
    article = f"  art. {element.article}" if element.article else ""
    head = f"{screen.strong(element.label)}: {ratings(c.before, c.after)}  {screen.faint(c.code)}{article}"
    lines = wrap(head, screen.width, first="  ", rest="    ")
    for name, analysis, finding in (("before", change.before, c.before), ("after", change.after, c.after)):
        lines += wrap(_short(words(analysis, finding)), screen.width, first=f"    {fit(name, 8)}", rest=_PAD)
        for text in said(finding.review) if finding.review else ():
            lines += wrap(text, screen.width, first=f"    {fit('review', 8)}", rest=_PAD)
    return [*lines, ""]


def _undecided(change: GapsChange, framework: Framework, changes: list[Change], screen: Screen) -> list[str]:
    """What can be told on one side only; the reason once for all that share it."""
    shared: dict[tuple[str, str], list[Change]] = {}
    for c in changes:
        after = c.after.rating is Rating.UNDECIDED
        reason = ("after", c.after.explanation) if after else ("before", c.before.explanation)
        shared.setdefault(reason, []).append(c)
    lines: list[str] = []
    for (when, why), same in shared.items():
        lines += wrap(why, screen.width, first=f"  {fit(when, 7)} ", rest=" " * 10)
        for c in same:
            told, analysis = (c.before, change.before) if when == "after" else (c.after, change.after)
            quote = f"  {_short(words(analysis, told))}" if evidence_of(told) else ""
            text = f"{screen.strong(framework.element(c.code).label)}: {ratings(c.before, c.after)}{quote}"
            lines += wrap(text, screen.width, first="    ", rest=_PAD)
        lines.append("")
    return lines


def penalties(change: GapsChange, screen: Screen) -> list[str]:
    """The penalties that changed, or the sentence that none did; nothing where neither side has any."""
    rows = penalty_rows(change)
    if not change.penalties:
        return []
    lines = [screen.strong("Penalties"), ""]
    if not rows:
        return [*lines, "  The same before and after.", ""]
    for row in rows:
        text = f"{row.labels}: {screen.strong(_amounts(row))}  {screen.faint(row.cites)}"
        lines += wrap(text, screen.width, first=f"  {fit(row.kind.value, 10)}", rest=_PAD)
    return [*lines, ""]


def _amounts(row: PenaltyRow) -> str:
    """`imprisonment 3 to 5 years → 4 to 7 years`; where only the wording changed, both wordings."""
    if row.old is None or row.new is None:
        return row.before or row.after
    if row.before == row.after:
        old, new = (" ".join(p.evidence.quote.split()) for p in (row.old, row.new))
        return f"{row.before}: “{_short(old)}” → “{_short(new)}”"
    return f"{row.before} → {row.after.removeprefix(row.new.kind).strip() or row.after}"


def _short(text: str) -> str:
    return text if len(text) <= _LENGTH else text[:_LENGTH].rsplit(" ", 1)[0] + " …"
