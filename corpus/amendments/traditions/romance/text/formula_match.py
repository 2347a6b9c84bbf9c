"""A formula that is found in a statement, with what the statement says before it."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.amendments.model import Instruction, Payload
from palermo.corpus.amendments.traditions.romance.references import RomancePath, nested
from palermo.corpus.amendments.traditions.romance.text.formulae import FoundFormula
from palermo.corpus.amendments.traditions.romance.text.source import RomanceSource

__all__ = ["Call"]


@dataclass(frozen=True, slots=True)
class Call:
    """A formula with what the statement says before it: `paths` are the provisions, `act` is theirs, `edge` the end or
    beginning of them that is meant ("" none). `last` is the path named last."""

    found: FoundFormula
    base: Instruction
    source: RomanceSource
    paths: tuple[RomancePath, ...]
    act: str
    edge: str
    last: RomancePath | None

    def named(self, group: str) -> tuple[RomancePath, ...]:
        """The paths of a group as they are meant here; without one, those said before."""
        if not self.found.has(group):
            return self.paths
        around = self.paths or (RomancePath(),)
        for name in ("outer", group):
            inner = self.found.paths(name)
            around = tuple(dict.fromkeys(nested(a, p, self.last) for a in around for p in inner)) or around
        return around

    def words(self, group: str) -> list[str]:
        return self.source.words(*self.found.span(group))

    def payload(self) -> Payload:
        return self.source.payload(*self.found.span("n"))
