"""Numbers as automatic lists print them: figures, letters, Roman numerals, words."""

from __future__ import annotations

from collections.abc import Callable

from palermo.corpus.grammar_words import NumberNames, grammar_words, list_letters

__all__ = ["FORMATS", "roman"]

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 100_000  # a counter beyond this is no list's


def roman(number: int) -> str:
    """The Roman numeral in small letters; figures where there is none."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out, number = out + sign, number - value
    return out


def _letters(alphabet: str) -> Callable[[int], str]:
    """a, b, … z, aa, bb, …: after the last letter, letters are doubled (ISO/IEC 29500-1, 17.18.59)."""

    def letters(number: int) -> str:
        if not 0 < number < _MOST:
            return str(number)
        return alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)

    return letters


def _names() -> NumberNames:
    """The names of numbers in English, the only ones that palermo writes out."""
    names = grammar_words("en").number_names
    assert names is not None
    return names


def _words(number: int) -> str:
    if not 0 <= number < 100:
        return str(number)
    names = _names()
    if number < 20:
        return names.units[number]
    return names.tens[number // 10 - 2] + (f"-{names.units[number % 10]}" if number % 10 else "")


def _ordinal_words(number: int) -> str:
    words = _words(number)
    if words.isdecimal():
        return _ordinal(number)
    start, hyphen, last = words.rpartition("-")
    tail = _names().ordinals.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return start + hyphen + tail


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _russian(number: int) -> str:
    return _letters(list_letters("ru"))(number)


def _upper(count: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: count(number).upper()


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalHalfWidth": str,
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _upper(_letters(_LATIN)),
    "lowerRoman": roman,
    "upperRoman": _upper(roman),
    "russianLower": _russian,
    "russianUpper": _upper(_russian),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
}
"""ST_NumberFormat (ISO/IEC 29500-1, 17.18.59), those of the scripts that palermo's languages are written in."""
