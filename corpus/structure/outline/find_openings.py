"""Lines that may open an article, a part or an annex, as words and typography say; the sequence decides later."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from palermo.corpus.structure.lines.lines import Line, Lines
from palermo.corpus.structure.lines.numbers import clean, roman
from palermo.corpus.structure.outline.opening_model import Opening, past_stops
from palermo.corpus.structure.outline.unworded_openings import past_repeated_number, with_unworded
from palermo.corpus.structure.outline.weigh_openings import weigh
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = ["openings"]

_LONGEST = 400  # a longer line is no heading of a part or annex
_LEAST = 0  # rank of an annex; parts count from 0, what holds no others comes last
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # the number of a note before the word
_QUOTES = "“„«\"'‘‹”»"
_CODE = re.compile(r"(?:[^\W\d_]{2,6}[ \xa0]){1,2}")  # a code's name in capitals before the word (`CP Artículo 5.`)
_ROMAN_HEADING = re.compile(r"([IVXLC]{1,7})(?:\.?$|\s?[.—–-]\s?(?=[^\W\d_]))")


def openings(view: Lines, chosen: Sequence[NumberingRules], quoted: Sequence[tuple[int, int]] = ()) -> list[Opening]:
    """Every line that may open a unit, in order; in `quoted` spans only those with a word."""
    found: list[Opening] = []
    units = [(t, t.unit, [(kind, p) for kind, p in _patterns(t) if p is not None]) for t in chosen]
    for index, line in enumerate(view.lines):
        opening = None if line.described else _worded(view, index, units, found) or _roman(view, index)
        if opening is not None and not _is_remark(view, line, chosen):
            found.append(opening)
    found = with_unworded(view, chosen[0], found, quoted)
    found.sort(key=lambda o: (o.line, o.start))
    return _sections_as_containers(_without_paragraph_signs(view, _without_doubles(found)))


_Units = tuple[NumberingRules, re.Pattern[str], list[tuple[str, re.Pattern[str]]]]


def _patterns(tradition: NumberingRules) -> Iterator[tuple[str, re.Pattern[str] | None]]:
    """The kinds of unit in the order in which a line is read as one, and what opens each."""
    yield from (("article", tradition.article), ("annex", tradition.annex), ("container", tradition.container))


def _is_remark(view: Lines, line: Line, chosen: Sequence[NumberingRules]) -> bool:
    return any(t.remark is not None and t.remark.match(view.text, line.start, line.end) for t in chosen)


def _without_doubles(found: list[Opening]) -> list[Opening]:
    """A number said again in the next line is the same article (`1. Interpretation` / `1.— In this Act`)."""
    out: list[Opening] = []
    for opening in found:
        before = out[-1] if out else None
        again = (
            before is not None
            and before.kind == opening.kind == "article"
            and opening.line == before.line + 1
            and clean(before.number) == clean(opening.number)
        )
        if not again:
            out.append(opening)
    return out


def _without_paragraph_signs(view: Lines, found: list[Opening]) -> list[Opening]:
    """Signs that count from the beginning in each article (`Art. 433 - § 1`, `§ 2`) number its paragraphs."""
    articles = [o for o in found if o.kind == "article" and not o.quoted]
    signs = {id(o) for o in articles if view.text.startswith("§", o.start)}
    restarts = 0
    for before, after in pairwise(articles):
        restarts += id(before) not in signs and id(after) in signs and clean(after.number) in _FIRST
    worded = len(articles) - len(signs)
    if not signs or restarts == 0 or worded < 2 or any(len(clean(o.number)) > 2 for o in articles if id(o) in signs):
        return found
    return [o for o in found if id(o) not in signs]


_FIRST = frozenset({"1", "1er", "2"})  # the first sign of an article may stand behind its number


def _sections_as_containers(found: list[Opening]) -> list[Opening]:
    """Sections with Roman numbers that hold articles are containers (`SECTION II` of a convention)."""
    arabic = Counter(o.level for o in found if o.kind == "article" and o.number[:1].isdigit() and not o.quoted)
    upper = [o for o in found if o.kind == "article" and not o.number[:1].isdigit() and roman(o.number) is not None]
    for opening in upper:
        if sum(arabic.values()) - arabic[opening.level] >= len(upper):
            opening.kind, opening.rank = "container", 90
    return found


def _worded(view: Lines, index: int, units: Sequence[_Units], before: Sequence[Opening]) -> Opening | None:
    """The opening of a line that begins with a word for a unit and its number; `before` are those found above it."""
    text, line = view.text, view.lines[index]
    start = line.start
    while start < line.end and text[start] in _QUOTES + _RAISED + "[ ":
        start += 1
    quoted = any(c in _QUOTES for c in text[line.start : start])
    if text[start : start + 2] in ("- ", "– "):
        start += 2
    long = line.end - line.start > _LONGEST and not line.heading
    for tradition, kind, pattern, begun in _asked(text, start, line.end, units):
        if long and kind != "article":
            continue
        match = pattern.match(text, start, line.end) if begun else None
        if match is None and kind == "article":
            match = _after_code(text, start, line.end, pattern)
        if match is None:
            continue
        key, number, span = _number(match)
        chapter_cited = ":" in number and kind != "article"  # "Chapter 12:10"
        if chapter_cited or not _sound_number(number, tradition):
            continue
        end = match.end()
        if kind == "article" and (letter := _letter_apart(text, span, line.end, before)):
            number, span, end = number + letter[1], (span[0], letter.end(1)), letter.end(1)
        rest = past_stops(text, max(end, span[1]), line.end)
        weight = weigh(view, index, tradition, kind, (end, rest))
        if weight <= 0:
            return None
        level, rank = _level(tradition, kind, key)
        if kind == "article":
            rest = past_repeated_number(text, rest, line.end, tradition)
        return Opening(kind, level, rank, index, start, span, tradition.number(number), rest, weight, quoted)
    return None


def _asked(
    text: str, start: int, end: int, units: Sequence[_Units]
) -> Iterator[tuple[NumberingRules, str, re.Pattern[str], bool]]:
    """The units of all traditions in order, each with whether a line begins as those of its tradition do."""
    for tradition, unit, patterns in units:
        begun = unit.match(text, start, end) is not None
        for kind, pattern in patterns:
            yield tradition, kind, pattern, begun


_LETTER = re.compile(r"[ \xa0]([a-zа-я])\.?[ \xa0]+(?=[^\W\d_a-zà-ÿа-я])")


def _letter_apart(text: str, span: tuple[int, int], end: int, before: Sequence[Opening]) -> re.Match[str] | None:
    """A letter set apart from its number (`Art. 227 a. Anyone`), where the article of that number stands before it."""
    last = next((o for o in reversed(before) if o.kind == "article"), None)
    base = re.match(r"\d+", last.number) if last is not None else None
    same = base is not None and text[slice(*span)] == base[0]
    return _LETTER.match(text, span[1], end) if same else None


def _after_code(text: str, start: int, end: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The word for an article and its number behind its code's name, which is in capitals where the word is not."""
    code = _CODE.match(text, start, end)
    if code is None or not code.group().isupper():
        return None
    match = pattern.match(text, code.end(), end)
    stopped = match is not None and text[match.end() : match.end() + 1] in ("", ".", ":", "\n")
    return match if match is not None and stopped and not match.group().isupper() else None


def _number(match: re.Match[str]) -> tuple[int, str, tuple[int, int]]:
    """Which of a pattern's words matched, its number as printed, and where that stands (empty where there is none)."""
    key = next(k for k, v in match.groupdict().items() if v is not None and k[0] in "kK")[1:]
    for name in ("n" + key, "m" + key):
        number = match.groupdict().get(name)
        if number:
            return int(key), number, match.span(name)
    return int(key), "", (match.start(), match.start())


def _level(tradition: NumberingRules, kind: str, key: int) -> tuple[str, int]:
    """The level and rank of a pattern's word."""
    if kind == "article":
        return tradition.article_levels[key], 99
    if kind == "annex":
        return tradition.annex_levels[key], _LEAST
    return tradition.containers[key].level, tradition.containers[key].rank


def _roman(view: Lines, index: int) -> Opening | None:
    """A Roman number alone, or before a title, in a marked heading (`## II. Protection of victims`)."""
    line = view.lines[index]
    match = _ROMAN_HEADING.match(view.text, line.start, line.end) if line.heading else None
    if match is None or roman(match[1]) is None:
        return None
    rest = past_stops(view.text, match.end(1), line.end)
    return Opening("container", "part", _LEAST, index, line.start, match.span(1), match[1], rest, 2.0)


def _sound_number(number: str, tradition: NumberingRules) -> bool:
    """Roman numbers are printed in capitals; a lower-case letter run is a word."""
    if not number or number[:1].isdigit() or number.lower() in tradition.numbers:
        return True
    if number[:1] in "LRDA" and any(c.isdigit() for c in number):
        return True
    if roman(number) is not None or len(number) == 1:
        return number.isupper()
    return number[:1].isupper() and roman(number[0]) is not None and len(number) <= 10
