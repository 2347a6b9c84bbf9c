"""French and Spanish amending language: statements to instructions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from palermo.corpus.amendments.model import Instruction, Op, Target
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.traditions.numbered.quotations import BEGIN
from palermo.corpus.amendments.traditions.numbered.statements import Number, Statement
from palermo.corpus.amendments.traditions.romance.clauses import Clauses, Context, InstructionSentence
from palermo.corpus.amendments.traditions.romance.layout.article_text import RomanceArticleText
from palermo.corpus.amendments.traditions.romance.make_instructions import RomanceOperations
from palermo.corpus.amendments.traditions.romance.references import RomanceReferences, nested
from palermo.corpus.amendments.traditions.romance.text.formulae import RomanceFormulae, Text
from palermo.corpus.amendments.traditions.romance.text.quotations import quotations
from palermo.corpus.amendments.traditions.romance.text.source import RomanceSource
from palermo.corpus.amendments.traditions.romance.text.statements import RomanceStatements
from palermo.corpus.amendments.traditions.romance.text.unquoted_text import Bare
from palermo.corpus.amendments.traditions.romance.words import RomanceWords
from palermo.corpus.amendments.traditions.russian.instruction_order import carried_out, unmistaken

__all__ = ["RomanceReader"]

_NOWHERE = Target(())
_OVERFLOW = "what is quoted holds amending language: where it ends cannot be told"


class _Headings:
    """The context of a statement by the numbers before it: a number goes on with the list of its kind."""

    def __init__(self) -> None:
        self.context = Context()
        self._stack: list[tuple[str, Context]] = []

    def enter(self, numbers: Sequence[Number]) -> None:
        for number in numbers:
            if number.kind == "section":
                self.context, self._stack = Context(act=self.context.act, named=self.context.named), []
                continue
            known = next((n for n, (kind, _) in enumerate(self._stack) if kind == number.kind), None)
            if known is None:
                self._stack.append((number.kind, self.context))
            else:
                self.context = replace(self._stack[known][1], last=self.context.last, named=self.context.named)
                del self._stack[known + 1 :]


class RomanceReader:
    """Reads amending texts with the words of `data`."""

    def __init__(self, data: RomanceWords, layout: RomanceArticleText) -> None:
        self._layout = layout
        self._statements = RomanceStatements(data)
        self._formulae = RomanceFormulae(data, RomanceReferences(data))
        self._operations = RomanceOperations(data, self._formulae, layout)
        self._clauses = Clauses(data, self._formulae, self._operations)
        self._bare = Bare(data, layout)
        self._signs = data.signs
        self._commence = data.commence
        self._conditions = data.conditions

    def read(self, passages: Sequence[Passage]) -> list[Instruction]:
        """Every instruction, in the order in which they are to be carried out; `order` is that of the text."""
        out: list[Instruction] = []
        headings = _Headings()
        for passage in self._bare.joined(passages):
            lines = passage.line_starts()
            text = passage.words.text
            known = [(s.start, s.end) for s in passage.quoted]
            marks = quotations(text, lines, known, self._bare.spans(text, lines, known, whole=bool(passage.number)))
            source = RomanceSource(passage, marks, lines)
            section = passage.number
            if section:
                headings.enter([Number("section", section)])
            for statement in self._statements.split(marks.plain, lines):
                headings.enter(statement.numbers)
                section = next((n.num for n in statement.numbers if n.kind == "section"), section)
                for made in self._statement(source, statement, headings):
                    out.append(replace(made, order=len(out), section=section))
        named = _articles_named(out)
        freed = [made for made in named if _frees(made, named)]
        return [*freed, *carried_out(unmistaken([made for made in named if made not in freed]))]

    def _statement(self, source: RomanceSource, statement: Statement, headings: _Headings) -> Iterator[Instruction]:
        plain, start, end = source.marks.plain, statement.start, statement.end
        if not plain[start:end].strip(" *_#"):
            return
        context = headings.context
        base = Instruction(
            Op.REPLACE, _NOWHERE, None, None, source.span(start, end), 0, source.text(start, end), section=""
        )
        text = self._formulae.text(plain, start, end)
        instructs = self._signs.search(text.marked, start) is not None or BEGIN in plain[start:end]
        if self._conditions.match(plain, start):
            if instructs:
                yield replace(base, target=self._first(text, context), reason="whether it takes effect is conditional")
            return
        if not instructs and self._commence.search(plain, start, end):
            yield replace(base, op=Op.COMMENCE)
            return
        made, context = self._clauses.read(InstructionSentence(source, text, base, statement.heads), start, context)
        headings.context = (
            context if statement.heads else replace(headings.context, last=context.last, named=context.named)
        )
        if made is None:
            if instructs:
                yield replace(base, target=self._first(text, headings.context), reason="not understood")
            return
        if source.broken(start, end):
            made = [replace(m, reason=m.reason or "what is quoted breaks off") for m in made]
        elif any(self._overflows(q.inner, source) for q in source.marks.between(start, end)):
            made = [replace(m, reason=m.reason or _OVERFLOW) for m in made]
        yield from made

    def _overflows(self, inner: tuple[int, int], source: RomanceSource) -> bool:
        """True if what seems to be quoted holds an instruction: a closing mark is missing."""
        return self._operations.amends(source.text(*inner))

    def _first(self, text: Text, context: Context) -> Target:
        paths = [p for r in text.references for p in r.paths]
        found = paths[0] if paths else None
        path = nested(context.paths[0], found, context.last) if found else context.paths[0]
        return path.target(context.act) if path.article else Target((), act=context.act)


def _frees(made: Instruction, all_made: Sequence[Instruction]) -> bool:
    """True if it takes a provision out of which another one gets the number."""
    if made.op not in (Op.DELETE, Op.REPEAL) or made.reason or made.target.through:
        return False
    renumbered = [m for m in all_made if m.op is Op.RENUMBER and m.payload and len(m.target.steps) > 1]
    return any(
        m.target.steps[:-1] == made.target.steps[:-1] and m.payload and m.payload.text == made.target.steps[-1].num
        for m in renumbered
    )


def _articles_named(instructions: Sequence[Instruction]) -> list[Instruction]:
    """Refuses instructions on parts of an article that none names."""
    out = []
    for made in instructions:
        steps = made.target.steps
        if not steps or steps[0].level in ("article", "outside"):
            out.append(made)
            continue
        reason = made.reason or f"no article is named of which it would be ({made.target.cite})"
        out.append(replace(made, target=Target((), act=made.target.act), reason=reason))
    return out
