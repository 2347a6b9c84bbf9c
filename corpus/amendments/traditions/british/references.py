"""References in British instructions: "section 5(2)(a)", "paragraph (b) of subsection (2)", a definition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from palermo.corpus.amendments.model import Part, Step, Target
from palermo.corpus.amendments.traditions.british import schedules
from palermo.corpus.amendments.traditions.british.spelled_numbers import WORDED, figures
from palermo.corpus.amendments.traditions.british.words import BritishWords
from palermo.corpus.amendments.traditions.clausal.reference import QUOTE, ClausalReference

__all__ = ["BritishReferences"]

_NUM = rf"(?:\d+(?:[A-Z]{{1,3}}|[a-z](?![a-z]))?|{WORDED})"
_ITEM = rf"(?:{_NUM}(?:\s?\(\w{{1,5}}\))*|(?:\(\w{{1,5}}\))+)"
_RANGE = rf"{_ITEM}(?: to {_ITEM})?"
_LIST = rf"{_RANGE}(?:(?:, {_RANGE})+,? (?:and|or) {_RANGE}| (?:and|or) {_RANGE})?"


_INNERMOST = ("sentence", "explanation")

_Token = tuple[str, str]  # "n" for a bare number, "p" for one in brackets; the number


class BritishReferences:
    """Finds and reads the references in a text of which the quotations are blotted out."""

    def __init__(self, data: BritishWords) -> None:
        self._ladder = data.ladder
        self._places = data.ordinals_of_places
        self._kinds = [re.compile(kind) for kind in data.kinds]
        self._levels = {word: level for level, words in data.units.items() for word in words}
        names = "|".join(sorted(self._levels, key=len, reverse=True))
        self.plain = rf"(?:[Tt]he (?:said|renumbered) )?(?i:(?:{names}))s?\s{_LIST}"
        self.act = rf"(?<!\w)(?:{data.act})"
        fill = {"{PLAIN}": self.plain, "{Q}": QUOTE, "{ACT}": self.act}
        self._unit = re.compile(rf"(?:[Tt]he (?:said|renumbered) )?(?P<unit>(?i:{names}))s?\s(?P<list>{_LIST})")
        self._forms = [("schedule", re.compile(schedules.SCHEDULE))]
        self._forms += [
            (name, re.compile(_filled(pattern, fill)))
            for name, pattern in (
                ("opening", data.opening),
                ("closing", data.closing),
                ("definition", data.definition),
                ("heading", data.heading),
                ("that", data.that),
                ("sentence", data.sentence),
                ("explanation", data.explanation),
                ("outside", data.outside),
            )
        ]
        aside = rf"(?:\s\((?!\w{{1,4}}\)|(?:{data.limits})\b)(?:[^()]|\([^()]*\))*\))?"
        forms = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for _, pattern in self._forms)
        atom = rf"(?:{forms}|{self.plain}){aside}"
        of = r"(?:,? of|(?<=\w) in|(?<=[)\ufffc]) in|,? to)(?: the)?\s"
        self._atom = re.compile(rf"(?:{forms}|{self.plain})")
        named = rf"(?:{of}{self.act}{aside})?"
        listed = rf"{schedules.SCHEDULE}{aside}{named}, (?:in )?{self.plain}{aside}"
        self._schedule, self._part = re.compile(schedules.SCHEDULE), re.compile(schedules.PART)
        joined = rf"{atom}(?:{of}{atom})*{named}(?: thereof)?"
        self._found = re.compile(rf"(?<![\w(])(?:{listed}|{joined}|{self.act}{aside})(?![\w])")
        self._act = re.compile(rf"{self.act}{aside}$")
        self._number = re.compile(rf"\((?P<p>\w{{1,5}})\)|(?P<n>\d+[A-Za-z]{{0,3}}|{WORDED})")
        self._item = re.compile(rf"(?:(?P<join>,? (?:and|or|to) |, ))?(?P<item>{_ITEM})")
        self.references = rf"(?<!\w){self.plain}"

    def find(self, text: str) -> list[re.Match[str]]:
        """The places where references stand, in order."""
        return list(self._found.finditer(text))

    def read(self, text: str, terms: Sequence[str]) -> ClausalReference | None:
        """The reference that `text` is; `terms` are the words of the quotations in it. None: not understood."""
        act = None
        rest = text
        if (named := self._act.search(text)) and not self._inside(text, named.start()):
            act = re.sub(r"\s+", " ", named.group()).strip()
            rest = re.sub(r"(?:,? (?:of|to|in)(?: the)?)?\s*$", "", text[: named.start()])
        if not rest:
            return ClausalReference((Target(()),), act)
        atoms = [m.group() for m in self._atoms(rest)]
        if any(self._schedule.fullmatch(atom) for atom in atoms):
            return self._scheduled(atoms, act or self._between(text))
        inside = self._inner(atoms)
        if inside and re.fullmatch(r"(?:that|the said) [Ss]chedule", atoms[-1]):
            return ClausalReference((), act, same="schedule", inside=inside)
        left = iter(terms)
        read = [self._one(atom, left) for atom in atoms]
        composed = None if None in read else self._composed([r for r in read if r is not None])
        if composed is None:
            return ClausalReference((), act, inside=inside) if inside else None
        return replace(composed, act=act, inside=inside)

    def _composed(self, atoms: list[ClausalReference]) -> ClausalReference | None:
        """Provisions that stand in each other."""
        if not atoms:
            return None
        if outside := next((r.outside for r in atoms if r.outside), ""):
            return ClausalReference(outside=outside)
        if len(atoms) > 1 and self._rank(atoms[0]) < self._rank(atoms[-1]):
            atoms.reverse()  # from the outermost in
        out = atoms[-1]
        for inner in reversed(atoms[:-1]):
            if inner.same or len(out.targets) != 1:
                return None
            out = ClausalReference(tuple(self.below(out.targets[0], t) for t in inner.targets), same=out.same)
        return out

    def _scheduled(self, atoms: Sequence[str], act: str | None) -> ClausalReference | None:
        """A reference into a schedule, or to the schedule itself."""
        outward = atoms if self._schedule.fullmatch(atoms[0]) else atoms[::-1]
        targets: tuple[Target, ...] = (Target((schedules.schedule(outward[0]),)),)
        if not self._schedule.fullmatch(outward[0]):
            return None
        for atom in outward[1:]:
            inner = (Target((schedules.part(atom),)),) if self._part.fullmatch(atom) else self._inner([atom])
            if len(targets) != 1 or not inner:
                return None
            targets = tuple(schedules.below(targets[0], t) for t in inner)
        return ClausalReference(targets, act)

    def _between(self, text: str) -> str | None:
        """The act that is named in the midst of a reference: "Schedule 1 to the Act, paragraph 3"."""
        found = re.search(rf"\s(?:to|of|in)(?: the)?\s(?P<act>{self.act})", text)
        return re.sub(r"\s+", " ", found["act"]) if found else None

    def _inner(self, atoms: Sequence[str]) -> tuple[Target, ...]:
        """The provisions as they are named in a schedule; () where they are none of one."""
        targets: tuple[Target, ...] = (Target(()),)
        for atom in reversed([a for a in atoms if not re.fullmatch(r"(?:that|the said) [Ss]chedule", a)]):
            match = self._unit.fullmatch(atom)
            if match is None or self._levels[match["unit"].casefold()] not in ("paragraph", "subparagraph"):
                return ()
            inner = self._listed(match["unit"], match["list"], scheduled=True)
            if not inner or len(targets) != 1:
                return ()
            targets = tuple(schedules.below(targets[0], t) for t in inner)
        return targets if targets[0].steps else ()

    def below(self, around: Target, inner: Target) -> Target:
        """The target that `inner` is where `around` is spoken of: this one's steps that are not deeper, and its own."""
        steps = around.steps
        if steps and steps[0].level == "schedule":
            return schedules.below(around, inner)
        if inner.steps:
            steps = tuple(s for s in steps if self._stays(s, inner.steps[0], steps))
        if not inner.steps and inner.part is not Part.HEADING:
            return replace(inner, steps=around.steps, act=around.act)
        if inner.part is Part.HEADING:
            steps = tuple(s for s in around.steps if s.level == "section")
        return replace(inner, steps=(*steps, *inner.steps), act=around.act)

    def _stays(self, step: Step, first: Step, steps: tuple[Step, ...]) -> bool:
        if first.level in _INNERMOST:
            return step.level not in _INNERMOST and (first.level == "sentence" or step.level in self._ladder[:2])
        if step.level in _INNERMOST:
            return False
        if first.level == "definition":
            return step.level in self._ladder[:2]
        if any(s.level == "definition" for s in steps) and self._ladder.index(first.level) < 2:
            return step.level in self._ladder[: self._ladder.index(first.level)]
        return step.level == "definition" or self._ladder.index(step.level) < self._ladder.index(first.level)

    def _inside(self, text: str, position: int) -> bool:
        """True if the act's name at `position` stands in an aside."""
        return text[:position].count("(") > text[:position].count(")")

    def _atoms(self, text: str) -> list[re.Match[str]]:
        at, out = 0, []
        while at < len(text):
            match = self._atom.search(text, at)
            if match is None:
                break
            if not self._inside(text, match.start()):
                out.append(match)
            at = match.end()
        return out

    def _rank(self, reference: ClausalReference) -> int:
        if reference.same:
            return self._ladder.index(reference.same) if reference.same in self._ladder else 2
        steps = reference.targets[0].steps if reference.targets else ()
        if not steps:
            return len(self._ladder) + 1
        if steps[0].level in _INNERMOST:
            return len(self._ladder)
        return 2 if steps[0].level == "definition" else self._ladder.index(steps[0].level)

    def _one(self, text: str, terms: Iterator[str]) -> ClausalReference | None:
        if match := self._unit.fullmatch(text):
            targets = self._listed(match["unit"], match["list"])
            return ClausalReference(tuple(targets)) if targets else None
        for name, pattern in self._forms:
            found = pattern.fullmatch(text)
            if found is None:
                continue
            if name in ("opening", "closing"):
                return self._portion(found.groupdict(), name)
            return self._worded(name, text, terms)
        return None

    def _worded(self, name: str, text: str, terms: Iterator[str]) -> ClausalReference:
        if name == "that":
            return ClausalReference((Target(()),), same=text.rpartition(" ")[2].replace("-", "").casefold())
        if name == "outside":
            return ClausalReference(outside=text)
        if name == "explanation":
            return ClausalReference((Target((Step("explanation", ""),)),))
        if name == "sentence":
            word = text.split()[-2].casefold()
            return ClausalReference((Target((Step("sentence", str(self._places.get(word, -1))),)),))
        if name == "heading":
            return ClausalReference((Target((), Part.HEADING),))
        count = len(re.findall(QUOTE, text))
        return ClausalReference(tuple(Target((Step("definition", next(terms)),)) for _ in range(count)))

    def _portion(self, groups: dict[str, str | None], name: str) -> ClausalReference | None:
        side = groups.get("before") or groups.get("after")
        if side is None:
            return ClausalReference((Target((), Part.OPENING if name == "opening" else Part.AFTER),))
        match = self._unit.fullmatch(side)
        edges = self._listed(match["unit"], match["list"]) if match else None
        if not edges or len(edges) != 1 or edges[0].through:
            return None
        steps = edges[0].steps
        part = Part.BEFORE if groups.get("before") else Part.AFTER
        return ClausalReference((Target(steps[:-1], part, edge=steps[-1]),))

    def _listed(self, unit: str, text: str, *, scheduled: bool = False) -> list[Target] | None:
        level = self._levels[unit.casefold()]
        out: list[Target] = []
        path: tuple[_Token, ...] = ()
        at = 0
        while at < len(text):
            item = self._item.match(text, at)
            if item is None or (at > 0) != (item["join"] is not None):
                return None
            at = item.end()
            found = self._number.finditer(item["item"])
            tokens = tuple((m.lastgroup or "", figures(m[m.lastgroup or 0])) for m in found)
            following = tokens if not path or tokens[0][0] == "n" else _going_on(path, tokens)
            if following is None:
                return None
            path = following
            if out and (item["join"] or "").strip(" ,") == "to":
                out[-1] = replace(out[-1], through=path[-1][1])
                continue
            steps = schedules.steps(path) if scheduled else self._steps(path, level)
            if steps is None:
                return None
            out.append(Target(steps))
        return out

    def _steps(self, path: tuple[_Token, ...], level: str) -> tuple[Step, ...] | None:
        """The levels of a path of numbers, of which either the first or (Malaysia) the last is of `level`."""
        bare = path[0][0] == "n"
        rung = self._ladder.index(level)
        if not bare and self._kinds[rung].fullmatch(path[0][1]):
            first = rung
        elif bare and rung == 0:
            first = 0
        else:
            first = 0 if bare else 1
            if len(path) == 1 and not bare:
                first = self._by_kind(path[0][1])  # "clause (i)", "paragraph (2)" of a regulation
            elif not self._fits(path, first, rung):
                return None
        steps: list[Step] = []
        at = first
        for kind, number in path:
            if kind == "p" and at == 1 and not number[0].isdigit():
                at = 2
            if at >= len(self._ladder) or (kind == "n" and steps):
                return None
            steps.append(Step(self._ladder[at], number))
            at += 1
        return tuple(steps)

    def _by_kind(self, number: str) -> int:
        kinds = ((1, number[0].isdigit()), (4, number.isupper()), (3, self._kinds[3].fullmatch(number) is not None))
        return next((rung for rung, fits in kinds if fits), 2)

    def _fits(self, path: tuple[_Token, ...], first: int, rung: int) -> bool:
        """True if the last number of a path is of the level that is named before it."""
        return self._kinds[rung].fullmatch(path[-1][1]) is not None and first + len(path) - 1 <= rung


def _filled(pattern: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        pattern = pattern.replace(name, value)
    return pattern


def _going_on(path: tuple[_Token, ...], tokens: tuple[_Token, ...]) -> tuple[_Token, ...] | None:
    """The path of the next number of a list: "(2)(a) and (b)" is (2)(b), "5(2)(a) and (3)" is 5(3).

    Its first number takes the place of the last one of its kind; None where the path has none.
    """
    kinds = [_kind(number) if token == "p" else "" for token, number in path]
    kind = _kind(tokens[0][1])
    at = max((n for n, k in enumerate(kinds) if k == kind), default=None)
    letters = [n for n, k in enumerate(kinds) if k in ("letter", "roman")]
    if at is None and kind in ("letter", "roman") and len(letters) == 1:
        at = letters[0]  # (h) and (i)
    return None if at is None else (*path[:at], *tokens)


def _kind(number: str) -> str:
    if number[0].isdigit():
        return "digit"
    if number.isupper():
        return "upper"
    return "roman" if re.fullmatch("[ivx]+", number) else "letter"
