"""A body of law cut up for reading: its units, their segments, and how they cite one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from palermo.alignment.statute.segments import Segment, segments
from palermo.alignment.statute.units import Unit, units
from palermo.corpus.grammar_words import latin_numbers
from palermo.corpus.model.text_model import Version
from palermo.kb.lexicon.cues import Cues

__all__ = ["Law", "cited", "number", "read_law"]

_NEAR = 8  # units: how far from the offence a unit of a large code may stand to be read with it
_SMALL = 150  # units: a text up to this size is taken as an act about one matter


@dataclass(frozen=True, slots=True)
class Law:
    """The units of a body of law in order; segments are cut when they are first asked for."""

    cues: Cues
    units: tuple[Unit, ...]
    place: dict[Unit, int]
    _cut: dict[Unit, list[Segment]] = field(default_factory=dict)

    @property
    def small(self) -> bool:
        return len(self.units) <= _SMALL

    def parts(self, unit: Unit) -> list[Segment]:
        if unit not in self._cut:
            self._cut[unit] = segments(unit, self.cues)
        return self._cut[unit]

    def around(self, main: Sequence[Unit]) -> list[Unit]:
        """The units near the offence that are none of it."""
        return [u for u in self.units if u not in main and self.distance(u, main) <= _NEAR]

    def near(self, unit: Unit, main: Sequence[Unit]) -> bool:
        """True if the unit is read with the offence: always in a small text, in a code only beside it."""
        return self.small or self.distance(unit, main) <= _NEAR

    def distance(self, unit: Unit, main: Sequence[Unit]) -> int:
        return min(abs(self.place[unit] - self.place[c]) for c in main)

    def before(self, unit: Unit) -> Unit | None:
        """The unit that stands before this one."""
        return self.units[self.place[unit] - 1] if self.place[unit] else None


def read_law(versions: Sequence[Version], cues: Cues) -> Law:
    """The texts as one body of law."""
    found = tuple(units(versions))
    return Law(cues, found, {unit: i for i, unit in enumerate(found)})


def number(unit: Unit) -> str:
    """The number by which other units cite this one, folded."""
    return unit.provision.cite.split("|")[-1].casefold()


# 128, 132-1, 5a, 433quinquies, 188 bis
_NUMBER = rf"\d+(?:[.-]\d+)*(?:\s?(?:{'|'.join(latin_numbers().cited)})\b|[-/]?[a-zа-яіїє]\b)?"
_LIST = re.compile(rf"\W*({_NUMBER}(?:\W{{0,3}}(?:\(\w+\))?[^\d.;:]{{0,12}}{_NUMBER})*)")


_IN_BRACKETS = re.compile(r"(\d+)\s?\((\d{1,2})\)")  # an article's whole number, where a code has such


def cited(text: str, cues: Cues) -> Iterator[str]:
    """The numbers that a folded text cites ("section 5", "статьями 128, 133", "§§ 232 bis 233a")."""
    for match in cues.term("cite").finditer(text):
        after = text[match.end() : match.end() + 120]
        if listed := _LIST.match(after):
            yield from (re.sub(r"\s", "", number) for number in re.findall(_NUMBER, listed[1]))
            yield from (f"{a}-{b}" for a, b in _IN_BRACKETS.findall(after[: listed.end() + 1]))
