"""Instructions from formulae: what British, American and Union drafting make alike."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from palermo.corpus.amendments.model import Anchor, Instruction, Occurrence, Op, Payload, Target, Where
from palermo.corpus.amendments.traditions.clausal.formulae import ClausalFormula, ClausalFormulae
from palermo.corpus.amendments.traditions.clausal.reference import MARK
from palermo.corpus.amendments.traditions.clausal.resolve_references import About, Saying

__all__ = ["FormulaMaker", "FormulaWork"]


@dataclass(frozen=True, slots=True)
class FormulaWork(ABC):
    """A formula with the places that it is about: `places` where words or new provisions go, `units` are provisions
    that the operation names. What a formula leaves open, or says about something that it cannot be, is None."""

    formulae: ClausalFormulae
    saying: Saying
    formula: ClausalFormula
    base: Instruction
    places: About
    units: About

    @property
    @abstractmethod
    def operations(self) -> Mapping[str, Callable[[], list[Instruction] | None]]:
        """The functions that make the instructions, by the name of the formula's operation."""

    def made(self) -> list[Instruction] | None:
        """The instructions; None where the formula is not understood."""
        if not self.units and not self.places and self.formula.op != "number":
            return [replace(self.base, reason="which provision is meant is not said")]
        outside = [t for t in (*self.units, *self.places) if t.steps[:1] and t.steps[0].level == "outside"]
        if outside:
            return [replace(self.base, target=outside[0], reason=f"{outside[0].steps[0].num}: no section")]
        return self.operations[self.formula.op]()

    def _quote(self, name: str) -> str | None:
        at = self.formula.start(name)
        return None if at is None else self.saying.quoted(at)

    def _occurrence(self) -> tuple[Occurrence | int, int] | None:
        said = {self.formula.match.string[a:b] for a, b in self.formula.spans("occ")}
        if len(said) > 1:
            return None
        return self.formulae.occurrence(said.pop()) if said else (Occurrence.ONLY, 0)

    def _each(self, op: Op, anchor: Anchor | None, payload: Payload | None) -> list[Instruction]:
        return [replace(self.base, op=op, target=t, anchor=anchor, payload=payload) for t in self.places]

    def _words_inserted(self) -> list[Instruction] | None:
        old, new, which = self._quote("a"), self._quote("n"), self._occurrence()
        if not old or not new or which is None:
            return None
        anchor = Anchor(Where(self.formula.where), text=old, occurrence=which[0], count=which[1])
        return self._each(Op.INSERT_TEXT, anchor, Payload(new))


class FormulaMaker(ABC):
    """Makes the instructions of a formula that was found; a tradition says where it applies, and does the work."""

    def __init__(self, formulae: ClausalFormulae) -> None:
        self.formulae = formulae

    def make(
        self, saying: Saying, formula: ClausalFormula, about: About, last: About
    ) -> tuple[list[Instruction], About] | None:
        """The instructions of a formula in a clause about `about`, and what was named last behind it ("that
        definition"); None where it is not understood."""
        match = formula.match
        places = self._places(saying, formula, about, last)
        if places is None:
            return None
        units: About | None = places
        if (at := formula.start("u")) is not None and match.string[at] == MARK:
            units = saying.resolve(match.span("u"), places, last)
        if units is None:
            return None
        start, end = (saying.start + at for at in match.span())
        span = saying.words.passage.span(start, end)
        base = Instruction(Op.REPLACE, Target(()), None, None, span, 0, saying.words.text(start, end))
        made = self._work(saying, formula, base, places, units).made()
        if made is None:
            return None
        if formula.op == "renumber":
            units = saying.resolve(match.span("new"), self._renumbered(units)) or ()
        return [self._placed(one) for one in made], units or places

    @abstractmethod
    def _places(self, saying: Saying, formula: ClausalFormula, about: About, last: About) -> About | None:
        """The provisions in which the formula applies; None where they are not understood."""

    @abstractmethod
    def _work(
        self, saying: Saying, formula: ClausalFormula, base: Instruction, places: About, units: About
    ) -> FormulaWork:
        """The work on one formula."""

    @abstractmethod
    def _placed(self, made: Instruction) -> Instruction:
        """The instruction, refused where it does not say which section is meant."""

    def _renumbered(self, units: About) -> About:
        """The provisions around which the new numbers are read."""
        return units
