"""Post-Soviet amending language: statements to instructions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.amendments.model import Instruction, Op, Step, Target
from corpus.amendments.passages import Passage
from corpus.amendments.traditions.russian_lines import PARAGRAPH
from corpus.amendments.traditions.russian_operations import Operations, Task
from corpus.amendments.traditions.russian_order import carried_out, unmistaken
from corpus.amendments.traditions.russian_quotes import BEGIN, Q, quotes
from corpus.amendments.traditions.russian_source import Source
from corpus.amendments.traditions.russian_statements import Number, Statement, Statements
from corpus.amendments.traditions.russian_targets import Path, Paths, nested
from corpus.amendments.traditions.russian_text import ArticleText

__all__ = ["Reader"]

_NOWHERE = Target(())


@dataclass(frozen=True, slots=True)
class _Context:
    """What the headings above say: the act, and the provisions in it."""

    act: str = ""
    paths: tuple[Path, ...] = (Path(),)
    repeals: bool = False
    """Whether what is listed below is repealed."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What a statement says first: the act and the provisions, up to `end`."""

    end: int
    act: str = ""
    paths: tuple[Path, ...] = ()
    throughout: bool = False
    within: bool = False
    """Whether words in the provisions are meant ("в статье 5"), not these themselves."""


class _Headings:
    """The context of a statement: by the numbers before it, and by the headings without a number."""

    def __init__(self) -> None:
        self.context = _Context()
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


class Reader:
    """Reads amending texts with the words of `data`."""

    def __init__(self, data: dict[str, Any], layout: ArticleText) -> None:
        self._paths = Paths(data)
        self._statements = Statements(data)
        self._operations = Operations(data, self._paths, layout)
        self._containers = [re.compile(pattern, re.I) for pattern in data["containers"]]
        self._several = re.compile(data["several"], re.I)
        self._act = re.compile(data["act"])
        self._this_act = re.compile(data["this_act"], re.I)
        self._name_ends = re.compile(data["name_ends"])
        self._commence = re.compile(data["commence"], re.I)
        self._signs = re.compile(data["signs"], re.I)
        self._throughout = re.compile(data["throughout"], re.I)
        self._other_language = re.compile(data["other_language"]["pattern"], re.I)
        self._language = str(data["other_language"]["lang"])
        self._repeals = re.compile(data["repeals"], re.I)
        self._said = data["words"]
        self._words = re.compile(rf"{data['words']}\s{Q}", re.I)
        self._suspends = re.compile(data["suspends"], re.I)

    def read(self, passages: Sequence[Passage]) -> list[Instruction]:
        """Every instruction, in the order in which they are to be carried out; `order` is that of the text."""
        out: list[Instruction] = []
        for passage in passages:
            text = passage.words.text
            marks = quotes(text, self._goes_on)
            source = Source(passage, marks)
            headings = _Headings()
            lines = passage.line_starts()
            section = passage.number
            for statement in self._statements.split(marks.plain, lines):
                headings.enter(statement.numbers)
                section = next((n.num for n in statement.numbers if n.kind == "section"), section)
                for made in self._statement(source, statement, headings):
                    out.append(replace(made, order=len(out), section=section))
        return carried_out(unmistaken(_articles_named(out)))

    def _goes_on(self, text: str, at: int) -> bool:
        """Whether an instruction begins at `at`, or the text ends."""
        if at >= len(text):
            return True
        begin = self._statements.behind_numbers(text, at)
        head = re.compile(r"[^;:«»\"“”]{0,160}").match(text, begin)
        signs = self._signs.search(head.group()) if head else None
        if signs and signs.start() == 0:
            return True
        found = self._paths.read(text, self._paths.within(text, begin) or begin, lambda _: "")
        if found is None:
            return begin > at and any(pattern.match(text, begin) for pattern in self._containers)
        return (
            signs is not None or re.compile(r"\s?:").match(text, found[1]) is not None or self._changed(text, found[1])
        )

    def _changed(self, text: str, at: int) -> bool:
        """Whether words to be changed are quoted at `at` ("в части второй слова «…»")."""
        return re.compile(rf"\s{self._said}\s[«\"“„]", re.I).match(text, at) is not None

    def _statement(self, source: Source, statement: Statement, headings: _Headings) -> Iterator[Instruction]:
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
        place = self._container(source, plain, statement.start)
        if place is not None:
            headings.context = _Context(place.act or headings.context.act, place.paths or (Path(),))
            if not self._signs.search(plain, place.end):
                if plain[place.end :].strip(" ,:;."):
                    yield replace(base, target=_first(place), reason="not understood: what is to be done")
                return
            context = headings.context
        else:
            place = self._place(source, plain, statement.start)
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
        yield from self._read(Task(base, source, plain, place.end, context.paths, context.act, place.throughout, named))

    def _repealed(self, source: Source, plain: str, statement: Statement, headings: _Headings) -> list[Target] | None:
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
            name = self._name(source, plain, begin, len(plain)) if self._act.match(plain, begin) else ""
            return [Target((Step("outside", name),), act=name)] if name else None
        if match and not self._act.match(plain, _blank(plain, found[1])):
            return None  # an operation with its object
        act = self._name(source, plain, found[1], len(plain))
        return [path.target(act or context.act) for path in found[0]]

    def _speaks(self, plain: str, statement: Statement, place: _Place | None, context: _Context) -> bool:
        """Whether a statement without a verb that is known may instruct all the same."""
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

    def _container(self, source: Source, plain: str, at: int) -> _Place | None:
        """ "Внести в … следующие изменения"."""
        for pattern in self._containers:
            match = pattern.search(plain, at)
            if match is None or BEGIN in plain[at : match.start()]:
                continue
            if self._several.search(match["where"]):
                return _Place(match.end())
            start, end = match.span("where")
            begin = self._paths.within(plain, start) or start
            found = self._paths.read(plain, begin, source.quoted)
            paths, begin = found or ([], begin)
            return _Place(match.end(), self._name(source, plain, begin, end), tuple(paths))
        return None

    def _place(self, source: Source, plain: str, at: int) -> _Place | None:
        """The provisions with which the statement begins, and the act. None where it begins with what is neither these
        nor an operation."""
        throughout = self._throughout.match(plain, at)
        within = None if throughout else self._paths.within(plain, at)
        begin = _blank(plain, throughout.end()) if throughout else within or at
        found = self._paths.read(plain, begin, source.quoted)
        paths, end = found or ([], begin)
        if found is None and begin == at:
            return _Place(at) if self._operations.begins(plain, at) == at else None
        end = _blank(plain, end)
        if within is not None and paths and (inner := self._paths.read(plain, end, source.quoted)) is not None:
            # "в статье 31 абзац девятый исключить"
            paths, within = [nested(above, path) for above in paths for path in inner[0]], None
            end = _blank(plain, inner[1])
        if throughout is None:
            throughout = self._throughout.match(plain, end)
            end = _blank(plain, throughout.end()) if throughout else end
        inside = within is not None or self._paths.holds(plain, begin)
        stop = self._operations.begins(plain, end)
        tail = plain[end:stop].strip(" ,–—-")
        if not tail:
            return _Place(stop, "", tuple(paths), throughout is not None, inside)
        if self._act.match(tail):
            name = self._name(source, plain, end, stop)
            return _Place(stop, name, tuple(paths), throughout is not None, inside)
        return _Place(end, "", tuple(paths), throughout is not None, inside) if paths else None

    def _name(self, source: Source, plain: str, start: int, end: int) -> str:
        """The act's name, without its date and where it was published."""
        tail = plain[start:end].strip()
        if not tail or self._this_act.match(tail):
            return ""
        cut = self._name_ends.search(plain, start, end)
        stop = cut.start() if cut else end
        words = source.text(start, stop).strip(" ,")
        title = re.compile(Q).search(plain, stop, end)
        bracket = plain.find("(", stop, end)
        if title is None or (0 <= bracket < title.start()):
            return words
        return f"{words} {source.text(*title.span())}"


def _articles_named(instructions: Sequence[Instruction]) -> list[Instruction]:
    """Those on parts of an article that none names are refused; on points, too, unless the act is on points only."""
    named = any(i.target.steps and i.target.steps[0].level == "article" for i in instructions)
    out = []
    for made in instructions:
        level = made.target.steps[0].level if made.target.steps else "article"
        if level in ("article", "outside") or (level in ("", PARAGRAPH) and not named and made.target.steps):
            out.append(made)
        else:
            reason = made.reason or f"no article is named of which it would be ({made.target.cite})"
            out.append(replace(made, target=Target((), act=made.target.act), reason=reason))
    return out


def _beside(made: Instruction) -> bool:
    return made.target.steps[0].level == "outside"


def _first(place: _Place | None) -> Target:
    return place.paths[0].target(place.act) if place is not None and place.paths else _NOWHERE


def _under(context: _Context, place: _Place) -> _Context:
    """What the place means under the headings above it."""
    if place.act and not place.paths:
        return _Context(place.act)
    if not place.paths:
        return context
    whole = tuple(dict.fromkeys(nested(above, path) for above in context.paths for path in place.paths))
    return _Context(place.act or context.act, whole)


def _blank(plain: str, at: int) -> int:
    while plain[at : at + 1].isspace():
        at += 1
    return at
