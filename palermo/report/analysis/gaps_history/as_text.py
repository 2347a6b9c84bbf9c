"""The story of a law as text: what each edition says of each requirement, then what changed at each date."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.alignment.gaps.history import History
from palermo.corpus.model.findings import Rating
from palermo.kb.frameworks.framework import Framework
from palermo.report.analysis.gaps_change.as_text import penalties, requirements
from palermo.report.analysis.gaps_change.words import counted, titled
from palermo.report.format.terminal import Screen, fit
from palermo.report.language import sentences as w
from palermo.report.language.forms import day
from palermo.report.language.message import Message
from palermo.report.shared import framework_words as asked
from palermo.report.shared.rating_signs import rated

__all__ = ["gaps_history"]

_COLUMN = 13  # columns of one edition; the longest rating has 12 letters
_LABEL = 26
_THROUGHOUT = Message("{rating} throughout: {names}")


def gaps_history(story: History, framework: Framework, screen: Screen) -> str:
    """The whole report."""
    first, last = story.editions[0], story.editions[-1]
    lines = [screen.title(w.STORY_TITLE(first=day(first.date), last=day(last.date))), ""]
    lines += screen.wrap(w.SUBJECT(framework=asked.titled(framework)), rest="  ")
    for edition in story.editions:
        lines += screen.wrap(titled(edition.analysis), first="  ", rest="    ")
    lines += ["", *_table(story, framework, screen)]
    for step, edition in zip(story.steps, story.editions[1:], strict=True):
        lines += [screen.title(w.HISTORY_STEP(date=day(edition.date), law=titled(edition.analysis, date=False))), ""]
        lines += [*screen.wrap(counted(step)), ""]
        lines += requirements(step, framework, screen, brief=True)
        lines += penalties(step, screen)
    lines += screen.wrap(w.HISTORY_DATES())
    return "\n".join(lines)


def _table(story: History, framework: Framework, screen: Screen) -> Iterator[str]:
    """The codes whose answer changed, as many editions to a block as the screen is wide; the others by name."""
    rows = [(asked.label(e), story.row(e.code)) for e in framework.elements]
    moving = [row for row in rows if len({(f.rating, f.value) for f in row[1]}) > 1]
    size = max((screen.width - _LABEL) // _COLUMN, 1)
    everything = range(len(story.editions))
    for block in (everything[at : at + size] for at in everything[::size]):
        heads = "".join(fit(story.editions[i].date, _COLUMN) for i in block)
        yield screen.strong((" " * _LABEL + heads).rstrip())
        for label, findings in moving:
            cells = "".join(fit(rated(findings[i].rating), _COLUMN) for i in block)
            yield (fit(label, _LABEL - 1) + " " + cells).rstrip()
        yield ""
    still: dict[Rating, list[str]] = {}
    for label, findings in rows:
        if (label, findings) not in moving:
            still.setdefault(findings[0].rating, []).append(label)
    for rating, labels in still.items():
        yield from screen.wrap(_THROUGHOUT(rating=rated(rating), names=", ".join(labels)), rest="  ")
    yield ""
