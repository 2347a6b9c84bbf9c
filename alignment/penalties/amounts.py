"""Amounts: the terms and the sums of money of a text, each a number or two with its unit.

Numbers are read first, by the grammar of `palermo.kb.lexicon.numbers`. In a copy of the text each is then a run of one
mark, as long as it was, and so are the parts of one term ("one year and six" months); patterns look at the copy, whose
offsets are the text's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from palermo.kb.lexicon.cues import Cues, PenaltyCues
from palermo.kb.lexicon.numbers import Figure, find, joins, read

__all__ = ["IN_MONTHS", "Amount", "Amounts"]

IN_MONTHS = {"years": 12.0, "months": 1.0, "days": 12 / 365, "hours": 12 / 365 / 24}
_SMALLER = {"years": ("months", "days"), "months": ("days",)}
_FEWER = {"months": 12, "days": 31}  # the part after the years is below this
_GREAT = 1000
_NUMBER, _MONEY = "ǂ", "ǁ"  # letters that no language of law writes
_CURRENCY = "currency"
_SIGNS = "€$£₦¢¥₹₽₴₸"
_LETTERS = r"rs\.?|rm|k?shs?\.?|usd|eur|us\$|[a-z]{1,2}\$|[knrpemdgl](?=\d)"  # R100 million, K5,000, Rs. 500


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount at `start` to `end`. None is a bound that is not stated; where both are, `min` is not above `max`."""

    start: int
    end: int
    min: float | None
    max: float | None
    unit: str


class Amounts:
    """The amounts of a folded text. `marked` is the copy that has marks for numbers."""

    def __init__(self, folded: str, cues: Cues) -> None:
        assert cues.penalties is not None
        self.cues, self.words, self._lang = cues, cues.penalties, cues.lang
        self._numbers: dict[int, Figure] = {}
        self._marks: list[tuple[int, int, str]] = []  # what is to be written into `marked`
        self._ends: dict[int, int] = {}  # where a term ends whose half stands after its unit
        self._wholes: dict[int, str] = {}  # the first unit of a term in two units
        self.folded = self.marked = folded
        for symbol in _symbol(self.words).finditer(folded):
            figure = read(folded, self._lang, symbol.end(), len(folded))
            if figure and figure.value is not None:
                self._mark(_MONEY, figure._replace(start=symbol.start()))
        self._write()
        for figure in find(self.marked, self._lang, 0, len(folded)):
            if figure.value is not None:
                sign = _SIGN.match(folded, figure.end)
                self._mark(_MONEY if sign else _NUMBER, figure._replace(end=sign.end() if sign else figure.end))
        self._write()
        for match in _after_money(self.words).finditer(self.marked):  # "$5-10 million"
            self._marks.append((*match.span("second"), _MONEY))
        self._write()
        self._add_halves()
        self._write()
        self._add_parts()
        self._write()

    def find(self, start: int, end: int) -> Iterator[Amount]:
        """The amounts that stand between two places, in order."""
        for match in _pattern(self.words).finditer(self.marked, start, end):
            yield from self._amounts(match)

    def _amounts(self, match: re.Match[str]) -> Iterator[Amount]:
        groups = {name: text for name, text in match.groupdict().items() if text is not None}
        unit = self._unit(groups.get("before")) or next((u for u in self.words.units if _group(u) in groups), _CURRENCY)
        high = self._figure(match, next(name for name in ("b", "d", "min", "max", "alone", "f") if name in groups))
        low = self._figure(match, next((name for name in ("a", "c") if name in groups), ""))
        if high is None or high.value is None:
            return
        end = self._ends.get(match.end(), match.end())
        if low is None or low.value is None:
            least, most = (high.value, None) if {"min", "f"} & groups.keys() else (None, high.value)
            yield Amount(match.start(), end, least, most, unit)
            return
        named = self._unit(groups.get("a_unit") or groups.get("c_unit") or groups.get("between") or groups.get("to"))
        own = _CURRENCY if self.marked[low.start] == _MONEY else named or self._wholes.get(high.start, unit)
        least = _in_unit(low, high, own, unit)
        if least is not None and least <= high.value:
            yield Amount(match.start(), end, least, high.value, unit)
        else:  # "ten years or five years", "500 penalty units or ten years": two amounts
            low_end = max(low.end, match.end("a_unit"), match.end("c_unit"))
            yield Amount(match.start(), low_end, None, low.value, own)
            yield Amount(high.start, end, None, high.value, unit)

    def _figure(self, match: re.Match[str], name: str) -> Figure | None:
        if not name:
            return None
        start, end = match.span(name)
        if self.marked[start] in (_NUMBER, _MONEY):
            return self._numbers.get(start)
        return Figure(start, end, 1, 1, True)  # "a year"

    def _unit(self, written: str | None) -> str | None:
        return next((u for u, words in self.words.units.items() if written and re.fullmatch(words, written)), None)

    def _mark(self, mark: str, figure: Figure) -> None:
        self._numbers[figure.start] = figure
        self._marks.append((figure.start, figure.end, mark))

    def _write(self) -> None:
        """Write the marks into the copy, all at once: a copy for each costs the square of a sentence's length."""
        if self._marks:
            signs = list(self.marked)
            for start, end, mark in self._marks:
                signs[start:end] = mark * (end - start)
            self.marked = "".join(signs)
            self._marks.clear()

    def _add_halves(self) -> None:
        """A half after the unit counts with the number before it ("un an et demi")."""
        for match in _half(self.words, self._lang).finditer(self.marked):
            whole, half = self._figure(match, "a"), self._figure(match, "half")
            if whole and whole.value is not None and half and half.value == _A_HALF:
                self._mark(_NUMBER, whole._replace(value=whole.value + _A_HALF))
                self._marks.append((match.end("unit"), match.end(), " "))
                self._ends[match.end("unit")] = match.end()

    def _add_parts(self) -> None:
        """A term in two units is one number of the smaller one ("one year and six months" is 18 months).

        That number may be the first part of a term itself ("one year, six months and ten days").
        """
        pattern = _parts(self.words, self._lang)
        at = 0
        whole: Figure | None = None  # the term that the number at `at` ends
        while match := pattern.search(self.marked, at):
            first = whole if whole and match.start() == at else self._figure(match, "a")
            second = self._figure(match, "b")
            units = self._unit(match["a_unit"]), self._unit(match["b_unit"])
            at, whole = match.start("b"), None
            if first is None or second is None or first.value is None or second.value is None:
                continue
            if units[0] in _SMALLER and units[1] in _SMALLER[units[0]] and second.value < _FEWER[units[1]]:
                value = round(first.value * IN_MONTHS[units[0]] / IN_MONTHS[units[1]]) + second.value
                whole = Figure(first.start, second.end, value, 1, first.spelled)
                self._mark(_NUMBER, whole)
                self._wholes[first.start] = units[0]


def _in_unit(low: Figure, high: Figure, own: str, unit: str) -> float | None:
    """The first of two numbers in the unit of the second ("from six months to ten years"), with the scale that both
    share ("five to twenty million"); None where the units have nothing in common."""
    assert low.value is not None
    assert high.value is not None
    if own != unit:
        both = own in IN_MONTHS and unit in IN_MONTHS
        return low.value * IN_MONTHS[own] / IN_MONTHS[unit] if both else None
    shared = low.scale == 1 and high.scale >= _GREAT > low.value and low.value * high.scale <= high.value
    return low.value * high.scale if shared else low.value


_A_HALF = 0.5
_OF = r"(?:\s*(?:de|di|d'))?\s*"
_AGAIN = r"(?:-[а-яіїє]{1,2}(?!\w))?(?:\s*\(\w+\))?"  # "5-ти", "five (5)"
_DASH = r"\s?[-–—]\s?"


def _group(unit: str) -> str:
    return "u_" + unit.replace(" ", "_")


def _number(name: str, words: PenaltyCues) -> str:
    return rf"(?P<{name}>{_NUMBER}+|{_MONEY}+|{words.one}){_AGAIN}"


@cache
def _pattern(words: PenaltyCues) -> re.Pattern[str]:
    """Pattern of one or two numbers with what stands around them, and the unit, which a sum of money holds already."""
    noun = "|".join(words.units.values())
    units = "|".join(f"(?P<{_group(unit)}>{words_})" for unit, words_ in words.units.items())
    a, b, c, d = (_number(name, words) for name in "abcd")
    two = (
        rf"(?:{words.opens})\s*{a}(?:{_OF}(?P<a_unit>{noun})(?!\w))?"
        rf"(?:,?\s+(?P<between>{words.range}|{words.to})\s+|{_DASH}){b}"
        rf"|(?:(?:{words.max})\s*)?{c}(?:{_OF}(?P<c_unit>{noun})(?!\w))?(?:\s+(?P<to>{words.to})\s+|{_DASH}){d}"
    )
    one = "|".join(
        [
            rf"(?:{words.min})\s*{_number('min', words)}",
            rf"(?:{words.max})\s*{_number('max', words)}",
            _number("alone", words),
        ]
    )
    return re.compile(
        rf"(?<!\w)(?:{two}|{one})(?:{_OF}(?:{units})(?!\w)|(?<={_MONEY}))(?:\s+(?:{words.less}))?"
        rf"|(?<!\w)(?P<before>{noun}) (?:{words.min})\s*(?P<f>{_NUMBER}+)(?!\w)"
    )


@cache
def _after_money(words: PenaltyCues) -> re.Pattern[str]:
    noun = "|".join(words.units.values())
    return re.compile(rf"(?<={_MONEY})(?:{_DASH}|\s+(?:{words.to})\s+)(?P<second>{_NUMBER}+)(?!{_OF}(?:{noun}))")


def _time(words: PenaltyCues) -> str:
    return "|".join(words.units[unit] for unit in IN_MONTHS if unit in words.units)


@cache
def _half(words: PenaltyCues, lang: str) -> re.Pattern[str]:
    joined = "|".join(joins(lang, what) for what in ("joins", "halves"))
    noun = "|".join(words.units.values())
    return re.compile(
        rf"(?<!\w){_number('a', words)}{_OF}(?P<unit>{_time(words)})(?!\w)\s+(?:{joined})\s+(?P<half>{_NUMBER}+)"
        rf"(?!{_OF}(?:{noun}))"
    )


@cache
def _parts(words: PenaltyCues, lang: str) -> re.Pattern[str]:
    between = rf"(?:,?\s+|\s+(?:{joins(lang, 'parts')})\s+)"
    return re.compile(
        rf"(?<!\w){_number('a', words)}{_OF}(?!(?:{words.to})(?!\w))(?P<a_unit>{_time(words)})(?!\w){between}"
        rf"{_number('b', words)}{_OF}(?P<b_unit>{_time(words)})(?!\w)"
    )


_SIGN = re.compile(rf"\s?[{_SIGNS}]")


@cache
def _symbol(words: PenaltyCues) -> re.Pattern[str]:
    """A currency before its amount: a sign, its name, or the letters by which statutes name it."""
    names = words.units.get(_CURRENCY, "(?!)")
    return re.compile(rf"(?:[{_SIGNS}]|(?<!\w)(?:{_LETTERS})|(?<!\w)(?<!\d )(?:{names})(?=\s\d))\s?(?=\d)")
