"""The words by which acts say on which day they come into force, `kb/languages/LANG/commencement.yaml`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from palermo.corpus.amendments.commencement.words import CommencementWords, words

__all__ = ["Day", "Days", "days", "later"]


@dataclass(frozen=True, slots=True)
class Day:
    """When a clause says that something comes into force: on `date`, or `number` of `unit` (day, month, year) after the
    `event` (enacted, published; open: another authority fixes the day; new year: on the day `date`, which has no year,
    of the year after that of enactment), and `extra` days after that. `end` is where the words end that say so.
    """

    event: str
    end: int
    date: str | None = None
    number: int = 0
    unit: str = "day"
    extra: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """The compiled words of one language; `data` are the patterns as they stand in its file."""

    data: CommencementWords
    dates: tuple[re.Pattern[str], ...]
    when: tuple[tuple[str, int, re.Pattern[str]], ...]
    units: Mapping[str, str]

    def read(self, text: str, *, anywhere: bool = False) -> Day | None:
        """The day that the text begins with, or (`anywhere`) has somewhere; None where it is not understood."""
        for event, extra, pattern in self.when:
            match = pattern.search(text) if anywhere else pattern.match(text)
            if match is not None:
                if event == "new year":
                    month = self._month(match["m"])
                    return Day(event, match.end(), f"-{month:02}-{int(match['d']):02}")
                named = {name[0]: value for name, value in match.groupdict().items() if value is not None}
                if event == "date":
                    return Day(event, match.end(), self._date(match["date"]))
                number = named.get("n")
                if number is None:
                    return Day(event, match.end())
                return Day(event, match.end(), None, self._number(number), self.units[_folded(named["u"])], extra)
        return None

    def _number(self, word: str) -> int:
        return int(word) if word.isdecimal() else self.data.numbers[_folded(word)]

    def _month(self, word: str) -> int:
        return (
            int(word) if word.isdecimal() else [_folded(month) for month in self.data.months].index(_folded(word)) + 1
        )

    def _date(self, text: str) -> str | None:
        for pattern in self.dates:
            match = pattern.fullmatch(text)
            if match is not None:
                try:
                    return date(int(match["y"]), self._month(match["m"]), int(match["d"])).isoformat()
                except ValueError:  # 31 April
                    return None
        return None


@cache
def days(lang: str) -> Days | None:
    """The words of a language; None where there is no file for it."""
    data = words(lang)
    if data is None:
        return None
    units = {_folded(word): unit for unit, some in data.periods.items() for word in some}
    fill = {
        "{month}": _any(data.months),
        "{n}": rf"\d+|{_any(data.numbers)}",
        "{unit}": _any(units),
        "{date}": "",
    }
    plain = [_filled(pattern, fill) for pattern in data.dates]
    fill["{date}"] = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in plain)
    return Days(
        data,
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in plain),
        tuple((row.event, row.extra, re.compile(_filled(row.pattern, fill), re.IGNORECASE)) for row in data.when),
        units,
    )


def later(start: str, number: int, unit: str, extra: int = 0) -> str:
    """The ISO date so many days, months or years after another, and `extra` days more; a day that its month does not
    have is the month's last."""
    begun = date.fromisoformat(start)
    if unit == "day":
        end = begun + timedelta(days=number)
    else:
        months = begun.year * 12 + begun.month - 1 + number * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        end = date(year, month + 1, min(begun.day, monthrange(year, month + 1)[1]))
    return (end + timedelta(days=extra)).isoformat()


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _filled(pattern: str, fill: Mapping[str, str]) -> str:
    for name, value in fill.items():
        pattern = pattern.replace(name, f"(?:{value})")
    return pattern


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'") if "’" in word else word.casefold()
