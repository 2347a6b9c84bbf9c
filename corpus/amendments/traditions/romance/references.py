"""References in French and Spanish amending language: "la première phrase du deuxième alinéa du I de l'article 7"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from palermo.corpus.amendments.model import Part, Step, Target
from palermo.corpus.amendments.traditions.romance.layout.provision_numbers import ARTICLE, PUT_IN, normal
from palermo.corpus.amendments.traditions.romance.words import RomanceWords

__all__ = ["SAME", "RomancePath", "RomanceReference", "RomanceReferences", "RomanceUnit", "nested"]

SAME = "="  # "du même alinéa": the one that was named last
_COUNTED = frozenset({"alinea", "sentence", "indent", "opening", "inciso", "last"})
_RANKS = {
    "article": 0,
    "item": 1,
    "proviso": 1,
    "opening": 2,
    "alinea": 2,
    "inciso": 2,
    "last": 2,
    "indent": 3,
    "sentence": 4,
}


@dataclass(frozen=True, slots=True)
class RomanceUnit:
    """A unit as it is named: `form` is how its number looks ("" of what is counted), `through` the end of a range.

    `after` says that the number of a counted line stands behind its name ("alinéa 2").
    """

    kind: str
    num: str = ""
    form: str = ""
    through: str = ""
    after: bool = False

    def step(self) -> Step | None:
        """The step to it; None for what is no step (a heading)."""
        if self.kind in ("article", "item"):
            return Step("article" if self.kind == "article" else "", self.num)
        if self.kind == "proviso":
            return Step("", f"proviso {self.num}".strip())
        if self.kind not in _COUNTED:
            return None
        level = "sentence" if self.kind == "sentence" else "alinea"
        way = {"indent": "indent", "opening": "opening", "inciso": "inciso"}.get(self.kind, "")
        if self.num.startswith("-") and self.num != "-1":
            return Step(f"{level}:{self.num}", "1")
        if self.after and not way and level == "alinea" and self.num not in ("1", "-1"):
            way = "either"
        return Step(f"{level}:{way}" if way else level, self.num or ("-1" if self.kind == "last" else "1"))


@dataclass(frozen=True, slots=True)
class RomancePath:
    """Units from the outermost in; `outside` is what it leads to that is no part of an article."""

    units: tuple[RomanceUnit, ...] = ()
    outside: str = ""
    vague: bool = False

    @property
    def article(self) -> bool:
        return bool(self.outside) or (
            bool(self.units) and self.units[0].kind == "article" and self.units[0].num != SAME
        )

    def target(self, act: str = "") -> Target:
        if self.outside:
            return Target((Step("outside", self.outside),), act=act)
        steps = []
        for unit, inner in zip(self.units, (*self.units[1:], None), strict=False):
            step = unit.step()
            if step is not None and step.level in ("alinea", "alinea:either") and inner and inner.kind == "item":
                step = replace(step, level="alinea:list")  # "le 2° du premier alinéa": of the list below it
            sure = inner is not None and (unit.num, inner.num[:1] == "-") in (("1", False), ("-1", True))
            if step is not None and step.level == "alinea" and inner and inner.kind == "sentence" and sure:
                step = replace(step, level="alinea:words")  # its first sentence is, wherever the paragraph ends
            if step is not None:
                steps.append(step)
        part = Part.HEADING if self.units and self.units[-1].kind == "heading" else Part.WHOLE
        return Target(tuple(steps), part, through=self.units[-1].through if self.units else "", act=act)


@dataclass(frozen=True, slots=True)
class RomanceReference:
    """`paths` that stand at `start` to `end`; `role` is "at" where a place is named ("au I"), "of" where something is
    said to be of it ("du I"), "" otherwise."""

    start: int
    end: int
    role: str
    paths: tuple[RomancePath, ...]


def nested(context: RomancePath, path: RomancePath, last: RomancePath | None = None) -> RomancePath:
    """The path as it is meant under a heading; `last` is the one that was named last ("du même alinéa")."""
    if path.units and path.units[0].num == SAME:
        first = path.units[0]
        for known in (last, context):
            at = next((n for n, u in enumerate(known.units) if u.kind == first.kind), None) if known else None
            if known is not None and at is not None:
                return replace(path, units=(*known.units[: at + 1], *path.units[1:]))
        return replace(path, vague=True)
    if path.article or context.outside:
        return path if path.article else context
    if not path.units:
        return context
    first, kept = path.units[0], []
    for unit in context.units:
        same = unit.kind == first.kind and unit.form == first.form
        if unit.kind == "heading" or same or _RANKS.get(unit.kind, 9) > _RANKS.get(first.kind, 5):
            break
        kept.append(unit)
    return replace(path, units=(*kept, *path.units))


class RomanceReferences:
    """Finds and reads references with the words of `data`."""

    def __init__(self, data: RomanceWords) -> None:
        self._ordinals = {re.compile(p, re.I): n for p, n in data.ordinals.items()}
        self._counts = data.counts
        ordinal = "|".join(data.ordinals)
        ordinals = rf"(?:(?:{'|'.join(self._counts)})\s)?(?:{ordinal})(?:{data.list_joins}(?:{ordinal}))*"
        item = data.item.replace("{PUT_IN}", f"(?i:{PUT_IN})")
        macros = {
            "{ORDS}": f"(?P<ords>{ordinals})",
            "{ARTS}": rf"(?P<nums>(?:{ARTICLE}|{data.article_words})(?:{data.list_joins}(?:{ARTICLE}))*)",
            "{NUMS}": rf"(?P<nums>{item}(?:{data.list_joins}{item})*)",
            "{DIGITS}": rf"(?P<nums>\d+(?:er)?(?:{data.list_joins}\d+(?:er)?)*)",
        }
        self._units = []
        for one in data.units:
            pattern = one.pattern
            for name, value in macros.items():
                pattern = pattern.replace(name, value)
            self._units.append((one.kind, one.form, one.bare, re.compile(rf"(?:{pattern})(?![\w])")))
        self._item = re.compile(item)
        self._dotted = data.dotted
        self._join = re.compile(data.list_joins)
        self._range = data.range
        self._roles = list(data.determiners.items())
        self._same = data.same
        self._same_kinds = data.same_kinds
        self._of = data.of
        self._comma = data.inner
        self._and = data.and_
        self._outside = data.outside
        self._article_words = re.compile(data.article_words)
        self._start = re.compile(rf"(?<![\w’'\-.])(?={data.starts})")

    def find(self, text: str) -> list[RomanceReference]:
        """The references in the text, in order; none overlaps another."""
        out: list[RomanceReference] = []
        at = 0
        for match in self._start.finditer(text):
            if match.start() < at:
                continue
            found = self.read(text, match.start())
            if found is not None:
                out.append(found)
                at = found.end
        return out

    def read(self, text: str, position: int) -> RomanceReference | None:
        """The reference at `position`, with its determiner."""
        role, begin = self._role(text, position)
        first = self._chain(text, begin, bare=begin > position)
        if first is None:
            return None
        chains, end = [first[0]], first[1]
        while (join := self._and.match(text, end)) is not None:
            inner, begin = self._role(text, join.end())
            goes_on = inner == role or (not inner and join.group().strip() != ",")
            following = self._chain(text, begin, bare=begin > join.end()) if goes_on else None
            if following is None or (begin == join.end() and not following[0][0].units):
                break
            if join.group().strip() == "," and not _alike(first[0][0], following[0][0]):
                break
            chains.append(following[0])
            end = following[1]
        paths = [path for chain in self._shared(chains) for path in chain]
        return RomanceReference(position, end, role, tuple(paths))

    def _role(self, text: str, position: int) -> tuple[str, int]:
        found = [(m.end(), role) for role, pattern in self._roles if (m := pattern.match(text, position))]
        if not found:
            return "", position
        end, role = max(found)
        return "" if role == "the" else role, end

    def _shared(self, chains: list[list[RomancePath]]) -> list[list[RomancePath]]:
        """Chains with the units (the article) that only the last names."""
        last = chains[-1][0]
        out = []
        for paths in chains[:-1]:
            whole = []
            for path in paths:
                if path.article or not path.units or not last.units or path.units[0].num == SAME:
                    whole.append(path)
                    continue
                first = path.units[0]
                like = [n for n, u in enumerate(last.units) if u.kind == first.kind and u.form == first.form]
                if like:
                    whole.append(replace(path, units=(*last.units[: like[0]], *path.units)))
                elif last.units[0].kind == "article":
                    vague = any(u.kind == "item" for u in last.units[1:-1])
                    whole.append(replace(path, units=(last.units[0], *path.units), vague=vague))
                else:
                    whole.append(path)
            out.append(whole)
        return [*out, chains[-1]]

    def _chain(self, text: str, position: int, *, bare: bool) -> tuple[list[RomancePath], int] | None:
        """Units from the inside out ("du"), or from the outside in (behind commas)."""
        if outside := self._outside.match(text, position):
            end = self._around(text, outside.end())
            return [RomancePath(outside=text[position:end])], end
        found = self._unit(text, position, bare=bare)
        if found is None:
            return None
        levels, end = [found[0]], found[1]
        if levels[0][0].kind == "article":
            below, end = self._behind_dots(text, end)
            levels += below
        while True:
            of = self._of.match(text, end)
            if of is not None:
                if outside := self._outside.match(text, of.end()):
                    if levels[0][0].kind == "article":
                        end = self._around(text, outside.end())  # the chapter that the article stands in
                        break
                    return [RomancePath(outside=text[position : outside.end()])], self._around(text, outside.end())
                outer = self._unit(text, of.end(), bare=True)
                if outer is not None and self._may_hold(outer[0][0], levels[0][0]):
                    below, end = self._behind_dots(text, outer[1]) if outer[0][0].kind == "article" else ([], outer[1])
                    levels = [outer[0], *below, *levels]
                    continue
            comma = self._comma.match(text, end)
            inner = self._unit(text, comma.end(), bare=levels[-1][0].kind in ("article", "item")) if comma else None
            if inner is not None and self._may_hold(levels[-1][0], inner[0][0]) and inner[0][0].kind != "article":
                levels, end = [*levels, inner[0]], inner[1]
                continue
            break
        vague = (
            levels[-1][0].kind == "last" and levels[-2:][0][0].kind == "item"
        )  # a part of a sentence, or a paragraph?
        return [RomancePath(tuple(units), vague=vague) for units in product(*levels)], end

    def _around(self, text: str, position: int) -> int:
        """The offset behind the parts of an act in which one stands ("du titre II du livre Ier")."""
        while (of := self._of.match(text, position)) and (outside := self._outside.match(text, of.end())):
            position = outside.end()
        return position

    def _behind_dots(self, text: str, position: int) -> tuple[list[list[RomanceUnit]], int]:
        """The units in "18.2.b)" behind the article's number."""
        out: list[list[RomanceUnit]] = []
        while self._dotted and (inner := self._dotted.match(text, position)):
            out.append([RomanceUnit("item", normal(inner["num"]), "apartado" if inner["num"].isdigit() else "letra")])
            position = inner.end()
        return out, position

    @staticmethod
    def _may_hold(outer: RomanceUnit, inner: RomanceUnit) -> bool:
        if inner.kind in ("heading", "article"):
            return outer.kind == "article" and inner.kind == "heading"
        if outer.kind == "item" and inner.kind == "item":
            return outer.form != inner.form
        if outer.kind in ("alinea", "inciso", "opening") and inner.kind == "item":
            return True
        return _RANKS[outer.kind] < _RANKS[inner.kind] or (outer.kind == "item" and inner.kind != "article")

    def _unit(self, text: str, position: int, *, bare: bool) -> tuple[list[RomanceUnit], int] | None:
        same = self._same.match(text, position)
        if same is not None:
            return self._again(text, same)
        for kind, form, needs, pattern in self._units:
            if needs and not bare:
                continue
            match = pattern.match(text, position)
            if match is None:
                continue
            groups = match.groupdict()
            if groups.get("ords"):
                return [RomanceUnit(kind, n) for n in self._counted(groups["ords"])], match.end()
            if groups.get("nums"):
                made = [replace(u, form=form or u.form) for u in self._numbered(kind, groups["nums"])]
                return (made, match.end()) if made else None
            return [RomanceUnit(kind)], match.end()
        return None

    def _again(self, text: str, same: re.Match[str]) -> tuple[list[RomanceUnit], int] | None:
        """ "Même alinéa", "même I"."""
        if same["noun"]:
            return [RomanceUnit(self._same_kinds[same["noun"].casefold()], SAME)], same.end()
        number = self._item.match(text, same.end())
        return ([RomanceUnit("item", normal(number.group()), _form(number.group()))], number.end()) if number else None

    def _counted(self, words: str) -> list[str]:
        """Places: "deux premiers" are 1 and 2, "deuxième à quatrième" 2 to 4, the last is -1."""
        head, _, rest = words.partition(" ")
        if head.casefold() in self._counts and rest:
            many = self._counts[head.casefold()]
            place = self._place(rest)
            return [str(place + n) for n in range(many)] if place > 0 else [str(n - many) for n in range(many)]
        out: list[int] = []
        at, joined = 0, ""
        for join in [*self._join.finditer(words), None]:
            place = self._place(words[at : join.start() if join else len(words)])
            if self._range.fullmatch(joined) and out and place > 0:
                out += range(out[-1] + 1, place)
            out.append(place)
            joined, at = (join.group(), join.end()) if join else ("", 0)
        return [str(n) for n in out]

    def _place(self, word: str) -> int:
        for pattern, n in self._ordinals.items():
            if n and pattern.fullmatch(word.strip()):
                return int(n)
        return int(re.sub(r"\D", "", word) or 0)

    def _numbered(self, kind: str, text: str) -> list[RomanceUnit]:
        out: list[RomanceUnit] = []
        at, joined = 0, ""
        for join in [*self._join.finditer(text), None]:
            word = text[at : join.start() if join else len(text)]
            at = join.end() if join else at
            units = list(self._split(kind, word))
            if self._range.fullmatch(joined) and out:
                out[-1] = replace(out[-1], through=units[-1].num)
            else:
                out += units
            joined = join.group() if join else ""
        if kind in _COUNTED:
            out = list(_widened([replace(u, after=True, form="") for u in out]))
        return out

    def _split(self, kind: str, word: str) -> Iterator[RomanceUnit]:
        yield RomanceUnit(kind, normal(word), "" if kind == "article" else _form(word))


def _alike(one: RomancePath, other: RomancePath) -> bool:
    """True if two paths begin with units of the same kind, so that the one goes on with a list of places."""
    if not one.units or not other.units:
        return False
    return one.units[0].kind == other.units[0].kind and one.units[0].form == other.units[0].form


def _widened(units: list[RomanceUnit]) -> Iterator[RomanceUnit]:
    """Each line of a range by itself."""
    for unit in units:
        if unit.through and unit.num.isdigit() and unit.through.isdigit():
            for n in range(int(unit.num), int(unit.through) + 1):
                yield replace(unit, num=str(n), through="")
        else:
            yield unit


def _form(word: str) -> str:
    core = re.sub(rf"(?i:{PUT_IN})+", "", word).strip(' ()§.“”"«»')
    if core[:1].isdigit():
        return "°" if re.search("[°º]", core) else "§" if "§" in word else "1"
    if core.isupper():
        return "I" if re.fullmatch("[IVXLC]+", core) else "A"
    return "a"
