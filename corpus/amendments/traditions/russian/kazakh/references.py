"""References in Kazakh amending language: "9-баптың 1-тармағының екінші бөлігінде", outside in, the case last.

The case of the last word tells what is meant: the locative a place, the nominative the provision itself, the genitive
what another provision, or its repeal ("тармағының күші жойылды"), belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product

from palermo.corpus.amendments.traditions.russian.layout.unit_starts import NUMBER, SUFFIX
from palermo.corpus.amendments.traditions.russian.references import RussianPath, RussianUnit, nested, stands_in
from palermo.corpus.amendments.traditions.russian.words import OutsideInWords
from palermo.corpus.structure.lines.numbers import clean

__all__ = ["GrammaticalCase", "KazakhPaths"]


class GrammaticalCase:
    """The cases that matter, as names in the data."""

    GENITIVE, LOCATIVE, OBJECT, OTHER = "genitive", "locative", "object", "other"


@dataclass(frozen=True, slots=True)
class _Group:
    """Units of one kind, named together with one word."""

    units: list[RussianUnit]
    case: str
    end: int
    outside: str = ""
    apart: bool = False


class KazakhPaths:
    """Reads references with the words of `data`."""

    def __init__(self, data: OutsideInWords) -> None:
        ending = data.ending
        self._units = {k: re.compile(rf"(?:{p}){ending}(?!\w)", re.I) for k, p in data.units.items()}
        self._outside = re.compile(rf"(?:{data.outside}){ending}(?!\w)", re.I)
        self._contents = re.compile(rf"(?:{data.contents})(?!\w)", re.I)
        self._cases = [(case, re.compile(rf"\w(?:{p})$", re.I)) for case, p in data.cases.items()]
        self._possessed = re.compile(rf"\w(?:{data.possessed})$", re.I)
        self._plural = re.compile(data.plural, re.I)
        ones = "|".join(data.ordinals)
        self._ordinal_words = data.ordinals
        self._ten_words = data.tens
        self._ordinals = re.compile(rf"(?:(?P<ten>{'|'.join(data.tens)})\s)?(?P<one>{ones})(?!\w)", re.I)
        self._last = re.compile(rf"(?:{data.last})(?!\w)", re.I)
        self._number = re.compile(rf"(?P<num>{NUMBER})(?P<bracket>\)?)(?!\w)")
        self._letter = re.compile(rf"(?P<num>{data.letters}{SUFFIX})\)")
        self._join = re.compile(data.joins)
        self._range = data.range
        self._belongs = re.compile(rf"\s+(?:{data.belongs})", re.I)

    def read(self, plain: str, position: int, quoted: Callable[[int], str]) -> tuple[list[RussianPath], int] | None:
        """See `References`."""
        found = self.cased(plain, position)
        return (found[0], found[1]) if found else None

    def named(
        self, plain: str, position: int, quoted: Callable[[int], str]
    ) -> tuple[list[RussianPath], int, bool] | None:
        """See `References`."""
        found = self.cased(plain, position)
        if found is None:
            return None
        paths, end, case = found
        if case == GrammaticalCase.OTHER or (
            case == GrammaticalCase.GENITIVE and self._belongs.match(plain, end) is None
        ):
            return None
        return paths, end, case == GrammaticalCase.LOCATIVE

    def cased(self, plain: str, position: int) -> tuple[list[RussianPath], int, str] | None:
        """The paths, where they end, and the case of the last word."""
        out: list[RussianPath] = []
        end, case = position, ""
        while (chain := self._chain(plain, position)) is not None and case in ("", chain[2]):
            paths, end, case = chain
            out += [nested(out[-1], path) for path in paths] if out else paths  # in what the last one stands in
            join = self._join.match(plain, end)
            if join is None:
                break
            position = join.end()
        return (out, end, case) if out else None

    def _chain(self, plain: str, position: int) -> tuple[list[RussianPath], int, str] | None:
        """Units that stand in each other: each but the last in the genitive."""
        levels: list[list[RussianUnit]] = []
        outside, apart, begin = "", False, position
        end, case = position, ""
        while (group := self._group(plain, position)) is not None:
            if case == GrammaticalCase.OBJECT and (
                group.case == GrammaticalCase.OTHER or not levels or not _deeper(levels[-1], group.units)
            ):
                break
            end, case = group.end, group.case
            if group.outside:
                outside, apart = plain[begin:end], apart or group.apart
            else:
                levels.append(group.units)
            space = re.compile(r"\s").match(plain, end)
            open_ended = case == GrammaticalCase.GENITIVE or (
                case == GrammaticalCase.OBJECT and self._possessed.search(plain[:end])
            )
            if not open_ended or space is None:
                break
            position = space.end()
        if outside and (apart or not levels):
            return [RussianPath(outside=outside, apart=apart)], end, case
        if not levels:
            return None
        return [RussianPath(tuple(units)) for units in product(*levels)], end, case

    def _group(self, plain: str, position: int) -> _Group | None:
        numbers = self._numbers(plain, position)
        units, word = numbers or ([], position)
        if numbers:
            sign = re.compile(r"-|\s").match(plain, word)
            word = sign.end() if sign else word
        if (outside := self._outside.match(plain, word)) is not None:
            apart = self._contents.match(plain, word) is not None
            return _Group([], self._case(outside.group()), outside.end(), outside.group(), apart)
        for kind, pattern in self._units.items():
            match = pattern.match(plain, word)
            if match is None:
                continue
            if kind in ("heading", "note"):
                return None if numbers else _Group([RussianUnit(kind, "")], self._case(match.group()), match.end())
            plural = self._plural.match(match.group()) is not None
            if not units or (plural and len(units) == 1 and "-" in units[0].num and not units[0].through):
                units = [RussianUnit("", "")]  # "1-3-тармақтар": a range, or one inserted number?
            return _Group([replace(u, kind=kind) for u in units], self._case(match.group()), match.end())
        return None

    def _case(self, word: str) -> str:
        return next((case for case, pattern in self._cases if pattern.search(word)), GrammaticalCase.OBJECT)

    def _numbers(self, plain: str, position: int) -> tuple[list[RussianUnit], int] | None:
        """The numbers before a unit's word, and where they end."""
        units: list[RussianUnit] = []
        while (one := self._one(plain, position)) is not None:
            unit, position = one
            span = self._range.match(plain, position)
            last = self._one(plain, span.end()) if span else None
            if last is not None:
                units += _through(unit, last[0])
                position = last[1]
            else:
                units.append(unit)
            join = self._join.match(plain, position)
            if join is None or self._one(plain, join.end()) is None:
                break
            position = join.end()
        if not units:
            return None
        form = units[-1].form
        return [replace(u, form=form) if u.form == "n" else u for u in units], position

    def _one(self, plain: str, position: int) -> tuple[RussianUnit, int] | None:
        number = self._number.match(plain, position)
        if number is not None:
            return RussianUnit("", clean(number["num"]), "n)" if number["bracket"] else "n"), number.end()
        letter = self._letter.match(plain, position)
        if letter is not None:
            return RussianUnit("", letter["num"].lower(), "а"), letter.end()
        if (last := self._last.match(plain, position)) is not None:
            return RussianUnit("", "-1"), last.end()
        ordinal = self._ordinals.match(plain, position)
        if ordinal is None:
            return None
        ten = self._ten_words[ordinal["ten"].casefold()] if ordinal["ten"] else 0
        return RussianUnit("", str(ten + self._ordinal_words[ordinal["one"].casefold()])), ordinal.end()


def _deeper(outer: list[RussianUnit], inner: list[RussianUnit]) -> bool:
    """True if the one may stand in the other."""
    return bool(inner) and stands_in(inner[0], outer[0])


def _through(first: RussianUnit, last: RussianUnit) -> list[RussianUnit]:
    """A range: ordinals are filled up, numbers stay as first and last."""
    if first.form or last.form:
        return [replace(first, through=last.num, form=last.form)]
    return [replace(first, num=str(n)) for n in range(int(first.num), int(last.num) + 1)]
