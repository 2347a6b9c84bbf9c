"""The clauses of a statement: places that are named, and what is done there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from palermo.corpus.amendments.model import Instruction, Op
from palermo.corpus.amendments.traditions.romance.make_instructions import RomanceOperations
from palermo.corpus.amendments.traditions.romance.references import RomancePath, nested
from palermo.corpus.amendments.traditions.romance.text.formula_match import Call
from palermo.corpus.amendments.traditions.romance.text.formulae import FoundFormula, RomanceFormulae, Text
from palermo.corpus.amendments.traditions.romance.text.source import RomanceSource
from palermo.corpus.amendments.traditions.romance.words import RomanceWords

__all__ = ["Clauses", "Context", "InstructionSentence"]


@dataclass(frozen=True, slots=True)
class Context:
    """The context that headings give: the act and provisions in it, and if their end or beginning is meant."""

    act: str = ""
    paths: tuple[RomancePath, ...] = (RomancePath(),)
    edge: str = ""
    named: str = ""
    """The act that was named last: "la même loi"."""
    does: str = ""
    """What is done to all that is listed below."""
    last: RomancePath | None = None


@dataclass(frozen=True, slots=True)
class InstructionSentence:
    """A statement with its references found, its instruction without operation; `heads`: others stand under it."""

    source: RomanceSource
    text: Text
    base: Instruction
    heads: bool


class Clauses:
    """Reads them with the words of `data`."""

    def __init__(self, data: RomanceWords, formulae: RomanceFormulae, operations: RomanceOperations) -> None:
        self._formulae = formulae
        self._operations = operations
        self._fillers = data.fillers
        self._same_act = data.same_act

    def read(
        self, sentence: InstructionSentence, position: int, context: Context
    ) -> tuple[list[Instruction] | None, Context]:
        """The instructions of the statement, clause by clause from `position` on, and the context at its end. None
        where a word of it is not understood; a heading instructs nothing."""
        out: list[Instruction] = []
        now, understood = context, False
        while (position := self._behind_fillers(sentence.text, position)) < len(sentence.text.marked):
            clause = (
                self._listed(sentence, position, now)
                or self._heading(sentence, position, context, now)
                or self._operation(sentence, position, now)
            )
            if clause is None:
                return None, now
            end, now, made = clause
            if made is None:
                understood = understood or sentence.heads
            else:
                out += made
                now = replace(now, edge=context.edge)
                understood = True
            position = end
        return (out if understood else None), now

    def _behind_fillers(self, text: Text, position: int) -> int:
        filler = self._fillers.match(text.marked, position)
        return filler.end() if filler else position

    def _listed(self, sentence: InstructionSentence, position: int, now: Context) -> _Clause | None:
        """A provision of a list over which stands what is done to them ("sont abrogés :")."""
        found = next(self._formulae.match(sentence.text, position, self._formulae.bare), None) if now.does else None
        if found is None:
            return None
        act = self._act(sentence, found, now)
        paths = [nested(a, p, now.last) for a in now.paths for p in found.paths("r")]
        if any(p.vague or not p.units for p in paths):
            return None
        made = [replace(sentence.base, op=Op(now.does), target=p.target(act)) for p in paths]
        return found.match.end(), replace(now, act=act, named=act), made

    def _heading(self, sentence: InstructionSentence, position: int, above: Context, now: Context) -> _Clause | None:
        """A place that is named before what is done there."""
        for found in self._formulae.match(sentence.text, position, self._formulae.heads):
            if found.match.end() > position:
                context = self._entered(sentence, found, above, now)
                return None if context is None else (found.match.end(), context, None)
        return None

    def _entered(
        self, sentence: InstructionSentence, found: FoundFormula, above: Context, now: Context
    ) -> Context | None:
        formula = found.formula
        if formula.op == "list":
            return replace(now, does=formula.where)
        if formula.op == "act":
            act = self._known(self._formulae.act(sentence.source.marks.plain, found, "act"), now)
            return Context(act=act, named=act)
        if formula.op == "edge" and not found.has("r"):
            return replace(now, edge=formula.where)
        near = now if formula.op == "place" else above
        paths = tuple(dict.fromkeys(nested(a, p, now.last) for a in near.paths for p in found.paths("r")))
        if any(p.vague for p in paths):
            return None
        act = self._act(sentence, found, now)
        edge = formula.where if formula.op == "edge" else ""
        return Context(act, paths, edge, named=act or now.named, does=now.does, last=paths[0] if paths else now.last)

    def _operation(self, sentence: InstructionSentence, position: int, now: Context) -> _Clause | None:
        for found in self._formulae.match(sentence.text, position, self._formulae.operations):
            act = self._act(sentence, found, now)
            call = Call(found, sentence.base, sentence.source, now.paths, act, now.edge, now.last)
            made = self._operations.made(call)
            if made is not None:
                return found.match.end(), self._behind(call, now), made
        return None

    def _behind(self, call: Call, now: Context) -> Context:
        """The context of the next clause: "le II de l'article 5 est abrogé et le III …" is in the same place."""
        named = call.named("r")
        last = named[0] if named and named[0].units else None
        now = replace(now, last=last or now.last, named=call.act or now.named)
        if last is not None and last.article and not last.outside and not any(p.units for p in now.paths):
            return replace(now, paths=(RomancePath(last.units[:-1] or last.units),))
        return now

    def _act(self, sentence: InstructionSentence, found: FoundFormula, now: Context) -> str:
        return self._known(self._formulae.act(sentence.source.marks.plain, found, "r_act"), now)

    def _known(self, act: str, now: Context) -> str:
        """The act's name: the one that the headings say where none is named; "the same act" is the one named last."""
        return now.act or now.named if not act or self._same_act.match(act) else act


_Clause = tuple[int, Context, list[Instruction] | None]
"""Where a clause ends, the context behind it, and what it instructs; None: it only names a place."""
