"""Post-Soviet amending language: what is done to the provisions that a statement names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.amendments.model import Anchor, Instruction, Occurrence, Op, Part, Payload, Step, Target, Where
from corpus.amendments.traditions.russian_payloads import Payloads
from corpus.amendments.traditions.russian_quotes import Q
from corpus.amendments.traditions.russian_source import Source
from corpus.amendments.traditions.russian_targets import Path, Paths, Unit, nested
from corpus.amendments.traditions.russian_text import ArticleText

__all__ = ["Operations"]

_COUNTED = frozenset({"alinea", "sentence"})


@dataclass(frozen=True, slots=True)
class _Pattern:
    op: Op
    after: str
    """Only behind this operation, of which it leaves out the verb."""
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Call:
    """One operation as it stands in a statement."""

    base: Instruction
    source: Source
    plain: str
    match: re.Match[str]
    paths: tuple[Path, ...]
    act: str
    throughout: bool

    @property
    def targets(self) -> list[Target]:
        return [path.target(self.act) for path in self.paths]

    def words(self, group: str) -> list[str]:
        return self.source.words(*self.match.span(group))


class Operations:
    """Reads operations with the words of `data`."""

    def __init__(self, data: dict[str, Any], paths: Paths, layout: ArticleText) -> None:
        self._paths = paths
        self._payloads = Payloads(layout)
        self._sides = {word: Where(side) for word, side in data["sides"].items()}
        several = rf"{Q}(?:(?:\s?,\s?|\sи\s|\s?[,;]?\s){Q})*"
        macros = {
            "{Q}": Q,
            "{QS}": several,
            "{WORDS}": data["words"],
            "{IT}": data["it"],
            "{ADAPT}": data["adapt"],
            "{ADAPT2}": data["adapt"].replace("<adapt>", "<adapt2>"),
            "{PATH}": rf"(?:{Q}|[^;:\ue000])+?",
            "{TARGET}": rf"(?P<target>(?:{Q}|[^;:\ue000])+?)",
            "{ACT}": data["act"],
            "{INSTRUMENTAL}": data["instrumental"],
        }
        self._patterns = []
        for one in data["operations"]:
            words = one["pattern"]
            for name, pattern in macros.items():
                words = words.replace(name, pattern)
            self._patterns.append(_Pattern(Op(one["op"]), one.get("after", ""), re.compile(rf"(?<!\w){words}", re.I)))
        self._joins = re.compile(data["ops_joins"])

    def begins(self, plain: str, at: int) -> int:
        """Where the first operation from `at` on begins; the end of the text where none does."""
        found = [m.start() for p in self._patterns if not p.after and (m := p.words.search(plain, at))]
        return min(found, default=len(plain))

    def read(
        self,
        base: Instruction,
        source: Source,
        plain: str,
        at: int,
        paths: tuple[Path, ...],
        act: str,
        *,
        throughout: bool,
    ) -> list[Instruction] | None:
        """The operations from `at` to the end of the text; None where a word of it is not understood."""
        out: list[Instruction] = []
        above, last = paths, ""
        at += len(plain[at:]) - len(plain[at:].lstrip(" ,–—-"))
        while plain[at:].strip(" ,;."):
            if out:
                joined = self._joins.match(plain, at)
                at = joined.end() if joined else at
                begin = self._paths.within(plain, at) or at
                found = self._paths.read(plain, begin, source.quoted)
                if found is not None:
                    paths = tuple(dict.fromkeys(nested(a, p) for a in _heads(above, found[0]) for p in found[0]))
                    at = found[1] + len(plain[found[1] :]) - len(plain[found[1] :].lstrip())
                    last = ""
            hits = ((p, m) for p in self._patterns if p.after in ("", last) and (m := p.words.match(plain, at)))
            calls = ((p.op, _Call(base, source, plain, m, paths, act, throughout)) for p, m in hits)
            done = next(((op, call, made) for op, call in calls if (made := self._made(call, op)) is not None), None)
            if done is None:
                return None
            op, call, made = done
            out += made
            at, last = call.match.end(), op.value
        return out

    def _made(self, call: _Call, op: Op) -> list[Instruction] | None:
        if call.match.groupdict().get("target"):
            found = self._paths.read(call.plain, call.match.start("target"), call.source.quoted)
            if found is None or found[1] != call.match.end("target"):
                return None
            paths = tuple(dict.fromkeys(nested(a, p) for a in call.paths for p in found[0]))
            call = replace(call, paths=paths)
        if op is Op.SUBSTITUTE_TEXT:
            return self._substituted(call)
        if op is Op.DELETE_TEXT:
            one = Occurrence.EACH if call.throughout else Occurrence.ONLY
            made = replace(call.base, op=op)
            return [
                replace(made, target=t, anchor=Anchor(text=w, occurrence=one))
                for t in call.targets
                for w in call.words("old")
            ]
        if op is Op.INSERT_TEXT:
            return self._inserted_words(call)
        if op is Op.REPLACE:
            return self._replaced(call)
        if op in (Op.DELETE, Op.REPEAL):
            if any(not t.steps or t.part is not Part.WHOLE for t in call.targets):
                return None
            return [replace(call.base, op=op, target=t) for t in call.targets]
        if op is Op.INSERT:
            return self._inserted(call)
        return self._renumbered(call)

    def _substituted(self, call: _Call) -> list[Instruction] | None:
        old, new = call.words("old"), call.words("new")
        if len(old) != len(new):
            return None
        groups = call.match.groupdict()
        adapt = bool(groups.get("adapt") or groups.get("adapt2"))
        reason = "how the words are to be inflected is not certain" if adapt else ""
        base = replace(call.base, reason=reason)
        if call.throughout:
            anchor = Anchor(text=old[0], occurrence=Occurrence.EACH, others=tuple(zip(old[1:], new[1:], strict=True)))
            return [replace(base, op=Op.GLOBAL, target=t, anchor=anchor, payload=Payload(new[0])) for t in call.targets]
        return [
            replace(base, op=Op.SUBSTITUTE_TEXT, target=t, anchor=Anchor(text=a), payload=Payload(b))
            for t in call.targets
            for a, b in zip(old, new, strict=True)
        ]

    def _inserted_words(self, call: _Call) -> list[Instruction] | None:
        groups = call.match.groupdict()
        words = call.words("new")[0]
        if not groups.get("side"):
            if call.throughout:
                return None
            anchor = Anchor(Where.END)
        else:
            one = Occurrence.EACH if call.throughout else Occurrence.ONLY
            side = self._sides[groups["side"].casefold()]
            anchor = Anchor(side, text=call.words("anchor")[0], occurrence=one)
        made = replace(call.base, op=Op.INSERT_TEXT, anchor=anchor, payload=Payload(words))
        return [replace(made, target=t) for t in call.targets]

    def _replaced(self, call: _Call) -> list[Instruction] | None:
        payload = call.source.payload(*call.match.span("payload"))
        targets = call.targets
        if any(not t.steps for t in targets):
            return None
        if any(t.part is Part.HEADING for t in targets):
            title = self._payloads.title(payload, targets[0]) if len(targets) == 1 else None
            if title is None:
                return [replace(call.base, target=targets[0], reason="what is quoted is not the heading")]
            return [replace(call.base, op=Op.TITLE, target=targets[0], payload=title)]
        pieces = self._payloads.pieces(payload, targets)
        if pieces is None:
            reason = "what is quoted is not what it says is quoted, or cannot be told apart"
            return [replace(call.base, target=targets[0], reason=reason)]
        return [replace(call.base, op=Op.REPLACE, target=replace(t, through=""), payload=p) for t, p in pieces]

    def _inserted(self, call: _Call) -> list[Instruction] | None:
        """New units: behind the one that is named, or by their number."""
        units = self._units(call.plain, *call.match.span("unit"), call.source)
        if units is None:
            return None
        payload = call.source.payload(*call.match.span("payload"))
        behind = next((g for g in ("behind", "behind2") if call.match.groupdict().get(g)), None)
        if units[0].kind == "article":
            return self._articles(call, units, payload, behind)
        problem = self._payloads.problem(payload, units)
        made = replace(call.base, op=Op.INSERT, payload=payload, reason=problem)
        if any(path.outside for path in call.paths) or any(t.part is not Part.WHOLE for t in call.targets):
            return None
        if behind is None:
            if not all(path.units for path in call.paths):
                return None
            step = units[0].step
            assert step is not None
            where = Anchor(Where.ORDER, steps=(step,))
            parents = [nested(path, Path((units[0],))) for path in call.paths]  # a note stands in no part
            targets = dict.fromkeys(Path(p.units[:-1]).target(call.act) for p in parents)
            return [replace(made, target=t, anchor=where) for t in targets if t.steps] or None
        beside = self._beside(call, behind)
        if beside is None or len(call.paths) != 1:
            return None
        steps = nested(call.paths[0], beside).target().steps
        target = Target(steps[:-1], act=call.act)
        if not target.steps:
            return None
        return [replace(made, target=target, anchor=Anchor(Where.AFTER, steps=steps[-1:]))]

    def _articles(
        self, call: _Call, units: list[Unit], payload: Payload, behind: str | None
    ) -> list[Instruction] | None:
        pieces = self._payloads.articles(payload, [u.num for u in units])
        nowhere = Target((), act=call.act)
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

    def _beside(self, call: _Call, group: str) -> Path | None:
        found = self._paths.read(call.plain, call.match.start(group), call.source.quoted)
        if found is None or len(found[0]) != 1 or found[1] != call.match.end(group):
            return None
        return found[0][0]

    def _renumbered(self, call: _Call) -> list[Instruction] | None:
        units = self._units(call.plain, *call.match.span("unit"), call.source)
        if units is None or len(units) != len(call.paths):
            return None
        if units[0].kind in _COUNTED:
            return [replace(call.base, op=Op.COMMENCE, target=t) for t in call.targets]  # no sign of it in the text
        if any(u.kind != p.units[-1].kind for u, p in zip(units, call.paths, strict=True) if p.units):
            return None
        return [
            replace(call.base, op=Op.RENUMBER, target=t, payload=Payload(u.num))
            for t, u in zip(call.targets, units, strict=True)
        ]

    def _units(self, plain: str, start: int, end: int, source: Source) -> list[Unit] | None:
        """Units as they are named where they are put in: all of one kind, nothing else beside them."""
        found = self._paths.read(plain, start, source.quoted)
        if found is None or found[1] != end or any(len(p.units) != 1 or p.outside for p in found[0]):
            return None
        units = [_widened(u) for p in found[0] for u in p.units]
        flat = [u for us in units for u in us]
        return flat if len({u.kind for u in flat}) == 1 and flat[0].kind != "heading" else None


def _widened(unit: Unit) -> list[Unit]:
    """A range of new numbers, each by itself."""
    if not unit.through:
        return [unit]
    if not (unit.num.isdigit() and unit.through.isdigit()):
        return [unit]
    return [replace(unit, num=str(n), through="") for n in range(int(unit.num), int(unit.through) + 1)]


def _heads(above: Sequence[Path], paths: Sequence[Path]) -> Sequence[Path]:
    """What provisions named in the middle of a statement stand under: what those named first stand in."""
    return above if not any(p.article for p in paths) else (Path(),)
