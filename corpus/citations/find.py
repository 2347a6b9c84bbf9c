"""Find the provisions that words cite: "section 5(2)", "ст. 128", "§ 232 Abs. 1", "пункт 1 части 2 статьи 128".

citation = *(part [link]) unit *(part)     section 5(2)(a) · artikel 273f lid 1 · п. 1 ч. 2 ст. 128
         | number                          5(2)(a) · 225-4-1 · 279.011: of more than one part
unit     = unit-word number
part     = part-word number
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from palermo.corpus.citations.citing_words import ANY_LEVEL, CitedUnit, citing_words
from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.text_model import Provision, Version, no_provision

__all__ = ["Citation", "find_citations", "locate", "names"]


@dataclass(frozen=True, slots=True)
class Citation:
    """`cite` is the short citation inside an instrument, `level` the Akoma Ntoso level where the words name one.

    `langs` are the languages that cite so, empty if any may. It was read from `start` to `end` of the query (code
    points, half-open).
    """

    cite: str
    level: str | None
    langs: tuple[str, ...]
    start: int
    end: int


class _Piece(NamedTuple):
    """`unit` is the place of the unit's word in the data, -1 for a number without a word, None for a part."""

    unit: int | None
    number: str
    start: int
    end: int


_INNER = r"(?:\s?\(\s?\w{1,5}\s?\))"
_NUMBER = rf"\d+[^\W\d_]{{0,8}}(?:[-.‑]\d+[^\W\d_]?)*{_INNER}*"  # 5(2)(a), 225-4-1, 279.011(1), 273f, 4quater
_PART_NUMBER = r"\(\s?\w{1,5}\s?\)|[\"«“„]?(?:\d+[^\W\d_]{0,2}|[^\W\d_])[\"»”“]?\)?(?!\w)"  # (2), 1), a, «а»
_BARE = rf"\d+[^\W\d_]?(?:[-.]\d+)*{_INNER}+|\d+(?:[-.]\d+)+"


def find_citations(text: str) -> list[Citation]:
    """The citations in `text`, in order."""
    runs: list[list[_Piece]] = []
    for piece in _pieces(text):
        run = runs[-1] if runs else []
        if run and _between().fullmatch(text, run[-1].end, piece.start) and _joins(run, piece):
            run.append(piece)
        else:
            runs.append([piece])
    return [citation for run in runs if (citation := _read(run))]


def locate(versions: Sequence[Version], wanted: str) -> list[tuple[Version, Provision]]:
    """The texts that have the provision, each with it (the first, where a citation is not unique). It is named by its
    eId (`art_128`) or cited, by number (`5(2)(a)`) or in words (`section 5(2)`, `ч. 2 ст. 128`).

    Raises NotFoundError, with the nearest that there are, where none has it.
    """
    called = names(wanted)
    if not called:
        raise NotFoundError("no provision is named", expected="its number or eId, such as 128, 5(2)(a), art_128")
    every = ((version, next(filter(None, map(version.named, called)), None)) for version in versions)
    found = [(version, provision) for version, provision in every if provision is not None]
    if not found:
        raise no_provision(versions, wanted, called[-1])
    return found


def names(wanted: str) -> list[str]:
    """Names by which a provision called `wanted` may be found: as given, then the citation that all of it makes up."""
    whole = wanted.strip()
    cited = [c.cite for c in find_citations(whole) if (c.start, c.end) == (0, len(whole))]
    return list(dict.fromkeys([whole, *cited])) if whole else []


def _joins(run: list[_Piece], piece: _Piece) -> bool:
    """A citation has one unit; what has a number of its own without a word before it joins nothing."""
    return piece.unit is None or (piece.unit >= 0 and all(p.unit is None for p in run))


def _read(run: list[_Piece]) -> Citation | None:
    at = next((n for n, piece in enumerate(run) if piece.unit is not None), None)
    if at is None:
        return None
    number, of = run[at].number, run[at].unit
    unit = citing_words().units[of] if of is not None and of >= 0 else CitedUnit(ANY_LEVEL, ())
    inner = [*run[at + 1 :], *reversed(run[:at])]  # after the unit the largest part stands first, before it last
    cite = ("".join(number.split()) + "".join(f"({piece.number})" for piece in inner)).casefold().replace("‑", "-")
    level = unit.level if unit.level != ANY_LEVEL else None
    return Citation(cite, level, unit.langs, run[0].start, run[-1].end)


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _pattern().finditer(text):
        kind, number = str(match.lastgroup), match[str(match.lastgroup)]
        if kind == "part":
            yield _Piece(None, number.strip(' ()"«»“”„'), match.start(), match.end())
        else:
            yield _Piece(-1 if kind == "bare" else int(kind.removeprefix("unit")), number, match.start(), match.end())


@cache
def _pattern() -> re.Pattern[str]:
    """Every unit or part with its number; the group that matched says which word it is, its text is the number."""
    words = citing_words()
    choices = [
        rf"(?<!\w)(?:{_any_of(unit.words)})\.?\s?(?P<unit{n}>{_NUMBER})(?:-\w{{1,2}}\b)?"  # 128-й
        for n, unit in enumerate(words.units)
    ]
    choices.append(rf"(?<!\w)(?:{_any_of(words.parts)})\.?\s?(?P<part>{_PART_NUMBER})")
    choices.append(rf"(?<![\w(.-])(?P<bare>{_BARE})(?![\w(-])")
    return re.compile("|".join(choices), re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:(?:{_any_of(citing_words().links)})[\s,]*)*", re.IGNORECASE)


def _any_of(labels: Sequence[str]) -> str:
    longest_first = sorted(labels, key=len, reverse=True)
    return "|".join(re.escape(label).replace(r"\*", r"\w{0,4}") for label in longest_first)
