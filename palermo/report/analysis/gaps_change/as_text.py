"""Effect of a change of the law on the gaps, as text: gaps closed and opened, with the words before and after."""

from __future__ import annotations

from palermo.alignment.gaps.gaps_change import GapChange, GapChangeKind, GapsChange
from palermo.corpus.model.findings import Rating
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps.review_words import said
from palermo.report.analysis.gaps_change import words
from palermo.report.format.terminal import Screen, fit
from palermo.report.language import sentences as w
from palermo.report.language.forms import clipped, quoted
from palermo.report.language.message import Message, translated
from palermo.report.shared import framework_words as asked
from palermo.report.shared.penalty_words import kind

__all__ = ["gaps_change", "penalties", "requirements"]

_LENGTH = 200  # code points of one quotation
_PAD = " " * 12
_BEFORE, _AFTER, _REVIEW = Message("before"), Message("after"), Message("review")
_ARTICLE = Message("art. {article}")
_ONLY_WORDS = Message(
    "Only words are compared. A change of wording can leave the law as it was, and the law can change elsewhere."
)


def gaps_change(change: GapsChange, framework: Framework, screen: Screen) -> str:
    """The whole report."""
    lines = [screen.title(w.CHANGE_TITLE(before=words.titled(change.before), after=words.titled(change.after))), ""]
    lines += screen.wrap(w.SUBJECT(framework=asked.titled(framework)), rest="  ")
    lines += ["", *screen.wrap(words.counted(change)), ""]
    lines += requirements(change, framework, screen)
    lines += penalties(change, screen)
    lines += screen.wrap(_ONLY_WORDS())
    return "\n".join(lines)


def requirements(change: GapsChange, framework: Framework, screen: Screen, *, brief: bool = False) -> list[str]:
    """The codes under the headings of TITLES; those without a change by name only, with `brief` not at all."""
    lines: list[str] = []
    for became, title in words.TITLES:
        changes = change.of(became)
        if not changes or (brief and became in words.BRIEF):
            continue
        lines += [screen.strong(w.CHANGED(title=title(), n=len(changes))), ""]
        plain = [c for c in changes if became in words.BRIEF or words.unsettled(c)]
        shown = [c for c in changes if c not in plain]
        if became is GapChangeKind.UNDECIDED:
            lines += _undecided(change, framework, shown, screen)
        else:
            lines += [line for c in shown for line in _one(change, framework, c, screen)]
        if became in (GapChangeKind.OPENED, GapChangeKind.WORSENED):
            lines += [
                line
                for n in words.notes(change, framework, shown)
                for line in [*screen.wrap(n, first="  ", rest="  "), ""]
            ]
        if plain:
            names = ", ".join(asked.label(framework.element(c.code)) for c in plain)
            lines += [*screen.wrap(names, first="  ", rest="  "), ""]
    return lines


def _one(change: GapsChange, framework: Framework, c: GapChange, screen: Screen) -> list[str]:
    element = framework.element(c.code)
    article = f"  {_ARTICLE(article=element.article)}" if element.article else ""
    head = f"{screen.strong(asked.label(element))}: {words.ratings(c.before, c.after)}  {screen.faint(c.code)}{article}"
    lines = screen.wrap(head, first="  ", rest="    ")
    for name, analysis, finding in ((_BEFORE, change.before, c.before), (_AFTER, change.after, c.after)):
        lines += screen.wrap(clipped(words.found(analysis, finding), _LENGTH), first=f"    {fit(name(), 8)}", rest=_PAD)
        for text in said(finding.review) if finding.review else ():
            lines += screen.wrap(text, first=f"    {fit(_REVIEW(), 8)}", rest=_PAD)
    return [*lines, ""]


def _undecided(change: GapsChange, framework: Framework, changes: list[GapChange], screen: Screen) -> list[str]:
    """What can be told on one side only; the reason once for all that share it."""
    shared: dict[tuple[bool, str], list[GapChange]] = {}
    for c in changes:
        after = c.after.rating is Rating.UNDECIDED
        reason = (after, (c.after if after else c.before).explanation)
        shared.setdefault(reason, []).append(c)
    lines: list[str] = []
    for (after, why), same in shared.items():
        lines += screen.wrap(translated(why), first=f"  {fit((_AFTER if after else _BEFORE)(), 7)} ", rest=" " * 10)
        for c in same:
            told, analysis = (c.before, change.before) if after else (c.after, change.after)
            quote = f"  {clipped(words.found(analysis, told), _LENGTH)}" if words.evidence_of(told) else ""
            text = f"{screen.strong(asked.label(framework.element(c.code)))}: {words.ratings(c.before, c.after)}{quote}"
            lines += screen.wrap(text, first="    ", rest=_PAD)
        lines.append("")
    return lines


def penalties(change: GapsChange, screen: Screen) -> list[str]:
    """The penalties that changed, or the sentence that none did; nothing where neither side has any."""
    rows = words.penalty_rows(change)
    if not change.penalties:
        return []
    lines = [screen.strong(w.PENALTIES()), ""]
    if not rows:
        return [*lines, f"  {words.SAME()}", ""]
    for row in rows:
        text = f"{row.labels}: {screen.strong(_amounts(row))}  {screen.faint(row.cites)}"
        lines += screen.wrap(text, first=f"  {fit(words.PENALTY_KINDS[row.kind](), 10)}", rest=_PAD)
    return [*lines, ""]


def _amounts(row: words.PenaltyRow) -> str:
    """`imprisonment 3 to 5 years → 4 to 7 years`; where only the wording changed, both wordings."""
    if row.old is None or row.new is None:
        return row.before or row.after
    if row.before == row.after:
        old, new = (clipped(" ".join(p.evidence.quote.split()), _LENGTH) for p in (row.old, row.new))
        return f"{row.before}: {quoted(old)} → {quoted(new)}"
    return f"{row.before} → {row.after.removeprefix(kind(row.new)).strip() or row.after}"
