"""A text for the terminal: its provisions indented, without the marks of its file format."""

from __future__ import annotations

from collections.abc import Iterator

from palermo.amending.text_on_day import Standing
from palermo.corpus.model.text_model import BASIC_UNITS, EDITORS_NOTES, Version
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.language.english import count
from palermo.report.redline.paragraphs import RedlineBlock, blocks
from palermo.report.texts.history import built_from as words

__all__ = ["show"]

_ASIDE = EDITORS_NOTES | {"note"}
_DEEPEST = 8  # steps of indentation: beyond, the lines would get too short to read


def show(version: Version, screen: Screen = PLAIN, standing: Standing | None = None) -> str:
    """The text under a line or two that say what it is; with `standing`, what it was built from, too."""
    lines = [screen.title(version.title or version.source.path), *_particulars(version, screen)]
    lines += [*(_built(standing, screen) if standing else ()), ""]
    parts = list(blocks(version))
    base = _base(parts)
    for block in parts:
        if block.heading and lines[-1]:
            lines.append("")
        indent = "  " * max(0, min(block.depth - base, _DEEPEST))
        lines.extend(_styled(block, line, screen) for line in screen.wrap(block.text, first=indent, rest=indent))
    return "\n".join(lines)


def _particulars(version: Version, screen: Screen) -> list[str]:
    facts = [str(version.ref), f"language {version.lang}"]
    if version.in_force is not None:
        end = f" until {version.in_force.end}" if version.in_force.end else ""
        facts.append(f"in force from {version.in_force.start}{end} ({version.in_force.basis})")
    articles = sum(p.level in BASIC_UNITS for p in version.root.walk())
    facts.append(count(articles, "article or section", "articles or sections"))
    if version.unplaced:
        facts.append(f"{count(len(version.unplaced), 'block')} without a place in the structure")
    return [screen.faint(line) for line in screen.wrap("; ".join(facts))]


def _built(found: Standing, screen: Screen) -> Iterator[str]:
    yield ""
    yield from screen.wrap(f"On {found.at}: {words.verdict(found)}")
    for step in found.carried:
        yield from screen.wrap(words.carried(step), first="  ", rest="    ")
        for outcome in step.refused:
            target = outcome.instruction.target.cite or "the act"
            yield from screen.wrap(f"refused at {target}: {outcome.reason}", first="  ! ", rest="    ")
    for line in words.open_acts(found):
        yield from screen.wrap(line, first="  ? ", rest="    ")


def _base(parts: list[RedlineBlock]) -> int:
    """How deep the highest article or section stands: it and what contains it begin at the margin."""
    return min((block.depth for block in parts if block.provision.level in BASIC_UNITS), default=0)


def _styled(block: RedlineBlock, line: str, screen: Screen) -> str:
    if block.heading:
        return screen.strong(line)
    return screen.faint(line) if block.provision.level in _ASIDE else line
