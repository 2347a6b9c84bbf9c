"""The formulae of British amending language, compiled from their data."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from palermo.corpus.amendments.model import Occurrence
from palermo.corpus.amendments.traditions.clausal.reference import MARKED, QUOTE
from palermo.corpus.amendments.traditions.clausal.words import ClausalWords

__all__ = ["ClausalFormula", "ClausalFormulae"]

_FILL = re.compile(r"\{([A-Z]+)\}")


@dataclass(frozen=True, slots=True)
class ClausalFormula:
    """A formula that was found: its operation (`op`, `where`), and the match of its words."""

    op: str
    where: str
    match: re.Match[str]

    def spans(self, name: str) -> list[tuple[int, int]]:
        """The places where the group, or each of the groups counted behind this name, stands."""
        groups = self.match.re.groupindex
        found = [self.match.span(g) for g in groups if re.fullmatch(rf"{name}\d*", g)]
        return sorted(span for span in found if span[0] >= 0)

    def start(self, name: str) -> int | None:
        """The offset where the group begins; None where it stands for nothing."""
        at = self.match.start(name) if name in self.match.re.groupindex else -1
        return at if at >= 0 else None


class ClausalFormulae:
    """Matches operations, contexts and fillers in a text whose quotations and references are blotted out."""

    def __init__(self, data: ClausalWords) -> None:
        self._data = data
        self.signs = data.signs
        self._operations = [(o.op, o.where, self._compiled(o.pattern)) for o in data.operations]
        self._contexts = [self._compiled(pattern) for pattern in data.contexts]
        self._fillers = re.compile(rf"\s*{data.fillers}")
        self._occurrences = {name: re.compile(pattern) for name, pattern in data.occurrences.items()}

    def operation(self, text: str, position: int) -> ClausalFormula | None:
        """The operation that begins at `position`: the one with the most words; None where two of these differ."""
        found = [ClausalFormula(op, where, m) for op, where, p in self._operations if (m := p.match(text, position))]
        return max(found, key=lambda f: f.match.end(), default=None)

    def context(self, text: str, position: int) -> re.Match[str] | None:
        """A reference at `position` for what follows."""
        return next((m for p in self._contexts if (m := p.match(text, position))), None)

    def filler(self, text: str, position: int) -> int:
        """The offset where the words at `position` that only lead on end; `position` where there are none."""
        match = self._fillers.match(text, position)
        return match.end() if match else position

    def occurrence(self, text: str) -> tuple[Occurrence | int, int]:
        """The place that is meant, and how many there are to be (0: not said)."""
        for name, pattern in self._occurrences.items():
            match = pattern.fullmatch(text.strip(" ,"))
            if match is None:
                continue
            if name == "nth":
                word = next(v for v in match.groupdict().values() if v)
                return self._data.ordinals_of_places[word], 0
            if name == "last":
                return Occurrence.LAST, 0
            return Occurrence.EACH, 2 if name == "both" else 0
        return Occurrence.ONLY, 0

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        number = itertools.count()
        bare = [re.sub(r"\(\?P<\w+>", "(?:", p) for p in self._data.occurrences.values()]
        units = "|".join(sorted((w for ws in self._data.units.values() for w in ws), key=len, reverse=True))
        signs = "|".join(sorted(self._data.signs, key=len, reverse=True))
        fills = {"{Q}": QUOTE, "{S}": QUOTE, "{R}": MARKED, "{WORDS}": self._data.words, "{UNITS}": units}
        fills |= {"{SIGN}": f"(?:{signs})", "{WHICH}": "|".join(bare)}

        def filled(text: str) -> str:
            return _FILL.sub(lambda m: filled(self._data.fragments.get(m[1]) or fills[m.group()]), text)

        return re.compile(re.sub("#", lambda _: str(next(number)), filled(pattern)))
