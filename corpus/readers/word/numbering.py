"""The numbers that Word counts itself: definitions of lists, and the counters as the paragraphs come by.

ISO/IEC 29500-1, 17.9. Counters belong to the abstract list: two lists made from it go on counting together, unless one
says where it starts. A level begins anew after a number of a level above it, unless it says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from palermo.corpus.readers.shared.list_numbers import FORMATS
from palermo.corpus.readers.word.names import child, children, is_on, local, val

__all__ = ["Label", "Lists"]

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"
_SYMBOLS = frozenset("·o§Øüvq")  # letters that Symbol, Wingdings and Courier New draw as dots, squares and arrows


@dataclass(frozen=True, slots=True)
class Label:
    """A number that Word prints before a paragraph, and what it puts between that and the text."""

    text: str
    gap: str


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    restart: int | None = None
    """After which level, from 1, it begins anew; 0 is never."""
    legal: bool = False
    style: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass(slots=True)
class _Counter:
    values: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)
    begun: set[tuple[str, int]] = field(default_factory=set)


class Lists:
    """The lists of one document, counting. `unknown` collects formats of numbers that are printed as figures."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._lists = _definitions(numbering)
        self._counters: dict[str, _Counter] = {}
        self.unknown: set[str] = set()

    def level_of_style(self, number: str, style: str) -> int:
        """The level of the list `number` that is tied to a paragraph style; 0 where none is."""
        found = self._lists.get(number)
        return next((i for i, level in found.levels.items() if level.style == style), 0) if found else 0

    def label(self, number: str, depth: int) -> Label | None:
        """Count a paragraph on level `depth` of the list `number`; None where it shows no number."""
        found = self._lists.get(number)
        if found is None or depth not in found.levels:
            return None
        level = found.levels[depth]
        counter = self._counters.setdefault(found.abstract, _Counter())
        self._count(found, counter, number, depth)
        if level.hidden:
            return None
        if level.format == "bullet":
            return Label(_bullet(level.pattern), " ")
        text = _PLACE.sub(lambda m: self._print(found, counter, level, int(m[1]) - 1), level.pattern)
        return Label(text, "" if level.suffix == "nothing" else " ") if text.strip() else None

    def _count(self, found: _List, counter: _Counter, number: str, depth: int) -> None:
        values, level = counter.values, found.levels[depth]
        if depth in found.starts and (number, depth) not in counter.begun:
            counter.begun.add((number, depth))
            values[depth] = found.starts[depth]
        else:
            before = values[depth]
            values[depth] = level.start if before is None else before + 1
        for above in range(depth):  # a level that was passed over shows the number that it starts with
            if values[above] is None and above in found.levels:
                values[above] = found.starts.get(above, found.levels[above].start)
        for below in range(depth + 1, _LEVELS):
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or (restart > 0 and depth < restart):
                values[below] = None

    def _print(self, found: _List, counter: _Counter, level: _Level, place: int) -> str:
        value = counter.values[place]
        if value is None:
            return ""
        name = found.levels[place].format if place in found.levels else "decimal"
        if level.legal and name != "none":
            name = "decimal"
        if name not in FORMATS:
            self.unknown.add(name)
            name = "decimal"
        return FORMATS[name](value)


def _bullet(pattern: str) -> str:
    """The sign; those of symbol fonts, which have no character of their own, as a dot."""
    sign = pattern.strip()
    own = any("\ue000" <= c <= "\uf8ff" for c in sign) or sign in _SYMBOLS
    return _BULLET if own or not sign else sign


def _definitions(numbering: etree._Element | None) -> dict[str, _List]:
    abstracts: dict[str, tuple[dict[int, _Level], str | None]] = {}
    styled: dict[str, str] = {}
    for element in children(numbering, "abstractNum"):
        name = val(element, "abstractNumId") or ""
        levels = {i: level for i, level in map(_level, children(element, "lvl")) if 0 <= i < _LEVELS}
        abstracts[name] = (levels, val(child(element, "numStyleLink")))
        if (style := val(child(element, "styleLink"))) is not None:
            styled[style] = name
    lists = {}
    for element in children(numbering, "num"):
        abstract = val(child(element, "abstractNumId")) or ""
        levels, link = abstracts.get(abstract, ({}, None))
        if link is not None and not levels and link in styled:
            abstract = styled[link]
            levels = abstracts[abstract][0]
        lists[val(element, "numId") or ""] = _overridden(abstract, levels, element)
    return lists


def _overridden(abstract: str, levels: dict[int, _Level], element: etree._Element) -> _List:
    own, starts = dict(levels), {}
    for override in children(element, "lvlOverride"):
        depth = _integer(val(override, "ilvl"), -1)
        if not 0 <= depth < _LEVELS:
            continue
        if (redefined := child(override, "lvl")) is not None:
            own[depth] = _level(redefined)[1]
        if (start := val(child(override, "startOverride"))) is not None:
            starts[depth] = _integer(start, 1)
            own[depth] = replace(own.get(depth, _Level()), start=starts[depth])
    return _List(abstract, own, starts)


def _level(element: etree._Element) -> tuple[int, _Level]:
    restart = val(child(element, "lvlRestart"))
    style = val(child(element, "pStyle"))
    format_element = child(element, "numFmt")
    if format_element is None:  # a newer format stands in a choice, and after it an older one to fall back on
        format_element = next((e for e in reversed(list(element.iter())) if local(e) == "numFmt"), None)
    depth = _integer(val(element, "ilvl"), 0)
    return depth, _Level(
        start=_integer(val(child(element, "start")), 0),
        format=val(format_element) or "decimal",
        pattern=val(child(element, "lvlText")) or "",
        suffix=val(child(element, "suff")) or "tab",
        restart=None if restart is None else _integer(restart, 0),
        legal=is_on(child(element, "isLgl")),
        style=style,
        hidden=is_on(child(element, "rPr", "vanish")),
    )


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"[+-]?\d{1,6}", text) else default
