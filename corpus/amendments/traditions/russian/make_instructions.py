"""Post-Soviet amending language: what is done to the provisions that a statement names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from palermo.corpus.amendments.model import Anchor, Instruction, Occurrence, Op, Part, Payload, Step, Target, Where
from palermo.corpus.amendments.traditions.numbered.quotations import Q
from palermo.corpus.amendments.traditions.russian.inflection import Forms
from palermo.corpus.amendments.traditions.russian.layout.article_text import RussianArticleText
from palermo.corpus.amendments.traditions.russian.quoted_provisions import RussianPayloads
from palermo.corpus.amendments.traditions.russian.references import RussianPath, RussianReferences, RussianUnit, nested
from palermo.corpus.amendments.traditions.russian.text.source import RussianSource
from palermo.corpus.amendments.traditions.russian.words import RussianWords

__all__ = ["RussianOperations", "Task"]

_OVERFLOW = "what is quoted holds amending language: where it ends cannot be told"
_THEMSELVES = frozenset({Op.DELETE, Op.REPEAL, Op.REPLACE, Op.RENUMBER})
_COUNTED = frozenset({"alinea", "sentence"})
_SENTENCES = frozenset({"article", "part", "note", "sentence"})  # they end in a full stop, whatever follows


@dataclass(frozen=True, slots=True)
class _Pattern:
    op: Op
    after: str
    """Only behind this operation, of which it leaves out the verb."""
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Task:
    """A statement behind the provisions that it names first: `plain` from `at` on (quotations blotted out).

    `base` is the instruction without its operation; `throughout`: the words are to be changed wherever they stand.
    """

    base: Instruction
    source: RussianSource
    plain: str
    at: int
    paths: tuple[RussianPath, ...]
    act: str
    throughout: bool
    named: bool
    """Whether the statement names the provisions themselves; else words in them, or what is put in, are meant."""


@dataclass(frozen=True, slots=True)
class _Call:
    """An operation of a task, on the provisions at `paths`."""

    task: Task
    match: re.Match[str]
    paths: tuple[RussianPath, ...]

    @property
    def base(self) -> Instruction:
        return self.task.base

    @property
    def targets(self) -> list[Target]:
        return [path.target(self.task.act) for path in self.paths]

    @property
    def occurrence(self) -> Occurrence:
        return Occurrence.EACH if self.task.throughout else Occurrence.ONLY

    def words(self, group: str) -> list[str]:
        return self.task.source.words(*self.match.span(group))

    def payload(self, kind: str) -> Payload:
        """The quoted text for units of the kind."""
        start, end = self.match.span("payload")
        payload = self.task.source.payload(start, end)
        return self.task.source.closed(payload, end) if kind in _SENTENCES else payload


class RussianOperations:
    """Reads operations with the words of `data`."""

    def __init__(self, data: RussianWords, paths: RussianReferences, layout: RussianArticleText) -> None:
        self._paths = paths
        self._payloads = RussianPayloads(layout)
        self._sides = {word: Where(side) for word, side in data.sides.items()}
        several = rf"{Q}(?:(?:\s?,\s?|\s(?:{data.and_})\s|\s?[,;]?\s){Q})*"
        macros = {f"{{{name}}}": words for name, words in reversed([*data.macros.items()])} | {
            "{Q}": Q,
            "{QS}": several,
            "{WORDS}": data.words,
            "{IT}": data.it,
            "{ADAPT}": data.adapt,
            "{ADAPT2}": data.adapt.replace("<adapt>", "<adapt2>"),
            "{PATH}": rf"(?:{Q}|[^;:\ue000])+?",
            "{TARGET}": rf"(?P<target>(?:{Q}|[^;:\ue000])+?)",
            "{ACT}": data.act,
            "{INSTRUMENTAL}": data.instrumental,
        }
        self._patterns = []
        for one in data.operations:
            words = re.compile(rf"(?<!\w){_filled(one.pattern, macros)}", re.I)
            self._patterns.append(_Pattern(Op(one.op), one.after, words))
        self._joins = data.ops_joins
        self._verbs = re.compile(data.signs, re.I)
        changed = rf"{data.words}\s[«\"“„][^«»\"“”]*[»\"”“]\s.{{0,40}}?{data.signs}"
        self._amends = re.compile(rf"{changed}|{data.signs}[^;.]{{0,80}}{data.introduces}", re.I)
        self._forms = Forms(data)
        self._several = data.several_cases
        self._this_act = re.compile(rf"(?:(?:{data.to_article})?(?:{data.this_act}))?", re.I)
        self._signs = [(re.compile(pattern, re.I), sign) for pattern, sign in data.signs_named.items()]
        self._readers = {
            Op.SUBSTITUTE_TEXT: self._substituted,
            Op.DELETE_TEXT: self._deleted_words,
            Op.INSERT_TEXT: self._inserted_words,
            Op.REPLACE: self._replaced,
            Op.DELETE: self._deleted,
            Op.REPEAL: self._deleted,
            Op.INSERT: self._inserted,
            Op.RENUMBER: self._renumbered,
        }

    def begins(self, plain: str, position: int) -> int:
        """The offset where the first operation from `position` on begins; the end of the text where none does."""
        found = [m.start() for p in self._patterns if not p.after and (m := p.words.search(plain, position))]
        return min(found, default=len(plain))

    def read(self, task: Task) -> list[Instruction] | None:
        """The operations to the end of the text; None where a word of it is not understood."""
        out: list[Instruction] = []
        plain, paths, last, named = task.plain, task.paths, "", task.named
        at = task.at + len(plain[task.at :]) - len(plain[task.at :].lstrip(" ,–—-"))
        while plain[at:].strip(" ,;."):
            if out:
                joined = self._joins.match(plain, at)
                at = joined.end() if joined else at
                found = self._paths.named(plain, at, task.source.quoted)
                if found is not None:
                    paths = tuple(dict.fromkeys(nested(a, p) for a in task.paths for p in found[0]))
                    at = found[1] + len(plain[found[1] :]) - len(plain[found[1] :].lstrip())
                    last, named = "", not found[2]
            hits = ((p, m) for p in self._patterns if p.after in ("", last) and (m := p.words.match(plain, at)))
            calls = ((p.op, _Call(task, m, paths)) for p, m in hits)
            done = next(((op, call, made) for op, call in calls if (made := self._made(call, op)) is not None), None)
            if done is None:
                return None
            op, call, made = done
            if op in _THEMSELVES and not named and not call.match.groupdict().get("target"):
                return None
            named = False
            out += made
            at, last = call.match.end(), op.value
        return out or None

    def _made(self, call: _Call, op: Op) -> list[Instruction] | None:
        task = call.task
        if "act" in call.match.groupdict():
            call = replace(call, task=replace(task, act=task.source.text(*call.match.span("act"))))
        if call.match.groupdict().get("target"):
            found = self._paths.read(task.plain, call.match.start("target"), task.source.quoted)
            if found is None or not self._this_act.fullmatch(task.plain[found[1] : call.match.end("target")].strip()):
                return None
            call = replace(call, paths=tuple(dict.fromkeys(nested(a, p) for a in call.paths for p in found[0])))
        if self._overflows(call):
            return [replace(call.base, op=op, target=t, reason=_OVERFLOW) for t in call.targets]
        return self._readers[op](call, op)

    def _overflows(self, call: _Call) -> bool:
        """True if what seems to be quoted holds an instruction: a closing mark is missing."""
        groups = call.match.groupdict()
        if groups.get("payload"):
            text = " ".join(call.words("payload"))
            return self._amends.search(text) is not None
        texts = [text for group in ("old", "new", "anchor") if groups.get(group) for text in call.words(group)]
        return any(self._amends.search(text) or (";" in text and self._verbs.search(text)) for text in texts)

    def _deleted_words(self, call: _Call, op: Op) -> list[Instruction] | None:
        anchors = [Anchor(text=words, occurrence=call.occurrence) for words in call.words("old")]
        return [replace(call.base, op=op, target=t, anchor=a) for t in call.targets for a in anchors]

    def _deleted(self, call: _Call, op: Op) -> list[Instruction] | None:
        if any(not t.steps or t.part is not Part.WHOLE for t in call.targets):
            return None
        return [replace(call.base, op=op, target=t) for t in call.targets]

    def _substituted(self, call: _Call, op: Op) -> list[Instruction] | None:
        if "oldsign" in call.match.groupdict():
            return self._sign_changed(call, op)
        old, new = call.words("old"), call.words("new")
        if len(old) != len(new):
            return None
        pairs = list(zip(old, new, strict=True))
        groups = call.match.groupdict()
        adapt = groups.get("adapt") or groups.get("adapt2")
        if adapt:
            forms = [self._forms.pairs(a, b) for a, b in pairs]
            if None in forms:
                unsure = ", ".join(f"“{b}”" for (_, b), f in zip(pairs, forms, strict=True) if f is None)
                made = replace(call.base, op=op, reason=f"how {unsure} is to be inflected is not certain")
                return [replace(made, target=t) for t in call.targets]
            pairs = [pair for one in forms for pair in one or ()]
        if call.task.throughout or adapt:
            several = call.task.throughout or re.search(self._several, adapt or "") is not None
            occurrence = Occurrence.EACH if several else Occurrence.ONLY
            anchor = Anchor(text=pairs[0][0], occurrence=occurrence, others=tuple(pairs[1:]))
            made = replace(call.base, op=Op.GLOBAL, anchor=anchor, payload=Payload(pairs[0][1]))
            return [replace(made, target=t) for t in call.targets]
        made = replace(call.base, op=op)
        return [
            replace(made, target=t, anchor=Anchor(text=a), payload=Payload(b)) for t in call.targets for a, b in pairs
        ]

    def _sign_changed(self, call: _Call, op: Op) -> list[Instruction]:
        """The last sign of a provision."""
        old, new = (self._sign(call.match[group]) for group in ("oldsign", "newsign"))
        made = replace(call.base, op=op, anchor=Anchor(Where.END, text=old), payload=Payload(new))
        return [replace(made, target=t) for t in call.targets]

    def _sign(self, name: str) -> str:
        return next(sign for pattern, sign in self._signs if pattern.fullmatch(name))

    def _inserted_words(self, call: _Call, op: Op) -> list[Instruction] | None:
        groups = call.match.groupdict()
        words = call.words("new")[0]
        if not groups.get("side"):
            if call.task.throughout:
                return None
            anchor = Anchor(Where.END)
        else:
            side = self._sides[groups["side"].casefold()]
            anchor = Anchor(side, text=call.words("anchor")[0], occurrence=call.occurrence)
        made = replace(call.base, op=op, anchor=anchor, payload=Payload(words))
        return [replace(made, target=t) for t in call.targets]

    def _replaced(self, call: _Call, op: Op) -> list[Instruction] | None:
        targets = call.targets
        payload = call.payload(call.paths[0].units[-1].kind if call.paths[0].units else "")
        if any(not t.steps for t in targets):
            return None
        if any(t.steps[-1].level == "annex" for t in targets):
            return [replace(call.base, target=t, reason="palermo replaces no whole annexes") for t in targets]
        if any(t.part is Part.HEADING for t in targets):
            title = self._payloads.title(payload, targets[0]) if len(targets) == 1 else None
            if title is None:
                return [replace(call.base, target=targets[0], reason="what is quoted is not the heading")]
            return [replace(call.base, op=Op.TITLE, target=targets[0], payload=title)]
        pieces = self._payloads.pieces(payload, targets)
        if pieces is None:
            reason = "what is quoted is not what it says is quoted, or cannot be told apart"
            return [replace(call.base, target=targets[0], reason=reason)]
        return [replace(call.base, op=op, target=t, payload=p) for t, p in pieces]

    def _inserted(self, call: _Call, op: Op) -> list[Instruction] | None:
        """New units: behind the one that is named, or by their number."""
        named = self._units(call)
        if named is None:
            return self._chapters(call, op)
        outer, units = named
        payload = call.payload(units[0].kind)
        behind = next((g for g in ("behind", "behind2") if call.match.groupdict().get(g)), None)
        if units[0].kind == "annex":
            return [
                replace(call.base, op=op, target=t, reason="palermo puts in no whole annexes") for t in call.targets
            ]
        if units[0].kind == "article":
            return self._articles(call, units, payload, behind)
        if any(path.outside for path in call.paths) or any(t.part is not Part.WHOLE for t in call.targets):
            return None
        made = replace(call.base, op=op, payload=payload, reason=self._payloads.problem(payload, units))
        return self._by_number(call, made, (*outer, units[0])) if behind is None else self._behind(call, made, behind)

    def _chapters(self, call: _Call, op: Op) -> list[Instruction] | None:
        """Provisions put in beside articles: named, and left to the one who carries it out."""
        found = self._paths.read(call.task.plain, call.match.start("unit"), call.task.source.quoted)
        if found is None or not all(path.outside for path in found[0]):
            return None
        made = replace(call.base, op=op, reason="palermo amends articles only")
        return [replace(made, target=path.target(call.task.act)) for path in found[0]]

    def _by_number(self, call: _Call, made: Instruction, units: tuple[RussianUnit, ...]) -> list[Instruction] | None:
        """The places where the numbers say; a note stands in no part, whatever the heading above."""
        step = units[-1].step
        if step is None or not all(path.units for path in call.paths):
            return None
        parents = [nested(path, RussianPath(units)) for path in call.paths]
        targets = dict.fromkeys(RussianPath(p.units[:-1]).target(call.task.act) for p in parents)
        anchor = Anchor(Where.ORDER, steps=(step,))
        return [replace(made, target=target, anchor=anchor) for target in targets if target.steps] or None

    def _behind(self, call: _Call, made: Instruction, group: str) -> list[Instruction] | None:
        beside = self._beside(call, group)
        if beside is None or len(call.paths) != 1:
            return None
        steps = nested(call.paths[0], beside).target().steps
        if len(steps) < 2:
            return None
        target = Target(steps[:-1], act=call.task.act)
        return [replace(made, target=target, anchor=Anchor(Where.AFTER, steps=steps[-1:]))]

    def _articles(
        self, call: _Call, units: list[RussianUnit], payload: Payload, behind: str | None
    ) -> list[Instruction] | None:
        pieces = self._payloads.articles(payload, [u.num for u in units])
        nowhere = Target((), act=call.task.act)
        if pieces is None:
            reason = "what is quoted are not the articles with these numbers"
            return [replace(call.base, target=nowhere, op=Op.INSERT, reason=reason)]
        anchors = [Anchor(Where.ORDER, steps=(Step("article", u.num),)) for u in units]
        if behind is not None:
            beside = self._beside(call, behind)
            if beside is None or len(beside.units) != 1 or beside.units[0].kind != "article":
                return None
            numbers = [beside.units[0].num, *(u.num for u in units[:-1])]
            anchors = [Anchor(Where.AFTER, steps=(Step("article", n),)) for n in numbers]
        return [
            replace(call.base, op=Op.INSERT, target=nowhere, anchor=a, payload=p)
            for a, p in zip(anchors, pieces, strict=True)
        ]

    def _beside(self, call: _Call, group: str) -> RussianPath | None:
        start, end = call.match.span(group)
        found = self._paths.read(call.task.plain[:end], start, call.task.source.quoted)
        if found is None or len(found[0]) != 1 or found[1] != end:
            return None
        return found[0][0]

    def _renumbered(self, call: _Call, op: Op) -> list[Instruction] | None:
        named = self._units(call)
        if named is None or len(named[1]) != len(call.paths):
            return None
        units = named[1]
        if units[0].kind in _COUNTED:
            return [replace(call.base, op=Op.COMMENCE, target=t) for t in call.targets]  # no sign of it in the text
        if any(u.kind != p.units[-1].kind for u, p in zip(units, call.paths, strict=True) if p.units):
            return None
        return [
            replace(call.base, op=op, target=t, payload=Payload(u.num))
            for t, u in zip(call.targets, units, strict=True)
        ]

    def _units(self, call: _Call) -> tuple[tuple[RussianUnit, ...], list[RussianUnit]] | None:
        """Units as they are named where they are put in, all of one kind, and what they stand in (a note's points)."""
        start, end = call.match.span("unit")
        found = self._paths.read(call.task.plain, start, call.task.source.quoted)
        if found is None or found[1] != end or any(p.outside for p in found[0]):
            return None
        outer = found[0][0].units[:-1]
        units = [unit for path in found[0] for unit in _widened(path.units[-1])]
        same = len({u.kind for u in units}) == 1 and all(p.units[:-1] == outer for p in found[0])
        if not same or units[0].kind == "heading" or any(u.kind != "note" for u in outer):
            return None
        return outer, units


def _filled(pattern: str, macros: Mapping[str, str]) -> str:
    for name, words in macros.items():
        pattern = pattern.replace(name, words)
    return pattern


def _widened(unit: RussianUnit) -> list[RussianUnit]:
    """A range of new numbers, each by itself."""
    if not unit.through:
        return [unit]
    if not (unit.num.isdigit() and unit.through.isdigit()):
        return [unit]
    return [replace(unit, num=str(n), through="") for n in range(int(unit.num), int(unit.through) + 1)]
