"""Numbers of lists and headings that OpenDocument leaves to the program (OpenDocument 1.3, part 3, 16.30 to 16.34)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from palermo.corpus.readers.shared.list_numbers import FORMATS

__all__ = ["Counter", "Levels", "attribute", "levels_of", "name_of"]

_PLACE = re.compile(r"%(\d{1,2})%")
_NUMBERS: dict[str, Callable[[int], str]] = {
    "1": FORMATS["decimal"], "a": FORMATS["lowerLetter"], "A": FORMATS["upperLetter"], "i": FORMATS["lowerRoman"],
    "I": FORMATS["upperRoman"], "1st": FORMATS["ordinal"],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str
    start: int
    bullet: str
    legal: bool
    """All its numbers are figures, whatever the levels above count with (LibreOffice's extension)."""


@dataclass(frozen=True, slots=True)
class Levels:
    """A list style: its levels, from 1."""

    by_depth: dict[int, _Level]


@dataclass(slots=True)
class Counter:
    """Numbers that a list has reached, by level."""

    values: dict[int, int] = field(default_factory=dict)

    def label(self, levels: Levels, depth: int, start: int | None = None) -> str:
        """Count an item on level `depth`; what is printed before it, "" for nothing."""
        level = levels.by_depth.get(depth)
        if level is None:
            return ""
        first = level.start if start is None else start
        self.values[depth] = self.values[depth] + 1 if depth in self.values and start is None else first
        for below in [d for d in self.values if d > depth]:
            del self.values[below]
        if level.bullet:
            return level.bullet
        if not level.format:
            return ""
        return _PLACE.sub(lambda match: self._number(levels, int(match[1]), legal=level.legal), level.pattern)

    def _number(self, levels: Levels, depth: int, *, legal: bool) -> str:
        level = levels.by_depth.get(depth)
        if level is None or not level.format:
            return ""
        return _formatted("1" if legal else level.format, self.values.get(depth, level.start))


def _formatted(name: str, value: int) -> str:
    if name in _NUMBERS:
        return _NUMBERS[name](value)
    if name.startswith("А"):  # LibreOffice names the letters that it counts with: "А, Б, .., Аа, ..."
        return FORMATS["russianUpper"](value)
    return FORMATS["russianLower"](value) if name.startswith("а") else str(value)


def levels_of(style: etree._Element) -> Levels:
    """The levels of a list style or of the outline."""
    found: dict[int, _Level] = {}
    for element in style:
        depth = _integer(attribute(element, "level"), 0)
        if not 0 < depth <= 10:
            continue
        shown = _integer(attribute(element, "display-levels"), 1)
        pattern = attribute(element, "num-list-format") or (
            (attribute(element, "num-prefix") or "")
            + ".".join(f"%{d}%" for d in range(max(1, depth - shown + 1), depth + 1))
            + (attribute(element, "num-suffix") or "")
        )
        sign = (attribute(element, "bullet-char") or "•") if name_of(element) == "list-level-style-bullet" else ""
        own = any("\ue000" <= c <= "\uf8ff" for c in sign)
        found[depth] = _Level(
            attribute(element, "num-format") or "",
            pattern,
            _integer(attribute(element, "start-value"), 1),
            "•" if own else sign,
            attribute(element, "is-legal") == "true",
        )
    return Levels(found)


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name without namespace."""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), None)


def name_of(element: etree._Element) -> str:
    """An element's name without namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"\d{1,6}", text) else default
