"""Post-Soviet amending language: statements to instructions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from palermo.corpus.amendments.model import Instruction, Op, Step, Target
from palermo.corpus.amendments.reading.passages import Passage
from palermo.corpus.amendments.traditions.numbered.quotations import BEGIN, Q
from palermo.corpus.amendments.traditions.numbered.statements import Number, Statement
from palermo.corpus.amendments.traditions.russian.instruction_order import carried_out, undone, unmistaken
from palermo.corpus.amendments.traditions.russian.layout.unit_starts import PARAGRAPH
from palermo.corpus.amendments.traditions.russian.make_instructions import RussianOperations, Task
from palermo.corpus.amendments.traditions.russian.references import RussianPath, RussianReferences, nested
from palermo.corpus.amendments.traditions.russian.resolve_references import Beginnings, RussianPlace
from palermo.corpus.amendments.traditions.russian.text.quotations import quotes
from palermo.corpus.amendments.traditions.russian.text.source import RussianSource
from palermo.corpus.amendments.traditions.russian.text.statements import RussianStatements
from palermo.corpus.amendments.traditions.russian.words import RussianWords

__all__ = ["RussianReader"]

_NOWHERE = Target(())


@dataclass(frozen=True, slots=True)
class _Context:
    """The context that headings give: the act, and the provisions in it."""

    act: str = ""
    paths: tuple[RussianPath, ...] = (RussianPath(),)
    repeals: bool = False
    """Whether what is listed below is repealed."""


class _Headings:
    """The context of a statement: by the numbers before it, and by the headings without a number."""

    def __init__(self) -> None:
        self.context = _Context()
        self.said = _Context()
        """What the last statement began with."""
        self._stack: list[tuple[str, _Context]] = []

    def enter(self, numbers: Sequence[Number]) -> None:
        """A number goes on with the list of its kind: what its first item stood under holds."""
        for number in numbers:
            if number.kind == "section":
                self.context, self._stack = _Context(), []
            kinds = [kind for kind, _ in self._stack]
            if number.kind in kinds:
                at = kinds.index(number.kind)
                self.context = self._stack[at][1]
                del self._stack[at + 1 :]
            else:
                self._stack.append((number.kind, self.context))


class RussianReader:
    """Reads amending texts with the words of `data`."""

    def __init__(
        self, data: RussianWords, paths: RussianReferences, operations: RussianOperations, places: Beginnings
    ) -> None:
        self._paths = paths
        self._operations = operations
        self._places = places
        self._statements = RussianStatements(data)
        self._letters = str.maketrans(dict(data.letters_meant))
        self._commence = re.compile(data.commence, re.I)
        self._signs = re.compile(data.signs, re.I)
        self._other_language = re.compile(data.other_language.pattern, re.I)
        self._language = data.other_language.lang
        self._repeals = re.compile(data.repeals, re.I)
        words = data.words
        self._words = re.compile(data.quoted.replace("{WORDS}", words).replace("{Q}", Q), re.I)
        self._before = re.compile(data.before_quoted.replace("{WORDS}", words) + r"[«\"“„]", re.I)
        self._suspends = re.compile(data.suspends, re.I)

    def read(self, passages: Sequence[Passage]) -> list[Instruction]:
        """Every instruction, in the order in which they are to be carried out; `order` is that of the text."""
        out: list[Instruction] = []
        for passage in passages:
            text = passage.words.text.translate(self._letters)
            marks = quotes(text, self._goes_on)
            source = RussianSource(passage, marks)
            headings, before = _Headings(), None
            lines = passage.line_starts()
            section = passage.number
            for statement in self._statements.split(marks.plain, lines):
                headings.enter(statement.numbers)
                section = next((n.num for n in statement.numbers if n.kind == "section"), section)
                known = headings.context
                goes_on = not statement.numbers and statement.start not in lines
                if before is not None and goes_on and not known.paths[0].article:
                    headings.context = before
                made = list(self._statement(source, statement, headings))
                if headings.context is before:
                    headings.context = known
                goes_on = marks.plain[statement.end : statement.end + 1] == ";"
                before = _said_of(made, headings.said) if goes_on else None
                out += [replace(m, order=len(out) + n, section=section) for n, m in enumerate(made)]
        return carried_out(undone(unmistaken(_articles_named(out))))

    def _goes_on(self, text: str, position: int) -> bool:
        """True if an instruction begins at `position`, or the text ends."""
        if position >= len(text):
            return True
        begin = self._statements.behind_numbers(text, position)
        head = re.compile(r"[^;:«»\"“”]{0,160}").match(text, begin)
        signs = self._signs.search(head.group()) if head else None
        if signs and signs.start() == 0:
            return True
        found = self._paths.named(text, begin, lambda _: "")
        if found is None:
            return begin > position and self._places.opens(text, begin)
        return (
            signs is not None or re.compile(r"\s?:").match(text, found[1]) is not None or self._changed(text, found[1])
        )

    def _changed(self, text: str, position: int) -> bool:
        """True if words to be changed are quoted at `position` ("в части второй слова «…»")."""
        return self._before.match(text, position) is not None

    def _statement(self, source: RussianSource, statement: Statement, headings: _Headings) -> Iterator[Instruction]:
        plain = source.marks.plain[: statement.end]
        text = source.text(statement.start, statement.end)
        base = Instruction(Op.REPLACE, _NOWHERE, None, None, source.span(statement.start, statement.end), 0, text)
        signs = self._signs.search(plain, statement.start) is not None
        if not signs and self._commence.search(plain, statement.start):
            yield replace(base, op=Op.COMMENCE)
            return
        if self._other_language.search(plain, statement.start):
            yield replace(base, target=Target((), lang=self._language))
            return
        if (repeal := self._repealed(source, plain, statement, headings)) is not None:
            yield from (replace(base, op=Op.REPEAL, target=target) for target in repeal)
            return
        place = self._places.container(source, plain, statement.start)
        if place is not None:
            headings.context = _Context(place.act or headings.context.act, place.paths or (RussianPath(),))
            if not self._signs.search(plain, place.end):
                if plain[place.end :].strip(" ,:;."):
                    yield replace(base, target=_first(place), reason="not understood: what is to be done")
                return
            context = headings.context
        else:
            place = self._places.place(source, plain, statement.start)
            if place is None or (not signs and not statement.heads):
                if signs or self._speaks(plain, statement, place, headings.context):
                    yield replace(base, target=_first(place), reason="not understood")
                return
            context = _under(headings.context, place)
            if statement.heads and not signs:
                if plain[place.end :].strip(" ,"):
                    yield replace(base, target=_first(place), reason="not understood: what it is about")
                headings.context = context
                return
        named = bool(place.paths) and not place.within
        headings.said = context
        yield from self._read(Task(base, source, plain, place.end, context.paths, context.act, place.throughout, named))

    def _repealed(
        self, source: RussianSource, plain: str, statement: Statement, headings: _Headings
    ) -> list[Target] | None:
        """Whole acts, and provisions of acts listed under "признать утратившими силу:"; None for what is neither."""
        context = headings.context
        match = self._repeals.match(plain, statement.start)
        begin = match.end() if match else statement.start
        if match and statement.heads and not plain[begin:].strip(" :"):
            headings.context = replace(context, repeals=True)
            return []
        if not match and not context.repeals:
            return None
        found = self._paths.read(plain, begin, source.quoted)
        if found is None:
            name = self._places.name(source, plain, begin, len(plain)) if self._places.is_act(plain, begin) else ""
            return [Target((Step("outside", name),), act=name)] if name else None
        if match and not self._places.is_act(plain, found[1]):
            return None  # an operation with its object
        act = self._places.name(source, plain, found[1], len(plain))
        return [path.target(act or context.act) for path in found[0]]

    def _speaks(self, plain: str, statement: Statement, place: RussianPlace | None, context: _Context) -> bool:
        """True if a statement without a verb that is known may instruct all the same."""
        if self._suspends.search(plain, statement.start) or self._words.search(plain, statement.start):
            return True
        if place is not None and place.paths:
            return True
        under = bool(context.act or context.paths[0].units)
        begins = plain[statement.start : statement.start + 1]
        return under and (BEGIN in plain[statement.start :] or begins.islower())

    def _read(self, task: Task) -> Iterator[Instruction]:
        targets = [path.target(task.act) for path in task.paths]
        if any(path.vague for path in task.paths):
            yield replace(task.base, target=Target((), act=task.act), reason="which provision is meant is not clear")
            return
        broken = task.source.marks.broken
        made, reason = None, "what is quoted breaks off"
        if broken is None or not task.at <= broken < len(task.plain):
            made, reason = self._operations.read(task), "not understood: what is to be done"
            outside = any(path.outside for path in task.paths)
            if outside and any(i.op is not Op.INSERT or (i.target.steps and not _beside(i)) for i in made or ()):
                made, reason = None, "palermo amends articles only"
        if made is None:
            yield from (replace(task.base, target=target, reason=reason) for target in targets)
        else:
            yield from made


def _said_of(made: Sequence[Instruction], context: _Context) -> _Context | None:
    """The target of a statement, if that is one provision of an article: of it speaks, too, what follows in the same
    sentence and names no article."""
    path = context.paths[0]
    if len(context.paths) > 1 or not made or not path.units or path.units[0].kind != "article" or path.outside:
        return None
    steps = path.target().steps
    if any(m.target.act != context.act or m.target.steps[:1] != steps[:1] for m in made):
        return None
    same = all(m.target.steps[: len(steps)] == steps for m in made)
    return context if same else replace(context, paths=(RussianPath(path.units[:1]),))


def _articles_named(instructions: Sequence[Instruction]) -> list[Instruction]:
    """Refuses instructions on parts of an article that none names; on points, too, unless the act is on points only."""
    named = any(i.target.steps and i.target.steps[0].level == "article" for i in instructions)
    out = []
    for made in instructions:
        level = made.target.steps[0].level if made.target.steps else "article"
        if level in ("article", "annex", "outside") or (level in ("", PARAGRAPH) and not named and made.target.steps):
            out.append(made)
        else:
            reason = made.reason or f"no article is named of which it would be ({made.target.cite})"
            out.append(replace(made, target=Target((), act=made.target.act), reason=reason))
    return out


def _beside(made: Instruction) -> bool:
    return made.target.steps[0].level == "outside"


def _first(place: RussianPlace | None) -> Target:
    return place.paths[0].target(place.act) if place is not None and place.paths else _NOWHERE


def _under(context: _Context, place: RussianPlace) -> _Context:
    """The place under the headings above it."""
    if place.act and not place.paths:
        return _Context(place.act)
    if not place.paths:
        return context
    whole = tuple(dict.fromkeys(nested(above, path) for above in context.paths for path in place.paths))
    return _Context(place.act or context.act, whole)
