"""References in post-Soviet amending language: "абзац второй пункта 2 части первой статьи 20", inside out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product
from typing import Protocol

from palermo.corpus.amendments.model import Part, Step, Target
from palermo.corpus.amendments.traditions.numbered.quotations import Q
from palermo.corpus.amendments.traditions.russian.layout.unit_starts import NUMBER, PARAGRAPH, SUFFIX
from palermo.corpus.amendments.traditions.russian.words import InsideOutWords
from palermo.corpus.structure.lines.numbers import clean

__all__ = ["Paths", "RussianPath", "RussianReferences", "RussianUnit", "nested", "stands_in"]

# Which unit may stand in which: the outer has the lower rank. A part may also stand in a point (Kazakh laws).
_RANKS = {
    "article": 0,
    "annex": 0,
    "note": 1,
    "part": 2,
    "point": 3,
    "subpoint": 4,
    "alinea": 5,
    "sentence": 6,
    "heading": 7,
}


@dataclass(frozen=True, slots=True)
class RussianUnit:
    """A unit as it is named; `form` is how its number is printed: "n", "n)", "а" (a letter), "" (an ordinal)."""

    kind: str
    num: str
    form: str = ""
    through: str = ""

    @property
    def step(self) -> Step | None:
        if self.kind == "heading":
            return None
        if self.kind == "note":
            return Step("explanation", "note")
        if self.kind == "annex":
            return Step("annex", self.num)
        level = {"article": "article", "part": PARAGRAPH, "alinea": "alinea", "sentence": "sentence"}.get(self.kind)
        if level is None and self.form == "а":
            level = "clause"
        elif level is None:
            level = "subparagraph" if self.form == "n)" or self.kind == "subpoint" else ""
        return Step(level, self.num)


@dataclass(frozen=True, slots=True)
class RussianPath:
    """Units from the outermost in."""

    units: tuple[RussianUnit, ...] = ()
    outside: str = ""
    """What it leads to that is no part of an article, as the drafter names it."""
    apart: bool = False
    """Whether that is the table of contents: what it says of articles is not about these."""

    def target(self, act: str = "") -> Target:
        if self.outside:
            return Target((Step("outside", self.outside),), act=act)
        steps = tuple(s for u in self.units if (s := u.step) is not None)
        part = Part.HEADING if any(u.kind == "heading" for u in self.units) else Part.WHOLE
        return Target(steps, part, through=self.units[-1].through if self.units else "", act=act)

    @property
    def vague(self) -> bool:
        """True if a unit is named that needs a number, without a clear one ("пункты 1-3": a range, or one of them?)."""
        return any(not u.num and u.kind not in ("heading", "note", "annex") for u in self.units)

    @property
    def article(self) -> bool:
        return bool(self.outside) or any(u.kind == "annex" or (u.kind == "article" and u.num) for u in self.units)


def nested(context: RussianPath, path: RussianPath) -> RussianPath:
    """The path as it is meant under a heading ("в статье 20: в пункте 2:"): what stands as high or higher is left."""
    if context.apart or (context.outside and not path.article):
        return context
    if path.article or not path.units:
        return path
    path = RussianPath(tuple(u for u in path.units if u.num or u.kind != "article"))  # "наименование статьи"
    if not path.units:
        return context
    first = path.units[0].kind
    kept: list[RussianUnit] = []
    for unit in context.units:
        if unit.kind == first or (_RANKS[unit.kind] > _RANKS[first] and not (first == "part" and unit.kind == "point")):
            break
        kept.append(unit)
    return RussianPath((*kept, *path.units))


class RussianReferences(Protocol):
    """Reads references to provisions, each at an offset of the text with its quotations blotted out; `quoted(at)` gives
    the words of the quotation that begins at an offset (the letters of points may be quoted)."""

    def read(self, plain: str, position: int, quoted: Callable[[int], str]) -> tuple[list[RussianPath], int] | None:
        """The paths that stand at `position`, and where they end; None for none."""

    def named(
        self, plain: str, position: int, quoted: Callable[[int], str]
    ) -> tuple[list[RussianPath], int, bool] | None:
        """As `read`, for provisions that the drafter may have named as the place of something ("в пункте 2"): whether
        he has comes last."""


class Paths:
    """Reads references with the words of `data`."""

    def __init__(self, data: InsideOutWords) -> None:
        self._units = {kind: re.compile(rf"(?:{pattern})(?!\w)", re.I) for kind, pattern in data.units.items()}
        number = rf"(?:\s(?:{NUMBER}|[IVXLC]+(?:-\d+)?)(?!\w|\)))?"
        self._outside = re.compile(rf"{data.outside}(?!\w){number}(?:\s{data.outside}(?!\w){number})*", re.I)
        self._contents = re.compile(rf"{data.contents}(?!\w)", re.I)
        self._plural = re.compile(rf"(?:{data.plural})(?!\w)", re.I)
        self._ordinals = {re.compile(rf"{stem}{data.ordinal_end}(?!\w)", re.I): n for stem, n in data.ordinals.items()}
        self._tens = re.compile(rf"(?P<tens>{'|'.join(data.tens)})\s", re.I)
        self._ten_values = data.tens
        self._only_genitive = re.compile(rf"(?:{data.only_genitive})(?!\w)", re.I)
        self._genitive = re.compile(rf"(?:{data.genitive})(?!\w)", re.I)
        self._last = re.compile(rf"{data.last}(?!\w)", re.I)
        letter = data.letters
        self._letter = re.compile(rf"(?P<num>{letter}{SUFFIX})\)(?=\W|$)")
        self._quoted_letter = re.compile(rf"[«\"“„]\s?(?P<num>{letter}{SUFFIX})\)?\s?[»\"”“]")
        self._number = re.compile(rf"(?P<num>{NUMBER})(?P<bracket>\)?)(?=\W|$)")
        self._join = re.compile(data.joins)
        self._join_provisions = re.compile(data.joins_of_provisions or data.joins)
        self._range = data.range
        self._from = re.compile(rf"{data.range_from}(?=\d|[а-яёіїєґ]+о[ггйї]о?\s)")
        self._to = re.compile(data.to_article)
        self._in = re.compile(data.in_, re.I)

    def read(self, plain: str, position: int, quoted: Callable[[int], str]) -> tuple[list[RussianPath], int] | None:
        """See `RussianReferences`."""
        chains: list[list[RussianPath]] = []
        end = position
        while True:
            found = self._chain(plain, position, quoted)
            if found is None:
                break
            chains.append(found[0])
            end = found[1]
            join = self._join_provisions.match(plain, end)
            if join is None:
                break
            position = join.end()
        if not chains:
            return None
        return [path for paths in self._shared(chains) for path in paths], end

    def _shared(self, chains: list[list[RussianPath]]) -> list[list[RussianPath]]:
        """Chains with the units (the article) that only the last names."""
        last = chains[-1][0]
        out = []
        for paths in chains[:-1]:
            whole = []
            for path in paths:
                if path.article or not last.article or not path.units:
                    whole.append(path)
                    continue
                rank = _RANKS[path.units[0].kind]
                outer = tuple(u for u in last.units[:-1] if _RANKS[u.kind] < rank)
                whole.append(replace(path, units=(*outer, *path.units)))
            out.append(whole)
        return [*out, chains[-1]]

    def _chain(self, plain: str, position: int, quoted: Callable[[int], str]) -> tuple[list[RussianPath], int] | None:
        begin = position
        levels: list[list[RussianUnit]] = []
        to: re.Match[str] | None = None
        end = position
        while True:
            if outside := self._outside.match(plain, position):
                apart = self._contents.match(plain, position) is not None
                return [RussianPath(outside=plain[begin : outside.end()], apart=apart)], outside.end()
            if levels and not to and not self._of(plain, position):
                end = position - 1
                break
            found = self._unit(plain, position, quoted)
            if found is None:
                break
            units, end = found
            if levels and not stands_in(levels[-1][0], units[0]):
                end = position - 1
                break
            if units[0].kind == "note" and (points := self._numbers(plain, end + 1, "point", quoted, plural=False)):
                levels.append(points[0])  # "примечание 2"
                end = points[1]
            levels.append(units)
            space = re.compile(r"\s").match(plain, end)
            if space is None:
                break
            position = space.end()
            to = self._to.match(plain, position)
            position = to.end() if to else position
        if not levels:
            return None
        # "абзацы второй и третий частей первой и второй": each of the one in each of the other
        paths = [RussianPath(tuple(units)) for units in product(*reversed(levels))]
        return paths, end

    def _of(self, plain: str, position: int) -> bool:
        """True if the unit named at `position`, or behind an ordinal there, is one in which another stands."""
        before = self._ordinal_list(plain, position)
        return self._genitive.match(plain, before[1] + 1 if before else position) is not None

    def _unit(self, plain: str, position: int, quoted: Callable[[int], str]) -> tuple[list[RussianUnit], int] | None:
        """A unit's word with its numbers behind it, or before it ("первое предложение")."""
        before = self._ordinal_list(plain, position)
        word = before[1] if before else position
        if before and plain[word : word + 1].isspace():
            word += 1
        for kind, pattern in self._units.items():
            match = pattern.match(plain, word)
            if match is None:
                continue
            if kind in ("heading", "note"):
                return ([RussianUnit(kind, "")], match.end()) if not before else None
            if before is not None:
                return ([RussianUnit(kind, n) for n in before[0]], match.end()) if kind != "article" else None
            if not plain[match.end() : match.end() + 1].isspace():
                return [RussianUnit(kind, "")], match.end()
            plural = self._plural.match(plain, word) is not None
            sign = re.compile(r"\s(?:(?:№|N)\s?)?").match(plain, match.end())
            numbers = self._numbers(plain, sign.end() if sign else word, kind, quoted, plural=plural)
            return numbers or ([RussianUnit(kind, "")], match.end())
        return None

    def _ordinal_list(self, plain: str, position: int) -> tuple[list[str], int] | None:
        """Ordinals, and the last of a range filled up."""
        out: list[str] = []
        while True:
            found = self._ordinal(plain, position)
            if found is None:
                break
            out.append(found[0])
            end = found[1]
            span = self._range.match(plain, end)
            if span is not None and (last := self._ordinal(plain, span.end())) is not None:
                out += [str(n) for n in range(int(out[-1]) + 1, int(last[0]) + 1)]
                end = last[1]
            join = self._join.match(plain, end)
            position = end
            if join is None or self._ordinal(plain, join.end()) is None:
                break
            position = join.end()
        return (out, position) if out else None

    def _ordinal(self, plain: str, position: int) -> tuple[str, int] | None:
        if last := self._last.match(plain, position):
            return "-1", last.end()
        tens = self._tens.match(plain, position)
        value = self._ten_values[tens["tens"].lower()] if tens else 0
        for pattern, n in self._ordinals.items():
            if (tens is None or n < 10) and (match := pattern.match(plain, tens.end() if tens else position)):
                return str(value + n), match.end()
        return None

    def _numbers(
        self, plain: str, position: int, kind: str, quoted: Callable[[int], str], *, plural: bool
    ) -> tuple[list[RussianUnit], int] | None:
        if begun := self._from.match(plain, position):
            position = begun.end()
        ordinals = self._ordinal_list(plain, position) if kind != "article" else None
        if ordinals is not None:
            return [RussianUnit(kind, n) for n in ordinals[0]], ordinals[1]
        units: list[RussianUnit] = []
        while True:
            one = self._one(plain, position, kind, quoted)
            if one is None:
                break
            unit, position = one
            span = self._range.match(plain, position)
            last = self._one(plain, span.end(), kind, quoted) if span else None
            if last is not None:
                unit, position = replace(unit, through=last[0].num, form=last[0].form or unit.form), last[1]
            units.append(unit)
            join = self._join.match(plain, position)
            if join is None or self._one(plain, join.end(), kind, quoted) is None:
                break
            position = join.end()
        if not units:
            return None
        if plural and len(units) == 1 and "-" in units[0].num and not units[0].through:
            return None  # "пункты 1-3": a range, or one inserted number?
        form = units[-1].form
        if form == "n)":
            units = [replace(u, form=form) if u.form == "n" else u for u in units]
        return units, position

    def _one(
        self, plain: str, position: int, kind: str, quoted: Callable[[int], str]
    ) -> tuple[RussianUnit, int] | None:
        number = self._number.match(plain, position)
        if number is not None:
            return RussianUnit(kind, clean(number["num"]), "n)" if number["bracket"] else "n"), number.end()
        if kind not in ("point", "subpoint"):
            return None
        letter = self._letter.match(plain, position)
        if letter is not None:
            return RussianUnit(kind, letter["num"].lower(), "а"), letter.end()
        mark = re.compile(Q).match(plain, position)
        if mark is not None and (inside := self._quoted_letter.fullmatch(quoted(position))):
            return RussianUnit(kind, inside["num"].lower(), "а"), mark.end()
        return None

    def named(
        self, plain: str, position: int, quoted: Callable[[int], str]
    ) -> tuple[list[RussianPath], int, bool] | None:
        """See `RussianReferences`."""
        within = self.within(plain, position)
        found = self.read(plain, within or position, quoted)
        return (*found, within is not None) if found else None

    def holds(self, plain: str, position: int) -> bool:
        """True if a unit is named as that in which another stands (пункта), so not as what is taken out or replaced."""
        return self._only_genitive.match(plain, position) is not None

    def within(self, plain: str, position: int) -> int | None:
        """The offset behind "в", "из" and the like, with which a place is named; None where none stands there."""
        match = self._in.match(plain, position)
        return match.end() if match else None


def stands_in(inner: RussianUnit, outer: RussianUnit) -> bool:
    """True if the one may stand in the other."""
    if inner.kind == "part" and outer.kind == "point":
        return True
    return (
        _RANKS[outer.kind] < _RANKS[inner.kind]
        or inner.kind == "heading"
        or (outer.kind == "note" and inner.kind != "article")
    )
