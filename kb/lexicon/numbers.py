"""Numbers in figures and in words, with decimals, scales and halves.

The words stand in `kb/languages/LANG/numbers.yaml`, without inflections where one ends in `*`, with or without its full
stop where one ends in `.`. Words in a row are added up and multiplied ("two hundred and fifty thousand"), where
`fused` is true inside a word, too. `joins` stand between the words of one number, `halves` before the half in it ("two
and a half"), `parts` between those of one term ("a year and six months"); two numbers follow after `between`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from palermo.corpus.language_data import read_language

__all__ = ["Figure", "find", "joins", "number", "read"]

_SCALES = (100, 1000, 100_000, 10**6, 10**7, 10**9)  # multiply what stands before them ("five hundred thousand")
_GREAT = 1000
_SPACE = " \u2009\u202f"
_GROUPED = (
    rf"[1-9]\d{{0,2}}(?:(?:[{_SPACE}]\d{{3}})+|(?:\.\d{{3}})+|(?:,\d{{3}})+|(?:'\d{{3}})+)(?:[.,]\d{{1,2}})?(?![.,']?\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?(?![.,]?\d)"  # as India groups them: 5,00,000
)
_PLAIN = r"\d+(?:[.,]\d+)*"
_HALF = rf"[{_SPACE}]?½|[{_SPACE}]1/2(?![\d/])"


class Figure(NamedTuple):
    """A number at `start` to `end` of a folded text.

    `value` is None for figures that are no number ("5.2.1"). `scale` is the thousand or million that it ends with, 1
    without one. `spelled` says that it begins with a word.
    """

    start: int
    end: int
    value: float | None
    scale: int
    spelled: bool


def number(text: str, lang: str) -> float | None:
    """The number that words or figures say, None where they say none. Inflected words count by their stem.

    Several words are added up and multiplied as they stand: "one million", "150 thousand", "двухсот пятидесяти", "two
    hundred and fifty", "двух с половиной". A number without a fraction is an int.
    """
    said = text.strip()
    figure = read(said, lang, 0)
    if figure is None or figure.end < len(said):
        return _word(said, lang)
    return figure.value


def find(folded: str, lang: str, start: int = 0, end: int | None = None, spelled: str = "") -> Iterator[Figure]:
    """The numbers of a folded text from `start` to `end`, in order; each is as long as it can be read.

    `spelled` is a regular expression for the number words to look for, for texts in which the stems of
    the language's `numbers.yaml` would find too much.
    """
    end = len(folded) if end is None else end
    at, pattern = start, _first(lang, spelled)
    while match := pattern.search(folded, at, end):
        figure = read(folded, lang, match.start(), end, spelled)
        if figure and _after_between(lang).search(folded, max(0, figure.start - _LONGEST), figure.start):
            figure = _first_of_two(figure, folded, lang, end, spelled)
        if figure:
            yield figure
        at = figure.end if figure else match.end()


def read(folded: str, lang: str, position: int, end: int | None = None, spelled: str = "") -> Figure | None:
    """The number that begins at `position`, None where there is none."""
    end = len(folded) if end is None else end
    token = _token(lang, spelled).match(folded, position, end)
    value = token and _value(token, lang)
    if not token or (value is None and not token["digits"]):
        return None
    if value is None:
        return Figure(position, token.end(), None, 1, False)
    figures = bool(token["digits"])
    sum_ = _Sum(figures=figures).plus(value, by_word=not figures, joined=False)
    assert sum_ is not None
    last = token.end()
    before, whole = (
        (last, sum_),
        (last, sum_),
    )  # the number without the last word, and up to its last thousand or million
    while gap := _gap(lang).match(folded, last, end):
        token = _token(lang, spelled).match(folded, gap.end(), end)
        value = token and _value(token, lang)
        if not token or value is None or (gap["half"] and value != _A_HALF) or (gap["join"] and token["digits"]):
            break
        more = sum_.plus(value, by_word=not token["digits"], joined=bool(gap["half"] or gap["join"]))
        if more is None:
            if value in _SCALES and not token["digits"]:  # "five thousand" beside "ten thousand"
                last, sum_ = before if value < _GREAT else whole
            break
        before = last, sum_
        last, sum_ = token.end(), more
        if not sum_.current:
            whole = last, sum_
    said = sum_.total + sum_.current
    return Figure(position, last, int(said) if said == int(said) else said, sum_.scale, not figures)


def joins(lang: str, what: str) -> str:
    """A regular expression for what stands between the "parts" of a term of years and months, or before "halves".

    It never matches where the language has none.
    """
    data = _data(lang)
    return _any({"joins": data.joins, "halves": data.halves, "parts": data.parts}[what])


def _first_of_two(figure: Figure, folded: str, lang: str, end: int, spelled: str) -> Figure:
    """After "between": the number before the last "and", unless another one follows the number as it was read."""
    gap = _gap(lang).match(folded, figure.end, end)
    if gap and gap["join"] and _token(lang, spelled).match(folded, gap.end(), end):
        return figure
    *_, last = (None, *re.finditer(rf"[\s-]+(?:{joins(lang, 'joins')})[\s-]", folded[figure.start : figure.end]))
    first = last and read(folded, lang, figure.start, figure.start + last.start(), spelled)
    return first or figure


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number as far as it is read: `total` up to the last thousand or million, `current` after it."""

    figures: bool  # whether `current` is in figures: only a scale or a half stands after these
    total: float = 0
    current: float = 0
    great: int = 0  # the last thousand or million

    @property
    def scale(self) -> int:
        return self.great if self.great and not self.current else 1

    def plus(self, value: float, *, by_word: bool, joined: bool) -> _Sum | None:
        """The number with a word or figures more, None where these begin another one."""
        if by_word and value in _SCALES:
            return self._times(int(value))
        if value == _A_HALF and joined and self.great and not self.current:  # "un million et demi"
            return replace(self, total=self.total + self.great / 2, great=0)
        if joined and self.current < _LEAST_JOINED and value != _A_HALF and not self.great:
            return None  # "ten and five" are two numbers
        if value >= self._room() or (self.figures and self.current and value != _A_HALF):
            return None
        return replace(self, current=self.current + value, figures=not by_word)

    def _times(self, scale: int) -> _Sum | None:
        if self.current >= scale or (self.great and scale >= self.great) or (self.total and not self.great):
            return None
        current = (self.current or 1) * scale
        if scale < _GREAT:
            return None if current >= self._room(0) else replace(self, current=current)
        return replace(self, total=self.total + current, current=0, great=scale)

    def _room(self, current: float | None = None) -> float:
        """Below which number one can be added: twenty has room for nine, a hundred for ninety-nine."""
        current = self.current if current is None else current
        if not current:
            return self.great if self.great else 0 if self.total else float("inf")
        if current != int(current):
            return 0
        if current % 100 in _SCORES:
            return 20
        room = 1
        while current % (room * 10) == 0:
            room *= 10
        return room


_A_HALF = 0.5
_LEAST_JOINED = 20
_SCORES = (60, 80)  # "soixante-quinze", "quatre-vingt-dix"


@dataclass(frozen=True, slots=True)
class _NumberWords:
    """The data of one language; see the module."""

    words: Mapping[str, float] = field(default_factory=dict)
    joins: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    fused: bool = False


@cache
def _data(lang: str) -> _NumberWords:
    return read_language(lang, "numbers", _NumberWords)


@cache
def _table(lang: str) -> Mapping[str, float]:
    words: Mapping[str, float] = _data(lang).words
    return {word.removesuffix("."): value for word, value in words.items()}


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"


@cache
def _words(lang: str) -> str:
    """A regular expression for a number word of the language, on folded text."""
    words: Mapping[str, float] = _data(lang).words
    endings = {"*": r"\w*", ".": r"\.?"}
    written = [w[:-1] + endings[w[-1]] if w[-1] in endings else w.replace(" ", r"[\s-]+") for w in words]
    parts, joined = _atoms(lang).pattern, joins(lang, "joins")
    fused = [rf"(?!(?:{joined})(?!\w))(?:{parts})+"] if _data(lang).fused else []
    return "|".join([*sorted(written, key=len, reverse=True), *fused])


@cache
def _atoms(lang: str) -> re.Pattern[str]:
    """The parts of a number in one word ("zwei", "und", "zwanzig")."""
    plain = [word for word in _table(lang) if not word.endswith("*") and " " not in word]
    return re.compile(_any([*plain, *_data(lang).joins]))


@cache
def _token(lang: str, spelled: str) -> re.Pattern[str]:
    words = spelled or rf"(?:{_words(lang) or '(?!)'})(?!\w)"
    return re.compile(rf"(?P<digits>(?:{_GROUPED}|{_PLAIN})(?:{_HALF})?)|(?P<word>{words})")


@cache
def _first(lang: str, spelled: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!\d[.,])(?:{_token(lang, spelled).pattern})")


@cache
def _gap(lang: str) -> re.Pattern[str]:
    joined = joins(lang, "joins")
    return re.compile(rf"(?P<half>\s+(?:{joins(lang, 'halves')})\s+)|(?P<join>[\s-]+(?:{joined})[\s-]+)|\s+|-")


_LONGEST = 12  # code points, longer than any word for "between"


@cache
def _after_between(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(_data(lang).between)})\s+$")


def _value(token: re.Match[str], lang: str) -> float | None:
    return _in_figures(token["digits"]) if token["digits"] else _word(token["word"], lang)


def _in_figures(text: str) -> float | None:
    half = re.search(rf"(?:{_HALF})$", text)
    text = text[: half.start()] if half else text
    grouped = re.fullmatch(_GROUPED, text)
    if grouped:
        text = re.sub(rf"[{_SPACE}.,'](?=\d{{2,3}}(?:[{_SPACE}.,']|\d?$))(?!\d{{1,2}}$)", "", text)
    parts = re.split("[.,]", text)
    if len(parts) > 2:
        return None
    value = float(".".join(parts)) + (_A_HALF if half else 0)
    return int(value) if value == int(value) else value


@cache
def _word(word: str, lang: str) -> float | None:
    """The value of one word: as it stands in the table, of the parts that it is made of, or of its stem."""
    table = _table(lang)
    word = re.sub(r"[\s-]+", " ", word).removesuffix(".")
    if word in table:
        return table[word]
    if _data(lang).fused:
        parts = _split(word, lang)
        if parts:
            return _of_parts([table[part] for part in parts if part in table])
    stems = [stem for stem in table if stem.endswith("*") and word.startswith(stem[:-1])]
    return table[max(stems, key=len)] if stems else None


def _split(word: str, lang: str) -> list[str] | None:
    """The parts of a number in one word, each as long as the others let it be ("cent", "otto")."""
    if not word:
        return []
    for end in range(len(word), 0, -1):
        if _atoms(lang).fullmatch(word, 0, end) and (rest := _split(word[end:], lang)) is not None:
            return [word[:end], *rest]
    return None


def _of_parts(values: Sequence[float]) -> float | None:
    """The value of a number in one word, whose ones may stand before its tens ("vierundzwanzig")."""
    sum_ = _Sum(figures=False)
    for value in values:
        more = sum_.plus(value, by_word=True, joined=False)
        if more is None and value < 100 and 0 < sum_.current % 10 < 10 <= value and not value % 10:
            more = replace(sum_, current=sum_.current + value)
        if more is None:
            return None
        sum_ = more
    return sum_.total + sum_.current
